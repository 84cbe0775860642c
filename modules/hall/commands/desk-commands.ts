import { parsePeriod } from '@mashang/flow'
import {
  actorOf,
  addDays,
  type Handlers,
  isRefusal,
  legalDayOf,
  type Refusal,
  refuse,
  type Who,
} from '@mashang/kit'
import type { hallEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { ratingViewOf } from '../queries/views.ts'
import { digestOfCode, newRatingCode } from '../rules/code.ts'
import {
  aBadRatingIsAppealedOnceInTime,
  aFollowUpGoesInOrder,
  aRatingIsRuledOnByAnotherOffice,
} from '../rules/follow-up.ts'
import type { Rating } from '../rules/rating.ts'
import { isOfOwnOrgan } from '../rules/reading.ts'
import { wordsArePublishedWithConsentAfterReview } from '../rules/words.ts'
import { type Found, writeRating } from '../store/ratings.ts'
import { commandOnRating } from './command.ts'
import { openAll } from './open.ts'

type DeskCommands = Pick<
  Handlers<typeof hallEndpoints>,
  'openRating' | 'continueFollowUp' | 'appealRating' | 'ruleOnRating' | 'reviewWords'
>

/** What offices and supervision do with ratings. */
export function deskCommands(inside: Inside): DeskCommands {
  const { law, calendar } = inside
  const shown = async (who: Who, written: Found | Refusal, language: 'zh' | 'en') =>
    isRefusal(written) ? written : ratingViewOf(inside, written, who, language)
  const reach = (who: Who) => (rating: Rating) => isOfOwnOrgan(who, rating.subject.organ)
  return {
    openRating: async ({ who, input }) => giveCode(inside, who, input.application),
    continueFollowUp: async ({ who, params, input, key, language }) => {
      const asked = { id: params.id, who, input, key, mayReach: reach(who) }
      const written = await commandOnRating(inside, asked, (rating) =>
        aFollowUpGoesInOrder(rating, input.step),
      )
      if (!isRefusal(written) && input.step.kind === 'answered') await tellAnswer(inside, written)
      return shown(who, written, language)
    },
    appealRating: async ({ who, params, input, key, language }) => {
      const asked = { id: params.id, who, input, key, mayReach: reach(who) }
      const now = inside.clock.now()
      const written = await commandOnRating(inside, asked, (rating) =>
        aBadRatingIsAppealedOnceInTime(rating, input.grounds.trim(), law, { calendar, now }),
      )
      return shown(who, written, language)
    },
    ruleOnRating: async ({ who, params, input, key, language }) => {
      const asked = { id: params.id, who, input, key, mayReach: reach(who) }
      const { outcome, reasons } = input
      const written = await commandOnRating(inside, asked, (rating) =>
        aRatingIsRuledOnByAnotherOffice(rating, { outcome, reasons: reasons.trim() }, who),
      )
      return shown(who, written, language)
    },
    reviewWords: async ({ who, params, input, key, language }) => {
      const asked = { id: params.id, who, input, key, mayReach: reach(who) }
      const { outcome, text } = input
      const written = await commandOnRating(inside, asked, (rating) =>
        wordsArePublishedWithConsentAfterReview(rating, { outcome, text: text.trim() }),
      )
      return shown(who, written, language)
    },
  }
}

/** A code for what the applicant has not rated yet: the case once it is concluded, else the latest visit. */
async function giveCode(inside: Inside, who: Who, application: string) {
  if (!(await inside.mayOpenCase(who, application))) return refuse('case-not-found')
  const all = await openAll(inside, application)
  const open = all
    .filter(({ rating }) => !rating.given)
    .toSorted(
      (one, other) =>
        rank(other.rating) - rank(one.rating) || (one.rating.subject.at < other.rating.subject.at ? 1 : -1),
    )
  const [found] = open
  if (!found) return { state: all.length > 0 ? ('rated' as const) : ('nothing-yet' as const) }
  const code = newRatingCode()
  const until = lastDayOf(inside)
  const entries = [{ kind: 'code-given' as const, content: { digest: digestOfCode(code), until } }]
  const written = await writeRating(inside, { id: found.id, before: found, entries, actor: actorOf(who) })
  if (isRefusal(written)) return written
  const address = `${inside.publicUrl}/rate/${code}`
  return { state: 'open' as const, code, address, until, kind: found.rating.subject.kind }
}

const rank = ({ subject }: Rating) => (subject.kind === 'case' ? 1 : 0)

function lastDayOf({ law, clock, calendar }: Inside): string {
  const period = parsePeriod(law.code.days)
  if (isRefusal(period)) throw new Error(`“${law.code.days}” is no period`)
  const today = legalDayOf(clock.now())
  const { unit, count } = period
  return unit === 'd'
    ? addDays(today, count)
    : (calendar.addWorkingDays(today, count) ?? addDays(today, count))
}

async function tellAnswer(inside: Inside, { rating: { subject } }: Found): Promise<void> {
  await inside.tellHolder(
    subject.personId,
    `您对办件 ${subject.number} 的评价已有答复，请登录后在“我的评价”中查看；您可以追评一次。`,
  )
}
