import { isRefusal } from '@mashang/kit'
import type { CodeAnswer, ProjectRow, PublicProject } from '@mashang/projects/contract'
import { one, type Route, type Shown, type Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Icon } from '../../parts/icon.tsx'
import { TextInput } from '../../parts/inputs.tsx'
import { Empty } from '../../parts/notice.tsx'
import { Pagination } from '../../parts/pagination.tsx'
import { CodeSays } from './code-says.tsx'
import { investmentText, PROJECT_STATUS } from './words.ts'

export const projectListRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/projects',
    access: { for: 'some', citizen: true },
    async show({ projects, view }: Visit) {
      const listed = await projects.listMyProjects({})
      if (isRefusal(listed)) return listed
      return {
        title: view.say('我的投资项目', 'My projects'),
        section: 'mine',
        main: <MyProjects rows={listed.projects} />,
      }
    },
  },
  { method: 'GET', path: '/projects/public', access: { for: 'everyone' }, show: publicScreen },
  { method: 'GET', path: '/projects/code', access: { for: 'everyone' }, show: codeScreen },
]

function MyProjects({ rows }: { rows: readonly ProjectRow[] }) {
  const { say } = useView()
  return (
    <div className="wrap">
      <div className="section-head">
        <h1>{say('我的投资项目', 'My projects')}</h1>
        <a href="/projects/public">
          <Icon name="department" /> {say('公开的在建项目', 'Public projects')}
        </a>
      </div>
      {rows.length === 0 ? (
        <Empty title={say('还没有登记项目', 'No projects yet')}>
          <p>
            {say(
              '登记后得到项目代码；四个阶段要办什么、要多少天，一次说清。',
              'Register one to get its code and to learn at once what its four stages need and how long they take.',
            )}
          </p>
          <p className="buttons">
            <a className="button" href="/projects/new">
              {say('登记项目', 'Register a project')}
            </a>
          </p>
        </Empty>
      ) : (
        <>
          <ul className="items">
            {rows.map((row) => (
              <li key={row.id} className="item-line">
                <h2 className="item-name">
                  <a href={`/projects/${row.id}`}>{row.name}</a>
                </h2>
                <p className="hint">
                  <span className="code">{row.code}</span> · {row.owner} · {row.district}
                </p>
                <p>
                  <Said of={PROJECT_STATUS[row.status]} /> · <Said of={row.stage.name} />
                  {row.applications > 0
                    ? say(` · ${row.applications} 件申请`, ` · ${row.applications} applications`)
                    : ''}
                </p>
              </li>
            ))}
          </ul>
          <p className="buttons">
            <a className="button" href="/projects/new">
              {say('登记另一个项目', 'Register another project')}
            </a>
          </p>
        </>
      )}
    </div>
  )
}

async function publicScreen({ projects, request, view }: Visit): Promise<Shown> {
  const { query } = request
  const text = one(query, 'text')
  const stage = one(query, 'stage')
  const page = Number(one(query, 'page')) || 1
  const listed = await projects.listPublicProjects({
    query: { ...(text ? { text } : {}), ...(stage ? { stage } : {}), page },
  })
  if (isRefusal(listed)) return listed
  const title = view.say('投资项目公开', 'Public projects')
  return { title, main: <PublicList listed={listed} text={text} stage={stage} title={title} /> }
}

interface Listed {
  readonly projects: readonly PublicProject[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly stages: readonly {
    readonly id: string
    readonly name: { zh: string; en?: string }
    readonly count: number
  }[]
}

function PublicList({
  listed,
  text,
  stage,
  title,
}: {
  listed: Listed
  text: string
  stage: string
  title: string
}) {
  const { say } = useView()
  const href = (change: Readonly<Record<string, string>>) =>
    `/projects/public?${new URLSearchParams(Object.entries({ text, stage, ...change }).filter(([, value]) => value))}`
  return (
    <div className="wrap">
      <div className="section-head">
        <h1>{title}</h1>
        <a href="/projects/code">
          <Icon name="shield" /> {say('校验项目代码', 'Check a project code')}
        </a>
      </div>
      <p>
        {say(
          '正在办理审批的投资项目和所处的阶段。涉密项目不在这里。',
          'Investment projects under approval, and the stage each is in. Secret ones are not listed.',
        )}
      </p>
      <form method="get" action="/projects/public" className="project-search">
        <TextInput
          labelled={{ id: 'text', label: say('项目名称、建设单位或者代码', 'Name, owner or code') }}
          name="text"
          defaultValue={text}
        />
        <button type="submit" className="button">
          {say('查找', 'Find')}
        </button>
      </form>
      <nav aria-label={say('审批阶段', 'Stages')}>
        <ul className="stage-tabs">
          <li>
            <a href={href({ stage: '' })} aria-current={stage === '' ? 'true' : undefined}>
              {say('全部', 'All')}
            </a>
          </li>
          {listed.stages.map(({ id, name, count }) => (
            <li key={id}>
              <a href={href({ stage: id })} aria-current={stage === id ? 'true' : undefined}>
                <Said of={name} /> <span className="number">{count}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {listed.projects.length === 0 ? (
        <Empty title={say('没有找到项目', 'No projects found')}>
          <p>{say('换一个词，或者看看其他阶段。', 'Try another word, or another stage.')}</p>
        </Empty>
      ) : (
        <ul className="items">
          {listed.projects.map((project) => (
            <PublicLine key={project.code} project={project} />
          ))}
        </ul>
      )}
      <Pagination page={listed.page} pages={listed.pages} href={(page) => href({ page: String(page) })} />
    </div>
  )
}

function PublicLine({ project }: { project: PublicProject }) {
  const { say } = useView()
  const { stage } = project
  return (
    <li className="item-line">
      <h2 className="item-name">{project.name}</h2>
      <p className="hint">
        <span className="code">{project.code}</span> · {project.owner} · {say('登记于', 'registered')}{' '}
        <Day on={project.registeredAt} />
      </p>
      <p>
        {project.district} · <Said of={project.industry} /> · <Said of={project.kind} /> ·{' '}
        {say('总投资', 'Investment')} <Said of={investmentText(project.investment)} />
      </p>
      <p className="stage-place">
        <progress className="stage-progress" max={stage.of} value={stage.number} aria-hidden="true" />
        {say(`第 ${stage.number} 阶段，共 ${stage.of} 个：`, `Stage ${stage.number} of ${stage.of}: `)}
        <Said of={stage.name} />
      </p>
    </li>
  )
}

async function codeScreen({ projects, request, view }: Visit): Promise<Shown> {
  const code = one(request.query, 'code').trim()
  const answer = code === '' ? undefined : await projects.checkCode({ query: { code } })
  if (answer && isRefusal(answer)) return answer
  const title = view.say('校验投资项目代码', 'Check a project code')
  return { title, section: 'verify', main: <CodeCheck code={code} answer={answer} title={title} /> }
}

function CodeCheck({ code, answer, title }: { code: string; answer: CodeAnswer | undefined; title: string }) {
  const { say } = useView()
  return (
    <div className="wrap narrow">
      <h1>{title}</h1>
      <form method="get" action="/projects/code">
        <TextInput
          labelled={{
            id: 'code',
            label: say('投资项目代码', 'Project code'),
            hint: say(
              '20 位数字，可以不写横线；2020 年 11 月以前的代码也可以。',
              '20 digits, dashes optional; codes from before November 2020 as well.',
            ),
          }}
          name="code"
          defaultValue={code}
          spellCheck={false}
          inputMode="numeric"
        />
        <div className="buttons">
          <button type="submit" className="button">
            {say('校验', 'Check')}
          </button>
        </div>
      </form>
      {answer ? <CodeResult answer={answer} /> : null}
    </div>
  )
}

function CodeResult({ answer }: { answer: CodeAnswer }) {
  const { say } = useView()
  if (!answer.valid) return <CodeSays answer={answer} />
  const { project } = answer
  return (
    <>
      <CodeSays answer={answer} />
      {project ? (
        <ul className="items">
          <PublicLine project={project} />
        </ul>
      ) : (
        <p>
          {say(
            '没有查到公开的项目信息；项目可能没有在本市登记，或者不公开。',
            'No public project has it: it may not be registered in this city, or not public.',
          )}
        </p>
      )}
    </>
  )
}
