import type { ApplicationView } from '@mashang/approvals/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, QRCode } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { ActionPanel } from '../case/actions/action-panel.tsx'
import { caseQuery } from '../case/case-query.ts'
import { DocumentsPanel } from '../case/facts/documents-panel.tsx'
import { MaterialsPanel } from '../case/facts/materials-panel.tsx'
import { OutcomePanel as Decided } from '../case/facts/outcome-panel.tsx'
import { Panel } from '../case/facts/panel.tsx'
import { RatingCodePanel } from '../ratings/rating-code.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { StatusTag } from '../show/status-tag.tsx'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { Slip } from './slip.tsx'

/** How many documents a case calls for by now; they come a moment after the entry. */
function awaited({ journal }: ApplicationView): number {
  const calls = ['accepted', 'correction-requested', 'declined', 'found-not-needed', 'decided', 'delivered']
  return 1 + journal.filter(({ kind }) => calls.includes(kind)).length
}

/** After an intake: the number, what happens next, what to print; and for an on-the-spot item, the decision. */
export function TakenPage() {
  const { id = '' } = useParams()
  const { t, language } = useWords()
  const query = useQuery(caseQuery(id, language))
  const view = query.data
  const waiting = view !== undefined && view.documents.length < awaited(view)
  const { refetch } = query
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => void refetch(), 1500)
    return () => clearInterval(timer)
  }, [waiting, refetch])
  return (
    <div className="page window">
      <PageTitle
        title={view ? `${t(WINDOW.takenTitle)} · ${view.number}` : t(WINDOW.takenTitle)}
        trail={[{ label: t(WINDOW.title), to: '/window' }]}
      >
        <Link className="plain-button" to={`/cases/${id}`}>
          {t(WINDOW.openCase)}
        </Link>
        <Link className="plain-button" to="/window">
          {t(WINDOW.next)}
        </Link>
      </PageTitle>
      {query.isError && !view && <Failure error={query.error} onRetry={() => void refetch()} />}
      {query.isPending && <Loading rows={10} />}
      {view && <Taken key={id} view={view} waiting={waiting} />}
    </div>
  )
}

function Taken({ view, waiting }: { readonly view: ApplicationView; readonly waiting: boolean }) {
  const { t } = useWords()
  const [rating, setRating] = useState<string>()
  const spot = view.item.handling === 'on-the-spot' && view.actions.includes('decideApplication')
  return (
    <>
      <div className="case-body">
        <div className="case-facts">
          <Panel title={t(WINDOW.nextTitle)} className="panel-done">
            <div className="window-next">
              <div>
                <p className="window-number">{view.number}</p>
                <p>
                  <strong>{t(view.item.name)}</strong>
                </p>
                <p>
                  {view.applicant.name} <StatusTag status={view.status} />
                </p>
                <p className="case-sentence">{t(view.sentence)}</p>
                {spot && <p className="note note-soon">{t(WINDOW.onTheSpot)}</p>}
              </div>
              <figure className="window-qr">
                <QRCode
                  type="svg"
                  aria-label={t(WINDOW.follow)}
                  size={116}
                  bordered={false}
                  value={trackAddress(view.id)}
                />
                <figcaption className="quiet">{t(WINDOW.follow)}</figcaption>
              </figure>
            </div>
          </Panel>
          <Panel
            title={t(WINDOW.print)}
            beside={waiting && <span className="quiet">{t(WINDOW.printing)}</span>}
          >
            <div className="window-print">
              {view.documents.map((document) => (
                <a
                  key={document.id}
                  className="plain-button"
                  href={document.href}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t(document.title)}
                </a>
              ))}
              <Button onClick={() => window.print()}>{t(WINDOW.printSlip)}</Button>
            </div>
          </Panel>
          <RatingCodePanel application={view.id} onSlip={setRating} />
          <Decided view={view} />
          <MaterialsPanel view={view} />
          <DocumentsPanel documents={view.documents} />
        </div>
        <ActionPanel view={view} />
      </div>
      <Slip view={view} address={trackAddress(view.id)} rating={rating} />
    </>
  )
}

/** Where the applicant follows the case, without signing in. */
function trackAddress(id: string): string {
  return `${window.location.origin}/track/${id}`
}
