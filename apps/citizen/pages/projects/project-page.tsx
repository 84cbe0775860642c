import { formatDay, isRefusal } from '@mashang/kit'
import type { ProjectView, StageItemView, StageView } from '@mashang/projects/contract'
import { Gantt, type GanttWords } from '@mashang/ui'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Hidden, InputBox } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { CAUSES, ITEM_STATE, PROJECT_STATUS } from './words.ts'

const own = { for: 'some', citizen: true, row: 'own-project' } as const

export const projectRoutes: readonly Route[] = [
  { method: 'GET', path: '/projects/:id', access: own, show: showProject },
  { method: 'POST', path: '/projects/:id/withdraw', access: own, show: withdraw },
]

async function showProject({ projects, request, view }: Visit): Promise<Shown> {
  const found = await projects.getProject({ params: { id: request.params.id ?? '' } })
  if (isRefusal(found)) return found
  return {
    title: found.name,
    section: 'mine',
    crumbs: [{ href: '/projects', label: view.say('我的投资项目', 'My projects') }],
    main: <ProjectPage found={found} csrfToken={request.csrfToken} />,
  }
}

async function withdraw({ projects, request }: Visit): Promise<Shown> {
  const id = request.params.id ?? ''
  const done = await projects.withdrawProject({
    params: { id },
    input: { reason: one(request.form, 'reason') },
  })
  return isRefusal(done) ? done : { redirect: `/projects/${id}` }
}

function ProjectPage({ found, csrfToken }: { found: ProjectView; csrfToken: string }) {
  const { say, text } = useView()
  return (
    <div className="wrap project">
      <header className="sheet case-head">
        <p className="case-name">
          <span className="tag">
            <Said of={PROJECT_STATUS[found.status]} />
          </span>{' '}
          {found.secret ? (
            <span className="tag tag-soon">{say('涉密项目，不公开', 'Secret, not public')}</span>
          ) : null}
        </p>
        <h1>{found.name}</h1>
        <p className="sentence">
          {say('项目代码', 'Project code')} <b className="code">{found.code}</b>
        </p>
        <p className="hint">
          {found.owner.name} · {say('登记于', 'registered')} <Moment at={found.registeredAt} />
        </p>
      </header>
      <Late found={found} />
      <Together found={found} />
      <section aria-labelledby="plan">
        <h2 id="plan">{say('进度计划', 'The plan')}</h2>
        <p>
          {say(
            `四个阶段的关键路径合计 ${found.total} 个工作日；同一阶段的事项同时办。`,
            `The critical paths of the four stages add up to ${found.total} working days; the items of a stage run side by side.`,
          )}
        </p>
        <Gantt
          stages={found.stages.map((stage) => ({
            id: stage.id,
            name: text(stage.name),
            items: stage.items.map((item) => ({ ...item, name: text(item.name) })),
          }))}
          today={found.today}
          label={say('进度图，下面的表格写着同样的内容', 'Chart of the plan; the tables below say the same')}
          words={useGanttWords()}
        />
      </section>
      {found.stages.map((stage) => (
        <StageSection key={stage.id} stage={stage} found={found} />
      ))}
      <details className="sheet given">
        <summary>{say('项目信息', 'Facts of the project')}</summary>
        <Facts rows={found.facts.map((fact) => ({ label: text(fact.label), value: fact.text || '—' }))} />
      </details>
      <Journal found={found} />
      {found.actions.includes('withdrawProject') ? <Withdraw found={found} csrfToken={csrfToken} /> : null}
    </div>
  )
}

function useGanttWords(): GanttWords {
  const { say } = useView()
  return {
    plan: say('计划', 'Planned'),
    critical: say('计划（关键路径）', 'Planned, on the critical path'),
    actual: say('实际', 'What happened'),
    pause: say('补正或者停止计时', 'Correction or clock stop'),
    late: say('超出计划', 'Behind the plan'),
    today: say('今天', 'today'),
  }
}

/** What offices do together on the project: told before the plan, since it saves most of the way. */
function Together({ found }: { found: ProjectView }) {
  const { say } = useView()
  const parts = [
    {
      href: 'guidance',
      name: say('前期辅导', 'Early guidance'),
      hint: say(
        '要办什么、要什么材料，一次说清；会议和纪要',
        'Everything you will need, told once; meetings',
      ),
    },
    {
      href: 'drawings',
      name: say('联合审图', 'Joint review of the drawings'),
      hint: say('一套图，各部门同时审', 'One set of drawings, all offices at once'),
    },
    {
      href: 'acceptance',
      name: say('竣工联合验收', 'Joint acceptance of the works'),
      hint: say('一次申请，同一天到现场', 'Asked for once, one visit'),
    },
  ]
  return (
    <nav aria-label={say('各部门一起办的', 'What offices do together')}>
      <ul className="together-links">
        {parts.map(({ href, name, hint }) => (
          <li key={href}>
            <a href={`/projects/${found.id}/${href}`}>{name}</a>
            <span className="hint">{hint}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What is late and why, said first. */
function Late({ found }: { found: ProjectView }) {
  const { say } = useView()
  const late = found.stages.flatMap(({ items }) => items.filter((item) => item.late > 0))
  if (late.length === 0) return null
  return (
    <Notice kind="soon" title={say(`有 ${late.length} 项比计划晚`, `${late.length} behind the plan`)}>
      <ul className="plain">
        {late.map((item) => (
          <li key={item.id}>
            <b>
              <Said of={item.name} />
            </b>
            {say('：', ': ')}
            <Lateness item={item} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Lateness({ item }: { item: StageItemView }) {
  const { say, language } = useView()
  const why = item.why.map(({ cause, days }) =>
    say(`${CAUSES[cause].zh} ${days} 个工作日`, `${CAUSES[cause].en} (${days} working days)`),
  )
  return (
    <>
      {say(`晚 ${item.late} 个工作日`, `${item.late} working days late`)}
      {why.length > 0 ? `${language === 'zh' ? '，因为' : ': '}${why.join(say('、', ', '))}` : ''}
    </>
  )
}

function StageSection({ stage, found }: { stage: StageView; found: ProjectView }) {
  const { say } = useView()
  const canApply =
    found.status !== 'withdrawn' &&
    stage.items.some(({ item, joint, state }) => item && !joint && (state === 'ahead' || state === 'failed'))
  return (
    <section className="sheet stage" aria-labelledby={`stage-${stage.id}`}>
      <h2 id={`stage-${stage.id}`}>
        <Said of={stage.name} />
      </h2>
      <p className="hint">
        {say('牵头部门', 'Led by')} <Said of={stage.lead.name} /> ·{' '}
        {say(`关键路径 ${stage.days} 个工作日`, `critical path ${stage.days} working days`)} ·{' '}
        {stage.begunAt ? say('计划', 'planned') : say('预计', 'expected')} <Day on={stage.from} />
        {say('至', ' to ')}
        <Day on={stage.to} />
      </p>
      <StageTable stage={stage} project={found.id} />
      {canApply ? (
        <p className="buttons">
          <a className="button" href={`/projects/${found.id}/stages/${stage.id}`}>
            {say('一次提交本阶段', 'Apply for this stage at once')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function StageTable({ stage, project }: { stage: StageView; project: string }) {
  const { say, text, language } = useView()
  const label = {
    item: say('事项', 'Item'),
    office: say('部门', 'Office'),
    days: say('承诺', 'Promised'),
    plan: say('计划', 'Planned'),
    state: say('现在', 'Now'),
  }
  return (
    <table className="stage-table">
      <caption className="unseen">{text(stage.name)}</caption>
      <thead>
        <tr>
          {Object.values(label).map((one) => (
            <th key={one} scope="col">
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stage.items.map((item) => (
          <tr key={item.id}>
            <th scope="row" data-label={label.item}>
              <ItemName item={item} project={project} />
            </th>
            <td data-label={label.office}>
              <Said of={item.organ.short} />
            </td>
            <td data-label={label.days}>
              {say(`${item.days} 个工作日`, `${item.days} working days`)}
              {item.critical ? <span className="hint">{say('（关键）', ' (critical)')}</span> : null}
            </td>
            <td data-label={label.plan}>
              {formatDay(item.from, language).split('（')[0]}
              {say(' 至 ', ' to ')}
              {formatDay(item.to, language).split('（')[0]}
            </td>
            <td data-label={label.state}>
              <ItemState item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ItemName({ item, project }: { item: StageItemView; project: string }) {
  const { text } = useView()
  const href = item.joint
    ? `/projects/${project}/${item.joint === 'acceptance' ? 'acceptance' : 'drawings'}`
    : item.item && `/items/${encodeURIComponent(item.item)}`
  return (
    <>
      {href ? <a href={href}>{text(item.name)}</a> : text(item.name)}
      {item.note ? (
        <span className="hint stage-note">
          <Said of={item.note} />
        </span>
      ) : null}
    </>
  )
}

function ItemState({ item }: { item: StageItemView }) {
  const { text } = useView()
  const { application } = item
  return (
    <>
      {application ? (
        <a href={`/my/applications/${application.id}`}>{text(ITEM_STATE[item.state])}</a>
      ) : (
        text(ITEM_STATE[item.state])
      )}
      {item.late > 0 ? (
        <span className="stage-late">
          <Icon name="warning" /> <Lateness item={item} />
        </span>
      ) : null}
    </>
  )
}

function Journal({ found }: { found: ProjectView }) {
  const { say } = useView()
  return (
    <details className="sheet given">
      <summary>{say('项目记录', 'Journal')}</summary>
      <ol className="timeline">
        {found.journal.map((line) => (
          <li key={line.at + line.title.zh + (line.detail ?? '')}>
            <p>
              <b>
                <Said of={line.title} />
              </b>{' '}
              {line.detail}
            </p>
            <p className="hint">
              <Moment at={line.at} /> {line.by}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

function Withdraw({ found, csrfToken }: { found: ProjectView; csrfToken: string }) {
  const { say } = useView()
  return (
    <details className="given">
      <summary>{say('撤销登记', 'Take this project back')}</summary>
      <form method="post" action={`/projects/${found.id}/withdraw`}>
        <Hidden values={{ _csrf: csrfToken }} />
        <InputBox
          labelled={{ id: 'reason', label: say('原因', 'Reason') }}
          name="reason"
          rows={2}
          value=""
          maxLength={2000}
        />
        <button type="submit" className="button button-danger">
          {say('撤销登记', 'Take it back')}
        </button>
      </form>
    </details>
  )
}
