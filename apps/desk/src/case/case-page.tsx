import { feesRoutes } from 'virtual:contract'
import type { ApplicationView } from '@mashang/approvals/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { BundlePanel } from '../bundles/bundle-panel.tsx'
import { CaseFees } from '../fees/case-fees.tsx'
import { recallOrder } from '../inbox/case-order.ts'
import { RatingCodePanel } from '../ratings/rating-code.tsx'
import { useMayUse } from '../session/use-session.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { CASE } from '../words/case.ts'
import { SHELL } from '../words/shell.ts'
import { useWords } from '../words/words.ts'
import { ActionPanel } from './actions/action-panel.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseNeighbours } from './case-neighbours.tsx'
import { caseQuery, useFreshCase } from './case-query.ts'
import { AnswersPanel } from './facts/answers-panel.tsx'
import { ApplicantPanel } from './facts/applicant-panel.tsx'
import { CorrectionPanel } from './facts/correction-panel.tsx'
import { DocumentsPanel } from './facts/documents-panel.tsx'
import { HandlingPanels } from './facts/handling-panel.tsx'
import { JournalPanel } from './facts/journal-panel.tsx'
import { MaterialsPanel } from './facts/materials-panel.tsx'
import { OutcomePanel } from './facts/outcome-panel.tsx'
import { ProceedingsPanels } from './facts/proceedings-panel.tsx'
import { StepsLine } from './facts/steps-line.tsx'
import { WhyPanel } from './facts/why-panel.tsx'

/** One case on one page: facts left, action right, journal below. */
export function CasePage() {
  const { id = '' } = useParams()
  const { t, language } = useWords()
  const query = useQuery(caseQuery(id, language))
  useFreshCase(id, query.data?.number, query.data?.revision)
  const number = query.data?.number ?? t(SHELL.caseOne)
  return (
    <div className="page case">
      <PageTitle title={number} trail={[{ label: t(SHELL.inbox), to: recallOrder().from }]}>
        <CaseNeighbours id={id} />
      </PageTitle>
      {query.isPending && <Loading rows={12} />}
      {query.isError && !query.data && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Case key={id} view={query.data} />}
    </div>
  )
}

/** Inspectors and those who are asked for an opinion have no part in it. */
function MaybeFees({ id }: { readonly id: string }) {
  const may = useMayUse()
  return may(feesRoutes.getFeesAtDesk) ? <CaseFees id={id} quiet /> : null
}

function Case({ view }: { readonly view: ApplicationView }) {
  const { t } = useWords()
  return (
    <>
      <CaseHead view={view} />
      {view.steps.length > 0 && <StepsLine steps={view.steps} />}
      <div className="case-body">
        <section className="case-facts" aria-label={t(CASE.facts)}>
          <OutcomePanel view={view} />
          <CorrectionPanel view={view} />
          <BundlePanel application={view.id} />
          <HandlingPanels view={view} />
          <ProceedingsPanels view={view} />
          <MaybeFees id={view.id} />
          <ApplicantPanel view={view} />
          <AnswersPanel view={view} />
          <MaterialsPanel view={view} />
          <DocumentsPanel documents={view.documents} />
          {(view.concludedAt || view.channel === 'window') && <RatingCodePanel application={view.id} />}
          <WhyPanel view={view} />
          <JournalPanel lines={view.journal} />
        </section>
        <ActionPanel view={view} />
      </div>
    </>
  )
}
