/** Lists that are merged from indexes give the rows that a plain look at every case gives, in the same order. */
import type { StaffRole } from '@mashang/kit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INBOX_VIEWS } from '../contract/index.ts'
import { LANES } from '../store/lanes.ts'
import { aTestOffice, granted, type TestOffice } from '../testing/index.ts'

type View = (typeof INBOX_VIEWS)[number]

interface Case {
  readonly id: string
  readonly number: string
  readonly item_code: string
  readonly item_version: number
  readonly organ: string
  readonly applicant: string
  readonly queue: string
  readonly holder: string
  readonly sort_day: string
}

const TODAY = '2026-11-23'
/** More than are sorted at once, so that the way for a beginning that nearly all have is gone as well. */
const CASES = 24_000

let office: TestOffice
let cases: readonly Case[]
let items: readonly { readonly code: string; readonly version: number; readonly organ: string }[]

beforeAll(async () => {
  office = await aTestOffice(`${TODAY}T02:00:00.000Z`)
  const found = await sql<(typeof items)[number]>`select code, version, organ from approvals.item
    where status = 'published' and organ in ('sports-bureau', 'market-regulation', 'health') order by code`.execute(
    office.store.db,
  )
  items = found.rows
  cases = Array.from({ length: CASES }, (_, n) => aCase(n))
  await insert(cases)
}, 60_000)
afterAll(() => office.close())

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T
const NAMES = ['王小海', '王小', '王', '欧阳_建国', '大连%海味', 'Zhang']
const PLACES = [...LANES, { queue: 'concluded', holder: 'none' }]

function aCase(n: number): Case {
  const item = pick(items, n * 7)
  const mixed = Math.imul(n, 2654435761) >>> 8
  return {
    id: `01890000-0000-7000-8000-${String(mixed % 1_000_000).padStart(6, '0')}${String(n).padStart(6, '0')}`,
    number: `210200-26${String(1 + (n % 12)).padStart(2, '0')}01-${String(n).padStart(6, '0')}-0`,
    item_code: item.code,
    item_version: item.version,
    organ: item.organ,
    // Nearly all begin alike.
    applicant: n % 19 === 0 ? `${pick(NAMES, mixed)}${n % 40}` : `王小${n % 300}`,
    ...pick(PLACES, mixed),
    sort_day: `2026-${n % 31 < 15 ? '11' : '12'}-${String(1 + (mixed % 28)).padStart(2, '0')}`,
  }
}

async function insert(rows: readonly Case[]): Promise<void> {
  await sql`insert into approvals.application (id, revision, number, item_code, item_version, organ, person_id,
      applicant, status, queue, holder, submitted_at, concluded_at, sort_day, cards)
    select id, 1, number, item_code, item_version, organ, 'p', applicant, 'under-review', queue, holder, now(),
      case when queue = 'concluded' then now() end, sort_day, '{}'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, number text, item_code text, item_version integer,
      organ text, applicant text, queue text, holder text, sort_day date)`.execute(office.store.db)
  await sql`analyze approvals.application`.execute(office.store.db)
}

interface Reader {
  readonly roles: readonly StaffRole[]
  readonly organ: string
  /** Every organ's cases. */
  readonly all: boolean
  readonly holders: readonly string[]
}
const READERS: readonly Reader[] = [
  {
    roles: ['handling-officer', 'inspector'],
    organ: 'sports-bureau',
    all: false,
    holders: ['handling-officer', 'inspector', 'intake', 'delivery'],
  },
  { roles: ['approval-head'], organ: 'market-regulation', all: false, holders: ['approval-head'] },
  {
    roles: ['window-clerk'],
    organ: 'data-bureau',
    all: true,
    holders: ['window-clerk', 'intake', 'delivery'],
  },
  { roles: ['supervisor'], organ: 'data-bureau', all: true, holders: [] },
]

const QUEUES: Partial<Record<View, string>> = {
  intake: 'intake',
  'awaiting-correction': 'correction',
  review: 'review',
  decision: 'decision',
  stopped: 'stopped',
  'to-deliver': 'deliver',
  concluded: 'concluded',
}

function isIn(view: View, { holders }: Reader, one: Case): boolean {
  if (view === 'all') return true
  if (view === 'to-do')
    return one.queue !== 'concluded' && (holders.length === 0 || holders.includes(one.holder))
  if (view === 'overdue') return ['intake', 'review', 'decision'].includes(one.queue) && one.sort_day < TODAY
  return one.queue === QUEUES[view]
}

interface Filter {
  readonly text?: string
  readonly item?: string
  readonly organ?: string
}

function within(reader: Reader, { text, item, organ }: Filter): readonly Case[] {
  const only = reader.all ? organ : reader.organ
  return cases.filter(
    (one) =>
      (only === undefined || one.organ === only) &&
      (item === undefined || one.item_code === item) &&
      (text === undefined || (/^\d/.test(text) ? one.number : one.applicant).startsWith(text)),
  )
}

function inOrder(view: View, some: readonly Case[]): readonly string[] {
  const key = ({ sort_day, id }: Case) => (view === 'all' ? id : `${sort_day} ${id}`)
  const sorted = some.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)).map(({ id }) => id)
  return view === 'all' || view === 'concluded' ? sorted.reverse() : sorted
}

const FILTERS: readonly Filter[] = [
  {},
  { item: '2102-TY-XK-0001' },
  { organ: 'health' },
  { text: '王小海' },
  { text: '王小' },
  { text: '王', item: '2102-TY-XK-0001' },
  { text: '欧阳_' },
  { text: '大连%', organ: 'health' },
  { text: '210200-2603' },
  { text: '210200-26' },
  { text: '没有' },
]

describe.each(READERS)('the inbox of $roles', (reader) => {
  it.each(FILTERS)('with %j: each view page by page, and its counts', async (filter) => {
    const desk = office.as(office.aStaffMember(reader.roles, { organ: reader.organ }))
    const some = within(reader, filter)
    for (const view of INBOX_VIEWS) {
      const expected = inOrder(
        view,
        some.filter((one) => isIn(view, reader, one)),
      )
      const seen: string[] = []
      let after: string | undefined
      for (let page = 0; page < 3; page++) {
        const answer = granted(await desk.listInbox({ query: { view, limit: 20, after, ...filter } }))
        seen.push(...answer.rows.map(({ id }) => id))
        after = answer.next
        if (!after) break
      }
      expect(seen, view).toEqual(expected.slice(0, 60))
      expect(after !== undefined, view).toBe(expected.length > 60)
    }
    const { counts } = granted(await desk.listInbox({ query: filter }))
    for (const [view, count] of Object.entries(counts)) {
      const all = some.filter((one) => isIn(view as View, reader, one)).length
      expect([view, count]).toEqual([view, Math.min(all, 1000)])
    }
  })
})
