import { isRefusal, problemOf, type Refusal } from '@mashang/kit'
import type { QuestionRow, QuestionView } from '@mashang/knowledge/contract'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Hidden, InputBox } from '../../parts/inputs.tsx'
import { Empty, Notice } from '../../parts/notice.tsx'
import { Cited } from './answer-list.tsx'

const citizens = { for: 'some', citizen: true } as const
const own = { ...citizens, row: 'own-question' } as const
const LONGEST = 1000

export const myQuestionsRoutes: readonly Route[] = [
  { method: 'GET', path: '/my/questions', access: citizens, show: list },
  { method: 'GET', path: '/my/questions/:id', access: own, show: (visit) => question(visit) },
  { method: 'POST', path: '/my/questions/:id/further', access: own, show: further },
  { method: 'POST', path: '/my/questions/:id/helped', access: own, show: rate },
]

async function list({ knowledge, view }: Visit): Promise<Shown> {
  const listed = await knowledge.listMyQuestions({})
  if (isRefusal(listed)) return listed
  return {
    title: view.say('我的咨询', 'My questions'),
    section: 'mine',
    crumbs: [{ label: view.say('我的办件', 'My cases'), href: '/my/applications' }],
    main: <List rows={listed.questions} />,
  }
}

function List({ rows }: { rows: readonly QuestionRow[] }) {
  const { say } = useView()
  return (
    <div className="wrap">
      <div className="section-head">
        <h1>{say('我的咨询', 'My questions')}</h1>
        <a href="/questions">
          <Icon name="search" /> {say('查找常见问题', 'Questions often asked')}
        </a>
      </div>
      {rows.length === 0 ? (
        <Empty title={say('还没有提过问题', 'No questions yet')}>
          <p>
            {say(
              '在办事指南里点“咨询本事项”，由承办部门答复。',
              'Choose “Ask about this” in a guide; the department in charge answers.',
            )}
          </p>
          <p className="buttons">
            <a className="button" href="/items">
              {say('查找事项', 'Find a service')}
            </a>
          </p>
        </Empty>
      ) : (
        <ul className="items">
          {rows.map((row) => (
            <li key={row.id} className="item-line case-line">
              <StatusOf status={row.status} />
              <h2 className="item-name">
                <a href={`/my/questions/${row.id}`}>{row.text}</a>
              </h2>
              <p className="hint">
                <Said of={row.item.name} /> · <Said of={row.organ.short} />
              </p>
              <p className="hint">
                {say('提问于', 'Asked')} <Moment at={row.askedAt} />
                {row.due ? (
                  <>
                    {say('，', ', ')}
                    <Day on={row.due} />
                    {say('前答复', ' is the last day to answer')}
                  </>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function StatusOf({ status }: Pick<QuestionRow, 'status'>) {
  const { say } = useView()
  return status === 'answered' ? (
    <span className="tag tag-done status-tag">
      <Icon name="done" /> {say('已答复', 'Answered')}
    </span>
  ) : (
    <span className="tag tag-action status-tag">
      <Icon name="clock" /> {say('等待答复', 'Waiting')}
    </span>
  )
}

async function question(visit: Visit, refusal?: Refusal): Promise<Shown> {
  const { knowledge, request, view } = visit
  const found = await knowledge.getMyQuestion({ params: { id: request.params.id ?? '' } })
  if (isRefusal(found)) return found
  const sent = one(request.query, 'sent') !== ''
  const parts = { found, sent, csrfToken: request.csrfToken, typed: one(request.form, 'text') }
  return {
    title: view.say('咨询和答复', 'Question and answer'),
    section: 'mine',
    crumbs: [{ label: view.say('我的咨询', 'My questions'), href: '/my/questions' }],
    ...(refusal ? { status: 422 } : {}),
    main: <Question {...parts} {...(refusal ? { refusal } : {})} />,
  }
}

interface Parts {
  readonly found: QuestionView
  readonly sent: boolean
  readonly csrfToken: string
  readonly typed: string
  readonly refusal?: Refusal
}

function Question({ found, sent, csrfToken, typed, refusal }: Parts) {
  const { language, say } = useView()
  const wrong = refusal ? (problemOf(refusal, language).fields[0]?.message ?? '') : undefined
  return (
    <div className="wrap narrow case">
      {wrong ? <ErrorSummary errors={[{ at: 'text', message: wrong }]} /> : null}
      {sent && found.status === 'waiting' ? (
        <Notice kind="done" title={say('咨询已发出', 'Your question was sent')}>
          <p>{say('答复后会发短信告诉您。', 'You get a text message when it is answered.')}</p>
        </Notice>
      ) : null}
      <Head found={found} />
      {found.rounds.map((round, index) => (
        <Round key={round.askedAt} round={round} isFurther={index > 0} />
      ))}
      <PassedOn found={found} />
      {found.actions.includes('rateAnswer') ? <Helped id={found.id} csrfToken={csrfToken} /> : null}
      {found.helped === undefined ? null : (
        <Notice kind="done">
          <p>
            {found.helped
              ? say('您说这次答复解决了问题，谢谢。', 'You said that the answer helped. Thank you.')
              : say(
                  '您说这次答复没有解决问题，我们会改进。',
                  'You said that it did not help. We will do better.',
                )}
          </p>
        </Notice>
      )}
      {found.actions.includes('askFurther') ? (
        <Further id={found.id} csrfToken={csrfToken} typed={typed} error={wrong} />
      ) : null}
    </div>
  )
}

function Head({ found }: { found: QuestionView }) {
  const { say } = useView()
  return (
    <header className="case-head sheet">
      <p className="case-name">
        <StatusOf status={found.status} />
      </p>
      <h1>{say('咨询和答复', 'Question and answer')}</h1>
      <p>
        <a href={`/items/${encodeURIComponent(found.item.code)}`}>
          <Said of={found.item.name} />
        </a>
        {found.application ? (
          <>
            {' · '}
            <a href={`/my/applications/${found.application.id}`} className="code">
              {found.application.number}
            </a>
          </>
        ) : null}
      </p>
      <p className="hint">
        {say('答复部门：', 'Answered by: ')}
        <Said of={found.organ.name} />
      </p>
    </header>
  )
}

interface FurtherParts {
  readonly id: string
  readonly csrfToken: string
  readonly typed: string
  readonly error: string | undefined
}

function Further({ id, csrfToken, typed, error }: FurtherParts) {
  const { say } = useView()
  return (
    <form method="post" action={`/my/questions/${id}/further`} data-once="" className="sheet">
      <h2>{say('追问', 'Ask once more')}</h2>
      <Hidden values={{ _csrf: csrfToken }} />
      <InputBox
        labelled={{
          id: 'text',
          label: say('哪里还不清楚？', 'What is still unclear?'),
          hint: say('可以追问一次。', 'You may ask once more.'),
          error,
        }}
        name="text"
        rows={4}
        value={typed}
        maxLength={LONGEST}
      />
      <p>
        <button type="submit" className="button">
          {say('发出追问', 'Send')}
        </button>
      </p>
    </form>
  )
}

function Round({ round, isFurther }: { round: QuestionView['rounds'][number]; isFurther: boolean }) {
  const { say } = useView()
  const { answer } = round
  return (
    <section className="sheet">
      <h2>{isFurther ? say('追问', 'Further question') : say('问', 'Question')}</h2>
      <p className="answer">{round.text}</p>
      <p className="hint">
        <Moment at={round.askedAt} />
      </p>
      {answer ? (
        <>
          <h3>{say('答', 'Answer')}</h3>
          <p className="answer">{answer.text}</p>
          <Cited cited={answer.cited} />
          <p className="hint">
            <Said of={answer.organ.name} /> · {answer.by} · <Moment at={answer.at} />
          </p>
        </>
      ) : (
        <>
          <p>
            <span className={round.overdue ? 'tag tag-seal' : 'tag tag-action'}>
              <Icon name={round.overdue ? 'warning' : 'clock'} />{' '}
              {round.overdue ? say('已超过承诺的时间', 'Past the promised day') : say('等待答复', 'Waiting')}
            </span>{' '}
            {say('应于', 'to be answered by')} <Day on={round.due} />
            {say('前答复', '')}
          </p>
          <details>
            <summary>{say('为什么是这一天', 'Why this day')}</summary>
            <ol className="why">
              {round.explanation.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </details>
        </>
      )}
    </section>
  )
}

function PassedOn({ found }: { found: QuestionView }) {
  const { say } = useView()
  return found.passed.map(({ from, to, reason, at }) => (
    <Notice key={at} kind="info">
      <p>
        <Moment at={at} />
        {say('，', ', ')}
        <Said of={from.name} />
        {say('转交', ' passed it on to ')}
        <Said of={to.name} />
        {say('：', ': ')}
        <span lang="zh-CN">{reason}</span>
      </p>
    </Notice>
  ))
}

function Helped({ id, csrfToken }: { id: string; csrfToken: string }) {
  const { say } = useView()
  return (
    <form method="post" action={`/my/questions/${id}/helped`} className="sheet">
      <h2>{say('答复解决您的问题了吗？', 'Did the answer help?')}</h2>
      <Hidden values={{ _csrf: csrfToken }} />
      <div className="buttons">
        <button type="submit" name="helped" value="yes" className="button button-second">
          {say('解决了', 'It did')}
        </button>
        <button type="submit" name="helped" value="no" className="button button-second">
          {say('没有解决', 'It did not')}
        </button>
      </div>
    </form>
  )
}

async function further(visit: Visit): Promise<Shown> {
  const { knowledge, request } = visit
  const id = request.params.id ?? ''
  const text = one(request.form, 'text').trim().slice(0, LONGEST)
  const asked = await knowledge.askFurther({ params: { id }, input: { text } })
  if (!isRefusal(asked)) return { redirect: `/my/questions/${id}?sent=1` }
  return asked.code === 'form-has-errors' ? question(visit, asked) : asked
}

async function rate({ knowledge, request }: Visit): Promise<Shown> {
  const id = request.params.id ?? ''
  const helped = one(request.form, 'helped') === 'yes'
  const rated = await knowledge.rateAnswer({ params: { id }, input: { helped } })
  return isRefusal(rated) ? rated : { redirect: `/my/questions/${id}` }
}
