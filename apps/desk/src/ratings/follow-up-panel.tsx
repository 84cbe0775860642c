import type { RatingView } from '@mashang/hall/contract'
import { Fact, Panel } from '../case/facts/panel.tsx'
import { fullInstant } from '../show/dates.ts'
import { DueLabel } from '../show/due-label.tsx'
import { FOUND, RATING_STATE, RATINGS } from '../words/ratings.ts'
import { useWords } from '../words/words.ts'

type FollowUp = NonNullable<RatingView['followUp']>

/** How far the follow-up is, by when, and why by then. */
export function FollowUpPanel({ followUp }: { readonly followUp: FollowUp }) {
  const { t } = useWords()
  const { due, state, remaining, callBacks, verification, fix, answer } = followUp
  const open = state === 'open' || state === 'overdue'
  return (
    <Panel
      title={t(RATINGS.followUp)}
      beside={
        open ? (
          <DueLabel due={due} remaining={remaining} state={state === 'overdue' ? 'overdue' : 'running'} />
        ) : (
          <span className="tag tag-done">{t(RATING_STATE[state])}</span>
        )
      }
      className={state === 'overdue' ? 'panel-late' : ''}
    >
      <dl className="facts">
        <Fact label={t(RATINGS.due)}>{due}</Fact>
        {callBacks.map((call) => (
          <Fact key={call.at} label={t(RATINGS.callBack)} wide>
            {t(call.reached ? RATINGS.reached : RATINGS.notReached)} · {call.note} <By said={call} />
          </Fact>
        ))}
        {verification && (
          <Fact label={t(RATINGS.verify)} wide>
            <strong>{t(FOUND[verification.found])}</strong> {verification.note} <By said={verification} />
          </Fact>
        )}
        {fix && (
          <Fact label={t(RATINGS.fix)} wide>
            {fix.note} <By said={fix} />
          </Fact>
        )}
        {answer && (
          <Fact label={t(RATINGS.answer)} wide>
            {answer.text} <By said={answer} />
          </Fact>
        )}
      </dl>
      <details className="why-day">
        <summary>{t(RATINGS.why)}</summary>
        <ul>
          {followUp.explanation.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </Panel>
  )
}

function By({ said }: { readonly said: { readonly at: string; readonly by: string } }) {
  return <span className="quiet">{`${said.by} · ${fullInstant(said.at)}`}</span>
}
