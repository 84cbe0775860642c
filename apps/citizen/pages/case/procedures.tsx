import type { ApplicationView, ProceedingsView } from '@mashang/approvals/contract'
import { isRefusal } from '@mashang/kit'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Hidden, InputBox } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'

const own = { for: 'some', citizen: true, row: 'own-application' } as const

/** Asking for a hearing, and waiving it: forms on the page of the case. */
export const procedureRoutes: readonly Route[] = [
  { method: 'POST', path: '/my/applications/:id/request-hearing', access: own, show: requestHearing },
  { method: 'POST', path: '/my/applications/:id/waive-hearing', access: own, show: waiveHearing },
]

async function requestHearing({ request, approvals }: Visit): Promise<Shown> {
  const id = request.params.id ?? ''
  const reason = one(request.form, 'reason').trim().slice(0, 2000)
  const answer = await approvals.requestHearing({ params: { id }, input: { reason: reason || '要求听证' } })
  return isRefusal(answer) ? answer : { redirect: `/my/applications/${id}` }
}

async function waiveHearing({ request, approvals }: Visit): Promise<Shown> {
  const id = request.params.id ?? ''
  const answer = await approvals.waiveHearing({ params: { id }, input: {} })
  return isRefusal(answer) ? answer : { redirect: `/my/applications/${id}` }
}

/** What the steps of a case consist of, as its applicant should know it: the latest first. */
export function Procedures({ found, csrfToken }: { found: ApplicationView; csrfToken: string }) {
  return [...found.proceedings]
    .reverse()
    .map((one) => <Procedure key={one.since} found={found} proceedings={one} csrfToken={csrfToken} />)
}

interface Props {
  readonly found: ApplicationView
  readonly proceedings: ProceedingsView
  readonly csrfToken: string
}

function Procedure({ found, proceedings, csrfToken }: Props) {
  const { asked, announcement, hearing, panel, name, since } = proceedings
  if (!asked && !announcement && !hearing && !panel) return null
  const id = `procedure-${Date.parse(since)}`
  return (
    <section className="sheet" aria-labelledby={id}>
      <h2 id={id}>
        <Said of={name} />
      </h2>
      {asked ? <Asked asked={asked} /> : null}
      {announcement ? <Announced found={found} announcement={announcement} /> : null}
      {hearing ? <Hearing found={found} hearing={hearing} csrfToken={csrfToken} /> : null}
      {panel ? <Panel panel={panel} /> : null}
    </section>
  )
}

function Asked({ asked }: { asked: NonNullable<ProceedingsView['asked']> }) {
  const { say } = useView()
  return (
    <>
      <p>
        {say('已征求下列部门意见，反馈期限', 'These organs are asked for their opinion, to be given by')}{' '}
        <Day on={asked.due} />
      </p>
      <Facts
        rows={asked.organs.map(({ organ, opinion, silent }) => ({
          label: say(organ.name.zh, organ.name.en ?? organ.name.zh),
          value: opinion || silent ? say('已反馈', 'Answered') : say('等待反馈', 'Waiting for the answer'),
        }))}
      />
    </>
  )
}

function Announced({
  found,
  announcement,
}: {
  found: ApplicationView
  announcement: NonNullable<ProceedingsView['announcement']>
}) {
  const { say } = useView()
  return (
    <>
      <p>
        {say('您的申请公示至', 'Your application is announced until')} <Day on={announcement.until} />
      </p>
      <p>
        <a href={`/announcements/${found.id}`}>
          {say('查看公示、异议和答复', 'See the announcement, objections and answers')}
        </a>
      </p>
    </>
  )
}

function Hearing({
  found,
  hearing,
  csrfToken,
}: {
  found: ApplicationView
  hearing: NonNullable<ProceedingsView['hearing']>
  csrfToken: string
}) {
  const { say } = useView()
  const { until, requested, waived, set, record } = hearing
  if (found.actions.includes('requestHearing'))
    return <HearingForms found={found} until={until} csrfToken={csrfToken} />
  return (
    <Facts
      rows={[
        waived ? { label: say('听证', 'Hearing'), value: say('您已放弃', 'You waived it') } : undefined,
        requested ? { label: say('应于', 'To be held by'), value: <Day on={requested.heldBy} /> } : undefined,
        set
          ? {
              label: say('时间和地点', 'When and where'),
              value: (
                <>
                  <Day on={set.on} /> {set.time} {set.place}
                </>
              ),
            }
          : undefined,
        set ? { label: say('主持人', 'Chair'), value: set.chair } : undefined,
        record
          ? { label: say('笔录', 'Record'), value: <span className="answer">{record.text}</span> }
          : undefined,
      ]}
    />
  )
}

function HearingForms({
  found,
  until,
  csrfToken,
}: {
  found: ApplicationView
  until: string
  csrfToken: string
}) {
  const { say } = useView()
  return (
    <>
      <Notice kind="soon" level={3} title={say('您可以要求听证', 'You may ask for a hearing')}>
        <p>
          {say('最晚', 'By')} <Day on={until} />
          {say('提出；不收费用。逾期不提出视为放弃。', '; free of charge. After that the right has lapsed.')}
        </p>
      </Notice>
      <form method="post" action={`/my/applications/${found.id}/request-hearing`} data-once="">
        <Hidden values={{ _csrf: csrfToken }} />
        <InputBox
          labelled={{
            id: 'hearing-reason',
            label: say('要求听证的理由', 'Why you ask for it'),
            optional: true,
          }}
          name="reason"
          rows={3}
          value=""
          maxLength={2000}
        />
        <button type="submit" className="button">
          {say('要求听证', 'Ask for a hearing')}
        </button>
      </form>
      <form method="post" action={`/my/applications/${found.id}/waive-hearing`} data-once="">
        <Hidden values={{ _csrf: csrfToken }} />
        <button type="submit" className="button button-second">
          {say('放弃听证', 'Waive it')}
        </button>
      </form>
    </>
  )
}

function Panel({ panel }: { panel: NonNullable<ProceedingsView['panel']> }) {
  const { say } = useView()
  return (
    <Facts
      rows={[
        {
          label: say('专家组', 'Experts'),
          value: panel.experts.map(({ name }) => name).join(say('、', ', ')),
        },
        panel.conclusion
          ? {
              label: say('结论', 'Conclusion'),
              value: `${panel.conclusion.passed ? say('通过', 'Passed') : say('不通过', 'Not passed')} · ${panel.conclusion.text}`,
            }
          : { label: say('结论', 'Conclusion'), value: say('正在评审', 'Under review') },
      ]}
    />
  )
}
