import { Input } from 'antd'
import { Labelled } from '../../show/labelled.tsx'

interface Props {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly optional?: boolean
  readonly most?: number
  readonly rows?: number
  onType(value: string): void
}

export function LongText({ label, hint, value, optional = false, most = 2000, rows = 3, onType }: Props) {
  return (
    <Labelled label={label} hint={hint} optional={optional}>
      {(id, describedBy) => (
        <Input.TextArea
          id={id}
          aria-describedby={describedBy}
          value={value}
          maxLength={most}
          rows={rows}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Labelled>
  )
}

/** Whether a text is long enough to be a reason: two characters, as the contract asks. */
export function isReason(text: string): boolean {
  return text.trim().length >= 2
}
