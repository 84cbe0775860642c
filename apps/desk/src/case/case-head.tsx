import type { ApplicationView, ClockView } from '@mashang/approvals/contract'
import { Link } from 'react-router'
import { longDay } from '../show/dates.ts'
import { DueLabel } from '../show/due-label.tsx'
import { CardTag, StatusTag } from '../show/status-tag.tsx'
import { CASE } from '../words/case.ts'
import { useWords } from '../words/words.ts'

/** What a case is and when it is due, in one glance. */
export function CaseHead({ view }: { readonly view: ApplicationView }) {
  const { t } = useWords()
  return (
    <header className="case-head panel">
      <div className="case-what">
        <p className="case-item">
          <Link to={`/guide/${encodeURIComponent(view.item.code)}`}>{t(view.item.name)}</Link>{' '}
          <span className="quiet">{t(CASE.version(view.item.version))}</span>
        </p>
        <p className="case-who">
          {view.applicant.name}
          <span className="quiet"> · {t(view.organ.name)}</span>
        </p>
        <p className="tags">
          <StatusTag status={view.status} />
          {view.cards.map((card) => (
            <CardTag key={`${card.colour}${card.clock}${card.at}`} colour={card.colour} />
          ))}
        </p>
        <p className="case-sentence">{t(view.sentence)}</p>
      </div>
      <div className="case-clocks">
        {view.clocks && (
          <>
            <Clock label={t(CASE.promised)} clock={view.clocks.promised} />
            <Clock label={t(CASE.statutory)} clock={view.clocks.statutory} />
          </>
        )}
        {!view.clocks && view.intakeDue && <Clock label={t(CASE.intakeDue)} clock={view.intakeDue} />}
        {view.deliveryDue && <Clock label={t(CASE.deliveryDue)} clock={view.deliveryDue} />}
      </div>
    </header>
  )
}

function Clock({ label, clock }: { readonly label: string; readonly clock: ClockView }) {
  const { t, language } = useWords()
  return (
    <div className="case-clock">
      <span className="quiet">{label}</span>
      <strong>
        <DueLabel due={clock.due} remaining={clock.remaining} state={clock.state} />
      </strong>
      <span className="quiet">
        {longDay(clock.due, language)}
        {clock.provisional && ` · ${t(CASE.provisional)}`}
      </span>
    </div>
  )
}
