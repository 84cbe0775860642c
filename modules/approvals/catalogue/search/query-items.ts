/** The statements of a search. Each looks at no more than `MOST` candidates, so that none can become slow. */
import { type RawBuilder, sql } from 'kysely'
import type { CatalogueDb, StoredCard } from '../tables.ts'
import { type Filter, filterQuery, filterRows } from './filter.ts'
import { all, type TsQuery } from './ts-query.ts'
import { shorterWords, type Understood } from './understand.ts'

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
  readonly filter: Filter
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
  // What an item is found by is large and lies apart: it is looked up in the index, never read row by row. What a line
  // shows is read of the lines of the page alone.
  const found = await sql<Found>`
    with ${candidatesOf(query, understood, asked)},
    ranked as materialized (
      select code, organ, themes, later, length(name) as length, sort_key, ${scoreOf(understood)} as score
      from candidate
    ),
    page as (
      select code, score, row_number() over () as place from (
        select code, score from ranked order by score desc, later, length, sort_key, code
        limit ${PER_PAGE} offset ${(asked.page - 1) * PER_PAGE}
      ) as best
    )
    select (select count(*)::integer from ranked) as total,
      (select coalesce(jsonb_agg(hit order by place), '[]') from page cross join lateral (
        select code, version, organ, themes, applicants, online, card, name, everyday, page.score as score
        from approvals.item_search where code = page.code) as hit) as page,
      ${facets(sql`ranked`)}`.execute(db)
  return found.rows[0] ?? NOTHING
}

export const NOTHING: Found = { total: 0, page: [], organs: {}, themes: {} }

function scoreOf({ text, words }: Understood) {
  const telling = words.slice(0, 8)
  const inName = telling.map((word) => standsIn(word, sql`(name || ' ' || name_en)`))
  const said = telling.map((word) => standsIn(word, sql`array_to_string(everyday, ' ')`))
  const hits = inName.map((one) => sql`(${one})::integer`)
  return sql`case when ${text} in (name, name_en) then ${SCORE.name}::integer
      when ${text} = any(everyday) then ${SCORE.everyday}::integer
      when ${text} = bare then ${SCORE.bareName}::integer
      when starts_with(name, ${text}) then ${SCORE.beginning}::integer
      when position(${text} in name) > 0 then ${SCORE.inside}::integer
      when ${sql.join(inName, sql` and `)} then ${SCORE.words}::integer
      when ${sql.join(said, sql` and `)} then ${SCORE.said}::integer
      else 0 end + 5 * (${sql.join(hits, sql` + `)})`
}

/** The word, or the shorter words in it. */
function standsIn(word: string, texts: RawBuilder<unknown>) {
  const position = (one: string) => sql`position(${one} in ${texts}) > 0`
  const shorter = shorterWords(word)
  if (shorter.length === 0) return position(word)
  return sql`(${position(word)} or ${sql.join(shorter.map(position), sql` and `)})`
}

const COLUMNS = sql`code, organ, themes, later, name, name_en, bare, sort_key, everyday`

/** Where the words are in very many items, those that have them in their name come first into the lot. */
function candidatesOf(query: TsQuery, { narrow }: Understood, { filter, today }: Asked) {
  const from = (one: TsQuery) =>
    sql`select ${COLUMNS} from approvals.item_search where lexemes @@ ${all([one, filterQuery(filter)])}::tsquery
      and (effective_to is null or effective_to >= ${today}) limit ${MOST}`
  return sql`narrow as materialized (${from(narrow)}),
    candidate as (
      select * from narrow
      union all select * from (${from(query)}) as wide where code not in (select code from narrow)
      limit ${MOST}
    )`
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
    where lexemes @@ ${all([query, filterQuery(filter)])}::tsquery and (effective_to is null or effective_to >= ${today})
    limit ${MOST / 2}`.execute(db)
  return found.rows
}

/** A row read by itself takes as long as this many entries of an index in order. */
const ROW_IN_ENTRIES = 6

/** A page of items in the order of their names, of `total` that fit out of `every` item there is. */
export async function listItems(
  db: CatalogueDb,
  { filter, page, today }: Asked,
  { total, every }: { readonly total: number; readonly every: number },
): Promise<readonly Hit[]> {
  const offset = (page - 1) * PER_PAGE
  // Reading in order passes by what does not fit; collecting reads all that does. The planner knows neither number.
  const passed = ((offset + PER_PAGE) * every) / total
  const readInOrder = !filterQuery(filter) || passed < total * ROW_IN_ENTRIES
  const inEffect = sql`(effective_to is null or effective_to >= ${today})`
  const from = readInOrder
    ? sql`approvals.item_search where ${filterRows(filter)} and ${inEffect}`
    : sql`(select sort_key, code from approvals.item_search
        where lexemes @@ ${filterQuery(filter)}::tsquery and ${inEffect} offset 0) as fits`
  const found = await sql<Hit>`
    select item.code, version, organ, themes, applicants, online, card, name, everyday, 0 as score
    from (select code from ${from} order by sort_key, code limit ${PER_PAGE} offset ${offset}) as page
    join approvals.item_search as item on item.code = page.code
    order by sort_key, item.code`.execute(db)
  return found.rows
}
