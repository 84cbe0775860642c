import { Input } from 'antd'
import { Labelled } from './labelled.tsx'

interface Props {
  readonly label: string
  readonly value: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly most?: number
  readonly type?: 'text' | 'date'
  onType(value: string): void
}

/** One line of text under its label. */
export function TextInput({ label, value, hint, error, optional, most = 200, type = 'text', onType }: Props) {
  return (
    <Labelled label={label} hint={hint} error={error} optional={optional ?? false}>
      {(id, describedBy) => (
        <Input
          id={id}
          type={type}
          aria-describedby={describedBy}
          status={error ? 'error' : ''}
          value={value}
          maxLength={most}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Labelled>
  )
}
