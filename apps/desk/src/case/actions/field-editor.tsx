import type { Field } from '@mashang/flow'
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { ACT } from '../../words/actions.ts'
import { useWords, w } from '../../words/words.ts'
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
export function FieldEditor({ label, field, value, onValue }: Props) {
  const { t } = useWords()
  const options = (field?.options ?? []).map((option) => ({ value: option.value, label: t(option.label) }))
  const text = typeof value === 'string' ? value : ''
  switch (editAs(field, value)) {
    case 'text':
      return <Input aria-label={label} value={text} onChange={(event) => onValue(event.target.value)} />
    case 'date':
      return (
        <Input
          aria-label={label}
          type="date"
          value={text}
          onChange={(event) => onValue(event.target.value)}
        />
      )
    case 'long-text':
      return (
        <Input.TextArea
          aria-label={label}
          value={text}
          rows={2}
          onChange={(event) => onValue(event.target.value)}
        />
      )
    case 'number':
      return (
        <InputNumber
          aria-label={label}
          value={typeof value === 'number' ? value : null}
          suffix={field?.unit && t(field.unit)}
          onChange={(number) => onValue(number ?? undefined)}
        />
      )
    case 'money':
      return (
        <InputNumber
          aria-label={label}
          value={yuanOf(value) ?? null}
          precision={2}
          prefix="¥"
          onChange={(yuan) => onValue(fenOf(yuan))}
        />
      )
    case 'yes-no':
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
    case 'choice':
      return <Select aria-label={label} value={text} options={options} onChange={onValue} />
    case 'choices':
      return (
        <Checkbox.Group
          aria-label={label}
          value={Array.isArray(value) ? value : []}
          options={options}
          onChange={onValue}
        />
      )
    case 'address': {
      const address = addressFrom(value) ?? { region: '', detail: '' }
      return (
        <Input
          aria-label={label}
          value={address.detail}
          onChange={(event) => onValue({ ...address, detail: event.target.value })}
        />
      )
    }
    case 'none':
      return <p className="quiet">{t(ACT.notHere)}</p>
  }
}
