import type { Site } from '@mashang/kit'
import { ASSETS_PREFIX, readAssets } from './build-assets.ts'
import { renderMain, renderPage, viewOf } from './frame/render.tsx'
import { pagesOf, type Route } from './frame/route.ts'
import type { SiteNeeds } from './needs.ts'
import { accountRoutes } from './pages/account/account-page.tsx'
import { expiringRoute } from './pages/account/certificate-expiry.tsx'
import { certificateSignInRoute } from './pages/account/certificate-sign-in.tsx'
import { certificateRoutes } from './pages/account/certificates.tsx'
import { demoMessagesRoute } from './pages/account/demo-messages.tsx'
import { codeRoutes } from './pages/account/one-time-code.tsx'
import { privacyRoutes } from './pages/account/privacy.tsx'
import { signInRoutes } from './pages/account/sign-in.tsx'
import { announcementRoutes } from './pages/announcements.tsx'
import { deliveryRoutes } from './pages/apply/delivery-page.tsx'
import { formRoutes } from './pages/apply/form-page.tsx'
import { materialsRoutes } from './pages/apply/materials-page.tsx'
import { reviewRoutes } from './pages/apply/review-page.tsx'
import { startRoutes } from './pages/apply/start-page.tsx'
import { articleRoutes } from './pages/articles.tsx'
import { helpRoutes } from './pages/assistance/help-page.tsx'
import { myHelpRoute } from './pages/assistance/my-help.tsx'
import { helpRequestRoutes } from './pages/assistance/request-page.tsx'
import { bundleCaseRoutes } from './pages/bundles/case-page.tsx'
import { bundleGuideRoutes } from './pages/bundles/guide-page.tsx'
import { bundleListRoute } from './pages/bundles/list-page.tsx'
import { bundleSheetRoutes } from './pages/bundles/sheet-page.tsx'
import { casePageRoute } from './pages/case/case-page.tsx'
import { correctRoutes } from './pages/case/correct-page.tsx'
import { donePageRoute } from './pages/case/done-page.tsx'
import { myApplicationsRoute } from './pages/case/list-page.tsx'
import { procedureRoutes } from './pages/case/procedures.tsx'
import { receiptRoutes } from './pages/case/receipt-page.tsx'
import { withdrawRoutes } from './pages/case/withdraw-page.tsx'
import { catalogueRoute } from './pages/catalogue/catalogue-page.tsx'
import { entryRoute } from './pages/catalogue/entry-page.tsx'
import { demoCounterRoutes } from './pages/fees/demo-counter.tsx'
import { feesRoutes } from './pages/fees/fees-page.tsx'
import { myFeesRoute } from './pages/fees/my-fees.tsx'
import { feeReceiptRoutes } from './pages/fees/receipt-page.tsx'
import { refundRoutes } from './pages/fees/refund-page.tsx'
import { figuresRoutes } from './pages/figures.tsx'
import { draftFormRoute } from './pages/guide/draft-form.tsx'
import { draftGuideRoute, guideRoute } from './pages/guide/guide-route.tsx'
import { quotaRoute } from './pages/guide/quota-page.tsx'
import { homeRoute } from './pages/home.tsx'
import { departmentsRoute, itemsRoute } from './pages/items.tsx'
import { licenceRoutes } from './pages/licences/licences-page.tsx'
import { myMaterialsRoutes } from './pages/materials/my-materials.tsx'
import { preferRoute } from './pages/prefer.ts'
import { acceptanceRoutes } from './pages/projects/acceptance-page.tsx'
import { drawingsRoutes } from './pages/projects/drawings-page.tsx'
import { guidanceRoutes } from './pages/projects/guidance-page.tsx'
import { projectListRoutes } from './pages/projects/list-pages.tsx'
import { projectRoutes } from './pages/projects/project-page.tsx'
import { registerRoutes } from './pages/projects/register-page.tsx'
import { stageRoutes } from './pages/projects/stage-page.tsx'
import { askRoutes } from './pages/questions/ask-page.tsx'
import { myQuestionsRoutes } from './pages/questions/my-questions.tsx'
import { publicAnswersRoute } from './pages/questions/public-answers.tsx'
import { codeRatingRoutes } from './pages/ratings/code-pages.tsx'
import { deviceRoutes } from './pages/ratings/device-pages.tsx'
import { myRatingRoutes } from './pages/ratings/my-ratings.tsx'
import { publicRatingRoutes } from './pages/ratings/public-page.tsx'
import { trackRoutes } from './pages/track.tsx'
import { troubleScreen } from './pages/trouble.tsx'
import { receiptCheckRoutes } from './pages/verify/receipt-check.tsx'
import { verifyRoutes } from './pages/verify/verify-pages.tsx'

const ROUTES: readonly Route[] = [
  homeRoute,
  itemsRoute,
  departmentsRoute,
  catalogueRoute,
  entryRoute,
  guideRoute,
  quotaRoute,
  draftGuideRoute,
  draftFormRoute,
  bundleListRoute,
  ...bundleGuideRoutes,
  ...bundleCaseRoutes,
  ...bundleSheetRoutes,
  ...announcementRoutes,
  ...figuresRoutes,
  ...articleRoutes,
  preferRoute,
  ...signInRoutes,
  ...codeRoutes,
  ...accountRoutes,
  ...certificateRoutes,
  certificateSignInRoute,
  expiringRoute,
  ...privacyRoutes,
  demoMessagesRoute,
  ...startRoutes,
  ...reviewRoutes,
  ...formRoutes,
  ...materialsRoutes,
  ...deliveryRoutes,
  myApplicationsRoute,
  ...myMaterialsRoutes,
  casePageRoute,
  donePageRoute,
  ...receiptRoutes,
  ...correctRoutes,
  myFeesRoute,
  ...feesRoutes,
  ...refundRoutes,
  ...demoCounterRoutes,
  ...procedureRoutes,
  ...withdrawRoutes,
  ...licenceRoutes,
  ...myRatingRoutes,
  ...codeRatingRoutes,
  ...deviceRoutes,
  ...publicRatingRoutes,
  ...trackRoutes,
  publicAnswersRoute,
  ...helpRequestRoutes,
  myHelpRoute,
  ...helpRoutes,
  ...askRoutes,
  ...myQuestionsRoutes,
  ...receiptCheckRoutes,
  ...feeReceiptRoutes,
  ...projectListRoutes,
  ...registerRoutes,
  ...projectRoutes,
  ...stageRoutes,
  ...guidanceRoutes,
  ...drawingsRoutes,
  ...acceptanceRoutes,
  ...verifyRoutes,
]

/** The public site; its assets must have been built into `needs.assetsFolder`. */
export async function createSite(needs: SiteNeeds): Promise<Site> {
  const assets = await readAssets(needs.assetsFolder)
  return {
    pages: pagesOf(ROUTES, needs, assets),
    signIn: '/sign-in',
    renderTrouble(request, trouble) {
      const view = viewOf(request, needs, assets)
      const screen = troubleScreen(trouble, view, () => request.csrfToken)
      return renderPage(renderMain(screen, view), view, () => request.csrfToken)
    },
    assets: { prefix: ASSETS_PREFIX, folder: needs.assetsFolder },
  }
}
