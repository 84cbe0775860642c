import { periodText } from '@mashang/ui'
import { Said, useView } from '../../frame/view.tsx'
import { depthText, visitsText } from '../../parts/item-card.tsx'
import { type Entry, kindText } from './asked.ts'

/** Where a line leads: to its guide, or to the page with its basic facts. */
export function entryHref({ code, guide }: Pick<Entry, 'code' | 'guide'>): string {
  return `/${guide ? 'items' : 'catalogue'}/${encodeURIComponent(code)}`
}

/** The lines of a list under the names of their organs; on a phone each line is a block with its labels. */
export function EntryTable({ entries, title }: { entries: readonly Entry[]; title: string }) {
  const { say } = useView()
  const heads = [
    say('事项', 'Entry'),
    say('类别', 'List'),
    say('承诺时限', 'Promised'),
    say('法定时限', 'Law allows'),
    say('跑动', 'Visits'),
    say('网上办理深度', 'Online depth'),
    say('收费', 'Fee'),
  ]
  return (
    <table className="entries">
      <caption className="unseen">{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {groupsOf(entries).map((group) => (
        <tbody key={group[0]?.code}>
          <OrganRow entry={group[0]} columns={heads.length} />
          {group.map((entry) => (
            <EntryRow key={entry.code} entry={entry} heads={heads} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function groupsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups: Entry[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last?.[0]?.organ.id === entry.organ.id) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

function OrganRow({ entry, columns }: { entry: Entry | undefined; columns: number }) {
  if (!entry) return null
  return (
    <tr className="entries-organ">
      <th colSpan={columns} scope="rowgroup">
        <Said of={entry.organ.name} />
      </th>
    </tr>
  )
}

function EntryRow({ entry, heads }: { entry: Entry; heads: readonly string[] }) {
  const view = useView()
  const { language, say } = view
  const values = [
    kindText(entry.type, view),
    limitText(entry.promised, view),
    periodText(entry.statutory, language),
    visitsText(entry.visits, say),
    depthText(entry.depth, say),
    entry.fee ? say('收费', 'Fee') : say('不收费', 'Free'),
  ]
  return (
    <tr className={entry.partOf ? 'entries-situation' : undefined}>
      <th scope="row">
        <a href={entryHref(entry)}>
          <Said of={entry.name} />
        </a>
        <span className="entries-code code">
          {entry.code}
          {entry.guide ? null : (
            <span className="entries-lacks">{say(' · 指南完善中', ' · guide being written')}</span>
          )}
        </span>
      </th>
      {values.map((value, place) => (
        <td key={heads[place + 1]} data-label={heads[place + 1]}>
          {value}
        </td>
      ))}
    </tr>
  )
}

export function limitText(promised: string, { language, say }: ReturnType<typeof useView>): string {
  return /^0/.test(promised) ? say('当场办结', 'Done at once') : periodText(promised, language)
}
