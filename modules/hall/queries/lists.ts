/** Lists of ratings, from summary rows alone. */
import { type Handlers, isRefusal, legalDayOf, type Refusal, refuse, type Who } from '@mashang/kit'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { hallEndpoints, RatingRow, RatingViewName } from '../contract/index.ts'
import { type Inside, organOf } from '../inside.ts'
import { isOfOwnOrgan } from '../rules/reading.ts'
import { type Found, findRating } from '../store/ratings.ts'
import type { RatingTable } from '../store/tables.ts'
import { myRatingOf, ratingViewOf } from './views.ts'

type Lists = Pick<
  Handlers<typeof hallEndpoints>,
  'listMyRatings' | 'getMyRating' | 'listRatings' | 'getRating'
>
type Row = Selectable<RatingTable>

const PAGE = 50
const MOST_OWN = 100

export function lists(inside: Inside): Lists {
  return {
    listMyRatings: async ({ who, query }) => {
      const found = await findMine(inside, who, query.application)
      return { ratings: found.map((one) => myRatingOf(inside, one)) }
    },
    getMyRating: async ({ who, params }) => {
      const found = await findRating(inside, params.id)
      return found && who.kind === 'citizen' && found.rating.subject.personId === who.id
        ? myRatingOf(inside, found)
        : refuse('rating-not-found')
    },
    listRatings: ({ who, query }) => listRatings(inside, who, query),
    getRating: async ({ who, params, language }) => {
      const found = await readable(inside, who, params.id)
      return isRefusal(found) ? found : ratingViewOf(inside, found, who, language)
    },
  }
}

async function findMine(
  { db, journal }: Inside,
  who: Who,
  application: string | undefined,
): Promise<Found[]> {
  let query = db
    .selectFrom('rating')
    .select('id')
    .where('person_id', '=', who.kind === 'citizen' ? who.id : '')
  if (application !== undefined) query = query.where('application_id', '=', application)
  const rows = await query.orderBy('at', 'desc').orderBy('id').limit(MOST_OWN).execute()
  const found = await Promise.all(rows.map(({ id }) => findRating({ journal }, id)))
  return found.flatMap((one) => one ?? [])
}

/** What nobody rated yet is nothing to read at the desk. */
async function readable(inside: Inside, who: Who, id: string): Promise<Found | Refusal> {
  const found = await findRating(inside, id)
  const was = found && (found.rating.given ?? found.rating.disowned.at(-1))
  return found && was && isOfOwnOrgan(who, found.rating.subject.organ) ? found : refuse('rating-not-found')
}

const WHERE: Readonly<Record<RatingViewName, (today: string) => RawBuilder<boolean>>> = {
  all: () => sql`true`,
  bad: () => sql`bad`,
  open: () => sql`due is not null and answered_on is null`,
  overdue: (today) => sql`due < ${today} and answered_on is null`,
  'to-rule': () => sql`to_rule`,
  excluded: () => sql`excluded is not null`,
  words: () => sql`words_are = 'to-review'`,
}
const VIEWS = Object.keys(WHERE) as readonly RatingViewName[]

interface Asked {
  readonly view?: RatingViewName
  readonly organ?: string
  readonly from?: string
  readonly to?: string
  readonly counted?: boolean
  readonly page?: number
}

async function listRatings(inside: Inside, who: Who, asked: Asked) {
  const { view = 'all', organ, from, to, counted: onlyCounted = false, page = 1 } = asked
  const today = legalDayOf(inside.clock.now())
  const oversees = who.kind === 'staff' && who.roles.includes('supervisor')
  const of = oversees ? organ : who.kind === 'staff' ? who.organ : ''
  let rated = inside.db.selectFrom('rating').where('level', 'is not', null)
  if (of !== undefined) rated = rated.where('organ', '=', of)
  if (from !== undefined) rated = rated.where('rated_on', '>=', from)
  if (to !== undefined) rated = rated.where('rated_on', '<=', to)
  if (onlyCounted) rated = rated.where('excluded', 'is', null)
  const [counted, rows] = await Promise.all([
    rated
      .select(VIEWS.map((name) => sql<number>`count(*) filter (where ${WHERE[name](today)})::int`.as(name)))
      .executeTakeFirst(),
    rated
      .selectAll()
      .where(WHERE[view](today))
      .orderBy(
        view === 'open' || view === 'overdue' ? 'due' : 'rated_at',
        view === 'open' || view === 'overdue' ? 'asc' : 'desc',
      )
      .orderBy('id')
      .limit(PAGE)
      .offset((page - 1) * PAGE)
      .execute(),
  ])
  const counts = counted as Readonly<Record<RatingViewName, number>> | undefined
  const total = counts?.[view] ?? 0
  return {
    ratings: rows.flatMap((row) => rowOf(inside, row, today) ?? []),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    counts: { ...counts },
  }
}

function rowOf(inside: Inside, row: Row, today: string): RatingRow | undefined {
  const { level, rated_at: ratedAt, due, again_level: again } = row
  if (!level || !ratedAt) return undefined
  return {
    id: row.id,
    kind: row.kind,
    item: { code: row.item_code, name: row.item_name },
    organ: organOf(inside, row.organ),
    at: row.at.toISOString(),
    ratedAt: ratedAt.toISOString(),
    level,
    ...(again ? { again } : {}),
    tags: [...row.tags],
    words: row.words,
    bad: row.bad,
    state: stateOf(row, today),
    ...(due ? { due } : {}),
    toRule: row.to_rule,
    wordsAre: row.words_are,
  }
}

function stateOf({ excluded, due, answered_on: answered }: Row, today: string): RatingRow['state'] {
  if (excluded) return 'excluded'
  if (!due) return 'none'
  if (answered) return 'answered'
  return due < today ? 'overdue' : 'open'
}
