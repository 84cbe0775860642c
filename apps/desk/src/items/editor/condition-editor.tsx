import { DeleteOutlined } from '@ant-design/icons'
import type { Comparison, Condition, Field } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import { Button, Input, InputNumber, Select } from 'antd'
import { EDITOR } from '../../words/editor.ts'
import { useWords } from '../../words/words.ts'
import { isRec, numbered } from './paths.ts'

interface Props {
  readonly label: string
  readonly value: unknown
  /** Fields that may be compared. */
  readonly fields: readonly Field[]
  readonly error?: string | undefined
  onValue(value: Condition | undefined): void
}

type Kind = 'is' | 'is-not' | 'over' | 'under' | 'filled' | 'empty'

const KINDS: Readonly<Record<Kind, Words>> = {
  is: EDITOR.is,
  'is-not': EDITOR.isNot,
  over: EDITOR.over,
  under: EDITOR.under,
  filled: EDITOR.filled,
  empty: EDITOR.empty,
}

/** A condition built by choosing field, comparison and value; several are joined by all or any. */
export function ConditionEditor({ label, value, fields, error, onValue }: Props) {
  const { t } = useWords()
  const { comparisons, join } = partsOf(value)
  const save = (next: readonly Comparison[], by: 'all' | 'any' = join) => {
    const [only] = next
    if (!only) onValue(undefined)
    else onValue(next.length === 1 ? only : by === 'all' ? { all: [...next] } : { any: [...next] })
  }
  const first = fields[0]
  if (!first && comparisons.length === 0) return null
  return (
    <fieldset className="condition">
      <legend>{label}</legend>
      {error && <p className="field-error">{error}</p>}
      {comparisons.length > 1 && (
        <Select
          aria-label={t(EDITOR.joined)}
          value={join}
          options={[
            { value: 'all', label: t(EDITOR.all) },
            { value: 'any', label: t(EDITOR.any) },
          ]}
          onChange={(by) => save(comparisons, by)}
        />
      )}
      {numbered(comparisons).map(({ key, member: comparison, at }) => (
        <ComparisonRow
          key={key}
          number={at + 1}
          comparison={comparison}
          fields={fields}
          onChange={(next) => save(comparisons.map((one, index) => (index === at ? next : one)))}
          onRemove={() => save(comparisons.filter((_, index) => index !== at))}
        />
      ))}
      {first && (
        <Button size="small" onClick={() => save([...comparisons, { field: first.id, filled: true }])}>
          {t(EDITOR.addComparison)}
        </Button>
      )}
    </fieldset>
  )
}

function partsOf(value: unknown): { comparisons: readonly Comparison[]; join: 'all' | 'any' } {
  if (!isRec(value)) return { comparisons: [], join: 'all' }
  if (Array.isArray(value.all)) return { comparisons: value.all as Comparison[], join: 'all' }
  if (Array.isArray(value.any)) return { comparisons: value.any as Comparison[], join: 'any' }
  return { comparisons: [value as unknown as Comparison], join: 'all' }
}

interface RowProps {
  readonly number: number
  readonly comparison: Comparison
  readonly fields: readonly Field[]
  onChange(comparison: Comparison): void
  onRemove(): void
}

function kindOf(comparison: Comparison): Kind {
  if (comparison.filled !== undefined) return comparison.filled ? 'filled' : 'empty'
  if (comparison['is-not'] !== undefined) return 'is-not'
  if (comparison.over !== undefined) return 'over'
  return comparison.under !== undefined ? 'under' : 'is'
}

function comparisonOf(field: string, kind: Kind, value: string | number | boolean): Comparison {
  switch (kind) {
    case 'filled':
    case 'empty':
      return { field, filled: kind === 'filled' }
    case 'over':
    case 'under':
      return { field, [kind]: Number(value) || 0 }
    default:
      return { field, [kind]: value }
  }
}

function ComparisonRow({ number, comparison, fields, onChange, onRemove }: RowProps) {
  const { t } = useWords()
  const field = fields.find(({ id }) => id === comparison.field)
  const kind = kindOf(comparison)
  const value = comparison.is ?? comparison['is-not'] ?? comparison.over ?? comparison.under ?? ''
  return (
    <div className="comparison">
      <Select
        aria-label={`${t(EDITOR.field)} ${number}`}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={comparison.field}
        options={fields.map(({ id, label }) => ({ value: id, label: t(label) }))}
        onChange={(id) => onChange({ field: id, filled: true })}
      />
      <Select
        aria-label={`${t(EDITOR.compare)} ${number}`}
        value={kind}
        options={Object.entries(KINDS).map(([one, words]) => ({ value: one as Kind, label: t(words) }))}
        onChange={(next) => onChange(comparisonOf(comparison.field, next, value))}
      />
      {kind !== 'filled' && kind !== 'empty' && (
        <ComparedValue
          label={`${t(EDITOR.value)} ${number}`}
          field={field}
          numeric={kind === 'over' || kind === 'under'}
          value={value}
          onValue={(next) => onChange(comparisonOf(comparison.field, kind, next))}
        />
      )}
      <Button
        size="small"
        aria-label={t(EDITOR.remove(String(number)))}
        icon={<DeleteOutlined />}
        onClick={onRemove}
      />
    </div>
  )
}

interface ValueProps {
  readonly label: string
  readonly field: Field | undefined
  readonly numeric: boolean
  readonly value: string | number | boolean
  onValue(value: string | number | boolean): void
}

/** The value in the control that fits the field it is compared with. */
function ComparedValue({ label, field, numeric, value, onValue }: ValueProps) {
  const { t } = useWords()
  if (numeric || field?.type === 'number' || field?.type === 'money')
    return (
      <InputNumber
        aria-label={label}
        value={typeof value === 'number' ? value : null}
        onChange={(number) => onValue(number ?? 0)}
      />
    )
  if (field?.type === 'yes-no')
    return (
      <Select
        aria-label={label}
        value={value === true}
        options={[
          { value: true, label: t(EDITOR.yes) },
          { value: false, label: t(EDITOR.no) },
        ]}
        onChange={onValue}
      />
    )
  if (field?.options)
    return (
      <Select
        aria-label={label}
        popupMatchSelectWidth={false}
        value={String(value)}
        options={field.options.map((option) => ({ value: option.value, label: t(option.label) }))}
        onChange={onValue}
      />
    )
  return <Input aria-label={label} value={String(value)} onChange={(event) => onValue(event.target.value)} />
}
