/**
 * Loads a rating and writes to it: entries and summaries in one transaction, on the revision that was seen.
 */
import { type Actor, isRefusal, type Refusal } from '@mashang/kit'
import { type Entry, writeStoredCase } from '@mashang/store'
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
  const kind = {
    stream: STREAM,
    fold: ratingOf,
    summaries: (id: string, rating: Rating) => saveSummaries(inside, id, rating),
  }
  const written = await writeStoredCase(inside, kind, write)
  if (isRefusal(written)) return written
  const { state: rating, ...rest } = written
  return { ...rest, rating }
}
