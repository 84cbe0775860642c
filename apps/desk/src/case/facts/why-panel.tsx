import type { ApplicationView, ClockView } from '@mashang/approvals/contract'
import { longDay } from '../../show/dates.ts'
import { DueLabel } from '../../show/due-label.tsx'
import { CASE } from '../../words/case.ts'
import { useWords } from '../../words/words.ts'
import { Panel } from './panel.tsx'

/** Why each due date is the day it is, line by line: start, rule, days left out, stops. */
export function WhyPanel({ view }: { readonly view: ApplicationView }) {
  const { t } = useWords()
  const { clocks, intakeDue, deliveryDue } = view
  if (!clocks && !intakeDue) return null
  return (
    <Panel title={t(CASE.why)} className="why">
      <div className="why-clocks">
        {clocks && <Why label={t(CASE.promised)} clock={clocks.promised} />}
        {clocks && <Why label={t(CASE.statutory)} clock={clocks.statutory} />}
        {!clocks && intakeDue && <Why label={t(CASE.intakeDue)} clock={intakeDue} />}
        {deliveryDue && <Why label={t(CASE.deliveryDue)} clock={deliveryDue} />}
      </div>
      {!clocks && <p className="why-hint">{t(CASE.intakeHint)}</p>}
    </Panel>
  )
}

function Why({ label, clock }: { readonly label: string; readonly clock: ClockView }) {
  const { t, language } = useWords()
  return (
    <div>
      <h3>
        {label} <DueLabel due={clock.due} remaining={clock.remaining} state={clock.state} />
      </h3>
      <p>
        {longDay(clock.due, language)}
        {clock.provisional && <span className="quiet"> · {t(CASE.provisional)}</span>}
      </p>
      <ol className="numbered lines quiet">
        {clock.explanation.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  )
}
