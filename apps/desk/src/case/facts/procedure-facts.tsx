import type { ProceedingsView } from '@mashang/approvals/contract'
import { ACT } from '../../words/actions.ts'
import { PROCEEDINGS, VERDICT_WORDS } from '../../words/proceedings.ts'
import { useWords } from '../../words/words.ts'
import { Fact } from './panel.tsx'

/** What is announced, and the objections to it with their answers. */
export function Announcement({ proceedings }: { readonly proceedings: ProceedingsView }) {
  const { t } = useWords()
  const { announcement, objections } = proceedings
  return (
    <>
      <p className="prewrap quoted">{announcement?.text}</p>
      {objections.length === 0 && <p className="quiet">{t(PROCEEDINGS.noObjections)}</p>}
      <ul className="lines">
        {objections.map(({ number, text, by, phone, answer }) => (
          <li key={number}>
            <strong>{t(PROCEEDINGS.objectionOf(number, text))}</strong>{' '}
            <span className="quiet">{[by, phone].filter(Boolean).join(' · ')}</span>{' '}
            <span className={`tag ${answer ? 'tag-done' : 'tag-soon'}`}>
              {t(
                answer
                  ? answer.upheld
                    ? PROCEEDINGS.isUpheld
                    : PROCEEDINGS.notUpheld
                  : PROCEEDINGS.unanswered,
              )}
            </span>
            {answer && <p className="prewrap">{answer.text}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}

export function Hearing({ hearing }: { readonly hearing: NonNullable<ProceedingsView['hearing']> }) {
  const { t } = useWords()
  const { until, parties, waived, requested, set, record } = hearing
  return (
    <>
      <p>
        {t(
          waived
            ? PROCEEDINGS.waived
            : requested
              ? PROCEEDINGS.requestedBy(requested.by, requested.heldBy)
              : PROCEEDINGS.hearingUntil(until),
        )}
      </p>
      <dl className="facts">
        {parties.length > 0 && <Fact label={t(PROCEEDINGS.parties)}>{parties.join('、')}</Fact>}
        {set && (
          <>
            <Fact label={t(PROCEEDINGS.time)}>{`${set.on} ${set.time}`}</Fact>
            <Fact label={t(PROCEEDINGS.place)}>{set.place}</Fact>
            <Fact label={t(PROCEEDINGS.chair)}>{set.chair}</Fact>
            <Fact label={t(PROCEEDINGS.recorder)}>{set.recorder}</Fact>
          </>
        )}
        {record && (
          <>
            <Fact label={t(PROCEEDINGS.attendees)}>{record.attendees}</Fact>
            <Fact label={t(PROCEEDINGS.record)} wide>
              <span className="prewrap">{record.text}</span>
            </Fact>
          </>
        )}
      </dl>
    </>
  )
}

export function ExpertPanel({ panel }: { readonly panel: NonNullable<ProceedingsView['panel']> }) {
  const { t } = useWords()
  const { experts, conclusion } = panel
  return (
    <>
      <ul className="lines">
        {experts.map(({ name, field, verdict, text }) => (
          <li key={name}>
            <strong>{name}</strong> <span className="quiet">{field}</span>{' '}
            <span className="tag">{t(verdict ? VERDICT_WORDS[verdict] : PROCEEDINGS.noOpinion)}</span>
            {text && <p className="prewrap">{text}</p>}
          </li>
        ))}
      </ul>
      {conclusion && (
        <p>
          <strong>{`${t(PROCEEDINGS.conclusion)} · ${t(conclusion.passed ? ACT.pass : ACT.fail)}`}</strong>
          <br />
          <span className="prewrap">{conclusion.text}</span>
        </p>
      )}
    </>
  )
}
