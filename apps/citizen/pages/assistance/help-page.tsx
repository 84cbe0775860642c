import type { HelpView } from '@mashang/assistance/contract'
import { isRefusal, problemOf, type Refusal } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Hidden, InputBox } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Mandate } from './mandate-part.tsx'
import { HelpStatusTag } from './my-help.tsx'
import { CIRCUMSTANCE_WORDS, KIND_WORDS, PLACE_WORDS } from './words.ts'

const own = { for: 'some', citizen: true, row: 'own-help' } as const
const ACTS = ['message', 'sign', 'revoke', 'end'] as const

export const helpRoutes: readonly Route[] = [
  { method: 'GET', path: '/my/help/:id', access: own, show: (visit) => screen(visit) },
  ...ACTS.map(
    (act): Route => ({
      ...{ method: 'POST', path: `/my/help/:id/${act}`, access: own },
      show: (visit) => acted(visit, act),
    }),
  ),
]

async function acted(visit: Visit, act: (typeof ACTS)[number]): Promise<Shown> {
  const { request, assistance } = visit
  const params = { id: request.params.id ?? '' }
  const text = one(request.form, 'text').trim()
  const reason = text.slice(0, 500)
  const answer =
    act === 'message'
      ? await assistance.writeToAssistant({ params, input: { text: text.slice(0, 1000) } })
      : act === 'sign'
        ? await assistance.signMandate({ params, input: { name: one(request.form, 'name').slice(0, 40) } })
        : act === 'revoke'
          ? await assistance.revokeMandate({ params, input: { reason: reason || '委托人撤销' } })
          : await assistance.endHelp({ params, input: { reason: reason.length < 2 ? '不再需要' : reason } })
  if (!isRefusal(answer)) return { redirect: `/my/help/${params.id}` }
  return answer.code === 'form-has-errors' ? screen(visit, answer) : answer
}

async function screen(visit: Visit, refusal?: Refusal): Promise<Shown> {
  const { assistance, request, view } = visit
  const found = await assistance.getMyHelp({ params: { id: request.params.id ?? '' } })
  if (isRefusal(found)) return found
  const sent = one(request.query, 'sent') !== ''
  return {
    title: view.say('帮办代办', 'Help'),
    section: 'mine',
    crumbs: [{ label: view.say('我的帮办代办', 'My helpers'), href: '/my/help' }],
    ...(refusal ? { status: 422 } : {}),
    main: (
      <Help
        found={found}
        sent={sent}
        csrfToken={request.csrfToken}
        typed={{ text: one(request.form, 'text'), name: one(request.form, 'name') }}
        {...(refusal ? { refusal } : {})}
      />
    ),
  }
}

interface Parts {
  readonly found: HelpView
  readonly sent: boolean
  readonly csrfToken: string
  readonly typed: { readonly text: string; readonly name: string }
  readonly refusal?: Refusal
}

function Help({ found, sent, csrfToken, typed, refusal }: Parts) {
  const { language, say } = useView()
  const wrong = refusal ? problemOf(refusal, language).fields[0] : undefined
  const messageOf = (path: string) => (wrong?.path === path ? wrong.message : undefined)
  return (
    <div className="wrap narrow case">
      {wrong ? <ErrorSummary errors={[{ at: wrong.path, message: wrong.message }]} /> : null}
      {sent ? (
        <Notice kind="done" title={say('申请已提交', 'Your request was sent')}>
          <p>{say('帮办员会联系您。', 'An assistant will get in touch with you.')}</p>
        </Notice>
      ) : null}
      <Head found={found} />
      <Mandate found={found} csrfToken={csrfToken} typed={typed.name} error={messageOf('name')} />
      <Prepared found={found} />
      <Lines found={found} />
      {found.actions.includes('writeToAssistant') ? (
        <form method="post" action={`/my/help/${found.id}/message`} data-once="" className="sheet">
          <Hidden values={{ _csrf: csrfToken }} />
          <InputBox
            labelled={{
              id: 'text',
              label: say('给帮办员留言', 'Write to the assistant'),
              error: messageOf('text'),
            }}
            name="text"
            rows={3}
            value={typed.text}
            maxLength={1000}
          />
          <p>
            <button type="submit" className="button">
              {say('发出', 'Send')}
            </button>
          </p>
        </form>
      ) : null}
      {found.actions.includes('endHelp') ? (
        <details>
          <summary>{say('不再需要帮办代办', 'I no longer need help')}</summary>
          <form method="post" action={`/my/help/${found.id}/end`} className="sheet">
            <Hidden values={{ _csrf: csrfToken }} />
            <p>{say('结束后，委托书同时终止。', 'With the help, any mandate ends.')}</p>
            <InputBox
              labelled={{ id: 'end-reason', label: say('原因', 'Reason'), optional: true }}
              name="text"
              rows={2}
              value=""
              maxLength={500}
            />
            <p>
              <button type="submit" className="button button-danger">
                {say('结束帮办代办', 'End the help')}
              </button>
            </p>
          </form>
        </details>
      ) : null}
    </div>
  )
}

function Head({ found }: { found: HelpView }) {
  const { say } = useView()
  const { appointment } = found
  return (
    <header className="case-head sheet">
      <p className="case-name">
        <HelpStatusTag status={found.status} />
      </p>
      <h1>
        <Said of={KIND_WORDS[found.kind]} />
        {say('：', ': ')}
        <Said of={found.item.name} />
      </h1>
      <Facts
        rows={[
          { label: say('编号', 'Number'), value: <span className="code">{found.number}</span> },
          found.case
            ? {
                label: say('办件', 'Case'),
                value: <a href={`/my/applications/${found.case.id}`}>{found.case.number}</a>,
              }
            : undefined,
          { label: say('帮办员', 'Assistant'), value: found.assistant ?? say('还没有承接', 'Not taken yet') },
          found.status === 'waiting'
            ? { label: say('承接期限', 'To be taken by'), value: <Day on={found.due} /> }
            : undefined,
          appointment
            ? {
                label: say('约定', 'Appointment'),
                value: (
                  <>
                    <Day on={appointment.day} /> {appointment.time}{' '}
                    <Said of={PLACE_WORDS[appointment.place]} /> {appointment.detail}
                  </>
                ),
              }
            : undefined,
          {
            label: say('情况', 'Circumstances'),
            value: <Said of={CIRCUMSTANCE_WORDS[found.circumstance]} />,
          },
          { label: say('需要帮什么', 'Asked for'), value: <span className="answer">{found.text}</span> },
          found.result ? { label: say('结果', 'Result'), value: found.result } : undefined,
        ]}
      />
      {found.status === 'waiting' ? (
        <details>
          <summary>{say('为什么是这一天', 'Why this day')}</summary>
          <ol className="why">
            {found.explanation.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      ) : null}
    </header>
  )
}

function Prepared({ found }: { found: HelpView }) {
  const { say } = useView()
  const needed = found.checklist.filter((material) => material.needed)
  if (needed.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="checklist">
      <h2 id="checklist">{say('要准备的材料', 'What to prepare')}</h2>
      <ul className="checklist">
        {needed.map((material) => (
          <li key={material.id}>
            <Icon name={material.ready ? 'done' : 'file'} />
            <span>
              <Said of={material.name} />
            </span>
            <span className={material.ready ? 'tag tag-done' : 'tag'}>
              {material.ready ? say('已备齐', 'Ready') : say('还没备齐', 'Not ready yet')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lines({ found }: { found: HelpView }) {
  const { say } = useView()
  return (
    <section className="sheet" aria-labelledby="lines">
      <h2 id="lines">{say('往来记录', 'What was said and done')}</h2>
      <ol className="happened">
        {found.lines.map((line) => (
          <li key={line.at + line.title.zh + (line.text ?? '')}>
            <b>
              <Said of={line.title} />
            </b>{' '}
            <span className="hint">
              {line.by ? <span lang="zh-CN">{line.by}</span> : null}
              {line.by ? ' · ' : ''}
              <Moment at={line.at} />
            </span>
            {line.text ? <p className="answer">{line.text}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
