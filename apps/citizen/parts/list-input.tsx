import {
  type Column,
  type Field,
  type FieldValue,
  isRows,
  isSignature,
  MOST_ROWS,
  type RowValue,
} from '@mashang/flow'
import { Said, useView } from '../frame/view.tsx'
import { Choices, Group, type Labelled, TextInput } from './inputs.tsx'

/** `staff.0.name`: the cell of a column in a row. */
export const rowName = (id: string, row: number, column: string) => `${id}.${row}.${column}`
export const signatureTick = (id: string) => `${id}.ticked`

/** Which row of a list a button asks to remove, if it does. */
export function rowGone(id: string, step: string): number | undefined {
  const found = /^row-gone-(\d+)-(.+)$/.exec(step)
  return found?.[2] === id ? Number(found[1]) : undefined
}

interface ListProps {
  field: Field
  labelled: Labelled
  value: FieldValue | undefined
  more: boolean
}

/** A list: each row a group of its own, one empty row at its end; rows are added and removed by the page's own buttons. */
export function ListInput({ field, labelled, value, more }: ListProps) {
  const { say } = useView()
  const rows: readonly RowValue[] = isRows(value) ? value : []
  const most = field['max-rows'] ?? MOST_ROWS
  const least = Math.max(1, field['min-rows'] ?? 1)
  const shown = Math.min(most, Math.max(least, rows.length + (more ? 1 : 0)))
  const numbers = Array.from({ length: shown }, (_, at) => at)
  return (
    <Group labelled={labelled}>
      {numbers.map((at) => (
        <fieldset key={at} className="list-row">
          <legend>{say(`第 ${at + 1} 行`, `Row ${at + 1}`)}</legend>
          {(field.columns ?? []).map((column) => (
            <Cell
              key={column.id}
              column={column}
              name={rowName(field.id, at, column.id)}
              value={rows[at]?.[column.id]}
            />
          ))}
          {rows.length > 0 && at < rows.length ? (
            <button type="submit" name="_step" value={`row-gone-${at}-${field.id}`} className="button-link">
              {say(`删除第 ${at + 1} 行`, `Remove row ${at + 1}`)}
            </button>
          ) : null}
        </fieldset>
      ))}
      {shown < most ? (
        <button
          type="submit"
          name="_step"
          value={`row-more-${field.id}`}
          className="button button-second button-small"
        >
          {say('再加一行', 'Add a row')}
        </button>
      ) : null}
    </Group>
  )
}

interface CellProps {
  column: Column
  name: string
  value: RowValue[string] | undefined
}

function Cell({ column, name, value }: CellProps) {
  const { say, text } = useView()
  const labelled: Labelled = { id: name, label: <Said of={column.label} />, optional: !column.required }
  if (column.type === 'yes-no' || column.type === 'choice') {
    const options =
      column.type === 'choice'
        ? (column.options ?? []).map((option) => ({ value: option.value, label: <Said of={option.label} /> }))
        : [
            { value: 'yes', label: say('是', 'Yes') },
            { value: 'no', label: say('否', 'No') },
          ]
    const chosen = value === true ? 'yes' : value === false ? 'no' : String(value ?? '')
    return (
      <Group labelled={labelled}>
        <Choices kind="radio" name={name} options={options} chosen={[chosen]} />
      </Group>
    )
  }
  const isMoney = column.type === 'money'
  const typed = isMoney && typeof value === 'number' ? value / 100 : (value ?? '')
  return (
    <TextInput
      labelled={labelled}
      name={name}
      type={column.type === 'date' ? 'date' : 'text'}
      inputMode={isMoney || column.type === 'number' ? 'decimal' : 'text'}
      unit={isMoney ? say('元', 'yuan') : column.unit ? text(column.unit) : undefined}
      defaultValue={String(typed)}
      autoComplete="off"
    />
  )
}

interface SignatureProps {
  labelled: Labelled
  value: FieldValue | undefined
}

/** 签名: the declaration ticked, and one's own name typed. */
export function SignatureInput({ labelled, value }: SignatureProps) {
  const { say } = useView()
  const given = isSignature(value) ? value : { signed: '', at: '' }
  const { id } = labelled
  return (
    <Group labelled={labelled}>
      <div className="choices">
        <div className="choice">
          <input
            type="checkbox"
            id={signatureTick(id)}
            name={signatureTick(id)}
            value="yes"
            defaultChecked={given.at !== ''}
          />
          <label htmlFor={signatureTick(id)}>
            {say(
              '我声明以上内容属实，愿意承担法律责任。',
              'I declare that this is true and answer for it in law.',
            )}
          </label>
        </div>
      </div>
      <TextInput
        labelled={{ id: `${id}-name`, label: say('签名（填写本人姓名）', 'Signature (type your own name)') }}
        name={id}
        defaultValue={given.signed}
        width="half"
        autoComplete="name"
      />
    </Group>
  )
}
