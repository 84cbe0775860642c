import type { Field } from '@mashang/flow'
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { ACT } from '../../words/actions.ts'
import { useWords, w } from '../../words/words.ts'
import { editAs, fenOf, yuanOf } from './field-values.ts'

interface Props {
  readonly id: string
  readonly field: Field | undefined
  readonly value: unknown
  onValue(value: unknown): void
}

const YES = w('是', 'Yes')
const NO = w('否', 'No')

/** One value of a form in the control that fits its type. */
export function FieldEditor({ id, field, value, onValue }: Props) {
  const { t } = useWords()
  const options = (field?.options ?? []).map((option) => ({ value: option.value, label: t(option.label) }))
  const text = typeof value === 'string' ? value : ''
  switch (editAs(field, value)) {
    case 'text':
      return <Input id={id} value={text} onChange={(event) => onValue(event.target.value)} />
    case 'date':
      return <Input id={id} type="date" value={text} onChange={(event) => onValue(event.target.value)} />
    case 'long-text':
      return (
        <Input.TextArea id={id} value={text} rows={2} onChange={(event) => onValue(event.target.value)} />
      )
    case 'number':
      return (
        <InputNumber
          id={id}
          value={typeof value === 'number' ? value : null}
          suffix={field?.unit && t(field.unit)}
          onChange={(number) => onValue(number ?? undefined)}
        />
      )
    case 'money':
      return (
        <InputNumber
          id={id}
          value={yuanOf(value) ?? null}
          precision={2}
          prefix="¥"
          onChange={(yuan) => onValue(fenOf(yuan))}
        />
      )
    case 'yes-no':
      return (
        <Radio.Group
          id={id}
          value={value}
          options={[
            { value: true, label: t(YES) },
            { value: false, label: t(NO) },
          ]}
          onChange={(event) => onValue(event.target.value)}
        />
      )
    case 'choice':
      return <Select id={id} value={text} options={options} onChange={onValue} />
    case 'choices':
      return <Checkbox.Group value={Array.isArray(value) ? value : []} options={options} onChange={onValue} />
    case 'none':
      return <p className="quiet">{t(ACT.notHere)}</p>
  }
}
