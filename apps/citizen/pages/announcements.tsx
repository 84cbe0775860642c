import type { AnnouncementView, ObjectionView } from '@mashang/approvals/contract'
import { everyone, isRefusal, problemOf } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../frame/route.ts'
import { Said, useView } from '../frame/view.tsx'
import { Day } from '../parts/day.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hidden, InputBox } from '../parts/inputs.tsx'
import { Empty, Notice } from '../parts/notice.tsx'

/** 公示 — what is announced to the public, and where anyone who has signed in may object. */
export const announcementRoutes: readonly Route[] = [
  { method: 'GET', path: '/announcements', access: everyone, show: showAll },
  { method: 'GET', path: '/announcements/:id', access: everyone, show: showOne },
  {
    method: 'POST',
    path: '/announcements/:id',
    access: { for: 'some', citizen: true },
    perMinute: 20,
    show: object,
  },
]

async function showAll({ approvals, view }: Visit): Promise<Shown> {
  const found = await approvals.listAnnouncements({})
  if (isRefusal(found)) return found
  return {
    title: view.say('公示公告', 'Announcements'),
    crumbs: [],
    main: <All announcements={found.announcements} />,
  }
}

function All({ announcements }: { announcements: readonly AnnouncementView[] }) {
  const { say } = useView()
  const open = announcements.filter((one) => one.open)
  const over = announcements.filter((one) => !one.open)
  return (
    <div className="wrap">
      <h1>{say('公示公告', 'Announcements')}</h1>
      <p>
        {say(
          '正在审查的申请，依法需要公示的，在这里公布。公示期内登录后可以提出异议，每一条都会答复。',
          'Applications under review that the law asks to announce. Sign in to object while an announcement runs; every objection is answered.',
        )}
      </p>
      {open.length === 0 ? (
        <Empty title={say('现在没有正在公示的申请', 'Nothing is announced now')}>
          <p>
            <a href="/items">{say('查找事项', 'Find a service')}</a>
          </p>
        </Empty>
      ) : (
        <Lines title={say('正在公示', 'Running')} announcements={open} />
      )}
      {over.length > 0 ? <Lines title={say('已经结束', 'Ended')} announcements={over} /> : null}
    </div>
  )
}

function Lines({ title, announcements }: { title: string; announcements: readonly AnnouncementView[] }) {
  const { say } = useView()
  return (
    <section>
      <h2>{title}</h2>
      <ul className="items">
        {announcements.map(({ id, item, organ, applicant, until }) => (
          <li key={id} className="item-line">
            <h3 className="item-name">
              <a href={`/announcements/${id}`}>
                <Said of={item.name} />
                {say('：', ': ')}
                {applicant}
              </a>
            </h3>
            <p className="hint">
              <Said of={organ.name} /> · {say('公示至', 'until')} <Day on={until} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function showOne(visit: Visit): Promise<Shown> {
  return page(visit)
}

async function page(
  { request, approvals, view }: Visit,
  typed = '',
  error?: { readonly message: string; readonly status: number },
): Promise<Shown> {
  const found = await approvals.getAnnouncement({ params: { id: request.params.id ?? '' } })
  if (isRefusal(found)) return found
  return {
    title: view.text(found.item.name),
    ...(error ? { status: error.status } : {}),
    crumbs: [{ label: view.say('公示公告', 'Announcements'), href: '/announcements' }],
    main: (
      <One
        found={found}
        isCitizen={request.who.kind === 'citizen'}
        csrfToken={request.csrfToken}
        typed={typed}
        error={error?.message}
      />
    ),
  }
}

interface OneProps {
  readonly found: AnnouncementView & { readonly objections: readonly ObjectionView[] }
  readonly isCitizen: boolean
  readonly csrfToken: string
  readonly typed: string
  readonly error: string | undefined
}

function One({ found, isCitizen, csrfToken, typed, error }: OneProps) {
  const { say } = useView()
  return (
    <div className="wrap narrow">
      <h1>
        <Said of={found.item.name} />
      </h1>
      <ErrorSummary errors={error ? [{ at: 'text', message: error }] : []} />
      <section className="sheet">
        <p className="answer">{found.text}</p>
        <Facts
          rows={[
            { label: say('申请人', 'Applicant'), value: found.applicant },
            { label: say('审查机关', 'Organ'), value: <Said of={found.organ.name} /> },
            {
              label: say('公示期', 'Announced'),
              value: (
                <>
                  <Day on={found.from} />
                  {say('至 ', ' to ')}
                  <Day on={found.until} />
                </>
              ),
            },
          ]}
        />
      </section>
      <Objections objections={found.objections} />
      {found.open ? (
        isCitizen ? (
          <ObjectForm id={found.id} csrfToken={csrfToken} typed={typed} error={error} />
        ) : (
          <p>
            <a className="button" href={`/sign-in?next=${encodeURIComponent(`/announcements/${found.id}`)}`}>
              {say('登录后提出异议', 'Sign in to object')}
            </a>
          </p>
        )
      ) : (
        <Notice kind="info">
          <p>{say('公示已经结束，不能再提出异议。', 'The announcement has ended; objections are closed.')}</p>
        </Notice>
      )}
    </div>
  )
}

function Objections({ objections }: { objections: readonly ObjectionView[] }) {
  const { say } = useView()
  if (objections.length === 0) return null
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">{say('异议和答复', 'Objections and answers')}</h2>
      <ol className="timeline sheet">
        {objections.map(({ number, at, text, answer }) => (
          <li key={number}>
            <h3>{text}</h3>
            <p className="hint">
              <Day on={at} />
            </p>
            <p className="timeline-detail">
              {answer
                ? `${answer.upheld ? say('采纳：', 'Upheld: ') : say('答复：', 'Answer: ')}${answer.text}`
                : say('等待答复', 'Waiting for the answer')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function ObjectForm({
  id,
  csrfToken,
  typed,
  error,
}: {
  id: string
  csrfToken: string
  typed: string
  error: string | undefined
}) {
  const { say } = useView()
  return (
    <form method="post" action={`/announcements/${id}`} data-once="">
      <h2>{say('提出异议', 'Object')}</h2>
      <Hidden values={{ _csrf: csrfToken }} />
      <InputBox
        labelled={{
          id: 'text',
          label: say('异议内容和理由', 'Your objection and its reasons'),
          hint: say(
            '至少 10 个字。内容会公开，姓名和电话只有审查机关看得到。',
            'At least 10 characters. The text is public; your name and phone are seen by the organ alone.',
          ),
          error,
        }}
        name="text"
        rows={5}
        value={typed}
        maxLength={2000}
      />
      <button type="submit" className="button">
        {say('提交异议', 'Send the objection')}
      </button>
    </form>
  )
}

async function object(visit: Visit): Promise<Shown> {
  const { request, approvals, view } = visit
  const id = request.params.id ?? ''
  const text = one(request.form, 'text').trim()
  if (text.length < 10)
    return page(visit, text, {
      message: view.say(
        '请写明异议和理由，至少 10 个字。',
        'Please state your objection and reasons, at least 10 characters.',
      ),
      status: 422,
    })
  const answer = await approvals.objectToAnnouncement({
    params: { id },
    input: { text: text.slice(0, 2000) },
  })
  if (!isRefusal(answer)) return { redirect: `/announcements/${id}#objections` }
  const { title, status } = problemOf(answer, view.language)
  return page(visit, text, { message: title, status })
}
