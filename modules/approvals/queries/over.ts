import { type ExpressionBuilder, sql } from 'kysely'
import type { ApprovalsDb, ApprovalsTables } from '../store/tables.ts'
import type { Sought } from './open-found.ts'
import type { Row } from './open-lanes.ts'

interface Over {
  readonly view: 'all' | 'concluded'
  readonly organ: string | undefined
  readonly item: string | undefined
  readonly sought: Sought | undefined
  /** The last row of the page before. */
  readonly after: { readonly day: string; readonly id: string } | undefined
  readonly limit: number
}

/** Every case, newest first; or those that are over, the last concluded first. */
export function listOver(
  db: ApprovalsDb,
  { view, organ, item, sought, after, limit }: Over,
): Promise<readonly Row[]> {
  let rows = db.selectFrom('application')
  if (organ !== undefined) rows = rows.where('organ', '=', organ)
  if (item) rows = rows.where('item_code', '=', item)
  if (sought) rows = rows.where(beginsAs(sought))
  if (view === 'all') {
    const all = after ? rows.where('id', '<', after.id) : rows
    return all.selectAll().orderBy('id', 'desc').limit(limit).execute()
  }
  let over = rows.where(sql<boolean>`queue = 'concluded'`)
  if (after) over = over.where(sql<boolean>`(sort_day, id) < (${after.day}::date, ${after.id}::uuid)`)
  return over.selectAll().orderBy('sort_day', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** As a pattern: PostgreSQL reckons how many have this beginning, and either fetches them or reads in order. */
function beginsAs({ column, start, isWhole }: Sought) {
  const pattern = `${start.replaceAll(/[\\%_]/g, '\\$&')}%`
  return (on: ExpressionBuilder<ApprovalsTables, 'application'>) =>
    isWhole ? on(column, '=', start) : on(column, 'like', pattern)
}
