import { approvalsEndpoints } from '@mashang/approvals/contract'
import { assistanceEndpoints } from '@mashang/assistance/contract'
import { bundlesEndpoints } from '@mashang/bundles/contract'
import { feesEndpoints } from '@mashang/fees/contract'
import { hallEndpoints } from '@mashang/hall/contract'
import { identityEndpoints } from '@mashang/identity/contract'
import { insightEndpoints } from '@mashang/insight/contract'
import type { Access, Client, Page, PageAnswer, PageRequest, Refusal } from '@mashang/kit'
import { isRefusal, refuse } from '@mashang/kit'
import { knowledgeEndpoints } from '@mashang/knowledge/contract'
import { projectsEndpoints } from '@mashang/projects/contract'
import type { SiteNeeds } from '../needs.ts'
import { refusalScreen } from '../pages/trouble.tsx'
import { type KeptPages, keptPages } from './kept-pages.ts'
import { preferencesKey } from './preferences.ts'
import { answerOf, type RenderedScreen, renderMain, renderPage, type Screen, viewOf } from './render.tsx'
import type { AssetNames, View } from './view.tsx'

/** What the handler of a page is given. */
export interface Visit {
  readonly request: PageRequest
  readonly view: View
  readonly needs: SiteNeeds
  readonly approvals: Client<typeof approvalsEndpoints>
  readonly identity: Client<typeof identityEndpoints>
  readonly hall: Client<typeof hallEndpoints>
  readonly fees: Client<typeof feesEndpoints>
  readonly insight: Client<typeof insightEndpoints>
  readonly assistance: Client<typeof assistanceEndpoints>
  readonly knowledge: Client<typeof knowledgeEndpoints>
  readonly projects: Client<typeof projectsEndpoints>
  readonly bundles: Client<typeof bundlesEndpoints>
}

/** A page, an answer of another kind, or a refusal, which becomes a page that explains it. */
export type Shown = Screen | PageAnswer | Refusal

export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly access: Access
  readonly takes?: 'form' | 'multipart'
  readonly perMinute?: number
  /** The main part is the same for every visitor of one language and edition, so it may be kept. */
  readonly shared?: boolean
  show(visit: Visit): Promise<Shown>
}

const SECONDS = 1000
const MEGABYTES = 1 << 20

/** Turns the routes of the site into pages of the contract. */
export function pagesOf(routes: readonly Route[], needs: SiteNeeds, assets: AssetNames): Page[] {
  const mains = keptPages<RenderedScreen>({ fresh: 2 * SECONDS, entries: 2000, size: 32 * MEGABYTES })
  const whole = keptPages<string>({ fresh: 2 * SECONDS, entries: 2000, size: 64 * MEGABYTES })
  return routes.map((route) => ({
    method: route.method,
    path: route.path,
    access: route.access,
    ...(route.takes === undefined ? {} : { takes: route.takes }),
    ...(route.perMinute === undefined ? {} : { perMinute: route.perMinute }),
    render: (request) => {
      const kept = route.shared ? { mains, whole } : undefined
      return render(route, request, needs, assets, kept)
    },
  }))
}

interface Kept {
  readonly mains: KeptPages<RenderedScreen>
  readonly whole: KeptPages<string>
}

async function render(
  route: Route,
  request: PageRequest,
  needs: SiteNeeds,
  assets: AssetNames,
  kept: Kept | undefined,
): Promise<PageAnswer> {
  const view = viewOf(request, needs, assets)
  const now = Date.now()
  // The origin is part of the key, since a page may show its own address (QR code).
  const key = kept
    ? `${request.language}${preferencesKey(view.preferences)}${request.origin}${request.url}`
    : ''
  const anonymous = request.who.kind === 'anonymous'
  const page = anonymous ? kept?.whole.find(key, now) : undefined
  if (page !== undefined) return { html: page }
  let screen = kept?.mains.find(key, now)
  if (!screen) {
    const shown = await route.show({
      request,
      view,
      needs,
      approvals: request.client(approvalsEndpoints),
      identity: request.client(identityEndpoints),
      hall: request.client(hallEndpoints),
      fees: request.client(feesEndpoints),
      insight: request.client(insightEndpoints),
      assistance: request.client(assistanceEndpoints),
      knowledge: request.client(knowledgeEndpoints),
      projects: request.client(projectsEndpoints),
      bundles: request.client(bundlesEndpoints),
    })
    const whatToShow = isRefusal(shown) ? refusalScreen(plain(shown, route), view) : shown
    if (!('main' in whatToShow)) return whatToShow
    screen = renderMain(whatToShow, view)
    if (keepable(screen)) kept?.mains.keep(key, screen, screen.mainHtml.length, now)
  }
  const html = renderPage(screen, view, () => request.csrfToken)
  if (anonymous && keepable(screen)) kept?.whole.keep(key, html, html.length, now)
  return answerOf(screen, html)
}

/** An address that nobody can have been given is a page that does not exist, not a form filled in wrongly. */
function plain(refusal: Refusal, route: Route): Refusal {
  return route.method === 'GET' && refusal.code === 'input-invalid' ? refuse('not-found') : refusal
}

/** Only a plain success is kept; a refusal or an answer that sets a cookie is made anew. */
function keepable(screen: RenderedScreen): boolean {
  return screen.status === undefined && screen.cookies === undefined
}

/** The one value of a field of a form or query; empty where it was not given. */
export function one(fields: PageRequest['form'], name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
