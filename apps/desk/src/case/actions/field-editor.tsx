import type { Field } from '@mashang/flow'
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { ACT } from '../../words/actions.ts'
import { useWords, w } from '../../words/words.ts'
import { AddressEditor } from './address-editor.tsx'
import { addressFrom, editAs, fenOf, yuanOf } from './field-values.ts'

interface Props {
  readonly label: string
  readonly field: Field | undefined
  readonly value: unknown
  onValue(value: unknown): void
}

const YES = w('是', 'Yes')
const NO = w('否', 'No')

/** One value of a form in the control that fits its type. */
export function FieldEditor(props: Props) {
  const { t } = useWords()
  switch (editAs(props.field, props.value)) {
    case 'none':
      return <p className="quiet">{t(ACT.notHere)}</p>
    case 'number':
    case 'money':
      return <NumberEditor {...props} />
    case 'yes-no':
    case 'choice':
    case 'choices':
      return <ChoiceEditor {...props} />
    case 'address':
      // Without its definition only the detail of an address can be mended.
      return props.field ? <AddressEditor {...props} field={props.field} /> : <TextEditor {...props} />
    default:
      return <TextEditor {...props} />
  }
}

function TextEditor({ label, field, value, onValue }: Props) {
  const text = typeof value === 'string' ? value : ''
  const address = addressFrom(value)
  if (address)
    return (
      <Input
        aria-label={label}
        value={address.detail}
        onChange={(event) => onValue({ ...address, detail: event.target.value })}
      />
    )
  if (field?.type === 'long-text')
    return (
      <Input.TextArea
        aria-label={label}
        value={text}
        rows={2}
        onChange={(event) => onValue(event.target.value)}
      />
    )
  return (
    <Input
      aria-label={label}
      type={field?.type === 'date' ? 'date' : 'text'}
      value={text}
      onChange={(event) => onValue(event.target.value)}
    />
  )
}

function NumberEditor({ label, field, value, onValue }: Props) {
  const { t } = useWords()
  if (field?.type === 'money')
    return (
      <InputNumber
        aria-label={label}
        value={yuanOf(value) ?? null}
        precision={2}
        prefix="¥"
        onChange={(yuan) => onValue(fenOf(yuan))}
      />
    )
  return (
    <InputNumber
      aria-label={label}
      value={typeof value === 'number' ? value : null}
      suffix={field?.unit && t(field.unit)}
      onChange={(number) => onValue(number ?? undefined)}
    />
  )
}

function ChoiceEditor({ label, field, value, onValue }: Props) {
  const { t } = useWords()
  const options = (field?.options ?? []).map((option) => ({ value: option.value, label: t(option.label) }))
  switch (editAs(field, value)) {
    case 'choice':
      return (
        <Select
          aria-label={label}
          value={typeof value === 'string' ? value : undefined}
          options={options}
          onChange={onValue}
        />
      )
    case 'choices':
      return (
        <Checkbox.Group
          aria-label={label}
          value={Array.isArray(value) ? value : []}
          options={options}
          onChange={onValue}
        />
      )
    default:
      return (
        <Radio.Group
          aria-label={label}
          value={value}
          options={[
            { value: true, label: t(YES) },
            { value: false, label: t(NO) },
          ]}
          onChange={(event) => onValue(event.target.value)}
        />
      )
  }
}
