/**
 * Loads a rating and writes to it: entries and summaries in one transaction, on the revision that was seen.
 */
import { createHash } from 'node:crypto'
import { type Actor, canonicalJson, isRefusal, type Refusal } from '@mashang/kit'
import type { Entry, NewEntry } from '@mashang/store'
import type { RatingEntry } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { type Rating, ratingOf } from '../rules/rating.ts'
import { saveSummaries } from './summaries.ts'

const STREAM = 'rating'

/** A rating as it stands, with its journal. */
export interface Found {
  readonly id: string
  readonly rating: Rating
  readonly entries: readonly Entry[]
}

/** Loads what may be rated; undefined when there is nothing of this id. */
export async function findRating(
  { journal }: Pick<Inside, 'journal'>,
  id: string,
): Promise<Found | undefined> {
  const entries = await journal.read(STREAM, id)
  const rating = ratingOf(entries)
  return rating && { id, rating, entries }
}

export interface Write {
  readonly id: string
  readonly before: Found | undefined
  readonly entries: readonly RatingEntry[]
  readonly actor: Actor
  readonly once?: { readonly key: string; readonly bodyDigest: string }
}

/** Appends to a rating; answers with it as it is then, or `case-changed` when somebody was faster. */
export async function writeRating(inside: Inside, write: Write): Promise<Found | Refusal> {
  const { id, before, actor, once } = write
  const at = inside.clock.now().toISOString()
  const expected = before?.rating.revision ?? 0
  const news = write.entries.map((entry, index) => ({ ...entry, revision: expected + index + 1, at, actor }))
  const rating = ratingOf([...(before?.entries ?? []), ...news])
  if (!rating) throw new Error('a rating that is written to exists')
  const appended = await inside.journal.append({
    stream: STREAM,
    caseId: id,
    expected,
    at,
    actor,
    entries: write.entries as readonly NewEntry[],
    alongside: saveSummaries(inside, id, rating),
    ...(once ? { once: { ...once, answer: { id } } } : {}),
  })
  if (isRefusal(appended)) return appended
  if (appended.outcome === 'appended')
    return { id, rating, entries: [...(before?.entries ?? []), ...appended.entries] }
  const repeated = await findRating(inside, (appended.answer as { id: string }).id)
  if (!repeated) throw new Error('a rating that was answered with exists')
  return repeated
}

/** SHA-256 of a request's body in its canonical form: what an idempotency key is bound to. */
export function bodyDigestOf(body: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(body))))
    .digest('hex')
}
