import { FIELD_RULES, FIELD_TYPE_WORDS, type Field, PART_WORDS } from '@mashang/flow'
import { Input } from 'antd'
import { Labelled } from '../../show/labelled.tsx'
import { EDITOR } from '../../words/editor.ts'
import { useWords, w } from '../../words/words.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { Choice, Count, Line, type Options, Pair, YesNo } from './controls.tsx'
import { usePlace } from './editing.ts'
import { freeId, isRec } from './paths.ts'
import { Repeated } from './repeated.tsx'

const named = (key: string) => PART_WORDS[key] ?? w(key, key)

const LEVELS: Options = {
  district: w('区（市、县）', 'District'),
  street: w('街道（乡镇）', 'Street'),
  community: w('社区（村）', 'Community'),
}
const PREFILLS: Options = {
  name: w('姓名', 'Name'),
  phone: w('电话', 'Phone'),
  'id-card': w('身份证号', 'Identity number'),
  'enterprise-name': w('企业名称', 'Name of the enterprise'),
  uscc: w('统一社会信用代码', 'Unified social credit code'),
}
const RULE_WORDS: Options = {
  dayIsInTheFuture: w('日期在今天之后', 'A day after today'),
  dayIsTodayOrLater: w('日期不早于今天', 'Today or later'),
  dayIsNotInTheFuture: w('日期不晚于今天', 'Not after today'),
  personIsAdult: w('已满十八周岁', 'Of age'),
}
/** The register of rules; one that has no words yet goes by its name. */
const RULES: Options = Object.fromEntries(
  Object.keys(FIELD_RULES).map((name) => [name, RULE_WORDS[name] ?? w(name, name)]),
)

interface Props {
  readonly path: string
  readonly fields: readonly Field[]
}

/** Everything that can be said of one field. */
export function FieldProperties({ path, fields }: Props) {
  const { t } = useWords()
  const whole = usePlace(path)
  const when = usePlace(`${path}.when`)
  const { type, id } = (whole.value ?? {}) as Partial<Field>
  const isNumber = type === 'number' || type === 'money'
  const isText = type === 'text' || type === 'long-text'
  return (
    <div className="member-controls">
      {whole.error && <p className="field-error">{whole.error}</p>}
      <Pair path={`${path}.label`} label={named('label')} />
      <div className="columns">
        <Choice path={`${path}.type`} label={named('type')} options={FIELD_TYPE_WORDS} />
        <Line path={`${path}.id`} label={EDITOR.id} hint={EDITOR.idHint} />
        <YesNo path={`${path}.required`} label={named('required')} optional />
        <YesNo path={`${path}.personal`} label={named('personal')} optional />
      </div>
      <Pair path={`${path}.hint`} label={named('hint')} optional />
      <Pair path={`${path}.section`} label={EDITOR.section} hint={EDITOR.sectionHint} optional />
      <div className="columns">
        {isNumber && <Count path={`${path}.min`} label={named('min')} min={-1e9} max={1e9} optional />}
        {isNumber && <Count path={`${path}.max`} label={named('max')} min={-1e9} max={1e9} optional />}
        {isText && <Count path={`${path}.min-length`} label={named('min-length')} optional />}
        {isText && <Count path={`${path}.max-length`} label={named('max-length')} min={1} optional />}
        {type === 'address' && (
          <Choice path={`${path}.level`} label={named('level')} options={LEVELS} optional />
        )}
        <Choice path={`${path}.rule`} label={named('rule')} options={RULES} optional />
        <Choice path={`${path}.prefill`} label={named('prefill')} options={PREFILLS} optional />
        <Example path={`${path}.example`} numeric={isNumber} yesNo={type === 'yes-no'} />
      </div>
      {type === 'number' && <Pair path={`${path}.unit`} label={named('unit')} optional />}
      {type === 'list' && <ListColumns path={path} />}
      {(type === 'choice' || type === 'choices') && <FieldOptions path={`${path}.options`} />}
      <ConditionEditor
        label={t(EDITOR.shownWhen)}
        value={when.value}
        fields={fields.filter((one) => one.id !== id)}
        error={when.error}
        onValue={when.set}
      />
    </div>
  )
}

/** 多行列表: how many rows, and what stands in each. */
function ListColumns({ path }: { readonly path: string }) {
  return (
    <>
      <div className="columns">
        <Count path={`${path}.min-rows`} label={named('min-rows')} max={50} optional />
        <Count path={`${path}.max-rows`} label={named('max-rows')} min={1} max={50} optional />
      </div>
      <Repeated
        path={`${path}.columns`}
        one={named('columns')}
        optional
        titleOf={(column) => (isRec(column) && isRec(column.label) ? String(column.label.zh ?? '') : '')}
        make={(list) => ({ id: freeId(list, 'column'), label: { zh: '' }, type: 'text' })}
      >
        {(column) => <ColumnControls path={column} />}
      </Repeated>
    </>
  )
}

function ColumnControls({ path }: { readonly path: string }) {
  const { value } = usePlace(`${path}.type`)
  return (
    <>
      <Pair path={`${path}.label`} label={named('label')} />
      <Line path={`${path}.id`} label={EDITOR.id} />
      <Choice path={`${path}.type`} label={named('type')} options={COLUMN_TYPES} />
      <YesNo path={`${path}.required`} label={named('required')} optional />
      <Example
        path={`${path}.example`}
        numeric={value === 'number' || value === 'money'}
        yesNo={value === 'yes-no'}
      />
      {value === 'choice' && <FieldOptions path={`${path}.options`} />}
    </>
  )
}

/** What fits into a cell. */
const NOT_IN_CELLS = new Set([
  'long-text',
  'choices',
  'address',
  'project-code',
  'licence',
  'list',
  'signature',
])
const COLUMN_TYPES: Options = Object.fromEntries(
  Object.entries(FIELD_TYPE_WORDS).filter(([type]) => !NOT_IN_CELLS.has(type)),
)

function FieldOptions({ path }: { readonly path: string }) {
  return (
    <Repeated
      path={path}
      one={EDITOR.option}
      optional
      make={(list) => ({ value: `option-${list.length + 1}`, label: { zh: '' } })}
    >
      {(option) => (
        <>
          <Line path={`${option}.value`} label={EDITOR.id} />
          <Pair path={`${option}.label`} label={named('label')} />
        </>
      )}
    </Repeated>
  )
}

/** What a filled sample shows: a number for a number, yes or no for a question. */
function Example({
  path,
  numeric,
  yesNo,
}: {
  readonly path: string
  readonly numeric: boolean
  readonly yesNo: boolean
}) {
  const { t } = useWords()
  const { value, set, error } = usePlace(path)
  if (yesNo) return <YesNo path={path} label={named('example')} />
  if (numeric) return <Count path={path} label={named('example')} optional min={-1e9} max={1e9} />
  return (
    <Labelled label={t(named('example'))} error={error} optional>
      {(id, describedBy) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          status={error ? 'error' : ''}
          value={value === undefined ? '' : String(value)}
          onChange={(event) => set(event.target.value === '' ? undefined : event.target.value)}
        />
      )}
    </Labelled>
  )
}
