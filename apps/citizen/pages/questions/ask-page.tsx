import type { ItemGuide } from '@mashang/approvals/contract'
import { isRefusal, problemOf, type Refusal } from '@mashang/kit'
import type { PublicAnswer } from '@mashang/knowledge/contract'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { Hidden, InputBox } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { AnswerList } from './answer-list.tsx'

const citizens = { for: 'some', citizen: true } as const
const LONGEST = 1000

export const askRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/items/:code/ask',
    access: citizens,
    show: (visit) => screen(visit, { text: '', application: one(visit.request.query, 'case') }),
  },
  { method: 'POST', path: '/items/:code/ask', access: citizens, perMinute: 20, show: ask },
]

interface Typed {
  readonly text: string
  /** Id of the own case it is about; empty where it is about none. */
  readonly application: string
  readonly refusal?: Refusal
  /** The nearest answers, once they were looked for. */
  readonly near?: readonly PublicAnswer[]
}

/** First the answers there are; whoever still wants to ask sends the question itself. */
async function ask(visit: Visit): Promise<Shown> {
  const { request, knowledge } = visit
  const item = request.params.code ?? ''
  const text = one(request.form, 'text').trim().slice(0, LONGEST)
  const application = one(request.form, 'case')
  const typed = { text, application }
  if (one(request.form, '_step') === 'look') {
    const found = text === '' ? undefined : await knowledge.findAnswers({ query: { text, item } })
    if (isRefusal(found)) return found
    const near = found?.answers.slice(0, 5) ?? []
    if (near.length > 0) return screen(visit, { ...typed, near })
  }
  const asked = await knowledge.askQuestion({
    input: { item, text, ...(application ? { application } : {}) },
  })
  if (!isRefusal(asked)) return { redirect: `/my/questions/${asked.id}?sent=1` }
  return asked.code === 'form-has-errors' ? screen(visit, { ...typed, refusal: asked }) : asked
}

async function screen(visit: Visit, typed: Typed): Promise<Shown> {
  const { request, approvals, view } = visit
  const code = request.params.code ?? ''
  const guide = await approvals.getItemGuide({ params: { code }, query: {} })
  if (isRefusal(guide)) return guide
  const title = view.say('咨询', 'Ask a question')
  return {
    title: typed.refusal ? `${view.say('有错误：', 'Error: ')}${title}` : title,
    section: 'items',
    focused: true,
    ...(typed.refusal ? { status: 422 } : {}),
    crumbs: [
      { label: view.say('办事', 'Services'), href: '/items' },
      { label: view.text(guide.item.name), href: `/items/${encodeURIComponent(code)}` },
    ],
    main: <Ask guide={guide} typed={typed} csrfToken={request.csrfToken} />,
  }
}

function Ask({ guide, typed, csrfToken }: { guide: ItemGuide; typed: Typed; csrfToken: string }) {
  const { language, say } = useView()
  const { item, organ } = guide
  const { near, refusal, text, application } = typed
  const wrong = refusal ? (problemOf(refusal, language).fields[0]?.message ?? '') : undefined
  const action = `/items/${encodeURIComponent(item.code)}/ask`
  return (
    <div className="wrap narrow">
      <h1>{say('咨询', 'Ask a question')}</h1>
      <p className="lead">
        <Said of={item.name} />
      </p>
      {wrong ? <ErrorSummary errors={[{ at: 'text', message: wrong }]} /> : null}
      {near ? (
        <section aria-labelledby="near">
          <h2 id="near">{say('这些回答是不是您要找的？', 'Is one of these the answer?')}</h2>
          <AnswerList answers={near} />
          <p>
            <a href={`/items/${encodeURIComponent(item.code)}`}>
              {say('解决了，返回办事指南', 'Yes; back to the guide')}
            </a>
          </p>
          <h2>{say('没有解决，发出咨询', 'No; send my question')}</h2>
        </section>
      ) : (
        <Notice kind="info">
          <p>
            {say('由', 'It is answered by ')}
            <Said of={organ.name} />
            {say(
              '答复，答复会显示在“我的咨询”里，并发短信告诉您。',
              '; the answer will stand in “My questions”, and you get a text message.',
            )}
          </p>
        </Notice>
      )}
      <form method="post" action={action} data-once="">
        <Hidden values={{ _csrf: csrfToken, case: application, _step: near ? 'send' : 'look' }} />
        <InputBox
          labelled={{
            id: 'text',
            label: say('您的问题', 'Your question'),
            hint: say(
              '写清楚您的情况；不用写姓名、证件号和手机号。最多 1000 个字。',
              'Say how things are with you; no names or numbers of documents or telephones are needed. At most 1,000 characters.',
            ),
            error: wrong,
          }}
          name="text"
          rows={5}
          value={text}
          maxLength={LONGEST}
        />
        <div className="buttons">
          <button type="submit" className="button">
            {near ? say('发出咨询', 'Send the question') : say('下一步', 'Next')}
          </button>
          <a className="button button-second" href={`/items/${encodeURIComponent(item.code)}`}>
            {say('返回办事指南', 'Back to the guide')}
          </a>
        </div>
      </form>
    </div>
  )
}
