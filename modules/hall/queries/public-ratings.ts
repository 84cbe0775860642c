import { RATING_LEVELS } from '@mashang/flow'
import { legalDayOf, type Words } from '@mashang/kit'
import { type RawBuilder, sql } from 'kysely'
import type { ExcludedRating, PublishedWords, RatingForm, RatingLine } from '../contract/index.ts'
import { type Inside, organOf } from '../inside.ts'
import { satisfactionCountsOnlyWhatWasRated } from '../rules/figures.ts'

const MONTHS = 12
const MOST_ITEMS = 30
const MOST_WORDS = 20

/** The last twelve months, the one under way first. */
function lastMonths(today: string): readonly string[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return Array.from({ length: MONTHS }, (_, back) => {
    const number = year * 12 + month - 1 - back
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
  })
}

/** A time, and of which organ; everything where it is not said. */
export interface Span {
  readonly from: string
  readonly to: string
  readonly organ?: string | undefined
}

type By = 'organ' | 'item' | 'month' | 'total'

const KEYS: Readonly<Record<By, (day: RawBuilder<unknown>) => RawBuilder<string>>> = {
  organ: () => sql`organ`,
  item: () => sql`item_code`,
  month: (day) => sql`to_char(${day}, 'YYYY-MM')`,
  total: () => sql`''`,
}

const LEVELS = sql.join(
  RATING_LEVELS.map(
    (level) => sql`count(*) filter (where level = ${level} and excluded is null)::int as ${sql.ref(level)}`,
  ),
)

type Rated = Omit<RatingLine, 'label' | 'levels' | 'asked' | 'satisfaction'> &
  Readonly<Record<string, number>>

/** Counts of a time, by organ, item or month: what might have been rated, and what was. */
async function countRatings(inside: Inside, span: Span, by: By): Promise<RatingLine[]> {
  const today = legalDayOf(inside.clock.now())
  const of = span.organ === undefined ? sql`` : sql`and organ = ${span.organ}`
  const within = (day: RawBuilder<unknown>) => sql`${day} between ${span.from} and ${span.to} ${of}`
  const [asked, rated] = await Promise.all([
    sql<{ key: string; asked: number }>`
      select ${KEYS[by](sql`asked_on`)} as key, count(*)::int as asked from hall.rating
      where ${within(sql`asked_on`)} group by 1`.execute(inside.db),
    sql<Rated & { key: string; name: Words | null }>`
      select ${KEYS[by](sql`rated_on`)} as key, ${LEVELS}, (array_agg(item_name))[1] as name,
        count(*) filter (where excluded is null)::int as rated,
        count(*) filter (where excluded is not null)::int as excluded,
        count(*) filter (where again_level is not null)::int as again,
        count(*) filter (where due is not null and (answered_on is not null or due < ${today}))::int as due,
        count(*) filter (where due is not null and answered_on <= due)::int as "inTime",
        count(*) filter (where due is not null and answered_on is null)::int as open
      from hall.rating where rated_on is not null and ${within(sql`rated_on`)} group by 1`.execute(inside.db),
  ])
  const keys = [...new Set([...asked.rows, ...rated.rows].map(({ key }) => key))].sort()
  return keys.map((key) => {
    const found = rated.rows.find((row) => row.key === key)
    return {
      key,
      label: labelOf(inside, by, key, found?.name),
      asked: asked.rows.find((row) => row.key === key)?.asked ?? 0,
      rated: found?.rated ?? 0,
      ...rateOf(inside, found),
      excluded: found?.excluded ?? 0,
      again: found?.again ?? 0,
      due: found?.due ?? 0,
      inTime: found?.inTime ?? 0,
      open: found?.open ?? 0,
    }
  })
}

function labelOf(inside: Inside, by: By, key: string, item: Words | null | undefined): Words {
  if (by === 'organ') return organOf(inside, key).name
  return by === 'item' && item ? item : { zh: key, en: key }
}

/** Counts by level, and the rate they come to. */
function rateOf({ law }: Inside, found: Readonly<Record<string, number>> | undefined) {
  const levels = Object.fromEntries(RATING_LEVELS.map((level) => [level, found?.[level] ?? 0]))
  const satisfaction = satisfactionCountsOnlyWhatWasRated(law, levels)
  return satisfaction === undefined ? { levels } : { levels, satisfaction }
}

/** All of a time together; noughts where there was nothing. */
export async function totalOf(inside: Inside, span: Span): Promise<RatingLine> {
  const [total] = await countRatings(inside, span, 'total')
  return (
    total ?? {
      ...{
        key: '',
        label: { zh: '', en: '' },
        asked: 0,
        rated: 0,
        excluded: 0,
        again: 0,
        due: 0,
        inTime: 0,
        open: 0,
      },
      levels: Object.fromEntries(RATING_LEVELS.map((level) => [level, 0])),
    }
  )
}

/** What everyone may know: counts, the formula, words with consent, and what was ruled out. */
export async function publicRatings(inside: Inside, asked: string | undefined) {
  const months = lastMonths(legalDayOf(inside.clock.now()))
  const month = months.find((one) => one === asked)
  const year = { from: `${months.at(-1)}-01`, to: `${months[0]}-31` }
  const span = month
    ? { from: `${month}-01`, to: lastDayOf(month) }
    : { ...year, to: lastDayOf(months[0] ?? '') }
  const [total, organs, items, byMonth, words, excluded] = await Promise.all([
    totalOf(inside, span),
    countRatings(inside, span, 'organ'),
    countRatings(inside, span, 'item'),
    countRatings(inside, { ...year, to: lastDayOf(months[0] ?? '') }, 'month'),
    publishedWords(inside, span),
    ruledOut(inside, span),
  ])
  return {
    months: [...months],
    ...(month ? { month } : {}),
    total,
    organs: organs.toSorted((one, other) => other.rated - one.rated || other.asked - one.asked),
    items: items
      .filter(({ rated, excluded: out }) => rated + out > 0)
      .toSorted((one, other) => other.rated - one.rated)
      .slice(0, MOST_ITEMS),
    byMonth: byMonth.toReversed(),
    words,
    excluded,
    form: formOf(inside),
  }
}

/** What the city asks, and by which rules it counts. */
export function formOf({ law }: Inside): RatingForm {
  return {
    levels: [...law.levels],
    tags: [...law.tags],
    followUpDays: law['follow-up'].days,
    appealDays: law.appeal.days,
    formula: law.satisfaction.formula,
  }
}

async function publishedWords(inside: Inside, { from, to }: Span): Promise<PublishedWords[]> {
  const rows = await inside.db
    .selectFrom('rating')
    .select(['rated_on', 'level', 'item_name', 'organ', 'published'])
    .where('words_are', '=', 'published')
    .where('rated_on', '>=', from)
    .where('rated_on', '<=', to)
    .orderBy('rated_on', 'desc')
    .limit(MOST_WORDS)
    .execute()
  return rows.flatMap(({ rated_on: on, level, item_name: item, organ, published: text }) =>
    on && level && text ? [{ on, level, item, organ: organOf(inside, organ).name, text }] : [],
  )
}

async function ruledOut(inside: Inside, { from, to }: Span): Promise<ExcludedRating[]> {
  const rows = await inside.db
    .selectFrom('rating')
    .select(['rated_on', 'level', 'item_name', 'organ', 'reasons'])
    .where('excluded', '=', 'ruled')
    .where('rated_on', '>=', from)
    .where('rated_on', '<=', to)
    .orderBy('rated_on', 'desc')
    .limit(MOST_WORDS)
    .execute()
  return rows.flatMap(({ rated_on: on, level, item_name: item, organ, reasons }) =>
    on && level ? [{ on, level, item, organ: organOf(inside, organ).name, reasons: reasons ?? '' }] : [],
  )
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
