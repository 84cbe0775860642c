/**
 * 收件箱 — lists by due day, by keyset, over indexes made for them; counts stop at a thousand.
 */
import { legalDayOf, type Who } from '@mashang/kit'
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { ApplicationRow, INBOX_VIEWS } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { findWrittenNumber } from '../store/numbers.ts'
import type { ApprovalsTables, Queue } from '../store/tables.ts'
import { rowsOf } from './rows.ts'

type View = (typeof INBOX_VIEWS)[number]
type Rows = SelectQueryBuilder<ApprovalsTables, 'application', unknown>

interface Scope {
  /** Only this organ's cases; undefined = every organ's. */
  readonly organ: string | undefined
  readonly masked: boolean
}

/** An office sees its organ; the windows take in for every organ; supervision sees all, masked. */
export function scopeOf(who: Who): Scope {
  if (who.kind !== 'staff') return { organ: '', masked: true }
  if (who.roles.includes('window-clerk')) return { organ: undefined, masked: false }
  const works = who.roles.some((role) => ['handling-officer', 'inspector', 'approval-head'].includes(role))
  return works ? { organ: who.organ, masked: false } : { organ: undefined, masked: true }
}

export interface InboxQuery {
  readonly view?: View
  readonly item?: string
  readonly organ?: string
  readonly text?: string
  readonly after?: string
  readonly limit?: number
}

export interface Inbox {
  readonly rows: ApplicationRow[]
  readonly next?: string
  readonly counts: Record<string, number>
  readonly items: { readonly code: string; readonly name: { readonly zh: string; readonly en?: string } }[]
}

/** In whose hands a case must lie to be this reader's to do. */
function holdersOf(who: Who): readonly string[] {
  if (who.kind !== 'staff') return []
  const holders: string[] = who.roles.filter((role) =>
    ['window-clerk', 'handling-officer', 'inspector', 'approval-head'].includes(role),
  )
  if (holders.includes('window-clerk') || holders.includes('handling-officer'))
    holders.push('intake', 'delivery')
  return holders
}

const QUEUE_OF: Partial<Record<View, Queue>> = {
  intake: 'intake',
  'awaiting-correction': 'correction',
  review: 'review',
  decision: 'decision',
  stopped: 'stopped',
  'to-deliver': 'deliver',
}

export async function listInbox(inside: Inside, who: Who, query: InboxQuery): Promise<Inbox> {
  const scope = scopeOf(who)
  const organ = scope.organ ?? query.organ
  const view = query.view ?? 'to-do'
  const limit = query.limit ?? 50
  const today = legalDayOf(inside.clock.now())
  const holders = holdersOf(who)
  const open = await listOpenItems(inside, organ)
  const all = (): Rows => {
    let rows = inside.db.selectFrom('application')
    if (organ !== undefined) rows = rows.where('organ', '=', organ)
    if (query.item) rows = rows.where('item_code', '=', query.item)
    return query.text ? rows.where(beginsWith(query.text)) : rows
  }
  // Indexes of open cases begin with the organ; where the reader names none, those of the item are known.
  const organs = open.filter(({ item_code }) => item_code === query.item).map((one) => one.organ)
  const ofItem = organ === undefined && query.item !== undefined
  const running = (): Rows => (ofItem ? all().where('organ', 'in', organs.length > 0 ? organs : ['']) : all())
  // A fence: fewer rows have the name than lie in a queue, whatever the statistics of fresh ones say.
  const found = (): Rows =>
    query.text
      ? inside.db.selectFrom(
          running().where('queue', '<>', 'concluded').selectAll().offset(0).as('application'),
        )
      : running()
  const isOver = view === 'all' || view === 'concluded'
  const [rows, counts, items] = await Promise.all([
    page(isOver ? all() : found(), { view, holders, today, after: query.after, limit, apart: !query.text }),
    query.text ? countFound(running(), holders, today) : countViews(inside, running, holders, today),
    namedItems(inside, open),
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: await rowsOf(inside, shown, scope.masked),
    next: rows.length > limit && last ? `${last.sort_day}~${last.id}` : undefined,
    counts,
    items,
  }
}

/** A number as written or its beginning; anything else is the beginning of a name. */
function beginsWith(text: string) {
  const number = findWrittenNumber(text)
  const start = `${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
  return (on: ExpressionBuilder<ApprovalsTables, 'application'>) => {
    if (number) return on('number', '=', number)
    return /^\d{6}[\d-]*$/.test(text.trim()) ? on('number', 'like', start) : on('applicant', 'like', start)
  }
}

interface Page {
  readonly view: View
  readonly holders: readonly string[]
  readonly today: string
  readonly after?: string
  readonly limit: number
  /** Read the cases of each hand by themselves. */
  readonly apart: boolean
}

/** Newest first where a case is over, soonest due first where it is not. */
async function page(rows: Rows, { view, holders, today, after, limit, apart }: Page) {
  const [day, id] = (after ?? '').split('~')
  if (view === 'all') {
    const all = id ? rows.where('id', '<', id) : rows
    return all
      .selectAll()
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
  }
  if (view === 'concluded') {
    let over = rows.where('queue', '=', 'concluded')
    if (day && id) over = over.where(keyset('<', day, id))
    return over
      .selectAll()
      .orderBy('sort_day', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
  }
  const from = (some: Rows) => {
    const open = day && id ? some.where(keyset('>', day, id)) : some
    return open
      .selectAll()
      .orderBy('sort_day')
      .orderBy('id')
      .limit(limit + 1)
      .execute()
  }
  if (view !== 'to-do' || !apart || holders.length < 2) return from(inView(rows, view, holders, today))
  // Each hand's cases stand in order in the index; of several hands at once PostgreSQL would sort them all.
  const hands = await Promise.all(holders.map((holder) => from(inView(rows, view, [holder], today))))
  return hands
    .flat()
    .sort(byDay)
    .slice(0, limit + 1)
}

type InOrder = { readonly sort_day: string; readonly id: string }

const keyOf = ({ sort_day, id }: InOrder) => `${sort_day} ${id}`
const byDay = (one: InOrder, other: InOrder) => (keyOf(one) < keyOf(other) ? -1 : 1)

const keyset = (side: '<' | '>', day: string, id: string) =>
  side === '<'
    ? sql<boolean>`(sort_day, id) < (${day}::date, ${id}::uuid)`
    : sql<boolean>`(sort_day, id) > (${day}::date, ${id}::uuid)`

function inView(rows: Rows, view: View, holders: readonly string[], today: string): Rows {
  const queue = QUEUE_OF[view]
  if (queue) return rows.where('queue', '=', queue).where('queue', '<>', 'concluded')
  const open = rows.where('queue', '<>', 'concluded')
  if (view === 'to-do') return holders.length > 0 ? open.where('holder', 'in', [...holders]) : open
  if (view === 'overdue')
    return open.where('queue', 'in', ['intake', 'review', 'decision']).where('sort_day', '<', today)
  return rows
}

/** More than this is shown as 999+: an exact count of a million rows tells nobody anything. */
const MOST_COUNTED = 1000
const COUNTED: readonly View[] = [
  'to-do',
  'intake',
  'awaiting-correction',
  'review',
  'decision',
  'stopped',
  'overdue',
  'to-deliver',
]

async function countViews(inside: Inside, base: () => Rows, holders: readonly string[], today: string) {
  const counted = await inside.db
    .selectNoFrom((on: ExpressionBuilder<ApprovalsTables, never>) =>
      COUNTED.map((view) =>
        on
          .selectFrom(inView(base(), view, holders, today).select('id').limit(MOST_COUNTED).as('some'))
          .select((some) => some.fn.countAll<number>().as('count'))
          .as(view),
      ),
    )
    .executeTakeFirst()
  return { ...(counted as Record<string, number> | undefined) }
}

/** Open cases of one name that are looked at to count them: a name that more have is no name but a beginning. */
const MOST_FOUND = 2000

/** The same counts of what a text found: one look at few rows is cheaper than eight at many. */
async function countFound(found: Rows, holders: readonly string[], today: string) {
  const some = found
    .where('queue', '<>', 'concluded')
    .select(['queue', 'holder', 'sort_day'])
    .limit(MOST_FOUND)
  const rows = await some.execute()
  const isIn: Record<string, (row: (typeof rows)[number]) => boolean> = {
    'to-do': ({ holder }) => holders.length === 0 || holders.includes(holder),
    overdue: ({ queue, sort_day }) => ['intake', 'review', 'decision'].includes(queue) && sort_day < today,
  }
  const counts = COUNTED.map((view) => {
    const belongs = isIn[view] ?? (({ queue }) => queue === QUEUE_OF[view])
    return [view, Math.min(rows.filter(belongs).length, MOST_COUNTED)] as const
  })
  return Object.fromEntries(counts)
}

interface OpenItem {
  readonly organ: string
  readonly item_code: string
  readonly item_version: number
}

/**
 * Items that occur among the open cases, for the filter. Jumps from one item to the next in the index: to group
 * a hundred thousand open cases by item takes a hundred times as long.
 */
async function listOpenItems(inside: Inside, organ: string | undefined): Promise<readonly OpenItem[]> {
  const ofOrgan = organ === undefined ? sql`` : sql`and organ = ${organ}`
  // Beside an equal organ PostgreSQL would not start from the pair, but walk to it.
  const after =
    organ === undefined
      ? sql`(organ, item_code) > (item.organ, item.item_code)`
      : sql`item_code > item.item_code`
  const { rows } = await sql<OpenItem>`with recursive item as (
    (select organ, item_code, item_version from approvals.application
      where queue <> 'concluded' ${ofOrgan} order by organ, item_code limit 1)
    union all
    select next.organ, next.item_code, next.item_version from item cross join lateral (
      select organ, item_code, item_version from approvals.application
      where queue <> 'concluded' ${ofOrgan} and ${after}
      order by organ, item_code limit 1) next
  ) select organ, item_code, item_version from item limit 200`.execute(inside.db)
  return rows
}

async function namedItems(inside: Inside, open: readonly OpenItem[]) {
  const versions = new Map(open.map(({ item_code, item_version }) => [item_code, item_version]))
  return Promise.all(
    [...versions].map(async ([code, version]) => ({
      code,
      name: (await inside.catalogue.getVersion(code, version)).name,
    })),
  )
}
