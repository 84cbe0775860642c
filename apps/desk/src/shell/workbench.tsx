import '../styles/controls.css'
import {
  approvalsRoutes,
  assistanceRoutes,
  bundlesRoutes,
  feesRoutes,
  hallRoutes,
  identityRoutes,
  insightRoutes,
  knowledgeRoutes,
  projectsRoutes,
} from 'virtual:contract'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy } from 'react'
import { BrowserRouter, Navigate, Route, Routes } from 'react-router'
import { queries } from '../api/calls.ts'
import { useMayUse } from '../session/use-session.ts'
import { Appearance } from './appearance.tsx'
import { NotFound, NotYours } from './not-here.tsx'
import { Shell } from './shell.tsx'

const InboxPage = lazy(() => import('../inbox/inbox-page.tsx').then((f) => ({ default: f.InboxPage })))
const CasePage = lazy(() => import('../case/case-page.tsx').then((f) => ({ default: f.CasePage })))
const WindowPage = lazy(() => import('../window/window-page.tsx').then((f) => ({ default: f.WindowPage })))
const IntakePage = lazy(() => import('../window/intake-page.tsx').then((f) => ({ default: f.IntakePage })))
const BundleIntakePage = lazy(() =>
  import('../window/bundle-intake-page.tsx').then((f) => ({ default: f.BundleIntakePage })),
)
const BundleTakenPage = lazy(() =>
  import('../window/bundle-taken-page.tsx').then((f) => ({ default: f.BundleTakenPage })),
)
const TakenPage = lazy(() => import('../window/taken-page.tsx').then((f) => ({ default: f.TakenPage })))
const SupervisionPage = lazy(() =>
  import('../supervision/supervision-page.tsx').then((f) => ({ default: f.SupervisionPage })),
)
const HeadOfficePage = lazy(() =>
  import('../supervision/head-office-page.tsx').then((f) => ({ default: f.HeadOfficePage })),
)
const BehindPage = lazy(() =>
  import('../supervision/behind-page.tsx').then((f) => ({ default: f.BehindPage })),
)
const ItemsPage = lazy(() => import('../items/items-page.tsx').then((f) => ({ default: f.ItemsPage })))
const ItemPage = lazy(() => import('../items/item-page.tsx').then((f) => ({ default: f.ItemPage })))
const EditorPage = lazy(() =>
  import('../items/editor/editor-page.tsx').then((f) => ({ default: f.EditorPage })),
)
const ImportPage = lazy(() => import('../items/import-page.tsx').then((f) => ({ default: f.ImportPage })))
const GuidePage = lazy(() => import('../items/guide-page.tsx').then((f) => ({ default: f.GuidePage })))
const LicencesPage = lazy(() =>
  import('../licences/licences-page.tsx').then((f) => ({ default: f.LicencesPage })),
)
const LicencePage = lazy(() =>
  import('../licences/licence-page.tsx').then((f) => ({ default: f.LicencePage })),
)
const PeoplePage = lazy(() => import('../people/people-page.tsx').then((f) => ({ default: f.PeoplePage })))
const DataRequestsPage = lazy(() =>
  import('../data-requests/data-requests-page.tsx').then((f) => ({ default: f.DataRequestsPage })),
)
const MandatesPage = lazy(() =>
  import('../mandates/mandates-page.tsx').then((f) => ({ default: f.MandatesPage })),
)
const PlacesPage = lazy(() => import('../places/places-page.tsx').then((f) => ({ default: f.PlacesPage })))
const KeysPage = lazy(() => import('../keys/keys-page.tsx').then((f) => ({ default: f.KeysPage })))
const { listBundlesAtDesk, getBundleAtDesk } = bundlesRoutes
const BundlesPage = lazy(() =>
  import('../bundles/bundles-page.tsx').then((f) => ({ default: f.BundlesPage })),
)
const BundlePage = lazy(() => import('../bundles/bundle-page.tsx').then((f) => ({ default: f.BundlePage })))
const ProjectsPage = lazy(() =>
  import('../projects/projects-page.tsx').then((f) => ({ default: f.ProjectsPage })),
)
const ProjectPage = lazy(() =>
  import('../projects/project-page.tsx').then((f) => ({ default: f.ProjectPage })),
)

const RatingsPage = lazy(() =>
  import('../ratings/ratings-page.tsx').then((f) => ({ default: f.RatingsPage })),
)
const RatingPage = lazy(() => import('../ratings/rating-page.tsx').then((f) => ({ default: f.RatingPage })))
const AssistancePage = lazy(() =>
  import('../assistance/assistance-page.tsx').then((f) => ({ default: f.AssistancePage })),
)
const HelpPage = lazy(() => import('../assistance/help-page.tsx').then((f) => ({ default: f.HelpPage })))
const RequestPage = lazy(() =>
  import('../assistance/request-page.tsx').then((f) => ({ default: f.RequestPage })),
)
const QuestionsPage = lazy(() =>
  import('../questions/questions-page.tsx').then((f) => ({ default: f.QuestionsPage })),
)
const QuestionPage = lazy(() =>
  import('../questions/question-page.tsx').then((f) => ({ default: f.QuestionPage })),
)
const FaqsPage = lazy(() => import('../questions/faqs-page.tsx').then((f) => ({ default: f.FaqsPage })))
const FeesPage = lazy(() => import('../fees/fees-page.tsx').then((f) => ({ default: f.FeesPage })))
const ChargePage = lazy(() => import('../fees/fees-page.tsx').then((f) => ({ default: f.ChargePage })))

/** Everything behind the sign-in. */
export function Workbench() {
  return (
    <Appearance>
      <QueryClientProvider client={queries}>
        <BrowserRouter basename="/desk">
          <Pages />
        </BrowserRouter>
      </QueryClientProvider>
    </Appearance>
  )
}

function Pages() {
  const may = useMayUse()
  const { listInbox, getCase, getSupervision, listCatalogue, listStandIns } = approvalsRoutes
  const first = may(insightRoutes.getOffice)
    ? '/office'
    : may(listInbox)
      ? '/inbox'
      : may(getSupervision)
        ? '/supervision'
        : may(listCatalogue)
          ? '/items'
          : may(assistanceRoutes.listHelp)
            ? '/assistance'
            : may(feesRoutes.takePayment)
              ? '/fees'
              : '/people'
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<Navigate to={first} replace />} />
        <Route path="inbox" element={may(listInbox) ? <InboxPage /> : <NotYours />} />
        <Route path="cases/:id" element={may(getCase) ? <CasePage /> : <NotYours />} />
        {windowRoutes(may)}
        <Route
          path="licences"
          element={may(approvalsRoutes.listLicences) ? <LicencesPage /> : <NotYours />}
        />
        <Route
          path="licences/:id"
          element={may(approvalsRoutes.getLicence) ? <LicencePage /> : <NotYours />}
        />
        <Route
          path="supervision"
          element={may(insightRoutes.getBoard) ? <SupervisionPage /> : <NotYours />}
        />
        <Route path="office" element={may(insightRoutes.getOffice) ? <HeadOfficePage /> : <NotYours />} />
        <Route
          path="supervision/cases"
          element={may(insightRoutes.getBoard) ? <BehindPage /> : <NotYours />}
        />
        <Route path="items" element={may(listCatalogue) ? <ItemsPage /> : <NotYours />} />
        <Route path="items/import" element={may(listCatalogue) ? <ImportPage /> : <NotYours />} />
        <Route path="items/:code/:version" element={may(listCatalogue) ? <ItemPage /> : <NotYours />} />
        <Route
          path="items/:code/:version/edit"
          element={may(listCatalogue) ? <EditorPage /> : <NotYours />}
        />
        <Route path="guide/:code" element={<GuidePage />} />
        <Route path="people" element={may(identityRoutes.listStaff) ? <PeoplePage /> : <NotYours />} />
        <Route
          path="data-requests"
          element={may(identityRoutes.listDataRequestsAtDesk) ? <DataRequestsPage /> : <NotYours />}
        />
        <Route path="places" element={may(approvalsRoutes.listQuotas) ? <PlacesPage /> : <NotYours />} />
        <Route path="mandates" element={may(listStandIns) ? <MandatesPage /> : <NotYours />} />
        <Route path="keys" element={may(identityRoutes.listKeys) ? <KeysPage /> : <NotYours />} />
        <Route path="projects" element={may(projectsRoutes.listProjects) ? <ProjectsPage /> : <NotYours />} />
        <Route
          path="projects/:id"
          element={may(projectsRoutes.getProjectAtDesk) ? <ProjectPage /> : <NotYours />}
        />
        {adviceRoutes(may)}
        {sideRoutes(may)}
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  )
}

/** Whatever is taken in at a window. */
function windowRoutes(may: ReturnType<typeof useMayUse>) {
  return (
    <>
      <Route path="window" element={may(identityRoutes.findWalkIn) ? <WindowPage /> : <NotYours />} />
      <Route path="window/:id" element={may(approvalsRoutes.openIntake) ? <IntakePage /> : <NotYours />} />
      <Route
        path="window/bundles/:id"
        element={may(bundlesRoutes.openBundleAtWindow) ? <BundleIntakePage /> : <NotYours />}
      />
      <Route
        path="window/bundles/:id/taken"
        element={may(bundlesRoutes.openBundleAtWindow) ? <BundleTakenPage /> : <NotYours />}
      />
      <Route
        path="window/taken/:id"
        element={may(approvalsRoutes.openIntake) ? <TakenPage /> : <NotYours />}
      />
    </>
  )
}

/** Ratings, bundles, and fees. */
function sideRoutes(may: ReturnType<typeof useMayUse>) {
  return (
    <>
      <Route path="ratings" element={may(hallRoutes.listRatings) ? <RatingsPage /> : <NotYours />} />
      <Route path="ratings/:id" element={may(hallRoutes.getRating) ? <RatingPage /> : <NotYours />} />
      <Route path="bundles" element={may(listBundlesAtDesk) ? <BundlesPage /> : <NotYours />} />
      <Route path="bundles/:id" element={may(getBundleAtDesk) ? <BundlePage /> : <NotYours />} />
      <Route path="fees" element={may(feesRoutes.listCharges) ? <FeesPage /> : <NotYours />} />
      <Route path="fees/:id" element={may(feesRoutes.getFeesAtDesk) ? <ChargePage /> : <NotYours />} />
    </>
  )
}

/** What people ask, and whom assistants help. */
function adviceRoutes(may: ReturnType<typeof useMayUse>) {
  return (
    <>
      <Route path="assistance" element={may(assistanceRoutes.listHelp) ? <AssistancePage /> : <NotYours />} />
      <Route
        path="assistance/new"
        element={may(identityRoutes.findWalkIn) ? <RequestPage /> : <NotYours />}
      />
      <Route path="assistance/:id" element={may(assistanceRoutes.getHelp) ? <HelpPage /> : <NotYours />} />
      <Route
        path="questions"
        element={may(knowledgeRoutes.listQuestions) ? <QuestionsPage /> : <NotYours />}
      />
      <Route
        path="questions/:id"
        element={may(knowledgeRoutes.getQuestion) ? <QuestionPage /> : <NotYours />}
      />
      <Route path="faqs" element={may(knowledgeRoutes.listFaqs) ? <FaqsPage /> : <NotYours />} />
    </>
  )
}
