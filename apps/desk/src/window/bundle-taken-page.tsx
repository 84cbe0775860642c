import type { BundleView, PartView } from '@mashang/bundles/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, QRCode } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { bundleQuery } from '../bundles/bundles-query.ts'
import { caseQuery } from '../case/case-query.ts'
import { Panel } from '../case/facts/panel.tsx'
import { RatingCodePanel } from '../ratings/rating-code.tsx'
import { useMe } from '../session/use-session.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { fullInstant } from '../show/dates.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { BUNDLES, PART_STATE } from '../words/bundles.ts'
import { RATINGS } from '../words/ratings.ts'
import { WINDOW } from '../words/window.ts'
import { useWords } from '../words/words.ts'
import { masked } from './slip.tsx'

/** After a bundle was taken in: every number, what is to be printed, and where its applicant goes on. */
export function BundleTakenPage() {
  const { id = '' } = useParams()
  const { t, language } = useWords()
  const query = useQuery(bundleQuery(id, language))
  return (
    <div className="page window">
      <PageTitle
        title={query.data ? `${t(WINDOW.takenTitle)} · ${t(query.data.name)}` : t(WINDOW.takenTitle)}
        trail={[{ label: t(WINDOW.title), to: '/window' }]}
      >
        <Link className="plain-button" to={`/bundles/${id}`}>
          {t(BUNDLES.parts)}
        </Link>
        <Link className="plain-button" to="/window">
          {t(WINDOW.next)}
        </Link>
      </PageTitle>
      {query.isPending && <Loading rows={10} />}
      {query.isError && !query.data && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Taken view={query.data} />}
    </div>
  )
}

function Taken({ view }: { readonly view: BundleView }) {
  const { t } = useWords()
  const [rating, setRating] = useState<string>()
  const address = `${window.location.origin}/my/bundles/${view.id}`
  const first = view.parts.find(({ application }) => application)?.application
  return (
    <>
      <Panel title={t(WINDOW.nextTitle)} className="panel-done">
        <div className="window-next">
          <div>
            <p>
              <strong>{t(view.name)}</strong> {view.applicant ?? view.owner.name}
            </p>
            <p className="case-sentence">{t(view.sentence)}</p>
            <p className="quiet">{t(WINDOW.goesOnOnline)}</p>
          </div>
          <figure className="window-qr">
            <QRCode type="svg" aria-label={t(WINDOW.follow)} size={116} bordered={false} value={address} />
            <figcaption className="quiet">{t(WINDOW.follow)}</figcaption>
          </figure>
        </div>
      </Panel>
      <Panel title={t(WINDOW.print)}>
        <ul className="lines window-parts">
          {view.parts.map((part) => (
            <Part key={part.id} part={part} />
          ))}
        </ul>
        <Button onClick={() => window.print()}>{t(WINDOW.printSlip)}</Button>
      </Panel>
      {first && <RatingCodePanel application={first.id} onSlip={setRating} />}
      <BundleSlip view={view} address={address} rating={rating} />
    </>
  )
}

/** One item with its number and its documents; they come a moment after the submission. */
function Part({ part }: { readonly part: PartView }) {
  const { t } = useWords()
  return (
    <li>
      <strong>{t(part.name)}</strong> <span className="quiet">{t(part.organ.short)}</span>{' '}
      {part.application ? (
        <>
          <span className="window-number-small">{part.application.number}</span>{' '}
          <Documents application={part.application.id} />
        </>
      ) : (
        <span className="quiet">{t(PART_STATE[part.state])}</span>
      )}
    </li>
  )
}

function Documents({ application }: { readonly application: string }) {
  const { t, language } = useWords()
  const { data, refetch } = useQuery(caseQuery(application, language))
  const waiting = data !== undefined && data.documents.length === 0
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => void refetch(), 1500)
    return () => clearInterval(timer)
  }, [waiting, refetch])
  if (waiting) return <span className="quiet">{t(WINDOW.printing)}</span>
  return data?.documents.map((document) => (
    <a key={document.id} className="plain-button" href={document.href} target="_blank" rel="noreferrer">
      {t(document.title)}
      <span className="unseen"> {data.number}</span>
    </a>
  ))
}

interface SlipProps {
  readonly view: BundleView
  readonly address: string
  readonly rating: string | undefined
}

/** The slip of 80 mm for all items; on the screen it is not seen. */
function BundleSlip({ view, address, rating }: SlipProps) {
  const { t } = useWords()
  const me = useMe()
  return (
    <section className="slip" aria-hidden="true">
      <h2>{t(view.name)}</h2>
      <h3>{t(WINDOW.takenTitle)}</h3>
      <p>{masked(view.applicant ?? view.owner.name)}</p>
      <ol>
        {view.parts.map((part) => (
          <li key={part.id}>
            {`${t(part.name)}（${t(part.organ.short)}）${part.application?.number ?? t(PART_STATE[part.state])}`}
          </li>
        ))}
      </ol>
      <p>{t(view.sentence)}</p>
      <QRCode type="svg" size={132} bordered={false} value={address} />
      <p>{t(WINDOW.follow)}</p>
      {rating && (
        <>
          <QRCode type="svg" size={104} bordered={false} value={rating} />
          <p>{`${t(RATINGS.code)} ${rating.split('/').at(-1)}`}</p>
        </>
      )}
      {view.submittedAt && <p>{`${t(WINDOW.takenAt)} ${fullInstant(view.submittedAt)}`}</p>}
      <p>{`${t(WINDOW.clerk)} ${me.name}`}</p>
      <p className="slip-signature">{t(WINDOW.signature)}</p>
    </section>
  )
}
