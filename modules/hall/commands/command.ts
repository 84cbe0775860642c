import { type Actor, actorOf, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { RatingEntry } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import type { Rating } from '../rules/rating.ts'
import { type Found, findRating, writeRating } from '../store/ratings.ts'

interface Asked {
  readonly id: string
  readonly who: Who
  readonly input: Readonly<Record<string, unknown>> & { readonly expected?: number }
  readonly key: string
  /** Another than the one who asks: who came with a code is nobody in particular. */
  readonly actor?: Actor
  /** Whether there is such a rating for this reader. */
  readonly mayReach: (rating: Rating) => boolean
}

/**
 * Runs one command on a rating: load → is it there for this reader → the same key again → the revision that was seen
 * → the rule → append.
 */
export async function commandOnRating(
  inside: Inside,
  { id, who, input, key, actor = actorOf(who), mayReach }: Asked,
  rule: (rating: Rating) => readonly RatingEntry[] | Refusal,
): Promise<Found | Refusal> {
  const found = await findRating(inside, id)
  if (!found || !mayReach(found.rating)) return refuse('rating-not-found')
  const bodyDigest = bodyDigestOf({ id, input })
  const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered) return found
  const { revision } = found.rating
  if (input.expected !== undefined && input.expected !== revision)
    return refuse('case-changed', { facts: { caseId: id, expected: input.expected, actual: revision } })
  const entries = rule(found.rating)
  if (isRefusal(entries)) return entries
  return writeRating(inside, { id, before: found, entries, actor, once: { key, bodyDigest } })
}
