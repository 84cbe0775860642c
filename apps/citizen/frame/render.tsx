import type { PageAnswer, PageRequest, SetCookie } from '@mashang/kit'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { SiteNeeds } from '../needs.ts'
import { type Frame, Layout, MAIN_GOES_HERE } from './layout.tsx'
import { preferencesOf } from './preferences.ts'
import { type AssetNames, type View, ViewProvider } from './view.tsx'

/** One page as its handler gives it: what goes into the frame, and the main part. */
export interface Screen extends Omit<Frame, 'csrfToken'> {
  readonly main: ReactNode
  readonly status?: number
  readonly cookies?: readonly SetCookie[]
}

/** A page whose main part is already markup, to be kept and used again. */
export interface RenderedScreen extends Omit<Screen, 'main'> {
  readonly mainHtml: string
}

export function viewOf(request: PageRequest, needs: SiteNeeds, assets: AssetNames): View {
  const { language } = request
  return {
    language,
    city: needs.city,
    preferences: preferencesOf(request.cookies),
    who: request.who,
    url: request.url,
    origin: request.origin,
    assets,
    say: (zh, en) => (language === 'zh' ? zh : en),
    text: (text) => (language === 'zh' ? text.zh : (text.en ?? text.zh)),
  }
}

export function renderMain({ main, ...frame }: Screen, view: View): RenderedScreen {
  return { ...frame, mainHtml: renderToStaticMarkup(<ViewProvider view={view}>{main}</ViewProvider>) }
}

/** Puts the main part into the frame. The token is asked for only where the frame has a form for it. */
export function renderPage(screen: RenderedScreen, view: View, csrfToken: () => string): string {
  const frame: Frame = view.who.kind === 'citizen' ? { ...screen, csrfToken: csrfToken() } : screen
  const around = renderToStaticMarkup(
    <ViewProvider view={view}>
      <Layout {...frame} />
    </ViewProvider>,
  )
  const at = around.indexOf(MAIN_GOES_HERE)
  return `<!doctype html>${around.slice(0, at)}${screen.mainHtml}${around.slice(at + MAIN_GOES_HERE.length)}`
}

export function answerOf(screen: RenderedScreen, html: string): PageAnswer {
  return {
    html,
    ...(screen.status === undefined ? {} : { status: screen.status }),
    ...(screen.cookies === undefined ? {} : { cookies: screen.cookies }),
  }
}
