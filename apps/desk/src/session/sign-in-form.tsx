import type { Me } from '@mashang/identity/contract'
import { type FormEvent, useRef, useState } from 'react'
import { identity } from '../api/calls.ts'
import { isShown } from '../api/client.ts'
import type { ShownRefusal } from '../api/shown-refusal.ts'
import { SIGN_IN } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { session } from './store.ts'

interface Props {
  /** Given when the same person signs in again. */
  readonly account?: string
  /** A demonstration offers its accounts. */
  readonly demo?: boolean
}

/** Account and password. */
export function SignInForm({ account = '', demo = false }: Props) {
  const { t } = useWords()
  const [typed, setTyped] = useState({ account, password: '' })
  const [missing, setMissing] = useState<'account' | 'password'>()
  const [refusal, setRefusal] = useState<ShownRefusal>()
  const [pending, setPending] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const lacks = typed.account.trim() === '' ? 'account' : typed.password === '' ? 'password' : undefined
    setMissing(lacks)
    setRefusal(undefined)
    if (lacks) return form.current?.querySelector<HTMLInputElement>(`[name=${lacks}]`)?.focus()
    setPending(true)
    const answer = await identity.signInStaff({
      input: { account: typed.account.trim().toLowerCase(), password: typed.password },
    })
    setPending(false)
    if (isShown(answer)) setRefusal(answer)
    else session.is(answer as Me)
  }

  return (
    <form className="sign-in-form" onSubmit={submit} ref={form} noValidate>
      {refusal && (
        <p className="note note-late" role="alert">
          {t(refusal.words)}
        </p>
      )}
      <TextField
        name="account"
        label={t(SIGN_IN.account)}
        value={typed.account}
        error={missing === 'account' ? t(SIGN_IN.accountMissing) : undefined}
        onType={(value) => setTyped({ ...typed, account: value })}
        autoFocus={account === ''}
      />
      <TextField
        name="password"
        label={t(SIGN_IN.password)}
        value={typed.password}
        error={missing === 'password' ? t(SIGN_IN.passwordMissing) : undefined}
        onType={(value) => setTyped({ ...typed, password: value })}
        autoFocus={account !== ''}
      />
      <button type="submit" className="sign-in-button" disabled={pending}>
        {t(pending ? SIGN_IN.submitting : SIGN_IN.submit)}
      </button>
      {demo && <DemoAccounts onChoose={setTyped} />}
    </form>
  )
}

interface FieldProps {
  readonly name: 'account' | 'password'
  readonly label: string
  readonly value: string
  readonly error: string | undefined
  readonly autoFocus: boolean
  onType(value: string): void
}

function TextField({ name, label, value, error, autoFocus, onType }: FieldProps) {
  const { t } = useWords()
  const [shown, setShown] = useState(name === 'account')
  const id = `sign-in-${name}`
  return (
    <div className="sign-in-field">
      <label htmlFor={id}>{label}</label>
      <span className="sign-in-input">
        <input
          id={id}
          name={name}
          type={shown ? 'text' : 'password'}
          value={value}
          onChange={(event) => onType(event.target.value)}
          autoComplete={name === 'account' ? 'username' : 'current-password'}
          autoCapitalize="none"
          spellCheck={false}
          ref={autoFocus ? focusOnce : undefined}
          aria-invalid={error !== undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        {name === 'password' && (
          <button type="button" onClick={() => setShown(!shown)} aria-pressed={shown}>
            {t(shown ? SIGN_IN.hide : SIGN_IN.show)}
          </button>
        )}
      </span>
      {error && (
        <span className="sign-in-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  )
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus()
}
