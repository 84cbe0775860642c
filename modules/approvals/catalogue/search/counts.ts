import { sql } from 'kysely'
import { keep } from '../kept.ts'
import type { CatalogueDb } from '../tables.ts'
import { type Filter, filterQuery } from './filter.ts'

export interface Counts {
  readonly total: number
  readonly online: number
  readonly onTheSpot: number
  readonly noVisit: number
  readonly organs: Readonly<Record<string, number>>
  readonly themes: Readonly<Record<string, number>>
}

/** Counts of the public catalogue, kept in memory: counting a hundred thousand rows takes 100 ms. */
export interface PublicCounts {
  of(filter: Filter): Promise<Counts>
  /** Called when this process changes the catalogue. */
  forget(): void
}

/** Where another node changed the catalogue, counts are this much behind at most, and one visitor's longer. */
const BELIEVED_FOR = 15_000
const STALE_FOR = 600_000

export function createCounts(db: CatalogueDb, today: () => string): PublicCounts {
  const kept = keep((key) => read(db, JSON.parse(key) as Filter, today()), {
    believedFor: BELIEVED_FOR,
    staleFor: STALE_FOR,
    most: 1000,
  })
  return {
    of: ({ theme, organ, applicant, online }) =>
      kept.get(JSON.stringify({ theme: theme || undefined, organ: organ || undefined, applicant, online })),
    forget: () => kept.forget(),
  }
}

async function read(db: CatalogueDb, filter: Filter, today: string): Promise<Counts> {
  const query = filterQuery(filter)
  const found = await sql<Counts>`
    with fitting as materialized (
      select organ, themes, online, on_the_spot, no_visit from approvals.item_search
      where ${query ? sql`lexemes @@ ${query}::tsquery` : sql`true`}
        and (effective_to is null or effective_to >= ${today})
    )
    select count(*)::integer as total, count(*) filter (where online)::integer as online,
      count(*) filter (where on_the_spot)::integer as "onTheSpot",
      count(*) filter (where no_visit)::integer as "noVisit",
      (select coalesce(jsonb_object_agg(organ, n), '{}') from (
        select organ, count(*) as n from fitting group by organ) by_organ) as organs,
      (select coalesce(jsonb_object_agg(theme, n), '{}') from (
        select theme, count(*) as n from fitting, unnest(themes) as theme group by theme) by_theme) as themes
    from fitting`.execute(db)
  const [counts] = found.rows
  if (!counts) throw new Error('an aggregate without groups has one row')
  return counts
}
