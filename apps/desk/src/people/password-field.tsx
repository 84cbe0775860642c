import { Button, Input, Space } from 'antd'
import { Labelled } from '../show/labelled.tsx'
import { PEOPLE } from '../words/people.ts'
import { useWords } from '../words/words.ts'
import { newPassword } from './password.ts'

interface Props {
  readonly label: string
  readonly value: string
  onType(value: string): void
}

/** A password to hand over: shown as it is, with one made up at a click. */
export function PasswordField({ label, value, onType }: Props) {
  const { t } = useWords()
  return (
    <Labelled label={label} hint={t(PEOPLE.passwordHint)}>
      {(id, describedBy) => (
        <Space.Compact block>
          <Input
            id={id}
            aria-describedby={describedBy}
            value={value}
            maxLength={128}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onType(event.target.value)}
          />
          <Button onClick={() => onType(newPassword())}>{t(PEOPLE.generate)}</Button>
        </Space.Compact>
      )}
    </Labelled>
  )
}
