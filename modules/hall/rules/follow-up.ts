/**
 * 差评整改 — what becomes of a bad rating, within what time, and who may say that it does not count. Pure.
 */
import { type Due, due, parsePeriod, type RatingLaw } from '@mashang/flow'
import { type Calendar, isRefusal, legalDayOf, type Refusal, refuse, type Who } from '@mashang/kit'
import type { FollowUpStep, RatingEntry } from '../contract/index.ts'
import { articleOf } from './rate.ts'
import { exclusionOf, type Rating } from './rating.ts'

export interface Reckoning {
  readonly calendar: Calendar
  readonly now: Date
}

export type FollowUpState = 'open' | 'overdue' | 'answered' | 'closed'

const LABEL = { zh: '差评整改期限', en: 'time of the follow-up' }
const EVENT = { zh: '收到差评', en: 'the bad rating was received' }

/**
 * Called back, verified, fixed and answered within the city's days from the rating; the clock tells why. Undefined
 * where the rating is not bad. It is closed, not answered, where the rating was ruled out or disowned.
 */
export function aBadRatingIsFollowedUpInTime(
  rating: Rating,
  { calendar, now }: Reckoning,
): { readonly clock: Due; readonly state: FollowUpState } | undefined {
  const { given, followUp } = rating
  if (!given?.followUp) return undefined
  const period = parsePeriod(given.followUp.days)
  if (isRefusal(period)) throw new Error(`“${given.followUp.days}” is no period`)
  const clock = due({
    start: given.at,
    period,
    calendar,
    now,
    label: LABEL,
    event: EVENT,
    rule: 'aBadRatingIsFollowedUpInTime',
    article: given.followUp.article,
  })
  if (isRefusal(clock)) throw new Error(`the calendar does not reach ${given.at}`)
  const state = followUp.answer
    ? 'answered'
    : exclusionOf(rating)
      ? 'closed'
      : legalDayOf(now) > clock.due
        ? 'overdue'
        : 'open'
  return { clock, state }
}

/** First the call, then the check, then the mending where there is something to mend, and last the answer. */
export function aFollowUpGoesInOrder(rating: Rating, step: FollowUpStep): readonly RatingEntry[] | Refusal {
  const rule = 'aFollowUpGoesInOrder'
  const { callBacks, verification, fix, answer } = rating.followUp
  if (!rating.given?.followUp || answer || exclusionOf(rating)) return refuse('no-follow-up', { rule })
  const wants = (zh: string, en: string) =>
    refuse('follow-up-out-of-order', { rule, facts: { first: { zh, en } } })
  if (step.kind !== 'called-back' && callBacks.length === 0) return wants('回访', 'the call back')
  if ((step.kind === 'fixed' || step.kind === 'answered') && !verification)
    return wants('核实', 'the verification')
  if (step.kind === 'answered' && !fix && verification?.found !== 'not-true') return wants('整改', 'the fix')
  const { kind, ...content } = step
  return [{ kind, content } as RatingEntry]
}

/** A rating held to be a mistake or malicious is appealed once, within the days the city gives. */
export function aBadRatingIsAppealedOnceInTime(
  rating: Rating,
  grounds: string,
  { appeal }: RatingLaw,
  { calendar, now }: Reckoning,
): readonly RatingEntry[] | Refusal {
  const rule = 'aBadRatingIsAppealedOnceInTime'
  const article = articleOf(appeal.basis)
  const { given } = rating
  if (!given?.followUp || exclusionOf(rating)) return refuse('no-follow-up', { rule })
  if (rating.appeal)
    return refuse('rating-already-appealed', { rule, article, facts: { on: legalDayOf(rating.appeal.at) } })
  const period = parsePeriod(appeal.days)
  if (isRefusal(period)) return period
  const last = due({ start: given.at, period, calendar })
  if (isRefusal(last)) return last
  const today = legalDayOf(now)
  return today > last.due
    ? refuse('rating-appeal-too-late', { rule, article, facts: { due: last.due, today } })
    : [{ kind: 'appealed', content: { grounds } }]
}

/** What an office is reproached with is not judged by itself, and not twice. */
export function aRatingIsRuledOnByAnotherOffice(
  rating: Rating,
  ruling: { readonly outcome: 'stands' | 'excluded'; readonly reasons: string },
  who: Who,
): readonly RatingEntry[] | Refusal {
  const rule = 'aRatingIsRuledOnByAnotherOffice'
  if (!rating.appeal || !rating.given) return refuse('rating-not-appealed', { rule })
  if (rating.ruling)
    return refuse('rating-already-ruled', { rule, facts: { on: legalDayOf(rating.ruling.at) } })
  if (who.kind === 'staff' && who.organ === rating.subject.organ)
    return refuse('rating-ruled-by-own-office', { rule, facts: { organ: rating.subject.organ } })
  return [{ kind: 'ruled', content: ruling }]
}
