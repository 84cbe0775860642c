import { useEffect, useRef } from 'react'
import { SIGN_IN } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { SignInForm } from './sign-in-form.tsx'
import { type StaffMe, session } from './store.ts'
import { signOut } from './use-session.ts'

/** Over the page when the session is over: what was typed below stays, and the call that found out goes on. */
export function SignInAgain({ me }: { readonly me: StaffMe }) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLInputElement>('[name=password]')?.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="again"
      aria-labelledby="again-title"
      // Escape must not leave a page that no call can serve.
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="again-title">{t(SIGN_IN.againTitle)}</h2>
      <p className="quiet">{t(SIGN_IN.againLead)}</p>
      <SignInForm account={me.staff.account} />
      <button
        type="button"
        className="link-button"
        onClick={() => {
          session.left()
          void signOut()
        }}
      >
        {t(SIGN_IN.leave)}
      </button>
    </dialog>
  )
}
