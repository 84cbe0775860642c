import { useEffect } from 'react'
import { Emblem } from '../shell/emblem.tsx'
import { preferences } from '../shell/preferences.ts'
import { SHELL, SIGN_IN } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { SignInForm } from './sign-in-form.tsx'
import type { SessionState } from './store.ts'
import { loadSession } from './use-session.ts'

/** Shown at whatever address was asked for: after signing in, that page is simply there. */
export function SignInPage({ state }: { readonly state: SessionState & { readonly phase: 'out' } }) {
  const { t, language } = useWords()
  useEffect(() => {
    document.title = `${t(SIGN_IN.title)} · ${t(SHELL.name)}`
    // The desk itself is fetched while the password is typed.
    // Should it fail, the real import after signing in says so.
    import('../shell/workbench.tsx').catch(() => undefined)
  }, [t])
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <span className="brand">
          <Emblem />
          <strong>{t(SHELL.name)}</strong>
          <span className="brand-part">{t(SHELL.desk)}</span>
        </span>
        <button
          type="button"
          className="on-deep-button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => preferences.set({ language: language === 'zh' ? 'en' : 'zh' })}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <main className="sign-in-main">
        <section className="sign-in-card" aria-labelledby="sign-in-title">
          <h1 id="sign-in-title">{t(SIGN_IN.title)}</h1>
          <p className="quiet">{t(SIGN_IN.lead)}</p>
          {state.me === undefined && <Unreachable />}
          {state.me?.kind === 'citizen' && <p className="note note-soon">{t(SIGN_IN.citizen)}</p>}
          <SignInForm demo={state.me?.demo ?? false} />
        </section>
        <p className="sign-in-foot">
          <a href="/">{t(SIGN_IN.publicSite)}</a>
        </p>
      </main>
    </div>
  )
}

function Unreachable() {
  const { t } = useWords()
  return (
    <p className="note note-late" role="alert">
      {t(SIGN_IN.unreachable)}{' '}
      <button type="button" className="link-button" onClick={() => void loadSession()}>
        {t(SHELL.retry)}
      </button>
    </p>
  )
}
