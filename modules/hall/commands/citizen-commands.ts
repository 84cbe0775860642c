import { actorOf, type Handlers, isRefusal, legalDayOf, type Refusal, refuse, type Who } from '@mashang/kit'
import type { GivenInput, hallEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { codeViewOf, myRatingOf } from '../queries/views.ts'
import { digestOfCode } from '../rules/code.ts'
import { aRatingIsGivenAgainOnce, onlyARatingByCodeIsDisowned, rated } from '../rules/rate.ts'
import type { Rating } from '../rules/rating.ts'
import { type Found, findRating } from '../store/ratings.ts'
import { commandOnRating } from './command.ts'

type CitizenCommands = Pick<
  Handlers<typeof hallEndpoints>,
  'getByCode' | 'rateByCode' | 'rate' | 'rateAgain' | 'disownRating'
>

/** What citizens do: rate from the account or by a code, once more after an answer, or say that it was not they. */
export function citizenCommands(inside: Inside): CitizenCommands {
  const { law } = inside
  const mine = (who: Who) => (rating: Rating) => who.kind === 'citizen' && rating.subject.personId === who.id
  const shown = (written: Found | Refusal) => (isRefusal(written) ? written : myRatingOf(inside, written))
  return {
    getByCode: async ({ params }) => {
      const found = await findByCode(inside, params.code)
      return isRefusal(found) ? found : codeViewOf(inside, found.found, found.until)
    },
    rateByCode: async ({ who, params, input, key }) => {
      const found = await findByCode(inside, params.code)
      if (isRefusal(found)) return found
      const { device, ...given } = input
      // The code is all that is known of whoever has it; a session that is open beside it changes nothing.
      const digest = digestOfCode(params.code)
      const actor = { ...actorOf({ kind: 'anonymous' }), id: digest }
      const asked = { id: found.found.id, who, input, key, actor, mayReach: () => true }
      const written = await commandOnRating(inside, asked, (rating) =>
        rated(rating, given, { who, via: device ? 'device' : 'code', law }),
      )
      if (isRefusal(written)) return written
      await tell(inside, written, given)
      return codeViewOf(inside, written, found.until)
    },
    rate: async ({ who, params, input, key }) =>
      shown(
        await commandOnRating(inside, { id: params.id, who, input, key, mayReach: mine(who) }, (rating) =>
          rated(rating, input, { who, via: 'account', law }),
        ),
      ),
    rateAgain: async ({ who, params, input, key }) =>
      shown(
        await commandOnRating(inside, { id: params.id, who, input, key, mayReach: mine(who) }, (rating) =>
          aRatingIsGivenAgainOnce(rating, input, { who, via: 'account', law }),
        ),
      ),
    disownRating: async ({ who, params, input, key }) =>
      shown(
        await commandOnRating(inside, { id: params.id, who, input: {}, key, mayReach: mine(who) }, (rating) =>
          onlyARatingByCodeIsDisowned(rating, input.reason?.trim() ?? ''),
        ),
      ),
  }
}

/** What a code is for, while it may be used. */
async function findByCode(
  inside: Inside,
  code: string,
): Promise<{ readonly found: Found; readonly until: string } | Refusal> {
  const row = await inside.db
    .selectFrom('code')
    .selectAll()
    .where('digest', '=', digestOfCode(code))
    .executeTakeFirst()
  const found = row && (await findRating(inside, row.rating_id))
  if (!row || !found) return refuse('rating-code-unknown')
  if (row.until < legalDayOf(inside.clock.now()))
    return refuse('rating-code-over', { facts: { until: row.until } })
  return { found, until: row.until }
}

/** The person served learns of a rating that somebody gave by a code, and can say that it was not his. */
async function tell(inside: Inside, { rating: { subject } }: Found, { level }: GivenInput): Promise<void> {
  const name = inside.law.levels.find(({ id }) => id === level)?.name.zh ?? level
  await inside.tellHolder(
    subject.personId,
    `您的办件 ${subject.number} 收到一次凭码评价：${name}。如果不是您本人评价，请登录后在“我的评价”中声明。`,
  )
}
