import type { BundleView, PartView } from '@mashang/bundles/contract'
import { isRefusal } from '@mashang/kit'
import { Gantt } from '@mashang/ui'
import type { Route, Shown, Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon, ThemeIcon } from '../../parts/icon.tsx'
import { Hidden } from '../../parts/inputs.tsx'
import { Notice } from '../../parts/notice.tsx'
import { CAUSES } from '../projects/words.ts'
import { Letter } from './letter.tsx'
import { BUNDLE_STATUS, PART_STATE } from './words.ts'

const own = { for: 'some', citizen: true, row: 'own-bundle' } as const

export const bundleCaseRoutes: readonly Route[] = [
  { method: 'GET', path: '/my/bundles/:id', access: own, show: showCase },
  { method: 'GET', path: '/my/bundles/:id/result', access: own, show: showResult },
  { method: 'POST', path: '/my/bundles/:id/drop', access: own, show: drop },
]

async function showCase({ bundles, request, view }: Visit): Promise<Shown> {
  const found = await bundles.getBundle({ params: { id: request.params.id ?? '' } })
  if (isRefusal(found)) return found
  return {
    title: view.text(found.name),
    section: 'mine',
    crumbs: [{ href: '/my/applications', label: view.say('我的办件', 'My cases') }],
    main: <CasePage found={found} csrfToken={request.csrfToken} />,
  }
}

async function showResult({ bundles, request, view }: Visit): Promise<Shown> {
  const found = await bundles.getBundle({ params: { id: request.params.id ?? '' } })
  if (isRefusal(found)) return found
  return {
    title: view.say(`${found.name.zh}：办理结果`, `${view.text(found.name)}: the results`),
    section: 'mine',
    crumbs: [{ href: `/my/bundles/${found.id}`, label: view.text(found.name) }],
    main: <Letter found={found} origin={request.origin} />,
  }
}

async function drop({ bundles, request }: Visit): Promise<Shown> {
  const done = await bundles.dropBundle({ params: { id: request.params.id ?? '' }, input: {} })
  return isRefusal(done) ? done : { redirect: '/my/applications' }
}

function CasePage({ found, csrfToken }: { found: BundleView; csrfToken: string }) {
  const { say, text } = useView()
  const licences = found.parts.filter(({ licence }) => licence)
  return (
    <div className="wrap bundle project">
      <header className="sheet case-head">
        <p className="case-name">
          <span className="tag">
            <Said of={BUNDLE_STATUS[found.status]} />
          </span>
        </p>
        <h1 className="with-drawing">
          <ThemeIcon name={found.drawing} /> <Said of={found.name} />
        </h1>
        <p className="sentence">
          <Said of={found.sentence} />
        </p>
        <p className="hint">
          {found.applicant ? `${found.applicant} · ` : ''}
          {say('牵头部门：', 'Lead office: ')}
          <Said of={found.lead.name} />
        </p>
        {licences.length > 0 ? (
          <p className="buttons">
            <a className="button" href={`/my/bundles/${found.id}/result`}>
              <Icon name="seal" />
              {say(`看结果：${licences.length} 张证照`, `The results: ${licences.length} licences`)}
            </a>
          </p>
        ) : null}
      </header>
      <ForYou found={found} csrfToken={csrfToken} />
      <section aria-labelledby="plan">
        <h2 id="plan">{say('办到哪一步了', 'How far it is')}</h2>
        <Gantt
          stages={[
            {
              id: 'all',
              name: text(found.name),
              items: found.parts.map((part) => ({ ...part, name: text(part.name) })),
            },
          ]}
          today={found.today}
          label={say('进度图，下面的表格写着同样的内容', 'Chart of the plan; the table below says the same')}
          words={{
            plan: say('计划', 'Planned'),
            critical: say('计划（决定总时间的）', 'Planned, deciding the whole'),
            actual: say('实际', 'What happened'),
            pause: say('补正或者停止计时', 'Correction or clock stop'),
            late: say('超出计划', 'Behind the plan'),
            today: say('今天', 'today'),
          }}
        />
        <Parts parts={found.parts} />
      </section>
      <details className="sheet given">
        <summary>{say('当时的情形', 'The circumstances')}</summary>
        <Facts
          rows={found.circumstances.map((one) => ({ label: text(one.label), value: one.text || '—' }))}
        />
      </details>
    </div>
  )
}

/** What waits for the applicant, before anything else. */
function ForYou({ found, csrfToken }: { found: BundleView; csrfToken: string }) {
  const { say } = useView()
  const toFill = found.parts.filter(({ state }) => state === 'open')
  const returned = found.parts.filter((part) => part.returned)
  const failed = found.parts.filter(({ state }) => state === 'failed')
  return (
    <>
      {found.actions.includes('correctBundle') ? (
        <Notice kind="soon" title={say('有材料要补正', 'Something is to be corrected')}>
          <p>
            {say('几个部门要的同一份材料，只改一次。', 'What several offices ask for is corrected once.')}
          </p>
          <p className="buttons">
            <a className="button" href={`/my/bundles/${found.id}/sheets/correction`}>
              {say('去补正', 'Correct it')}
            </a>
          </p>
        </Notice>
      ) : null}
      {toFill.length > 0 ? (
        <Notice kind="info" title={say(`还有 ${toFill.length} 项等您填写`, `${toFill.length} to fill in`)}>
          {returned.map((part) => (
            <p key={part.id}>
              <Said of={part.name} />
              {say('：', ': ')}
              {part.returned}
            </p>
          ))}
          <div className="buttons">
            <a className="button" href={`/my/bundles/${found.id}/sheets/main`}>
              {say('接着填', 'Go on with the form')}
            </a>
            {found.actions.includes('dropBundle') ? (
              <form method="post" action={`/my/bundles/${found.id}/drop`}>
                <Hidden values={{ _csrf: csrfToken }} />
                <button type="submit" className="button button-second">
                  {say('不办了，删除草稿', 'Drop this draft')}
                </button>
              </form>
            ) : null}
          </div>
        </Notice>
      ) : null}
      {failed.map((part) => (
        <Refused key={part.id} part={part} href={`/my/bundles/${found.id}/sheets/main`} />
      ))}
    </>
  )
}

function Refused({ part, href }: { part: PartView; href: string }) {
  const { say } = useView()
  return (
    <Notice
      kind="stop"
      title={
        <>
          <Said of={part.name} />
          {say('没有通过，其余照常办', ' was not granted; the others go on')}
        </>
      }
    >
      {part.refusal ? <p>{part.refusal.reasons}</p> : null}
      {part.refusal?.rights ? (
        <p>
          <Said of={part.refusal.rights} />
        </p>
      ) : null}
      <p>
        <a href={href}>{say('改好后再申请这一项', 'Mend it and ask for this one again')}</a>
      </p>
    </Notice>
  )
}

function Parts({ parts }: { parts: readonly PartView[] }) {
  const { say } = useView()
  return (
    <table className="stage-table">
      <caption className="unseen">{say('每一项的进度', 'How each item stands')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('事项', 'Item')}</th>
          <th scope="col">{say('部门', 'Office')}</th>
          <th scope="col">{say('现在', 'Now')}</th>
          <th scope="col">{say('计划', 'Planned')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.id}>
            <th scope="row">
              {part.application ? (
                <a href={`/my/applications/${part.application.id}`}>
                  <Said of={part.name} />
                </a>
              ) : (
                <Said of={part.name} />
              )}
            </th>
            <td data-label={say('部门：', 'Office:')}>
              <Said of={part.organ.short} />
            </td>
            <td data-label={say('现在：', 'Now:')}>
              <Said of={PART_STATE[part.state]} />
              <Late part={part} />
            </td>
            <td data-label={say('计划：', 'Planned:')}>
              <Day on={part.from} /> – <Day on={part.to} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Late({ part }: { part: PartView }) {
  const { say, text } = useView()
  if (part.late === 0) return null
  const why = part.why.map(({ cause }) => text(CAUSES[cause])).join(say('、', ', '))
  return (
    <span className="stage-late">
      {say(`比计划晚 ${part.late} 个工作日`, `${part.late} working days late`)}
      {why ? say(`（${why}）`, ` (${why})`) : ''}
    </span>
  )
}
