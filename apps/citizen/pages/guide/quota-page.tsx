import type { QuotaView } from '@mashang/approvals/contract'
import { everyone, isRefusal } from '@mashang/kit'
import type { Route, Shown, Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { BasisOf } from '../../parts/basis.tsx'
import { Day, Moment } from '../../parts/day.tsx'
import { Facts } from '../../parts/facts.tsx'

/** 名额公示: how many places, how many are taken, and who comes next; open to everybody. */
export const quotaRoute: Route = {
  method: 'GET',
  path: '/items/:code/quota',
  access: everyone,
  show: showQuota,
}

async function showQuota({ request, approvals, view }: Visit): Promise<Shown> {
  const code = request.params.code ?? ''
  const found = await approvals.getQuota({ params: { code } })
  if (isRefusal(found)) return found
  return {
    title: view.say('名额情况', 'Places'),
    section: 'items',
    crumbs: [{ label: view.text(found.item.name), href: `/items/${encodeURIComponent(code)}` }],
    main: <QuotaPage found={found} />,
  }
}

function QuotaPage({ found }: { found: QuotaView }) {
  const { say } = useView()
  const { quota, pools } = found
  return (
    <div className="wrap case">
      <header className="case-head sheet">
        <p className="case-name">{say('名额情况', 'Places')}</p>
        <h1>
          <Said of={found.item.name} />
        </h1>
        <p>
          {quota.method === 'draw'
            ? say(
                '准予的数量有限制：申请截止后，由公开日志摇号确定，任何人都可以复核。',
                'Only so many can be granted: after the last day the public log draws, and anybody can check it.',
              )
            : say(
                '准予的数量有限制：受理时按先后顺序保留名额，没有批准的名额空出后依次递补。',
                'Only so many can be granted: places go by the order of acceptance, and those not used go to the next in the line.',
              )}
        </p>
        <p className="hint">
          <Said of={found.organ.name} /> · {say('依据：', 'Basis: ')}
          <BasisOf basis={found.basis} />
          {quota.closes ? (
            <>
              {' '}
              · {say('申请截止 ', 'apply until ')}
              <Day on={quota.closes} />
            </>
          ) : null}
        </p>
      </header>
      {pools.length === 0 ? (
        <p className="sheet">
          {say('还没有受理的申请，名额全部可用。', 'Nothing is accepted yet; all places are free.')}
        </p>
      ) : null}
      {pools.map((pool) => (
        <Pool key={`${pool.year ?? ''} ${pool.value ?? ''}`} pool={pool} />
      ))}
    </div>
  )
}

const STATES = {
  placed: { zh: '占用名额', en: 'Has a place' },
  waiting: { zh: '候补', en: 'Waits' },
  left: { zh: '已退出', en: 'Left' },
} as const

function Pool({ pool }: { pool: QuotaView['pools'][number] }) {
  const { language, say, text } = useView()
  const { label, places, taken, waiting, line, drawn } = pool
  const name = text(label)
  return (
    <section className="sheet" aria-label={name || say('名额', 'Places')}>
      {name ? <h2>{name}</h2> : null}
      <Facts
        rows={[
          { label: say('名额', 'Places'), value: <b>{places}</b> },
          { label: say('已占用', 'Taken'), value: <b>{taken}</b> },
          { label: say('还剩', 'Free'), value: <b>{Math.max(places - taken, 0)}</b> },
          { label: say('候补', 'Waiting'), value: <b>{waiting}</b> },
        ]}
      />
      {drawn ? (
        <p className="hint">
          {say('摇号于 ', 'Drawn at ')}
          <Moment at={drawn.at} />
          {say(
            `：把公开日志第 ${drawn.size} 条的根 `,
            `: by the root of the public log at ${drawn.size} entries, `,
          )}
          <span className="code">{drawn.root}</span>
          {say(
            ' 和办件编号各占一行求 SHA-256，从小到大排列。',
            ' and each case number on a line of its own, hashed by SHA-256 and put in order.',
          )}
        </p>
      ) : null}
      {line.length > 0 ? (
        <table className="figures-table">
          <caption className="hint caption">
            {say('按先后排列，只列办件编号', 'In order; case numbers only')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say('受理次序', 'Accepted as')}</th>
              <th scope="col">{say('办件编号', 'Case number')}</th>
              <th scope="col">{say('状态', 'State')}</th>
            </tr>
          </thead>
          <tbody>
            {line.map(({ number, serial, state }) => (
              <tr key={number}>
                <td data-label={say('受理次序', 'Accepted as')}>{serial}</td>
                <td data-label={say('办件编号', 'Case number')} className="code">
                  {number}
                </td>
                <td data-label={say('状态', 'State')}>{STATES[state][language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
