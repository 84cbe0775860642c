/** 前期辅导 — the list of everything a project needs, and the meetings with the offices. */
import { isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { GuidanceView } from '@mashang/projects/contract'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { Hidden, InputBox } from '../../parts/inputs.tsx'
import { Empty, Notice } from '../../parts/notice.tsx'
import { GuidanceListOf } from './guidance-list.tsx'
import { after, DocumentLink, idOf, JointPage, messageOf, own } from './joint-parts.tsx'
import { Meeting } from './meeting.tsx'

const PATH = '/projects/:id/guidance'
const MEETING = `${PATH}/meetings/:meeting`
const hrefOf = (visit: Visit) => `/projects/${idOf(visit)}/guidance`

export const guidanceRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, access: own, show: (visit) => screen(visit) },
  { method: 'POST', path: PATH, access: own, show: ask },
  { method: 'POST', path: `${MEETING}/answer`, access: own, show: answer },
  { method: 'POST', path: `${MEETING}/sign`, access: own, show: sign },
  { method: 'POST', path: `${MEETING}/points/:point`, access: own, show: finish },
]

const meetingOf = (visit: Visit) => ({ id: idOf(visit), meeting: visit.request.params.meeting ?? '' })

function ask(visit: Visit): Promise<Shown> {
  const input = { question: one(visit.request.form, 'question').trim() }
  const asked = visit.projects.requestGuidance({ params: { id: idOf(visit) }, input })
  return after(asked, hrefOf(visit), (refusal) => screen(visit, refusal))
}

function answer(visit: Visit): Promise<Shown> {
  const { form } = visit.request
  const input = {
    coming: one(form, 'coming') === 'yes',
    person: one(form, 'person').trim(),
    note: one(form, 'note').trim(),
  }
  const given =
    one(form, 'coming') === ''
      ? Promise.resolve(refuse('required'))
      : visit.projects.answerMeeting({ params: meetingOf(visit), input })
  return after(given, `${hrefOf(visit)}#meeting-${meetingOf(visit).meeting}`, (refusal) =>
    screen(visit, refusal),
  )
}

function sign(visit: Visit): Promise<Shown> {
  const signed = visit.projects.signMinutes({ params: meetingOf(visit), input: {} })
  return after(signed, `${hrefOf(visit)}#meeting-${meetingOf(visit).meeting}`, (refusal) =>
    screen(visit, refusal),
  )
}

function finish(visit: Visit): Promise<Shown> {
  const params = { ...meetingOf(visit), point: visit.request.params.point ?? '' }
  const input = { note: one(visit.request.form, 'note').trim() }
  const done = visit.projects.finishPoint({ params, input })
  return after(done, `${hrefOf(visit)}#meeting-${params.meeting}`, (refusal) => screen(visit, refusal))
}

async function screen(visit: Visit, refusal?: Refusal): Promise<Shown> {
  const { projects, view, request } = visit
  const found = await projects.getGuidance({ params: { id: idOf(visit) } })
  if (isRefusal(found)) return found
  const title = view.say('前期辅导', 'Early guidance')
  const at = `meeting-${request.params.meeting ?? ''}`
  return {
    title: `${title} ${found.project.name}`,
    section: 'mine',
    ...(refusal ? { status: 422 } : {}),
    main: (
      <JointPage
        project={found.project}
        title={title}
        error={refusal && { at, message: messageOf(refusal, visit) }}
      >
        <Guidance found={found} action={hrefOf(visit)} csrfToken={request.csrfToken} />
      </JointPage>
    ),
  }
}

interface Part {
  readonly found: GuidanceView
  readonly action: string
  readonly csrfToken: string
}

function Guidance({ found, action, csrfToken }: Part) {
  const { say } = useView()
  if (!found.requested) return <Ask found={found} action={action} csrfToken={csrfToken} />
  return (
    <>
      <Assistant found={found} />
      <Later found={found} />
      <section aria-labelledby="meetings">
        <h2 id="meetings">{say('会议和纪要', 'Meetings and minutes')}</h2>
        {found.meetings.length === 0 ? (
          <p className="hint">{say('还没有召集会议。', 'No meeting has been called yet.')}</p>
        ) : (
          found.meetings.map((meeting) => (
            <Meeting
              key={meeting.id}
              meeting={meeting}
              project={found.project}
              action={action}
              csrfToken={csrfToken}
            />
          ))
        )}
      </section>
      {found.list ? <Listed found={found} /> : null}
    </>
  )
}

function Ask({ found, action, csrfToken }: Part) {
  const { say } = useView()
  if (!found.actions.includes('requestGuidance'))
    return <Empty title={say('没有申请过前期辅导', 'No guidance was asked for')}>{null}</Empty>
  return (
    <form method="post" action={action} className="sheet">
      <Hidden values={{ _csrf: csrfToken }} />
      <p>
        {say(
          '由专人一次说清四个阶段要办什么、要什么材料、多少费用、多长时间；需要时召集部门开会商量。免费，自愿。',
          'One person tells you once and in full what the four stages need: items, materials, fees, time; and calls the offices together where that helps. It is free, and up to you.',
        )}
      </p>
      <InputBox
        labelled={{
          id: 'question',
          label: say('最想弄清楚的问题', 'What you most want to know'),
          optional: true,
        }}
        name="question"
        rows={3}
        value=""
        maxLength={2000}
      />
      <button type="submit" className="button">
        {say('申请前期辅导', 'Ask for guidance')}
      </button>
    </form>
  )
}

function Assistant({ found }: { found: GuidanceView }) {
  const { say } = useView()
  const { assistant, requested, lead } = found
  return (
    <Notice
      kind={assistant ? 'done' : 'info'}
      title={
        assistant
          ? say(`辅导专员：${assistant.name}`, `Your assistant: ${assistant.name}`)
          : say('正在指定辅导专员', 'Your assistant is being named')
      }
    >
      <p>
        {assistant ? (
          <>
            <Said of={assistant.organ.name} /> {assistant.phone}
          </>
        ) : (
          <>
            {say('由牵头部门指定：', 'By the lead office: ')}
            <Said of={lead.name} />
          </>
        )}
      </p>
      {requested?.question ? (
        <p>
          {say('您的问题：', 'You asked: ')}
          {requested.question}
        </p>
      ) : null}
    </Notice>
  )
}

/** 一次告知: what was asked for after the list, and by whom, in plain sight. */
function Later({ found }: { found: GuidanceView }) {
  const { say } = useView()
  if (found.later.length === 0) return null
  return (
    <Notice
      kind="soon"
      title={say(
        `清单外又要了 ${found.later.length} 份材料`,
        `${found.later.length} materials were asked for that the list left out`,
      )}
    >
      <ul className="plain">
        {found.later.map(({ at, organ, material, reason, number }) => (
          <li key={at + material}>
            <b>{material}</b>
            {say('：', ': ')}
            <Said of={organ.short} /> <Day on={at} />
            {say('，', ', ')}
            {reason} {number ? <span className="code">{number}</span> : null}
          </li>
        ))}
      </ul>
      <p className="hint">
        {say(
          '每一份都已登记理由，并计入该部门。',
          'Each stands with its reason, and is counted to the office.',
        )}
      </p>
    </Notice>
  )
}

function Listed({ found }: { found: GuidanceView }) {
  const { say, text } = useView()
  const { list, versions, project } = found
  if (!list) return null
  const names = (words: readonly { zh: string; en?: string }[]) => words.map(text).join(say('；', '; '))
  return (
    <section aria-labelledby="list">
      <h2 id="list">{say('要办的全部事项和材料', 'Everything the project needs')}</h2>
      <ul className="rows told sheet">
        {versions.map(({ version, at, by, note, changes, document }) => (
          <li key={version}>
            <p>
              <b>{say(`第 ${version} 版`, `Version ${version}`)}</b> <Moment at={at} /> {by}
            </p>
            {note ? <p>{note}</p> : null}
            {changes ? (
              <p>
                {changes.added.length > 0 ? `${say('新增：', 'New: ')}${names(changes.added)} ` : ''}
                {changes.gone.length > 0 ? `${say('去掉：', 'Gone: ')}${names(changes.gone)} ` : ''}
                {changes.changed.length > 0 ? names(changes.changed) : ''}
                {changes.added.length + changes.gone.length + changes.changed.length === 0
                  ? say('与上一版相同。', 'The same as the version before.')
                  : ''}
              </p>
            ) : null}
            {document ? (
              <DocumentLink
                id={project.id}
                document={document}
                name={say('投资项目审批事项清单', 'List of what the project needs')}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <GuidanceListOf list={list} />
    </section>
  )
}
