import type { HelpRow } from '@mashang/assistance/contract'
import { isRefusal } from '@mashang/kit'
import type { Route, Shown, Visit } from '../../frame/route.ts'
import { Said, useView } from '../../frame/view.tsx'
import { Day } from '../../parts/day.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Empty } from '../../parts/notice.tsx'
import { KIND_WORDS, STATUS_WORDS } from './words.ts'

export const myHelpRoute: Route = {
  method: 'GET',
  path: '/my/help',
  access: { for: 'some', citizen: true },
  show: list,
}

async function list({ assistance, view }: Visit): Promise<Shown> {
  const listed = await assistance.listMyHelp({ query: {} })
  if (isRefusal(listed)) return listed
  return {
    title: view.say('我的帮办代办', 'My helpers'),
    section: 'mine',
    crumbs: [{ label: view.say('我的办件', 'My cases'), href: '/my/applications' }],
    main: <List rows={listed.requests} />,
  }
}

function List({ rows }: { rows: readonly HelpRow[] }) {
  const { say } = useView()
  return (
    <div className="wrap">
      <h1>{say('我的帮办代办', 'My helpers')}</h1>
      {rows.length === 0 ? (
        <Empty title={say('还没有申请过帮办代办', 'No help was asked for yet')}>
          <p>
            {say(
              '办事有困难，可以在办事指南里点“申请帮办代办”。',
              'Where something is difficult, choose “Ask for help” in its guide.',
            )}
          </p>
          <p className="buttons">
            <a className="button" href="/items">
              {say('查找事项', 'Find a service')}
            </a>
          </p>
        </Empty>
      ) : (
        <HelpLines rows={rows} />
      )}
    </div>
  )
}

/** Requests with who helps and what he may do. */
export function HelpLines({ rows }: { rows: readonly HelpRow[] }) {
  const { say } = useView()
  return (
    <ul className="items">
      {rows.map((row) => (
        <li key={row.id} className="item-line case-line">
          <HelpStatusTag status={row.status} />
          <h2 className="item-name">
            <a href={`/my/help/${row.id}`}>
              <Said of={KIND_WORDS[row.kind]} />
              {say('：', ': ')}
              <Said of={row.item.name} />
            </a>
          </h2>
          <p className="hint">
            <span className="code">{row.number}</span>
            {row.assistant ? say(` · 帮办员 ${row.assistant}`, ` · assistant ${row.assistant}`) : ''}
            {row.mandated ? say(' · 委托书有效', ' · mandate in force') : ''}
          </p>
          {row.status === 'waiting' ? (
            <p className="hint">
              <Day on={row.due} />
              {say('前有人承接', ' is the last day to take it')}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

export function HelpStatusTag({ status }: Pick<HelpRow, 'status'>) {
  const isOpen = status === 'waiting' || status === 'taken'
  return (
    <span className={`tag status-tag ${isOpen ? 'tag-action' : 'tag-done'}`}>
      <Icon name={isOpen ? 'clock' : 'done'} /> <Said of={STATUS_WORDS[status]} />
    </span>
  )
}
