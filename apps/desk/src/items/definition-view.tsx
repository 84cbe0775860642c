import type { Material, ServiceItem } from '@mashang/flow'
import {
  APPLICANT_WORDS,
  conditionText,
  DELIVERY_WORDS,
  FORM_WORDS,
  feeRuleText,
  HANDLING_WORDS,
  ITEM_TYPE_WORDS,
  periodText,
  SOURCE_WORDS,
  STEP_ROLE_WORDS,
} from '@mashang/ui'
import { Fact, Panel } from '../case/facts/panel.tsx'
import { DataTable } from '../show/data-table.tsx'
import { GUIDE } from '../words/items.ts'
import { useWords } from '../words/words.ts'

/** A definition by its headings, as a clerk reads it. */
export function DefinitionView({ item }: { readonly item: ServiceItem }) {
  const { t } = useWords()
  return (
    <div className="definition-view">
      <Basics item={item} />
      <Panel title={t(GUIDE.conditions)}>
        <ol className="numbered lines">
          {item.conditions.map((condition) => (
            <li key={condition.zh}>{t(condition)}</li>
          ))}
        </ol>
      </Panel>
      <Materials item={item} />
      <Steps item={item} />
      <Fields item={item} />
      <Rest item={item} />
    </div>
  )
}

function Basics({ item }: { readonly item: ServiceItem }) {
  const { t, language } = useWords()
  const comma = language === 'zh' ? '、' : ', '
  return (
    <Panel title={t(GUIDE.basics)}>
      <dl className="facts">
        <Fact label={t(GUIDE.type)}>{t(ITEM_TYPE_WORDS[item.type])}</Fact>
        <Fact label={t(GUIDE.handling)}>{t(HANDLING_WORDS[item.handling])}</Fact>
        <Fact label={t(GUIDE.applicants)}>
          {item.applicants.map((one) => t(APPLICANT_WORDS[one])).join(comma)}
        </Fact>
        <Fact label={t(GUIDE.promised)}>{periodText(item.limits.promised.days, language)}</Fact>
        <Fact label={t(GUIDE.statutory)}>{periodText(item.limits.statutory.days, language)}</Fact>
        <Fact label={t(GUIDE.visits)}>{item.visits}</Fact>
        <Fact label={t(GUIDE.depth)}>{['—', 'I', 'II', 'III', 'IV'][item.depth]}</Fact>
        <Fact label={t(GUIDE.delivery)}>
          {item.delivery.map((one) => t(DELIVERY_WORDS[one])).join(comma)}
        </Fact>
        <Fact label={t(GUIDE.phone)}>{item.phones.consultation}</Fact>
        <Fact label={t(GUIDE.complaint)}>{item.phones.complaint}</Fact>
        <Fact label={t(GUIDE.basis)} wide>
          <ul>
            {item.basis.map(({ law, article }) => (
              <li key={`${law}${article}`}>{[law, article].filter(Boolean).join(' ')}</li>
            ))}
          </ul>
        </Fact>
      </dl>
    </Panel>
  )
}

function Materials({ item }: { readonly item: ServiceItem }) {
  const { t, language } = useWords()
  const need = ({ required }: Material) =>
    required === true
      ? t(GUIDE.required)
      : required === false
        ? t(GUIDE.optional)
        : `${t(GUIDE.whenRequired)}：${conditionText(required, item.fields, language)}`
  if (item.materials.length === 0) return null
  return (
    <Panel title={t(GUIDE.materials)}>
      <ul className="findings">
        {item.materials.map((material) => (
          <li key={material.id}>
            <strong>{t(material.name)}</strong>
            <span className="quiet">
              {` ${[need(material), t(FORM_WORDS[material.form]), t(GUIDE.copies(material.copies)), t(SOURCE_WORDS[material.source]), material.issuer && t(material.issuer)].filter(Boolean).join(' · ')}`}
            </span>
            {material.requirements && <p>{t(material.requirements)}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Steps({ item }: { readonly item: ServiceItem }) {
  const { t, language } = useWords()
  return (
    <Panel title={t(GUIDE.steps)}>
      <DataTable
        label={t(GUIDE.steps)}
        rows={item.steps}
        keyOf={(step) => step.id}
        columns={[
          { key: 'step', label: t(GUIDE.step), kind: 'wide', cell: (step) => t(step.name) },
          { key: 'by', label: t(GUIDE.by), cell: (step) => t(STEP_ROLE_WORDS[step.by]) },
          { key: 'people', label: t(GUIDE.people), kind: 'number', cell: (step) => step.people ?? 1 },
          {
            key: 'within',
            label: t(GUIDE.within),
            kind: 'tight',
            cell: (step) => periodText(step.within, language),
          },
        ]}
      />
    </Panel>
  )
}

function Fields({ item }: { readonly item: ServiceItem }) {
  const { t } = useWords()
  if (item.fields.length === 0) return null
  return (
    <Panel title={t(GUIDE.fields)}>
      <dl className="facts">
        {item.fields.map((field) => (
          <Fact key={field.id} label={field.section ? t(field.section) : ''}>
            {t(field.label)}
            {field.required && <span className="quiet">{` · ${t(GUIDE.required)}`}</span>}
          </Fact>
        ))}
      </dl>
    </Panel>
  )
}

function Rest({ item }: { readonly item: ServiceItem }) {
  const { t, language } = useWords()
  return (
    <>
      <Panel title={t(GUIDE.fees)}>
        {item.fees.length === 0 && <p>{t(GUIDE.noFee)}</p>}
        <ul className="lines">
          {item.fees.map((fee) => (
            <li key={fee.name.zh}>
              <strong>{t(fee.name)}</strong> {t(fee.standard)}{' '}
              {feeRuleText(fee, item.fields, language).join(' ')}
              <span className="quiet">{` ${[fee.basis.law, fee.basis.article].filter(Boolean).join(' ')}`}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t(GUIDE.result)}>
        <p>{t(item.result.name)}</p>
      </Panel>
      {item.faq.length > 0 && (
        <Panel title={t(GUIDE.faq)}>
          <dl className="lines">
            {item.faq.map((pair) => (
              <div key={pair.q.zh}>
                <dt>
                  <strong>{t(pair.q)}</strong>
                </dt>
                <dd>{t(pair.a)}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      )}
    </>
  )
}
