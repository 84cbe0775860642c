import '../styles/licences.css'
import type { LicencePage as View } from '@mashang/approvals/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { JournalPanel } from '../case/facts/journal-panel.tsx'
import { Fact, Panel } from '../case/facts/panel.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import { fullInstant } from '../show/dates.ts'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { CASE } from '../words/case.ts'
import { LICENCES } from '../words/licences.ts'
import { useWords } from '../words/words.ts'
import { LicenceActions } from './licence-actions.tsx'
import { licenceQuery } from './licences-query.ts'
import { LicenceStatusTag } from './licences-table.tsx'

/** One licence on one page: facts left, action right, history below. */
export function LicencePage() {
  const { id = '' } = useParams()
  const { t } = useWords()
  const query = useQuery(licenceQuery(id))
  return (
    <div className="page case">
      <PageTitle
        title={query.data?.number ?? t(LICENCES.title)}
        trail={[{ label: t(LICENCES.register), to: '/licences' }]}
      />
      {query.isPending && <Loading rows={12} />}
      {query.isError && !query.data && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Licence view={query.data} />}
    </div>
  )
}

function Licence({ view }: { readonly view: View }) {
  const { t } = useWords()
  return (
    <div className="case-body">
      <section className="case-facts" aria-label={t(LICENCES.facts)}>
        <Facts view={view} />
        {view.proposal && <Proposal proposal={view.proposal} />}
        <Prints view={view} />
        <Cases view={view} />
        <JournalPanel lines={view.history} />
      </section>
      <LicenceActions key={view.revision} view={view} />
    </div>
  )
}

function Facts({ view }: { readonly view: View }) {
  const { t } = useWords()
  return (
    <Panel
      title={view.title}
      beside={<LicenceStatusTag row={{ status: view.status, proposed: view.proposal !== undefined }} />}
    >
      <p>{t(view.sentence)}</p>
      {view.masked && <p className="quiet">{t(LICENCES.masked)}</p>}
      <dl className="facts">
        <Fact label={t(LICENCES.holder)}>{view.holder}</Fact>
        <Fact label={t(LICENCES.code)}>
          <code>{view.holderCode}</code>
        </Fact>
        <Fact label={t(LICENCES.from)}>{view.from}</Fact>
        <Fact label={t(LICENCES.until)}>{view.to ?? t(LICENCES.unlimited)}</Fact>
        <Fact label={t(LICENCES.organ)}>{t(view.organ.name)}</Fact>
        <Fact label={t(LICENCES.identifier)} wide>
          <code>{view.identifier}</code>
        </Fact>
        {view.shows.map(({ label, text }) => (
          <Fact key={label} label={label}>
            {text}
          </Fact>
        ))}
        {view.endings.map(({ kind, on, ground, reasons }) => (
          <Fact key={kind} label={`${t(CASE.licenceStatus[kind])} · ${on}`} wide>
            {`${t(ground.words)}（${ground.article}）`}
            <br />
            {reasons}
          </Fact>
        ))}
      </dl>
    </Panel>
  )
}

function Proposal({ proposal }: { readonly proposal: NonNullable<View['proposal']> }) {
  const { t } = useWords()
  return (
    <Panel title={t(LICENCES.proposal)}>
      <dl className="facts">
        <Fact label={t(LICENCES.ground)} wide>
          {`${t(proposal.ground.words)}（${proposal.ground.article}）`}
        </Fact>
        <Fact label={t(LICENCES.reasons)} wide>
          {proposal.reasons}
        </Fact>
        <Fact label={t(LICENCES.answerBy)}>{proposal.answerBy}</Fact>
        {proposal.statements.map((statement) => (
          <Fact key={statement.at} label={`${t(LICENCES.statement)} · ${fullInstant(statement.at)}`} wide>
            <span className="prewrap">{statement.text}</span>
          </Fact>
        ))}
      </dl>
    </Panel>
  )
}

function Prints({ view }: { readonly view: View }) {
  const { t } = useWords()
  const newest = [...view.certificates].reverse()
  return (
    <Panel title={t(LICENCES.prints)}>
      <ul className="plain-list">
        {newest.map(({ version, identifier, to, href, at }) => (
          <li key={version}>
            {href ? <a href={href}>{t(LICENCES.print(version))}</a> : t(LICENCES.print(version))}{' '}
            {version === newest[0]?.version && <span className="tag tag-done">{t(LICENCES.current)}</span>}{' '}
            <code>{identifier}</code>{' '}
            <span className="quiet">
              {fullInstant(at)} · {t(LICENCES.until)} {to ?? t(LICENCES.unlimited)}
            </span>
          </li>
        ))}
        {view.documents.map(({ id, href, title, number, at }) => (
          <li key={id}>
            <a href={href}>{t(title)}</a> <span className="quiet">{`${number} · ${fullInstant(at)}`}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Cases({ view }: { readonly view: View }) {
  const { t } = useWords()
  return (
    <Panel title={t(LICENCES.cases)}>
      {view.cases.length === 0 && <p className="quiet">{t(LICENCES.noCases)}</p>}
      <ul className="plain-list">
        {view.cases.map(({ id, number, item, submittedAt }) => (
          <li key={id}>
            <Link to={`/cases/${id}`}>{t(item)}</Link> <code>{number}</code>{' '}
            <span className="quiet">{fullInstant(submittedAt)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
