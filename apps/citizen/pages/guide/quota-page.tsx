import type { QuotaView } from '@mashang/approvals/contract'
import { everyone, isRefusal } from '@mashang/kit'
import { lotOf } from '@mashang/proof'
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
        <Pool key={`${pool.year ?? ''} ${pool.value ?? ''}`} pool={pool} draws={quota.method === 'draw'} />
      ))}
    </div>
  )
}

const STATES = {
  placed: { zh: '占用名额', en: 'Has a place' },
  waiting: { zh: '候补', en: 'Waits' },
  left: { zh: '已退出', en: 'Left' },
} as const
const TO_BE_DRAWN = { zh: '等待摇号', en: 'To be drawn' }
/** Enough of a lot to compare by eye. */
const SHOWN_OF_LOT = 12

function Pool({ pool, draws }: { pool: QuotaView['pools'][number]; draws: boolean }) {
  const { say, text } = useView()
  const { label, places, taken, waiting, line, called, drawn } = pool
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
      {called && !drawn ? (
        <p>
          {say('已于 ', 'The draw was called at ')}
          <Moment at={called.at} />
          {say(
            ' 宣布摇号，公开日志正在摇出，请稍后刷新。',
            '; the public log is drawing. Please look again in a moment.',
          )}
        </p>
      ) : null}
      {drawn ? <HowItWasDrawn drawn={drawn} /> : null}
      {line.length > 0 ? <Line pool={pool} waits={draws && !drawn} /> : null}
    </section>
  )
}

function Line({ pool: { line, drawn }, waits }: { pool: QuotaView['pools'][number]; waits: boolean }) {
  const { language, say } = useView()
  const states = waits ? { ...STATES, waiting: TO_BE_DRAWN } : STATES
  return (
    <table className="figures-table">
      <caption className="hint caption">
        {say('按先后排列，只列办件编号', 'In order; case numbers only')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{say('受理次序', 'Accepted as')}</th>
          <th scope="col">{say('办件编号', 'Case number')}</th>
          {drawn ? <th scope="col">{say('摇号值', 'Its lot')}</th> : null}
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
            {drawn ? (
              <td data-label={say('摇号值', 'Its lot')} className="code">
                {lotOf(drawn.root, number).slice(0, SHOWN_OF_LOT)}…
              </td>
            ) : null}
            <td data-label={say('状态', 'State')}>{states[state][language]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How anybody draws it again: the call, the root behind it, and one line for a terminal. */
function HowItWasDrawn({ drawn }: { drawn: NonNullable<QuotaView['pools'][number]['drawn']> }) {
  const { say } = useView()
  const { at, size, root } = drawn
  return (
    <>
      <p>
        {say('摇号于 ', 'Drawn at ')}
        <Moment at={at} />
        {say(
          `。宣布摇号记为公开日志的第 ${size} 条，由记入它之后的树根摇出，宣布的人事先不知道，也不能挑选。`,
          `. The call is entry ${size} of the public log, and the root behind it drew: whoever called could neither know nor choose it.`,
        )}
      </p>
      <details>
        <summary>{say('怎样自己复核', 'How to check it yourself')}</summary>
        <p>
          {say(
            '把树根和办件编号各占一行，求 SHA-256 就是它的摇号值；从小到大排列，前面的得到名额。',
            'Put the root and a case number on a line each: their SHA-256 is its lot. In ascending order, the first have the places.',
          )}
        </p>
        <p>
          {say('树根：', 'Root: ')}
          <span className="code">{root}</span>
        </p>
        <p>
          <code className="code">{`printf '%s\\n%s' '${root}' '${say('办件编号', 'CASE-NUMBER')}' | sha256sum`}</code>
        </p>
        <p>
          <a href="/log/checkpoint">{say('公开日志的最新检查点', 'Newest checkpoint of the public log')}</a>
        </p>
      </details>
    </>
  )
}
