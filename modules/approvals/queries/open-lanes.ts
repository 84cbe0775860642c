/**
 * Open cases by due day, soonest first. An index keeps each lane in order; a list is merged from the first rows of its
 * lanes, so that it costs the same however many cases there are.
 */
import type { Selectable } from 'kysely'
import { type RawBuilder, sql } from 'kysely'
import type { Lane } from '../store/lanes.ts'
import type { ApplicationTable, ApprovalsDb } from '../store/tables.ts'

export type Row = Selectable<ApplicationTable>

/** Which open cases are asked about. */
export interface Open {
  readonly lanes: readonly Lane[]
  /** Only these organs' cases; undefined = every organ's. */
  readonly organs: readonly string[] | undefined
  readonly item: string | undefined
}

export interface OpenPage extends Open {
  /** Only what was due before this day. */
  readonly dueBefore: string | undefined
  /** The last row of the page before. */
  readonly after: { readonly day: string; readonly id: string } | undefined
  readonly limit: number
}

/** How many cases of a queue and holder there are, in one organ or in all that are asked about. */
export interface LaneCount {
  readonly queue: string
  readonly holder: string
  readonly count: number
  /** Of these, due before today. */
  readonly late: number
}

/** A page; `also` narrows it further, row by row. */
export async function listLanes(
  db: ApprovalsDb,
  asked: OpenPage,
  also?: RawBuilder<boolean>,
): Promise<readonly Row[]> {
  if (asked.lanes.length === 0) return []
  const { rows } = await sql<Row>`
    select application.* from (
      select first.sort_day, first.id from ${cells(asked)} cross join lateral (
        select sort_day, id from approvals.application
        where ${inCell(asked)} and ${onPage(asked)} ${also ? sql`and ${also}` : sql``}
        order by sort_day, id limit ${asked.limit}
      ) first order by first.sort_day, first.id limit ${asked.limit}
    ) page join approvals.application on application.id = page.id
    order by page.sort_day, page.id`.execute(db)
  return rows
}

/** How many are in each lane; each is counted up to `most`. */
export async function countLanes(
  db: ApprovalsDb,
  asked: Open,
  { today, most }: { readonly today: string; readonly most: number },
): Promise<readonly LaneCount[]> {
  const count = (also: RawBuilder<unknown>) => sql`(select count(*)::integer from (
    select from approvals.application where ${inCell(asked)} ${also} limit ${most}) as few)`
  const { rows } = await sql<LaneCount>`
    select lane.queue, lane.holder, ${count(sql``)} as count,
      case when ${canBeLate} then ${count(sql`and sort_day < ${today}`)} else 0 end as late
    from ${cells(asked)}`.execute(db)
  return rows
}

/** While an applicant corrects, while a clock stands still or a decision waits to be fetched, no organ is late. */
export const LATE_QUEUES = ['intake', 'review', 'decision'] as const
const canBeLate = sql`lane.queue in (${sql.join(LATE_QUEUES.map((queue) => sql.lit(queue)))})`

/** Lanes, of each organ by itself where organs are given; of organs without a case of the item, none. */
function cells({ lanes, organs, item }: Open) {
  const all = sql.join(lanes.map(({ queue, holder }) => sql`(${sql.lit(queue)}, ${sql.lit(holder)})`))
  const lane = sql`(values ${all}) as lane (queue, holder)`
  if (!organs) return lane
  const each = sql`unnest(${organs}::text[]) as each_one (organ)`
  const having = sql`where exists (select from approvals.application
    where queue <> 'concluded' and organ = each_one.organ and item_code = ${item})`
  return sql`(select organ from ${each} ${item ? having : sql``}) as place cross join ${lane}`
}

function inCell({ organs, item }: Open) {
  return sql`queue <> 'concluded' and queue = lane.queue and holder = lane.holder
    ${organs ? sql`and organ = place.organ` : sql``} ${item ? sql`and item_code = ${item}` : sql``}`
}

/** Of the view, and behind the page before. */
export function onPage({ dueBefore, after }: OpenPage) {
  return sql.join(
    [
      sql`true`,
      ...(dueBefore ? [sql`sort_day < ${dueBefore}`] : []),
      ...(after ? [sql`(sort_day, id) > (${after.day}::date, ${after.id}::uuid)`] : []),
    ],
    sql` and `,
  )
}
