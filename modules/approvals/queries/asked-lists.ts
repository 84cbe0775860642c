/** Cases that an organ is asked about, in the order of every list of open cases. */
import { type RawBuilder, sql } from 'kysely'
import type { ApprovalsDb } from '../store/tables.ts'
import { type Sought, startsAs } from './open-found.ts'
import type { Row } from './open-lanes.ts'

interface Asked {
  readonly organ: string
  readonly item: string | undefined
  readonly sought: Sought | undefined
}

interface AskedPage extends Asked {
  readonly after: { readonly day: string; readonly id: string } | undefined
  readonly limit: number
}

export async function listAsked(db: ApprovalsDb, asked: AskedPage): Promise<readonly Row[]> {
  const { after, limit } = asked
  const behind = after
    ? sql`and (asked_organ.sort_day, asked_organ.application_id) > (${after.day}::date, ${after.id}::uuid)`
    : sql``
  const { rows } = await sql<Row>`
    select application.* ${from(asked)} ${behind}
    order by asked_organ.sort_day, asked_organ.application_id limit ${limit}`.execute(db)
  return rows
}

export async function countAsked(db: ApprovalsDb, asked: Asked, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (select ${from(asked)} limit ${most}) as few`.execute(db)
  return rows[0]?.count ?? 0
}

function from({ organ, item, sought }: Asked): RawBuilder<unknown> {
  return sql`from approvals.asked_organ
    join approvals.application on application.id = asked_organ.application_id
    where asked_organ.organ = ${organ} ${item ? sql`and asked_organ.item_code = ${item}` : sql``}
    ${sought ? sql`and ${startsAs(sought)}` : sql``}`
}
