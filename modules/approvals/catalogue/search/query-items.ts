/** The statements of a search. Each looks at no more than `MOST` candidates, so that none can become slow. */
import { sql } from 'kysely'
import type { CatalogueDb, StoredCard } from '../tables.ts'
import { all, type TsQuery } from './ts-query.ts'
import type { Understood } from './understand.ts'

/** Items a search looks at; whoever gets more than that has to say more. */
export const MOST = 1000
export const PER_PAGE = 20

/** One line of a page, with what tells how it was found. */
export interface Hit {
  readonly code: string
  readonly version: number
  readonly organ: string
  readonly themes: readonly string[]
  readonly applicants: readonly ('person' | 'enterprise')[]
  readonly online: boolean
  readonly card: StoredCard
  /** Folded. */
  readonly name: string
  readonly everyday: readonly string[]
  readonly score: number
}

/** A page and what it is a page of. */
export interface Found {
  readonly total: number
  readonly page: readonly Hit[]
  readonly organs: Readonly<Record<string, number>>
  readonly themes: Readonly<Record<string, number>>
}

export interface Asked {
  readonly filter: TsQuery | undefined
  readonly page: number
  /** Today's legal day: what has ended is not found. */
  readonly today: string
}

/** Scores by how something was found; between them only the number of words in the name counts. */
export const SCORE = {
  name: 1000,
  everyday: 900,
  bareName: 850,
  beginning: 800,
  inside: 700,
  words: 600,
  said: 500,
}

/** A page of what fits `query`, best first. */
export async function findRanked(
  db: CatalogueDb,
  query: TsQuery,
  understood: Understood,
  asked: Asked,
): Promise<Found> {
  const { text, whole, inName, inEveryday, words } = understood
  const hits = words.slice(0, 8).map((word) => sql`(lexemes @@ ${`'n:${word}'`}::tsquery)::integer`)
  const score = sql`case when name = ${text} then ${SCORE.name}::integer
      when ${text} = any(everyday) then ${SCORE.everyday}::integer
      when lexemes @@ ${whole}::tsquery then ${SCORE.bareName}::integer
      when starts_with(name, ${text}) then ${SCORE.beginning}::integer
      when position(${text} in name) > 0 then ${SCORE.inside}::integer
      when lexemes @@ ${inName ?? whole}::tsquery then ${SCORE.words}::integer
      when lexemes @@ ${inEveryday ?? whole}::tsquery then ${SCORE.said}::integer
      else 0 end + 5 * (${hits.length > 0 ? sql.join(hits, sql` + `) : sql`0`})`
  const found = await sql<Found>`
    with candidate as materialized (${candidatesOf(query, understood, asked)}),
    ranked as materialized (
      select *, ${score} as score from candidate where effective_to is null or effective_to >= ${asked.today}
    ),
    page as (
      select code, version, organ, themes, applicants, online, card, name, everyday, score from ranked
      order by score desc, later, length(name), sort_key, code
      limit ${PER_PAGE} offset ${(asked.page - 1) * PER_PAGE}
    )
    select (select count(*)::integer from ranked) as total,
      (select coalesce(jsonb_agg(page), '[]') from page) as page,
      ${facets(sql`ranked`)}`.execute(db)
  return found.rows[0] ?? NOTHING
}

export const NOTHING: Found = { total: 0, page: [], organs: {}, themes: {} }

const COLUMNS = sql`code, version, organ, themes, applicants, online, later, effective_to, card, name, sort_key,
  everyday, lexemes`

/** Where the words are in many items, those that have them in their name come first into the lot. */
function candidatesOf(query: TsQuery, { whole, inName }: Understood, { filter }: Asked) {
  const any = sql`select ${COLUMNS} from approvals.item_search where lexemes @@ ${all([query, filter])}::tsquery`
  if (!inName) return sql`${any} limit ${MOST}`
  const narrow = (one: TsQuery) =>
    sql`(select code from approvals.item_search where lexemes @@ ${all([one, filter])}::tsquery limit ${MOST})`
  return sql`select ${COLUMNS} from approvals.item_search where code in (
    ${narrow(whole)} union ${narrow(inName)} union ${narrow(query)}) limit ${MOST}`
}

function facets(from: ReturnType<typeof sql>) {
  return sql`(select coalesce(jsonb_object_agg(organ, n), '{}') from (
        select organ, count(*) as n from ${from} group by organ) by_organ) as organs,
      (select coalesce(jsonb_object_agg(theme, n), '{}') from (
        select theme, count(*) as n from ${from}, unnest(themes) as theme group by theme) by_theme) as themes`
}

/** Candidates of a text that nothing fits as it stands: what they are called, to find the nearest. */
export async function findNames(
  db: CatalogueDb,
  query: TsQuery,
  { filter, today }: Asked,
): Promise<
  readonly { readonly code: string; readonly name: string; readonly everyday: readonly string[] }[]
> {
  const found = await sql<{ code: string; name: string; everyday: string[] }>`
    select code, name, everyday from approvals.item_search
    where lexemes @@ ${all([query, filter])}::tsquery and (effective_to is null or effective_to >= ${today})
    limit ${MOST / 2}`.execute(db)
  return found.rows
}

/** A page of items in the order of their names; `few` says that the filter leaves no more than `MOST`. */
export async function listItems(
  db: CatalogueDb,
  { filter, page, today }: Asked,
  few: boolean,
): Promise<readonly Hit[]> {
  const fits = sql`${filter ? sql`lexemes @@ ${filter}::tsquery` : sql`true`}
    and (effective_to is null or effective_to >= ${today})`
  // The planner cannot know how rare a filter is; a rare one is collected and sorted, a common one read in order.
  const from = few
    ? sql`(select * from approvals.item_search where ${fits} offset 0) as fitting`
    : sql`approvals.item_search where ${fits}`
  const found = await sql<Hit>`
    select code, version, organ, themes, applicants, online, card, name, everyday, 0 as score from ${from}
    order by sort_key, code limit ${PER_PAGE} offset ${(page - 1) * PER_PAGE}`.execute(db)
  return found.rows
}
