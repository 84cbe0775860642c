import type { ClockView, JournalLine, StepView, TrackView } from '@mashang/approvals/contract'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { Icon } from '../../parts/icon.tsx'
import { clockText, clockTone } from './status.tsx'

type Clocks = Pick<TrackView, 'clocks' | 'intakeDue'>

/** Both clocks of a case, or before acceptance the one of the organ's answer. */
export function ClockCards({ clocks, intakeDue }: Clocks) {
  const { say } = useView()
  if (!clocks && !intakeDue) return null
  return (
    <section aria-labelledby="clocks">
      <h2 id="clocks">{say('什么时候办好', 'When it will be done')}</h2>
      <div className="clock-cards">
        {clocks ? (
          <>
            <ClockCard clock={clocks.promised} title={say('承诺办结', 'Promised by')} />
            <ClockCard clock={clocks.statutory} title={say('法定期限', 'By law at the latest')} />
          </>
        ) : intakeDue ? (
          <ClockCard clock={intakeDue} title={say('最晚答复是否受理', 'Answer on acceptance by')} />
        ) : null}
      </div>
    </section>
  )
}

function ClockCard({ clock, title }: { clock: ClockView; title: string }) {
  const { say } = useView()
  return (
    <div className="sheet clock-card">
      <h3>{title}</h3>
      <p className="clock-day">
        <Day on={clock.due} />
      </p>
      <p>
        <span className={`tag tag-${clockTone(clock.state)}`}>
          <Icon name={clock.state === 'stopped' ? 'stop' : clock.state === 'met' ? 'done' : 'clock'} />{' '}
          {clockText(clock, say)}
        </span>
      </p>
      {clock.provisional ? (
        <p className="hint">
          {say(
            '该年放假安排尚未公布，日期为暂算。',
            'The holidays of that year are not published yet; the day may move.',
          )}
        </p>
      ) : null}
      {clock.explanation.length > 0 ? (
        <details>
          <summary>{say('为什么是这一天', 'Why this day')}</summary>
          <ol className="why">
            {clock.explanation.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  )
}

const STEP_ICONS = { done: 'check', current: 'clock', ahead: undefined, skipped: undefined } as const

export function StepsOfCase({ steps }: { steps: readonly StepView[] }) {
  const { say } = useView()
  const shown = steps.filter(({ state }) => state !== 'skipped')
  if (shown.length === 0) return null
  const words = {
    done: say('已完成', 'Done'),
    current: say('正在办理', 'Under way'),
    ahead: say('还没开始', 'Not begun'),
    skipped: say('不需要', 'Not needed'),
  }
  return (
    <section aria-labelledby="case-steps">
      <h2 id="case-steps">{say('办到哪一步了', 'Which step it is at')}</h2>
      <ol className="case-steps sheet">
        {shown.map((step) => {
          const icon = STEP_ICONS[step.state]
          return (
            <li
              key={step.id}
              className={`case-step case-step-${step.state}`}
              aria-current={step.state === 'current' ? 'step' : undefined}
            >
              <span className="case-step-mark">{icon ? <Icon name={icon} /> : null}</span>
              <div>
                <h3>
                  <Said of={step.name} />
                </h3>
                <p className="hint">
                  {words[step.state]}
                  {step.at ? (
                    <>
                      {' · '}
                      <Moment at={step.at} />
                    </>
                  ) : null}
                  {step.by && step.by.length > 0 ? ` · ${step.by.join(say('、', ', '))}` : null}
                  {step.due ? (
                    <>
                      {' · '}
                      {say('应于', 'due ')} <Day on={step.due} />
                    </>
                  ) : null}
                </p>
                {step.findings ? <p>{step.findings}</p> : null}
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The journal, newest first. */
export function Timeline({ journal }: { journal: readonly JournalLine[] }) {
  const { say } = useView()
  if (journal.length === 0) return null
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{say('办理记录', 'What happened so far')}</h2>
      <ol className="timeline sheet" reversed>
        {[...journal].reverse().map((line) => (
          <li key={line.revision}>
            <h3>
              <Said of={line.title} />
            </h3>
            <p className="hint">
              <Moment at={line.at} />
              {line.by ? ` · ${line.by}` : null}
            </p>
            {line.detail ? <p className="timeline-detail">{line.detail}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
