import { ELEMENT_WORDS, type Field, FORM_WORDS, PART_WORDS, SOURCE_WORDS } from '@mashang/flow'
import { Checkbox, Select } from 'antd'
import { useParams } from 'react-router'
import { Labelled } from '../../show/labelled.tsx'
import { EDITOR } from '../../words/editor.ts'
import { useWords, w } from '../../words/words.ts'
import { BasisControls } from './basis-controls.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { Choice, Count, Line, type Options, Pair, Several, YesNo } from './controls.tsx'
import { useEditing, usePlace } from './editing.ts'
import { FieldDesigner } from './field-designer.tsx'
import { freeId, isRec, listAt } from './paths.ts'
import { Repeated } from './repeated.tsx'

const named = (key: string) => PART_WORDS[key] ?? ELEMENT_WORDS[key] ?? w(key, key)
const KEPT_FOR = w('5y 五年，6m 六个月，30d 三十天。', '5y, 6m or 30d.')
const FORMATS = Object.fromEntries(['pdf', 'jpeg', 'png', 'docx', 'xlsx'].map((one) => [one, w(one, one)]))

/** 材料, each complete: source, copies, form, necessity, and a form to fill in or what is asked of it. */
export function MaterialsSection() {
  return (
    <Repeated
      path="materials"
      one={EDITOR.material}
      titleOf={(one) => (isRec(one) && isRec(one.name) ? String(one.name.zh ?? '') : '')}
      make={(list) => ({
        id: freeId(list, 'material'),
        name: { zh: '' },
        source: 'applicant',
        form: 'electronic',
        copies: 1,
        required: true,
        accepts: ['pdf', 'jpeg', 'png'],
        'max-size': '20MB',
      })}
    >
      {(path) => <MaterialControls path={path} />}
    </Repeated>
  )
}

function MaterialControls({ path }: { readonly path: string }) {
  const { choices } = useEditing()
  const whole = usePlace(path)
  const licences: Options = Object.fromEntries(
    choices.licences.map(({ type, name }) => [type, w(name.zh, name.en ?? name.zh)]),
  )
  return (
    <>
      {whole.error && <p className="field-error">{whole.error}</p>}
      <Pair path={`${path}.name`} label={named('name')} />
      <div className="columns">
        <Line path={`${path}.id`} label={EDITOR.id} hint={EDITOR.idHint} />
        <Choice path={`${path}.source`} label={named('source')} options={SOURCE_WORDS} />
        <Choice path={`${path}.form`} label={named('form')} options={FORM_WORDS} />
        <Count path={`${path}.copies`} label={named('copies')} max={20} />
        <Line path={`${path}.max-size`} label={named('max-size')} hint={w('如 20MB。', 'Such as 20MB.')} />
        <Count path={`${path}.max-files`} label={named('max-files')} min={1} max={50} optional />
        <Line path={`${path}.keeps-as`} label={named('keeps-as')} optional />
        <Line path={`${path}.keeps-for`} label={named('keeps-for')} hint={KEPT_FOR} optional />
        <YesNo path={`${path}.declarable`} label={named('declarable')} optional />
        <Choice
          path={`${path}.satisfied-by.licence-type`}
          label={named('satisfied-by')}
          options={licences}
          optional
        />
      </div>
      <Several path={`${path}.accepts`} label={EDITOR.fileFormats} options={FORMATS} />
      <Necessity path={`${path}.required`} />
      <Pair path={`${path}.issuer`} label={named('issuer')} optional />
      <Pair path={`${path}.requirements`} label={named('requirements')} optional long />
      <BasisControls path={`${path}.basis`} optional />
      <FillIn path={path} />
    </>
  )
}

/** 必要性: always, never, or when a condition holds. */
function Necessity({ path }: { readonly path: string }) {
  const { t } = useWords()
  const { definition } = useEditing()
  const { value, set, error } = usePlace(path)
  const fields = listAt(definition, 'fields') as readonly Field[]
  const kind = value === true ? 'always' : value === false ? 'never' : 'sometimes'
  return (
    <>
      <Labelled label={t(EDITOR.need)} error={kind === 'sometimes' ? undefined : error}>
        {(id) => (
          <Select
            id={id}
            value={kind}
            options={(['always', 'never', 'sometimes'] as const).map((one) => ({
              value: one,
              label: t(EDITOR[one]),
              disabled: one === 'sometimes' && fields.length === 0,
            }))}
            onChange={(next) =>
              set(
                next === 'always'
                  ? true
                  : next === 'never'
                    ? false
                    : { field: fields[0]?.id ?? '', filled: true },
              )
            }
          />
        )}
      </Labelled>
      {kind === 'sometimes' && (
        <ConditionEditor
          label={t(EDITOR.whenHolds)}
          value={value}
          fields={fields}
          error={error}
          onValue={(next) => set(next ?? true)}
        />
      )}
    </>
  )
}

/** A form to fill in, with its fields and its blank and sample as they print. */
function FillIn({ path }: { readonly path: string }) {
  const { t } = useWords()
  const { code = '', version = '' } = useParams()
  const { value, set } = usePlace(`${path}.fill-in`)
  const { value: id } = usePlace(`${path}.id`)
  const print = (copy: 'blank' | 'sample') =>
    `/api/approvals/catalogue/${encodeURIComponent(code)}/${version}/materials/${encodeURIComponent(String(id))}/${copy}.pdf`
  return (
    <>
      <Checkbox
        checked={value !== undefined}
        onChange={(event) => set(event.target.checked ? { title: { zh: '' }, fields: [] } : undefined)}
      >
        {t(EDITOR.isForm)}
      </Checkbox>
      {value !== undefined && (
        <>
          <Pair path={`${path}.fill-in.title`} label={named('title')} />
          <p className="print-links">
            {t(EDITOR.printed)}{' '}
            <a href={print('blank')} target="_blank" rel="noreferrer">
              {t(EDITOR.blank)}
            </a>{' '}
            <a href={print('sample')} target="_blank" rel="noreferrer">
              {t(EDITOR.sample)}
            </a>
          </p>
          <FieldDesigner path={`${path}.fill-in.fields`} />
        </>
      )}
    </>
  )
}
