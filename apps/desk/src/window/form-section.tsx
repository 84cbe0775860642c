import { type FormValues, type ServiceItem, sectionsOf, visibleFields } from '@mashang/flow'
import { DELIVERY_WORDS } from '@mashang/ui'
import { Radio } from 'antd'
import { FieldEditor } from '../case/actions/field-editor.tsx'
import { Panel } from '../case/facts/panel.tsx'
import { CASE } from '../words/case.ts'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import type { Lack } from './lacking.ts'
import type { IntakeInHand } from './use-intake.ts'

interface Props {
  readonly item: ServiceItem
  readonly hand: IntakeInHand
  readonly lacking: readonly Lack[]
}

/** ③ The form of the definition, section by section, saved as it is typed. */
export function FormSection({ item, hand, lacking }: Props) {
  const { t } = useWords()
  const shown = visibleFields(item.fields, hand.form as FormValues)
  return (
    <Panel title={`③ ${t(WINDOW.stepForm)}`}>
      <p className="quiet">{t(WINDOW.formHint)}</p>
      {sectionsOf(item.fields).map(({ title, fields }) => {
        const asked = fields.filter((field) => shown.includes(field))
        if (asked.length === 0) return null
        return (
          <fieldset key={fields[0]?.id} className="window-section">
            <legend>{title ? t(title) : t(WINDOW.stepForm)}</legend>
            {asked.map((field) => {
              const lack = lacking.find(({ target }) => target === `form.${field.id}`)
              const filled = hand.form[field.id] !== undefined && hand.form[field.id] !== ''
              return (
                <div key={field.id} id={`form.${field.id}`} className="window-field">
                  <span className="window-label">
                    {t(field.label)}
                    {!field.required && <span className="quiet"> {t(CASE.optional)}</span>}
                  </span>
                  {field.hint && <span className="hint">{t(field.hint)}</span>}
                  <FieldEditor
                    label={t(field.label)}
                    field={field}
                    value={hand.form[field.id]}
                    onValue={(value) => hand.type(field.id, value)}
                  />
                  {lack && filled && <span className="window-wrong">{t(lack.why)}</span>}
                </div>
              )
            })}
          </fieldset>
        )
      })}
      <fieldset className="window-section">
        <legend>{t(CASE.delivery)}</legend>
        <Radio.Group
          value={hand.intake.draft.delivery}
          options={item.delivery.map((how) => ({ value: how, label: t(DELIVERY_WORDS[how]) }))}
          onChange={(event) => hand.deliver(event.target.value)}
        />
      </fieldset>
    </Panel>
  )
}
