import type { Site } from '@mashang/kit'
import { ASSETS_PREFIX, readAssets } from './build-assets.ts'
import { renderMain, renderPage, viewOf } from './frame/render.tsx'
import { pagesOf, type Route } from './frame/route.ts'
import type { SiteNeeds } from './needs.ts'
import { guideRoute } from './pages/guide/guide-route.tsx'
import { homeRoute } from './pages/home.tsx'
import { departmentsRoute, itemsRoute } from './pages/items.tsx'
import { preferRoute } from './pages/prefer.ts'
import { refusalScreen } from './pages/trouble.tsx'

const ROUTES: readonly Route[] = [homeRoute, itemsRoute, departmentsRoute, guideRoute, preferRoute]

/** The public site; its assets must have been built into `needs.assetsFolder`. */
export async function createSite(needs: SiteNeeds): Promise<Site> {
  const assets = await readAssets(needs.assetsFolder)
  return {
    pages: pagesOf(ROUTES, needs, assets),
    signIn: '/sign-in',
    renderTrouble(request, { refusal, status }) {
      const view = viewOf(request, needs, assets)
      return renderPage(renderMain(refusalScreen(refusal, view, status), view), view, () => request.csrfToken)
    },
    assets: { prefix: ASSETS_PREFIX, folder: needs.assetsFolder },
  }
}
