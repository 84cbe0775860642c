import type { Organ, RatingLaw } from '@mashang/flow'
import type { Calendar, Handlers } from '@mashang/kit'
import type { Journal, Migrations, Subscriber, Summary } from '@mashang/store'
import type { Kysely } from 'kysely'
import { citizenCommands } from './commands/citizen-commands.ts'
import { deskCommands } from './commands/desk-commands.ts'
import { openAll } from './commands/open.ts'
import type { hallEndpoints } from './contract/index.ts'
import type { Inside } from './inside.ts'
import { lists } from './queries/lists.ts'
import { countFollowUps, type OfficeRatings, officeRatings } from './queries/office-ratings.ts'
import { formOf, publicRatings, type Span } from './queries/public-ratings.ts'
import { hallSummaries } from './store/summaries.ts'
import type { HallTables } from './store/tables.ts'
import { followApplications } from './subscribers/follow-applications.ts'

export { checkRatings } from './rules/rating-checks.ts'

/** Where the module's SQL stands. */
export const hallMigrations: Migrations = {
  module: 'hall',
  folder: new URL('./migrations/', import.meta.url).pathname,
}

export interface HallNeeds {
  readonly db: Kysely<unknown>
  readonly journal: Journal
  readonly clock: { now(): Date }
  readonly calendar: Calendar
  readonly organs: readonly Organ[]
  readonly law: RatingLaw
  readonly publicUrl: string
  /** Asked of approvals. */
  readonly findServed: Inside['findServed']
  readonly mayOpenCase: Inside['mayOpenCase']
  /** Asked of identity. */
  readonly personOf: Inside['personOf']
  readonly tellHolder: Inside['tellHolder']
}

export interface Hall {
  readonly handlers: Handlers<typeof hallEndpoints>
  readonly summaries: readonly Summary[]
  readonly subscribers: readonly Subscriber[]
  /** Catches up with one application at once, as the subscriber does by itself a moment later. */
  followApplication(id: string): Promise<void>
  /** How an organ was rated in a time, for other modules. */
  countRatings(span: Span): Promise<OfficeRatings>
  /** Which bad ratings an organ has still to follow up at this moment. */
  countFollowUps(organ: string): Promise<{ readonly open: number; readonly overdue: number }>
}

/** The hall: what people say of how they were served, and what offices do about it. */
export function createHall(needs: HallNeeds): Hall {
  const inside: Inside = {
    ...needs,
    db: (needs.db as Kysely<HallTables>).withSchema('hall'),
    organs: new Map(needs.organs.map((organ) => [organ.id, organ])),
  }
  return {
    handlers: {
      describeRatings: async () => formOf(inside),
      getPublicRatings: ({ query }) => publicRatings(inside, query.month),
      ...citizenCommands(inside),
      ...deskCommands(inside),
      ...lists(inside),
    },
    summaries: hallSummaries(inside),
    subscribers: [followApplications(inside)],
    followApplication: async (id) => {
      await openAll(inside, id)
    },
    countRatings: (span) => officeRatings(inside, span),
    countFollowUps: (organ) => countFollowUps(inside, organ),
  }
}
