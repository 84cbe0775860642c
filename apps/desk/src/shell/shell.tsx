import { Suspense, useEffect } from 'react'
import { Outlet, useLocation, useNavigationType } from 'react-router'
import { lookWhoIsThere } from '../session/use-session.ts'
import { Loading } from '../show/states.tsx'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { Boundary } from './boundary.tsx'
import { usePreferences } from './preferences.ts'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'

/** Rail at the left, bar on top, the page in the middle. */
export function Shell() {
  const { t } = useWords()
  const { rail } = usePreferences()
  const { pathname, search } = useLocation()
  const place = pathname + search
  const how = useNavigationType()
  useEffect(() => {
    // Going back finds the place one came from; anything else begins at the top.
    if (how !== 'POP' && place) window.scrollTo(0, 0)
  }, [how, place])
  useEffect(() => {
    const look = () => void (document.visibilityState === 'visible' && lookWhoIsThere())
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return (
    <div className={`shell rail-${rail}`}>
      <a className="skip" href="#content">
        {t(SHELL.skip)}
      </a>
      <Rail />
      <TopBar />
      <main id="content" className="content" tabIndex={-1}>
        <Boundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </Boundary>
      </main>
    </div>
  )
}
