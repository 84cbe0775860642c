import { sql } from 'kysely'
import type { Inside } from '../inside.ts'

interface OpenItem {
  readonly organ: string
  readonly item_code: string
  readonly item_version: number
}

/**
 * Items that occur among the open cases, for the filter. Jumps from one item to the next in the index: to group
 * a hundred thousand open cases by item takes a hundred times as long.
 */
export async function listOpenItems(inside: Inside, organ: string | undefined): Promise<readonly OpenItem[]> {
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

export async function namedItems(inside: Inside, open: readonly OpenItem[]) {
  const versions = new Map(open.map(({ item_code, item_version }) => [item_code, item_version]))
  return Promise.all(
    [...versions].map(async ([code, version]) => ({
      code,
      name: (await inside.catalogue.getVersion(code, version)).name,
    })),
  )
}
