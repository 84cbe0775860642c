/** 搜索 — finds public items by everyday words, pinyin, slips of the keyboard; or lists them by what they are. */
import { legalDayOf } from '@mashang/kit'
import { syllablesOf } from '@mashang/search'
import type { CatalogueDb } from '../tables.ts'
import { createCounts, type PublicCounts } from './counts.ts'
import type { Filter } from './filter.ts'
import {
  type Asked,
  type Found,
  findNames,
  findRanked,
  type Hit,
  listItems,
  MOST,
  NOTHING,
  PER_PAGE,
  SCORE,
} from './query-items.ts'
import { nearestPart, slipsForgiven } from './slip.ts'
import { either } from './ts-query.ts'
import { soundsAlike, type Understood, understand, withOneSlip, withOneWordLess } from './understand.ts'

export interface SearchQuery extends Filter {
  readonly text?: string
  readonly page?: number
}

export interface SearchAnswer extends Found {
  readonly pages: number
  /** There are more than were looked at: `total` is where it stopped. */
  readonly more: boolean
  readonly understoodAs?: string
  /** What to mark in names and summaries. */
  readonly marks: readonly string[]
}

export interface ItemSearch {
  find(query: SearchQuery): Promise<SearchAnswer>
  readonly counts: PublicCounts
}

export function createItemSearch(db: CatalogueDb, clock: { now(): Date }): ItemSearch {
  const today = () => legalDayOf(clock.now())
  const counts = createCounts(db, today)
  return {
    counts,
    find: (query) => {
      const understood = understand(query.text ?? '')
      const asked: Asked = { filter: query, page: query.page ?? 1, today: today() }
      return understood ? findText(db, understood, asked) : browse(db, counts, query, asked)
    },
  }
}

async function browse(
  db: CatalogueDb,
  counts: PublicCounts,
  query: SearchQuery,
  asked: Asked,
): Promise<SearchAnswer> {
  const [fitting, every] = await Promise.all([counts.of(query), counts.of({})])
  const { total, organs, themes } = fitting
  const page = total === 0 ? [] : await listItems(db, asked, { total, every: every.total })
  return { total, page, organs, themes, pages: Math.ceil(total / PER_PAGE), more: false, marks: [] }
}

/** From the narrowest reading to the widest; the first under which anything is found is taken. */
async function findText(db: CatalogueDb, understood: Understood, asked: Asked): Promise<SearchAnswer> {
  const asTyped = await findRanked(db, understood.anywhere, understood, asked)
  if (asTyped.total > 0) {
    const meant = meantBy(asTyped, understood)
    // Of a name behind everyday words nothing was typed, so nothing of it is marked.
    return answer(asTyped, understood, meant, understood.latin && meant ? [meant] : [])
  }
  const slip = await findSlip(db, understood, asked)
  if (slip) return slip
  const fewer = withOneWordLess(understood)
  const found = fewer ? await findRanked(db, fewer, understood, asked) : NOTHING
  return answer(found, understood, undefined)
}

/** Typed with another character of the same sound, or with one wrong; the nearest names decide what was meant. */
async function findSlip(
  db: CatalogueDb,
  understood: Understood,
  asked: Asked,
): Promise<SearchAnswer | undefined> {
  const { text } = understood
  const sounding = soundsAlike(understood)
  const alike = sounding ? await findRanked(db, sounding, understood, asked) : NOTHING
  const first = alike.page[0]
  if (first) {
    const part = nearestOf(first, text)?.part ?? first.card.name.zh
    return answer(alike, understood, part, [part])
  }
  const slipped = withOneSlip(understood)
  const names = slipped ? await findNames(db, slipped, asked) : []
  const near = names.flatMap((one) => nearestOf(one, text) ?? [])
  const best = near.reduce<(typeof near)[number] | undefined>(
    (a, b) => (a && a.distance <= b.distance ? a : b),
    undefined,
  )
  if (!best) return undefined
  // The slip mended, the search is made again: what ranks first is what would have without it.
  const mended = understand(best.part)
  if (!mended) return undefined
  const found = await findRanked(db, either([mended.anywhere, mended.whole]) ?? mended.whole, mended, asked)
  return found.total > 0 ? answer(found, mended, best.part, [best.part]) : undefined
}

/** The part of its name, or of an everyday word, that was meant; undefined where that would be guessing. */
function nearestOf(hit: { readonly name: string; readonly everyday: readonly string[] }, text: string) {
  const forgiven = slipsForgiven([...text].length)
  const near = [hit.name, ...hit.everyday]
    .map((name) => nearestPart(name, text))
    .filter(({ distance, part }) => distance <= forgiven && part.length >= 2)
  return near.reduce<(typeof near)[number] | undefined>(
    (a, b) => (a && a.distance <= b.distance ? a : b),
    undefined,
  )
}

/** What was understood where it differs from what was typed: the name behind an everyday word, or behind pinyin. */
function meantBy({ page }: Found, { text, latin, words }: Understood): string | undefined {
  const first = page[0]
  if (!first) return undefined
  if (first.score >= SCORE.everyday && first.score < SCORE.name) {
    return [...new Set(page.filter((hit) => hit.score === first.score).map((hit) => hit.card.name.zh))]
      .slice(0, 3)
      .join('、')
  }
  if (latin) return spelled(first, text)
  const isSaid = first.score >= SCORE.said && first.score < SCORE.words
  return isSaid && !words.every((word) => first.name.includes(word)) ? first.card.name.zh : undefined
}

/** The characters that these letters stand for: spjyxk → 食品经营许可. */
function spelled({ name, everyday }: Hit, letters: string): string | undefined {
  for (const text of [name, ...everyday]) {
    const characters = [...text]
    const syllables = syllablesOf(text)
    for (let start = 0; start < syllables.length; start++) {
      const count = lengthOfSpelling(syllables.slice(start), letters)
      if (count > 1) return characters.slice(start, start + count).join('')
    }
  }
  return undefined
}

/** How many of the syllables the letters spell, in full or by initials; 0 where they do not. */
function lengthOfSpelling(syllables: readonly string[], letters: string): number {
  const initials = syllables.map((one) => one[0]).join('')
  if (initials.startsWith(letters)) return letters.length
  let spelled = ''
  for (const [index, syllable] of syllables.entries()) {
    spelled += syllable
    if (spelled.startsWith(letters)) return index + 1
    if (!letters.startsWith(spelled)) return 0
  }
  return 0
}

function answer(
  found: Found,
  { words, text }: Understood,
  understoodAs: string | undefined,
  marks: readonly string[] = [],
): SearchAnswer {
  return {
    ...found,
    pages: Math.ceil(found.total / PER_PAGE),
    more: found.total >= MOST,
    ...(understoodAs ? { understoodAs } : {}),
    marks: [text, ...words, ...marks],
  }
}
