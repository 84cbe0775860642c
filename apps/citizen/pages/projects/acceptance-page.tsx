/** 联合验收 — one request, one visit of all offices, what to put right, one opinion. */
import { isRefusal, type Refusal } from '@mashang/kit'
import type { AcceptanceView } from '@mashang/projects/contract'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { Hidden, InputBox, TextInput } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { after, DocumentLink, idOf, JointPage, messageOf, Offices, own } from './joint-parts.tsx'

const PATH = '/projects/:id/acceptance'
const hrefOf = (visit: Visit) => `/projects/${idOf(visit)}/acceptance`

export const acceptanceRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, access: own, show: (visit) => screen(visit) },
  { method: 'POST', path: PATH, access: own, show: ask },
  { method: 'POST', path: `${PATH}/rectified`, access: own, show: rectified },
]

function ask(visit: Visit): Promise<Shown> {
  const { form } = visit.request
  const input = {
    completedOn: one(form, 'completedOn').trim(),
    contact: one(form, 'contact').trim(),
    note: one(form, 'note').trim(),
  }
  const asked = visit.projects.requestAcceptance({ params: { id: idOf(visit) }, input })
  return after(asked, hrefOf(visit), (refusal) => screen(visit, refusal))
}

function rectified(visit: Visit): Promise<Shown> {
  const { form } = visit.request
  const items = Object.keys(form)
    .filter((name) => name.startsWith('item-') && one(form, name).trim() !== '')
    .map((name) => ({ item: name.slice('item-'.length), text: one(form, name).trim() }))
  const told = visit.projects.reportRectified({ params: { id: idOf(visit) }, input: { items } })
  return after(told, hrefOf(visit), (refusal) => screen(visit, refusal, 'items'))
}

async function screen(visit: Visit, refusal?: Refusal, at = 'completedOn'): Promise<Shown> {
  const { projects, view, request } = visit
  const found = await projects.getAcceptance({ params: { id: idOf(visit) } })
  if (isRefusal(found)) return found
  const title = view.say('竣工联合验收', 'Joint acceptance of the works')
  const part = { found, csrfToken: request.csrfToken, action: hrefOf(visit) }
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
        <Standing found={found} />
        {found.actions.includes('requestAcceptance') ? <Ask {...part} typed={request.form} /> : null}
        <Items {...part} />
        <Visits found={found} />
        <section className="sheet stage" aria-labelledby="offices">
          <h2 id="offices">{view.say('参加验收的部门', 'Offices that take part')}</h2>
          <Offices
            offices={found.offices}
            label={view.say('参加验收的部门', 'Offices that take part')}
            done={view.say('已提出结论', 'Concluded')}
          />
        </section>
      </JointPage>
    ),
  }
}

interface Part {
  readonly found: AcceptanceView
  readonly csrfToken: string
  readonly action: string
}

/** What must come first, or what the one request sets going. */
function NotBegun({ found: { lacks, project } }: { found: AcceptanceView }) {
  const { say, text } = useView()
  return lacks.length > 0 ? (
    <Notice kind="info" title={say('现在还不能申请', 'It cannot be asked for yet')}>
      <p>
        {say('要先办结：', 'First to be granted: ')}
        {lacks.map(text).join(say('、', ', '))}
      </p>
      <p>
        <a href={`/projects/${project.id}`}>{say('回到项目', 'Back to the project')}</a>
      </p>
    </Notice>
  ) : (
    <p>
      {say(
        '只申请一次，各部门约定同一天到现场；有问题的整改后只复验有问题的部门；都合格后出一份联合验收意见书。',
        'Ask once. All offices come on the same day; where something is to be put right, only those offices come again; then one joint opinion is issued.',
      )}
    </p>
  )
}

function Standing({ found }: { found: AcceptanceView }) {
  const { say, text } = useView()
  const { phase, document, project, next, lead } = found
  switch (phase) {
    case 'not-begun':
      return <NotBegun found={found} />
    case 'visit-to-set':
      return (
        <Notice kind="info" title={say('正在约定验收日期', 'The day of the visit is being set')}>
          <p>
            <Said of={lead.name} />
            {say(
              '会约好一天，各部门一起来；定下后在这一页看得到。',
              ' sets one day on which all offices come; you will see it on this page.',
            )}
          </p>
        </Notice>
      )
    case 'visiting':
      return (
        <Notice kind="info" title={say('各部门到现场验收', 'The offices come to the site')}>
          <p>
            {say(
              '请按下面的时间安排人在现场；各部门的结论出来后写在这里。',
              'Please have someone on site at the time below; what each office finds will stand here.',
            )}
          </p>
        </Notice>
      )
    case 'rectifying':
      return (
        <Notice kind="soon" title={say('有问题等您整改', 'Something is to be put right')}>
          <p>
            {say(
              '整改后逐条写明怎样整改的；全部报告后，只有提出问题的部门再来一次，已经合格的不用再验。',
              'Say of each how it was put right. Once all are reported, only the offices that found something come again.',
            )}
          </p>
        </Notice>
      )
    case 'accepted':
      return (
        <Notice kind="done" title={say('工程验收合格', 'The works have been accepted')}>
          {document ? (
            <DocumentLink
              id={project.id}
              document={document}
              name={say('竣工联合验收意见书', 'Joint opinion on the finished works')}
            />
          ) : (
            <p>{say('意见书正在生成，稍后刷新。', 'The opinion is being made; reload in a moment.')}</p>
          )}
          {next.map(({ name, stage }) => (
            <p key={name.zh}>
              {say('接着办：', 'Next: ')}
              <a href={`/projects/${project.id}/stages/${stage}`}>{text(name)}</a>
            </p>
          ))}
        </Notice>
      )
  }
}

function Ask({ action, csrfToken, typed }: Part & { typed: Visit['request']['form'] }) {
  const { say } = useView()
  return (
    <form method="post" action={action} className="sheet">
      <Hidden values={{ _csrf: csrfToken }} />
      <TextInput
        labelled={{ id: 'completedOn', label: say('竣工日期', 'Day of completion') }}
        name="completedOn"
        type="date"
        width="half"
        defaultValue={one(typed, 'completedOn')}
        required
      />
      <TextInput
        labelled={{
          id: 'contact',
          label: say('现场联系人和电话', 'Whom to call on site'),
        }}
        name="contact"
        maxLength={100}
        width="half"
        defaultValue={one(typed, 'contact')}
        required
      />
      <InputBox
        labelled={{ id: 'note', label: say('说明', 'Note'), optional: true }}
        name="note"
        rows={2}
        value={one(typed, 'note')}
        maxLength={2000}
      />
      <button type="submit" className="button">
        {say('申请联合验收', 'Ask for the joint acceptance')}
      </button>
    </form>
  )
}

function Visits({ found }: { found: AcceptanceView }) {
  const { say, text } = useView()
  return found.visits.map((visit) => (
    <section key={visit.round} className="sheet stage" aria-labelledby={`visit-${visit.round}`}>
      <h2 id={`visit-${visit.round}`}>
        {visit.round === 1
          ? say('现场验收', 'The visit')
          : say(`第 ${visit.round} 次（复验）`, `Visit ${visit.round}`)}
      </h2>
      <p>
        <b>
          <Day on={visit.on} /> {visit.time}
        </b>{' '}
        {visit.place}
      </p>
      <ul className="plain">
        {visit.offices.map(({ organ, staff, passed, findings }) => (
          <li key={organ.id}>
            {text(organ.name)}
            {say('：', ': ')}
            {staff.length > 0 ? staff.join(say('、', ', ')) : say('人员待定', 'staff to be named')}{' '}
            {passed === undefined ? null : (
              <span className={passed ? 'tag tag-done' : 'tag tag-soon'}>
                {passed ? say('合格', 'Passed') : say('需整改', 'Not passed')}
              </span>
            )}{' '}
            {findings}
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Items({ found, action, csrfToken }: Part) {
  const { say, text } = useView()
  const { items } = found
  if (items.length === 0) return null
  const mayReport = found.actions.includes('reportRectified')
  const list = items.map((item) => (
    <li key={item.id}>
      <p>
        <span className={item.cleared ? 'tag tag-done' : item.late ? 'tag tag-soon' : 'tag'}>
          {item.cleared
            ? say('已整改', 'Put right')
            : item.done
              ? say('等待复验', 'To be looked at again')
              : item.late
                ? say('已超期', 'Overdue')
                : say('待整改', 'Open')}
        </span>{' '}
        <b>{item.text}</b>
      </p>
      <p className="hint">
        {text(item.organ.short)} {item.article} · {say('最迟', 'by')} <Day on={item.due} />
      </p>
      {item.done ? (
        <p>
          {item.done.text} <Moment at={item.done.at} />
        </p>
      ) : mayReport && !item.cleared ? (
        <InputBox
          labelled={{ id: `item-${item.id}`, label: say('怎样整改的', 'How it was put right') }}
          name={`item-${item.id}`}
          rows={2}
          value=""
          maxLength={1000}
        />
      ) : null}
    </li>
  ))
  return (
    <section className="sheet stage" aria-labelledby="items">
      <h2 id="items">{say('整改事项', 'To be put right')}</h2>
      {mayReport ? (
        <form method="post" action={`${action}/rectified`}>
          <Hidden values={{ _csrf: csrfToken }} />
          <ol className="rows told">{list}</ol>
          <button type="submit" className="button">
            {say('报告整改完成', 'Report it put right')}
          </button>
        </form>
      ) : (
        <ol className="rows told">{list}</ol>
      )}
    </section>
  )
}
