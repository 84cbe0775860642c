/**
 * 收件箱 — lists by due day, by keyset, over indexes made for them; counts stop at a thousand.
 */
import { legalDayOf, type Who } from '@mashang/kit'
import { type ApplicationRow, INBOX_VIEWS } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { LANES, type Lane } from '../store/lanes.ts'
import type { Queue } from '../store/tables.ts'
import { countAsked, listAsked } from './asked-lists.ts'
import { readOnBehalf } from './behalf-lists.ts'
import { countFound, listFound, type Sought, soughtBy } from './open-found.ts'
import { listOpenItems, namedItems } from './open-items.ts'
import { countLanes, LATE_QUEUES, type LaneCount, listLanes, type Open, type Row } from './open-lanes.ts'
import { listOver } from './over.ts'
import { rowsOf } from './rows.ts'

type View = (typeof INBOX_VIEWS)[number]

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

/** More than this is shown as 999+: an exact count of a million rows tells nobody anything. */
const MOST_COUNTED = 1000
const COUNTED = INBOX_VIEWS.filter((view) => view !== 'concluded' && view !== 'all' && view !== 'opinions')

/** The organ whose opinion this reader gives; an organ that is asked finds the case beside its own. */
function answersFor(who: Who): string | undefined {
  if (who.kind !== 'staff') return undefined
  return who.roles.some((role) => role === 'handling-officer' || role === 'approval-head')
    ? who.organ
    : undefined
}

export async function listInbox(inside: Inside, who: Who, query: InboxQuery): Promise<Inbox> {
  const scope = scopeOf(who)
  const organ = scope.organ ?? query.organ
  const limit = query.limit ?? 50
  const asked: Asked = {
    view: query.view ?? 'to-do',
    holders: holdersOf(who),
    asked: answersFor(who),
    today: legalDayOf(inside.clock.now()),
    open: { lanes: LANES, organs: organsOf(inside, organ, query.item), item: query.item || undefined },
    sought: query.text ? soughtBy(query.text) : undefined,
    after: placeOf(query.after),
    // One more than is shown tells whether there is a page behind.
    limit: limit + 1,
  }
  const [[rows, counts], waiting, behalf, items] = await Promise.all([
    read(inside, asked, organ),
    readAsked(inside, asked),
    readOnBehalf(inside, {
      who,
      own: asked.holders,
      page: { item: asked.open.item, after: asked.after, limit: asked.limit },
      today: asked.today,
      most: MOST_COUNTED,
      isShown: asked.view === 'to-do' && !asked.sought,
    }),
    listOpenItems(inside, organ).then((open) => namedItems(inside, open)),
  ])
  const besides = [...waiting.rows, ...behalf.rows]
  const all = besides.length > 0 ? inOrder([...rows, ...besides]) : rows
  const shown = all.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: (await rowsOf(inside, shown, scope.masked)).map((row) => {
      const name = behalf.names.get(row.id)
      return name ? { ...row, onBehalf: name } : row
    }),
    next: all.length > limit && last ? `${last.sort_day}~${last.id}` : undefined,
    counts: countsOf(asked, counts, waiting.count, behalf.count),
    items,
  }
}

function countsOf({ holders, asked }: Asked, counts: readonly LaneCount[], waiting: number, behalf: number) {
  const own = Object.fromEntries(COUNTED.map((view) => [view, countOf(view, holders, counts)]))
  const all = behalf > 0 ? { ...own, 'to-do': Math.min((own['to-do'] ?? 0) + behalf, MOST_COUNTED) } : own
  if (asked === undefined) return all
  return { ...all, 'to-do': Math.min((all['to-do'] ?? 0) + waiting, MOST_COUNTED), opinions: waiting }
}

/** By due day, as the lists that are merged stand. */
function inOrder(rows: readonly Row[]): readonly Row[] {
  const place = ({ sort_day, id }: Row) => `${sort_day}~${id}`
  return rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

/** What the reader's organ is asked about: part of what it has to do, and a view by itself. */
async function readAsked(
  { db }: Inside,
  { view, asked, open: { item }, sought, after, limit }: Asked,
): Promise<{ readonly rows: readonly Row[]; readonly count: number }> {
  if (asked === undefined) return { rows: [], count: 0 }
  const of = { organ: asked, item, sought }
  const isShown = view === 'to-do' || view === 'opinions'
  const [count, rows] = await Promise.all([
    countAsked(db, of, MOST_COUNTED),
    isShown ? listAsked(db, { ...of, after, limit }) : [],
  ])
  return { rows, count }
}

/** Open cases of an item stand under their organs; of whoever names neither, under their lanes alone. */
function organsOf({ city }: Inside, organ: string | undefined, item: string | undefined) {
  if (organ !== undefined) return [organ]
  return item ? [...city.organs.keys()] : undefined
}

function placeOf(after: string | undefined): Asked['after'] {
  const [day, id] = (after ?? '').split('~')
  return day && id ? { day, id } : undefined
}

interface Asked {
  readonly view: View
  readonly holders: readonly string[]
  /** The organ that may have been asked for its opinion. */
  readonly asked: string | undefined
  readonly today: string
  /** Every open case within the reader's reach and his filters. */
  readonly open: Open
  readonly sought: Sought | undefined
  readonly after: { readonly day: string; readonly id: string } | undefined
  readonly limit: number
}

type Read = readonly [rows: readonly Row[], counts: readonly LaneCount[]]

async function read(inside: Inside, asked: Asked, organ: string | undefined): Promise<Read> {
  const { view, holders, open, sought, today, after, limit } = asked
  const counting = sought
    ? countFound(inside.db, sought, open, today)
    : countLanes(inside.db, open, { today, most: MOST_COUNTED })
  if (view === 'all' || view === 'concluded') {
    const over = { view, organ, item: open.item, sought, after, limit }
    return Promise.all([listOver(inside.db, over), counting])
  }
  const dueBefore = view === 'overdue' ? today : undefined
  const page = { ...open, lanes: LANES.filter(isIn(view, holders)), dueBefore, after, limit }
  if (!sought) return Promise.all([listLanes(inside.db, page), counting])
  const counts = await counting
  return [await listFound(inside.db, sought, page, counts), counts]
}

/** Whether cases of a lane are in a view of open cases. */
function isIn(view: View, holders: readonly string[]) {
  return ({ queue, holder }: Pick<Lane | LaneCount, 'queue' | 'holder'>): boolean => {
    if (view === 'to-do') return holders.length === 0 || holders.includes(holder)
    if (view === 'opinions') return false
    if (view === 'overdue') return LATE_QUEUES.some((late) => late === queue)
    return queue === QUEUE_OF[view]
  }
}

function countOf(view: View, holders: readonly string[], counts: readonly LaneCount[]): number {
  const sum = counts
    .filter(isIn(view, holders))
    .reduce((all, { count, late }) => all + (view === 'overdue' ? late : count), 0)
  return Math.min(sum, MOST_COUNTED)
}
