/**
 * 评价 — who rates what, and how often. Pure.
 */
import type { RatingLaw } from '@mashang/flow'
import { legalDayOf, type Refusal, refuse, type Who } from '@mashang/kit'
import type { Given, GivenInput, RatingEntry, Via } from '../contract/index.ts'
import type { Rating } from './rating.ts'

/** What rating needs beside the rating itself. */
export interface Voting {
  readonly who: Who
  readonly via: Via
  readonly law: RatingLaw
}

/** The first rating of a case or a visit; of a bad one the follow-up begins with it. */
export function rated(
  rating: Rating,
  input: GivenInput,
  { who, via, law }: Voting,
): readonly RatingEntry[] | Refusal {
  const wrong =
    nobodyRatesInTheCitizensPlace(who) ??
    aCaseIsRatedOnce(rating) ??
    aVisitIsRatedOnce(rating) ??
    reasonsFitTheLevel(law, input)
  if (wrong) return wrong
  const { days, basis } = law['follow-up']
  const followUp = isBad(law, input.level) ? { followUp: { days, article: articleOf(basis) } } : {}
  return [{ kind: 'rated', content: { ...givenOf(input, via), via, ...followUp } }]
}

/** A rating is the citizen's: whoever is signed in as staff gives none, on whatever screen. */
export function nobodyRatesInTheCitizensPlace(who: Who): Refusal | undefined {
  return who.kind === 'staff' || who.kind === 'machine'
    ? refuse('staff-does-not-rate', { rule: 'nobodyRatesInTheCitizensPlace' })
    : undefined
}

export function aCaseIsRatedOnce({ subject, given }: Rating): Refusal | undefined {
  return subject.kind === 'case' && given ? once('aCaseIsRatedOnce', given.at) : undefined
}

export function aVisitIsRatedOnce({ subject, given }: Rating): Refusal | undefined {
  return subject.kind !== 'case' && given ? once('aVisitIsRatedOnce', given.at) : undefined
}

const once = (rule: string, at: string) => refuse('already-rated', { rule, facts: { on: legalDayOf(at) } })

/** Reasons stand in the city's list, and go with the level. */
export function reasonsFitTheLevel(law: RatingLaw, { level, tags = [] }: GivenInput): Refusal | undefined {
  const side = isBad(law, level) ? 'bad' : 'good'
  const unknown = tags.find((tag) => !law.tags.some((one) => one.id === tag && one.for === side))
  return unknown === undefined
    ? undefined
    : refuse('rating-reason-unknown', {
        rule: 'reasonsFitTheLevel',
        facts: { reason: unknown },
        fields: [{ path: 'tags', code: 'rating-reason-unknown', facts: { reason: unknown } }],
      })
}

/** 追评: once, after the answer to a bad rating, by the one whose rating it is. */
export function aRatingIsGivenAgainOnce(
  rating: Rating,
  input: GivenInput,
  { who, via, law }: Voting,
): readonly RatingEntry[] | Refusal {
  const rule = 'aRatingIsGivenAgainOnce'
  const wrong = nobodyRatesInTheCitizensPlace(who) ?? reasonsFitTheLevel(law, input)
  if (wrong) return wrong
  if (rating.again) return refuse('already-rated-again', { rule, facts: { on: legalDayOf(rating.again.at) } })
  if (!rating.given?.followUp || !rating.followUp.answer) return refuse('rating-not-answered', { rule })
  return [{ kind: 'rated-again', content: givenOf(input, via) }]
}

/** What was given by a code may not have been the applicant's doing; what came from the own account was. */
export function onlyARatingByCodeIsDisowned(
  rating: Rating,
  reason: string,
): readonly RatingEntry[] | Refusal {
  const { given } = rating
  return given && given.via !== 'account'
    ? [{ kind: 'disowned', content: { reason } }]
    : refuse('rating-was-own', { rule: 'onlyARatingByCodeIsDisowned' })
}

function isBad({ levels }: RatingLaw, level: string): boolean {
  return levels.some(({ id, bad }) => id === level && bad)
}

/** Of one who has not signed in nobody knows the name; his words are published as little as he can be asked. */
function givenOf(
  { level, tags = [], words = '', publish = false, anonymous = true }: GivenInput,
  via: Via,
): Given {
  return {
    level,
    tags: [...new Set(tags)],
    words: words.trim(),
    publish: publish && words.trim() !== '',
    anonymous: via === 'account' ? anonymous : true,
  }
}

export function articleOf({ law, article }: { readonly law: string; readonly article?: string }): string {
  return article ? `${law}${article}` : law
}
