import { lazy, Suspense } from 'react'
import { SignInAgain } from './session/sign-in-again.tsx'
import { SignInPage } from './session/sign-in-page.tsx'
import { useSession } from './session/use-session.ts'
import { Boundary } from './shell/boundary.tsx'
import { Emblem } from './shell/emblem.tsx'
import { useShade } from './shell/shade.ts'
import { SHELL } from './words/shell.ts'
import { useWords } from './words/words.ts'

const Workbench = lazy(() => import('./shell/workbench.tsx').then((file) => ({ default: file.Workbench })))

/** The whole desk: the sign-in, which is light, or the workbench, which is fetched once one is in. */
export function Desk() {
  useShade()
  const state = useSession()
  return (
    <Boundary>
      <Suspense fallback={<Splash />}>
        {state.phase === 'loading' && <Splash />}
        {state.phase === 'out' && <SignInPage state={state} />}
        {(state.phase === 'in' || state.phase === 'expired') && <Workbench key={state.me.id} />}
        {state.phase === 'expired' && <SignInAgain me={state.me} />}
      </Suspense>
    </Boundary>
  )
}

function Splash() {
  const { t } = useWords()
  return (
    <div className="splash" role="status">
      <Emblem />
      <span>{t(SHELL.loading)}</span>
    </div>
  )
}
