import type { Documents } from '@mashang/document'
import { type Handlers, isRefusal, type Refusal } from '@mashang/kit'
import type { Files, Journal, Migrations, Subscriber, Summary, Task } from '@mashang/store'
import type { Kysely } from 'kysely'
import { createCatalogue } from './catalogue/catalogue.ts'
import type { Profile } from './catalogue/profile.ts'
import { type Synced, syncProfile } from './catalogue/sync-profile.ts'
import { cityOf } from './city.ts'
import { applicantCommands } from './commands/applicant-commands.ts'
import { draftCommands } from './commands/draft-commands.ts'
import { intakeCommands } from './commands/intake-commands.ts'
import { reviewCommands } from './commands/review-commands.ts'
import { submitApplication } from './commands/submit-application.ts'
import type { applicationEndpoints, deskEndpoints } from './contract/index.ts'
import type { Inside, LogView, Person } from './inside.ts'
import { watchDeadlines } from './jobs/watch-deadlines.ts'
import { applicationQueries } from './queries/application-queries.ts'
import { deskQueries } from './queries/desk-queries.ts'
import { verifyQueries } from './queries/verify-queries.ts'
import { createNumbers } from './store/numbers.ts'
import { approvalsSummaries } from './store/summaries.ts'
import type { ApprovalsDb, ApprovalsTables } from './store/tables.ts'
import { issueDocuments } from './subscribers/issue-documents.ts'

export { checkDefinitions, type DefinitionsCheck } from './catalogue/check-definitions.ts'
export { datedValues } from './rules/item-form-rules.ts'
export { loadProfile } from './catalogue/load-profile.ts'
export { type Profile, regionNames } from './catalogue/profile.ts'

/** Where the module's SQL stands. */
export const approvalsMigrations: Migrations = {
  module: 'approvals',
  folder: new URL('./migrations/', import.meta.url).pathname,
}

export interface ApprovalsNeeds {
  readonly db: Kysely<unknown>
  readonly journal: Journal
  readonly files: Files
  readonly documents: Documents
  readonly log: LogView
  readonly profile: Profile
  readonly clock: { now(): Date }
  readonly publicUrl: string
  /** Asked of identity. */
  readonly findPerson: (id: string) => Promise<Person | undefined>
}

export interface Approvals {
  readonly handlers: Handlers<typeof applicationEndpoints> & Handlers<typeof deskEndpoints>
  readonly summaries: readonly Summary[]
  readonly subscribers: readonly Subscriber[]
  readonly tasks: Readonly<Record<string, Task>>
  readonly crontab: readonly string[]
  /** Brings the profile's items into the database and publishes them; before the first request is answered. */
  syncProfile(): Promise<Synced | Refusal>
  /** Supervision's round: what the job does every ten minutes; the number of cases it wrote to. */
  watchDeadlines(): Promise<number>
}

const WATCH = 'approvals:watch-deadlines'

/** The catalogue's applications, from draft to licence. Throws when the profile's calendar cannot be read. */
export function createApprovals(needs: ApprovalsNeeds): Approvals {
  const city = cityOf(needs.profile)
  if (isRefusal(city))
    throw new Error(`the calendars of the profile cannot be read: ${JSON.stringify(city.facts)}`)
  const db: ApprovalsDb = (needs.db as Kysely<ApprovalsTables>).withSchema('approvals')
  const { profile, ...rest } = needs
  const catalogue = createCatalogue(needs)
  const inside: Inside = {
    ...rest,
    db,
    city,
    catalogue,
    nextNumber: createNumbers(db, city.region, needs.clock),
  }
  return {
    handlers: {
      submitApplication: submitApplication(inside),
      ...draftCommands(inside),
      ...applicantCommands(inside),
      ...applicationQueries(inside),
      ...verifyQueries(inside),
      ...intakeCommands(inside),
      ...reviewCommands(inside),
      ...deskQueries(inside),
    },
    summaries: approvalsSummaries(inside),
    subscribers: [issueDocuments(inside)],
    tasks: {
      [WATCH]: async () => {
        await watchDeadlines(inside)
      },
    },
    crontab: [`*/10 * * * * ${WATCH}`],
    syncProfile: () => syncProfile({ ...needs, catalogue }, profile),
    watchDeadlines: () => watchDeadlines(inside),
  }
}
