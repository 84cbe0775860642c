/**
 * Open cases whose number or applicant begins with a text. The indexes they are found in carry all that lists and
 * counts need, so that thousands can be counted and put in order without reading their rows.
 */
import { type RawBuilder, sql } from 'kysely'
import { findWrittenNumber } from '../store/numbers.ts'
import type { ApprovalsDb } from '../store/tables.ts'
import { type LaneCount, listLanes, type Open, type OpenPage, onPage, type Row } from './open-lanes.ts'

/** More than this have so short a beginning in common that the first of a list are met soon by reading it in order. */
const MOST_SORTED = 20_000

/** 查找词 — a number as it is written, its beginning, or else the beginning of a name. */
export interface Sought {
  readonly column: 'number' | 'applicant'
  readonly start: string
  readonly isWhole: boolean
}

export function soughtBy(text: string): Sought {
  const number = findWrittenNumber(text)
  if (number) return { column: 'number', start: number, isWhole: true }
  const start = text.trim()
  return { column: /^\d{6}[\d-]*$/.test(start) ? 'number' : 'applicant', start, isWhole: false }
}

/** What was found in each lane. Of a beginning that more than `MOST_SORTED` have, only so many are looked at. */
export async function countFound(
  db: ApprovalsDb,
  sought: Sought,
  asked: Open,
  today: string,
): Promise<readonly LaneCount[]> {
  const { rows } = await sql<LaneCount>`
    select queue, holder, count(*)::integer as count,
      (count(*) filter (where sort_day < ${today}))::integer as late
    from (select queue, holder, sort_day from ${found(sought, asked)} limit ${MOST_SORTED}) as few
    group by queue, holder`.execute(db)
  return rows
}

/** A page of what was found; `counts` tell how much that is. */
export async function listFound(
  db: ApprovalsDb,
  sought: Sought,
  asked: OpenPage,
  counts: readonly LaneCount[],
): Promise<readonly Row[]> {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  if (total >= MOST_SORTED) return listLanes(db, asked, startsAs(sought))
  if (total === 0 || asked.lanes.length === 0) return []
  const lanes = sql.join(asked.lanes.map(({ queue, holder }) => sql`(${sql.lit(queue)}, ${sql.lit(holder)})`))
  const { rows } = await sql<Row>`
    select application.* from (
      select sort_day, id from (select queue, holder, sort_day, id from ${found(sought, asked)} offset 0) as found
      where (queue, holder) in (${lanes}) and ${onPage(asked)}
      order by sort_day, id limit ${asked.limit}
    ) page join approvals.application on application.id = page.id
    order by page.sort_day, page.id`.execute(db)
  return rows
}

function found(sought: Sought, { organs, item }: Open) {
  return sql`approvals.application where queue <> 'concluded' and ${startsAs(sought)}
    ${organs ? sql`and organ = any(${organs}::text[])` : sql``} ${item ? sql`and item_code = ${item}` : sql``}`
}

/** As a stretch of the index, of which a plan made for any text knows that it is one; of a pattern it does not. */
export function startsAs({ column, start, isWhole }: Sought): RawBuilder<boolean> {
  const text = sql.ref(column)
  if (isWhole) return sql`${text} = ${start}`
  return sql`${text} ~>=~ ${start} and ${text} ~<~ ${`${start}\u{10FFFF}`}`
}
