import type { QuestionView } from '@mashang/knowledge/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { Fact, Panel } from '../case/facts/panel.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import { fullInstant } from '../show/dates.ts'
import { DueLabel } from '../show/due-label.tsx'
import { Failure } from '../show/refusal-note.tsx'
import { Loading } from '../show/states.tsx'
import { QUESTIONS } from '../words/questions.ts'
import { useWords } from '../words/words.ts'
import { ProposeForm } from './propose-form.tsx'
import { AnswerForm, PassOnForm } from './question-forms.tsx'
import { questionQuery } from './questions-query.ts'

/** One question: what was asked, until when, and the answer to give. */
export function QuestionPage() {
  const { id = '' } = useParams()
  const { t, language } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const query = useQuery(questionQuery(id, language))
  const renew = () => {
    void client.invalidateQueries({ queryKey: ['questions'] })
    return client.invalidateQueries({ queryKey: ['question', id] })
  }
  const may = (name: string) => query.data?.actions.includes(name) === true
  return (
    <div className="page">
      <PageTitle
        title={query.data ? t(query.data.item.name) : t(QUESTIONS.title)}
        trail={[{ label: t(QUESTIONS.title), to: '/questions' }]}
      />
      {query.isPending && <Loading rows={8} />}
      {query.isError && !query.data && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <Asked view={query.data} />
          {may('answerQuestion') && <AnswerForm view={query.data} onDone={renew} />}
          {may('passOnQuestion') && (
            <PassOnForm
              view={query.data}
              onDone={() => {
                void client.invalidateQueries({ queryKey: ['questions'] })
                void navigate('/questions')
              }}
            />
          )}
          {may('proposeFaq') && <ProposeForm view={query.data} />}
        </>
      )}
    </div>
  )
}

function Asked({ view }: { readonly view: QuestionView }) {
  const { t } = useWords()
  return (
    <>
      <Panel title={t(QUESTIONS.about)}>
        <dl className="facts">
          <Fact label={t(QUESTIONS.asker)}>{view.asker}</Fact>
          <Fact label={t(QUESTIONS.organ)}>{t(view.organ.name)}</Fact>
          <Fact label={t(QUESTIONS.status)}>{t(QUESTIONS[view.status])}</Fact>
          {view.application && (
            <Fact label={t(QUESTIONS.application)}>
              <Link to={`/cases/${view.application.id}`}>{view.application.number}</Link>
            </Fact>
          )}
          {view.helped !== undefined && (
            <Fact label={t(QUESTIONS.helped)}>{view.helped ? '✓' : t(QUESTIONS.notHelped)}</Fact>
          )}
        </dl>
      </Panel>
      {view.rounds.map((round, index) => (
        <Round key={round.askedAt} round={round} isFurther={index > 0} />
      ))}
      {view.passed.length > 0 && (
        <Panel title={t(QUESTIONS.passedOn)}>
          <ol>
            {view.passed.map(({ from, to, reason, at }) => (
              <li key={at}>
                <span className="quiet">{fullInstant(at)}</span> {t(from.short)} → {t(to.short)}：{reason}
              </li>
            ))}
          </ol>
        </Panel>
      )}
    </>
  )
}

function Round({
  round,
  isFurther,
}: {
  readonly round: QuestionView['rounds'][number]
  readonly isFurther: boolean
}) {
  const { t } = useWords()
  const { answer, due, remaining, overdue } = round
  return (
    <Panel
      title={t(isFurther ? QUESTIONS.further : QUESTIONS.question)}
      beside={
        answer ? undefined : (
          <DueLabel
            due={due}
            remaining={remaining}
            state={overdue ? 'overdue' : remaining < 1 ? 'soon' : 'running'}
          />
        )
      }
    >
      <p className="prewrap">{round.text}</p>
      <p className="quiet">{fullInstant(round.askedAt)}</p>
      {answer ? (
        <>
          <p className="prewrap quoted">
            {t(QUESTIONS.answer)}：{answer.text}
          </p>
          <p className="quiet">
            {answer.cited.map(({ law, article }) => `《${law}》${article}`).join('；')}{' '}
            {t(answer.organ.short)} {answer.by} {fullInstant(answer.at)}{' '}
            {answer.late && <span className="tag tag-late">{t(QUESTIONS.late)}</span>}
          </p>
        </>
      ) : (
        <details>
          <summary>{t(QUESTIONS.why)}</summary>
          <ol>
            {round.explanation.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      )}
    </Panel>
  )
}
