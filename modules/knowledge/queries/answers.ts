/** What the public may read of answers: published and still right, beside the questions of the guides. */
import type { ServiceItem } from '@mashang/flow'
import type { Handlers } from '@mashang/kit'
import { wordsToKeep } from '@mashang/search'
import { type Selectable, sql } from 'kysely'
import type { knowledgeEndpoints, PublicAnswer } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { nearestAnswersComeFirst, type Searched } from '../rules/nearest.ts'
import { aFaqHoldsForTheVersionItWasReadAgainst } from '../rules/publishing.ts'
import { wordsOf } from '../store/summaries.ts'
import type { FaqTable } from '../store/tables.ts'

type FindAnswers = Handlers<typeof knowledgeEndpoints>['findAnswers']
type Found = readonly Searched<PublicAnswer>[]

const PAGE = 20
const MOST = 400

/** With a text the nearest come first, those of the item's own guide among them; without one the newest. */
export function findAnswers(inside: Inside): FindAnswers {
  return async ({ query }) => {
    const { text = '', item: code, page = 1 } = query
    // Cut as they are kept: a long word is also found by the short ones inside it.
    const words = wordsToKeep(text)
    const item = code ? await inside.findItem(code) : undefined
    const published = await readPublished(inside, words, code)
    const searches = text.trim() !== ''
    const found = searches
      ? nearestAnswersComeFirst(words, [...ofTheGuide(item), ...published])
      : published.map(({ answer }) => answer)
    return {
      answers: found.slice((page - 1) * PAGE, page * PAGE),
      total: found.length,
      page,
      pages: Math.max(1, Math.ceil(found.length / PAGE)),
    }
  }
}

function ofTheGuide(item: ServiceItem | undefined): Found {
  if (!item) return []
  const { code, name } = item
  return item.faq.map(({ q, a }) => ({
    answer: { item: { code, name }, question: q, answer: a, cited: [] },
    asked: wordsOf(q),
    told: wordsOf(a),
  }))
}

/** What was published and read against the version in force. Every public query of the module begins here. */
async function readPublished(
  inside: Inside,
  words: readonly string[],
  code: string | undefined,
): Promise<Found> {
  let found = inside.db.selectFrom('faq').selectAll().where('status', '=', 'published')
  if (code) found = found.where('item_code', '=', code)
  if (words.length > 0)
    found = found.where(sql<boolean>`(asked_words || told_words) && ${sql.val(words)}::text[]`)
  const rows = await found.orderBy('id', 'desc').limit(MOST).execute()
  const answers = await Promise.all(rows.map((row) => standing(inside, row)))
  return answers.flatMap((answer) => answer ?? [])
}

async function standing(
  inside: Inside,
  row: Selectable<FaqTable>,
): Promise<Searched<PublicAnswer> | undefined> {
  const item = await inside.findItem(row.item_code)
  if (!item || !aFaqHoldsForTheVersionItWasReadAgainst(row.item_version, item.version)) return undefined
  return {
    answer: {
      id: row.id,
      item: { code: row.item_code, name: item.name },
      question: row.question,
      answer: row.answer,
      cited: [...row.cited],
      ...(row.published_at ? { publishedAt: row.published_at.toISOString() } : {}),
    },
    asked: row.asked_words,
    told: row.told_words,
  }
}
