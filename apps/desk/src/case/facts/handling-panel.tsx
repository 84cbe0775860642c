import type { ApplicationView, HandlingView } from '@mashang/approvals/contract'
import { Link } from 'react-router'
import { fullInstant } from '../../show/dates.ts'
import { HANDLING } from '../../words/handling.ts'
import { useWords } from '../../words/words.ts'
import { Fact, Panel } from './panel.tsx'

/** In whose hands the case is, what looks like it, what was joined with it, and what of its record was put right. */
export function HandlingPanels({ view }: { readonly view: ApplicationView }) {
  return (
    <>
      <Place place={view.place} />
      <Handled handling={view.handling} />
    </>
  )
}

/** Where the case stands in the order of acceptance. */
function Place({ place }: { readonly place: ApplicationView['place'] }) {
  const { t } = useWords()
  if (!place) return null
  return (
    <Panel title={t(HANDLING.place)} className={place.state === 'waiting' ? 'panel-soon' : ''}>
      <p>
        {t(place.words)} <a href={place.href}>{t(HANDLING.places)}</a>
      </p>
    </Panel>
  )
}

function Handled({ handling }: { readonly handling: ApplicationView['handling'] }) {
  const { t } = useWords()
  if (!handling) return null
  const { duplicates, proposal, rectified } = handling
  return (
    <>
      {duplicates.length > 0 && (
        <Panel title={t(HANDLING.duplicates)} className="panel-soon">
          <p>{t(HANDLING.duplicatesHint)}</p>
          <CaseLines cases={duplicates} />
        </Panel>
      )}
      {proposal && (
        <Panel
          title={t(HANDLING.proposal)}
          className="panel-soon"
          beside={<span className="quiet">{`${proposal.by} · ${fullInstant(proposal.at)}`}</span>}
        >
          <Rectification of={proposal} />
          {proposal.own && <p className="note note-soon">{t(HANDLING.own)}</p>}
        </Panel>
      )}
      <Hands handling={handling} />
      {rectified.map((one) => (
        <Panel
          key={one.at}
          title={t(HANDLING.rectified)}
          beside={<span className="quiet">{`${one.proposedBy}、${one.by} · ${fullInstant(one.at)}`}</span>}
        >
          <Rectification of={one} />
        </Panel>
      ))}
    </>
  )
}

function Hands({ handling }: { readonly handling: HandlingView }) {
  const { t } = useWords()
  const { happened, assignee, transfer, mergedInto, mergedIn } = handling
  if (happened.length === 0 && !assignee && !mergedInto) return null
  return (
    <Panel title={t(HANDLING.title)}>
      <ul className="lines">
        {happened.map(({ at, words }) => (
          <li key={at + words.zh}>
            {t(words)} <span className="quiet">{fullInstant(at)}</span>
          </li>
        ))}
      </ul>
      <dl className="facts">
        {assignee && <Fact label={t(HANDLING.assignee)}>{assignee}</Fact>}
        {transfer && <Transfer transfer={transfer} />}
        {mergedInto && (
          <Fact label={t(HANDLING.mergedInto)}>
            <Link to={`/cases/${mergedInto.id}`}>{mergedInto.number}</Link>
          </Fact>
        )}
      </dl>
      {mergedIn.length > 0 && <CaseLines cases={mergedIn} />}
    </Panel>
  )
}

function Transfer({ transfer }: { readonly transfer: NonNullable<HandlingView['transfer']> }) {
  const { t } = useWords()
  const { from, to, reason, basis, sentBack, settled } = transfer
  return (
    <>
      <Fact label={t(HANDLING.from)}>{t(from.name)}</Fact>
      <Fact label={t(HANDLING.to)}>{t(to.name)}</Fact>
      <Fact label={t(HANDLING.basis)} wide>
        {`${reason}（${basis}）`}
      </Fact>
      {sentBack && (
        <Fact label={t(HANDLING.sentBack)} wide>
          {sentBack.reason}
        </Fact>
      )}
      {settled?.ruling && (
        <Fact label={t(HANDLING.ruling)} wide>
          {settled.ruling}
        </Fact>
      )}
    </>
  )
}

function Rectification({
  of,
}: {
  readonly of: Pick<HandlingView['rectified'][number], 'slips' | 'reason' | 'documents'>
}) {
  const { t } = useWords()
  return (
    <>
      <dl className="facts">
        {of.slips.map(({ target, label, was, is }) => (
          <Fact key={target} label={t(label)} wide>
            <del>{was || '—'}</del> → <strong>{is || '—'}</strong>
          </Fact>
        ))}
        {of.documents.length > 0 && (
          <Fact label={t(HANDLING.again)} wide>
            {of.documents.join('、')}
          </Fact>
        )}
      </dl>
      <p className="prewrap">{of.reason}</p>
    </>
  )
}

interface Other {
  readonly id: string
  readonly number: string
  readonly submittedAt: string
}

function CaseLines({ cases }: { readonly cases: readonly Other[] }) {
  return (
    <ul className="lines">
      {cases.map(({ id, number, submittedAt }) => (
        <li key={id}>
          <Link to={`/cases/${id}`}>{number}</Link> <span className="quiet">{fullInstant(submittedAt)}</span>
        </li>
      ))}
    </ul>
  )
}
