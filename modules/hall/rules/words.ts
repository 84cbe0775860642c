/**
 * 公开评价 — a citizen's words are published with consent, after review, and never with what tells who he is. Pure.
 */
import { type Refusal, refuse } from '@mashang/kit'
import type { RatingEntry } from '../contract/index.ts'
import { type Rating, wordsAre } from './rating.ts'

/** Identity cards first, since a mobile number may stand in one; telephones, plates, mail addresses: what must not stand in published words. */
const PERSONAL: readonly RegExp[] = [
  /\d{17}[\dXx]/g,
  /1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}/g,
  /0\d{2,3}-?\d{7,8}/g,
  /[\u4e00-\u9fff][A-Z][A-Z0-9]{5,6}/g,
  /[\w.+-]+@[\w-]+\.[\w.]+/g,
]

/** Words with what tells who somebody is struck out: what review begins from. */
export function masked(words: string): string {
  return PERSONAL.reduce(
    (text, pattern) => text.replaceAll(pattern, (found) => '*'.repeat(found.length)),
    words,
  )
}

/** Only with the citizen's consent, once a reviewer has let them through, and without personal data in them. */
export function wordsArePublishedWithConsentAfterReview(
  rating: Rating,
  review: { readonly outcome: 'published' | 'withheld'; readonly text: string },
): readonly RatingEntry[] | Refusal {
  const rule = 'wordsArePublishedWithConsentAfterReview'
  if (wordsAre(rating) !== 'to-review') return refuse('words-not-to-publish', { rule })
  const { outcome, text } = review
  if (outcome === 'withheld') return [{ kind: 'words-reviewed', content: { outcome, reason: text } }]
  if (masked(text) !== text)
    return refuse('words-hold-personal-data', { rule, facts: { masked: masked(text) } })
  return [{ kind: 'words-reviewed', content: { outcome, text } }]
}
