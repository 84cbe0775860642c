import type { WalkIn } from '@mashang/identity/contract'
import { App, Button, Input } from 'antd'
import { identity } from '../api/calls.ts'
import { useDraft } from '../case/actions/use-draft.ts'
import { Labelled } from '../show/labelled.tsx'
import { RefusalNote } from '../show/refusal-note.tsx'
import { useWrite } from '../show/use-write.ts'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'

interface Props {
  /** What was looked for: a number that is already typed is not typed again. */
  readonly number: string
  onRegistered(person: WalkIn): void
}

/** Name, card and phone of somebody without an account; he takes it over with a code to his phone. */
export function RegisterPerson({ number, onRegistered }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const [typed, type, clear] = useDraft('window', 'register', {
    name: '',
    idCard: /^\d{17}[\dXx]$/.test(number) ? number : '',
    phone: /^1\d{10}$/.test(number) ? number : '',
  })
  const { pending, refusal, write } = useWrite<WalkIn>()
  const errorOf = (path: string) => {
    const words = refusal?.fields.find((field) => field.path === path)?.words
    return words && t(words)
  }

  async function register() {
    const input = { name: typed.name.trim(), idCard: typed.idCard.trim(), phone: typed.phone.trim() }
    const person = await write(input, (key) => identity.registerWalkIn({ input, key }))
    if (!person) return
    clear()
    void message.success(t(WINDOW.registered))
    onRegistered(person)
  }

  const line = (name: 'name' | 'idCard' | 'phone', label: string) => (
    <Labelled label={label} error={errorOf(name)}>
      {(id, describedBy) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          autoComplete="off"
          value={typed[name]}
          onChange={(event) => type({ ...typed, [name]: event.target.value })}
        />
      )}
    </Labelled>
  )
  return (
    <form
      className="window-register"
      onSubmit={(event) => {
        event.preventDefault()
        void register()
      }}
    >
      <h3>{t(WINDOW.register)}</h3>
      <p className="quiet">{t(WINDOW.registerHint)}</p>
      {line('name', t(WINDOW.name))}
      {line('idCard', t(WINDOW.idCard))}
      {line('phone', t(WINDOW.phone))}
      <RefusalNote refusal={refusal} />
      <Button
        type="primary"
        htmlType="submit"
        loading={pending}
        disabled={!typed.name.trim() || !typed.idCard.trim() || !typed.phone.trim()}
      >
        {t(WINDOW.register)}
      </Button>
    </form>
  )
}
