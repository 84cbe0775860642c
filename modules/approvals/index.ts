import type { Documents } from '@mashang/document'
import type { ServiceItem } from '@mashang/flow'
import { type Handlers, isRefusal, type Refusal, type Who } from '@mashang/kit'
import type { Files, Journal, Migrations, Subscriber, Summary, Task } from '@mashang/store'
import type { Kysely } from 'kysely'
import { createCatalogue } from './catalogue/catalogue.ts'
import { type CatalogueParts, createCatalogueParts } from './catalogue/handlers.ts'
import type { Profile } from './catalogue/profile.ts'
import { type Synced, syncProfile } from './catalogue/sync-profile.ts'
import { cityOf } from './city.ts'
import { applicantCommands } from './commands/applicant-commands.ts'
import { cardCommands } from './commands/card-commands.ts'
import { deliveryCommands } from './commands/delivery-commands.ts'
import { draftCommands } from './commands/draft-commands.ts'
import { evidenceCommands } from './commands/evidence-commands.ts'
import { handlingCommands } from './commands/handling-commands.ts'
import { intakeCommands } from './commands/intake-commands.ts'
import { mandateCommands } from './commands/mandate-commands.ts'
import { objecting } from './commands/object.ts'
import { procedureCommands } from './commands/procedure-commands.ts'
import { proceedingsCommands } from './commands/proceedings-commands.ts'
import { quotaHandlers } from './commands/quota-commands.ts'
import { reviewCommands } from './commands/review-commands.ts'
import { signingCommands } from './commands/sign-submission.ts'
import { submitApplication } from './commands/submit-application.ts'
import { windowCommands } from './commands/window-commands.ts'
import type { approvalsEndpoints } from './contract/index.ts'
import { type FeePaperToIssue, issueFeePaper } from './documents/fee-papers.ts'
import type { Addressee, CheckMandate, FeesView, Inside, LogView, Person } from './inside.ts'
import { watchDeadlines } from './jobs/watch-deadlines.ts'
import { licenceHandlers } from './licences/handlers.ts'
import { type LicencesWatched, watchLicences } from './licences/jobs/watch-licences.ts'
import { createLicenceItems } from './licences/queries/licence-items.ts'
import { licenceLetters } from './licences/subscribers/licence-letters.ts'
import { announcementQueries } from './queries/announcements.ts'
import { type ApplicationFacts, applicationFacts } from './queries/application-facts.ts'
import { applicationQueries } from './queries/application-queries.ts'
import { type CaseFacts, caseFacts } from './queries/case-facts.ts'
import { deskQueries } from './queries/desk-queries.ts'
import { evidenceQueries } from './queries/evidence-queries.ts'
import { type FeeCase, findFeeCase } from './queries/fee-case.ts'
import { type ForBundles, forBundles } from './queries/for-bundles.ts'
import { mayOpenCase, type ServedFacts, servedFacts } from './queries/served-facts.ts'
import { verifyQueries } from './queries/verify-queries.ts'
import type { FeePaper } from './rules/issue.ts'
import type { Colleague } from './rules/transfer.ts'
import { createEvidenceReads } from './store/evidence-reads.ts'
import { createNumbers } from './store/numbers.ts'
import { approvalsSummaries } from './store/summaries.ts'
import type { ApprovalsDb, ApprovalsTables } from './store/tables.ts'
import { createUploads } from './store/upload-reads.ts'
import { drawPlaces } from './subscribers/draw-places.ts'
import { issueDocuments } from './subscribers/issue-documents.ts'
import { keepEvidence } from './subscribers/keep-evidence.ts'
import { tellOfHandling } from './subscribers/tell-of-handling.ts'
import { tellOfPlaces } from './subscribers/tell-of-places.ts'

export { checkDefinitions, type DefinitionsCheck } from './catalogue/check-definitions.ts'
export { printTemplate } from './catalogue/import/template.ts'
export { loadProfile } from './catalogue/load-profile.ts'
export { type Profile, regionNames } from './catalogue/profile.ts'
export { datedValues } from './rules/item-form-rules.ts'

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
  /** Asked of identity: who works for an organ now. */
  readonly listStaff: (organ: string) => Promise<readonly Colleague[]>
  /** Asked of projects: whether one is registered under this code. */
  readonly isProjectRegistered: (code: string) => Promise<boolean>
  /** Asked of identity: whether a certificate that counted at that moment signed a text, and whose it is. */
  readonly checkSignature: Inside['checkSignature']
  /** Asked of fees. */
  readonly fees: FeesView
  /** Asked of modules that issue documents of their own: one that anyone may know of. */
  readonly findIssuedElsewhere?: Inside['findIssuedElsewhere']
  /** Asked of assistance. */
  readonly checkMandate: CheckMandate
  /** Told through identity. */
  readonly tellHolder: (holder: Addressee, words: string) => Promise<unknown>
}

export interface Approvals {
  readonly handlers: Handlers<typeof approvalsEndpoints>
  readonly summaries: readonly Summary[]
  readonly subscribers: readonly Subscriber[]
  readonly tasks: Readonly<Record<string, Task>>
  readonly crontab: readonly string[]
  /** Brings the profile's items into the database and publishes them; before the first request is answered. */
  syncProfile(): Promise<Synced | Refusal>
  /** Takes a file of items as drafts, for those who are not at a desk. */
  readonly importItems: CatalogueParts['importItems']
  /** Supervision's round: what the job does every ten minutes; the number of cases it wrote to. */
  watchDeadlines(): Promise<number>
  /** The definition in force of an item, for other modules. */
  findItem(code: string): Promise<ServiceItem | undefined>
  /** How these applications stand, for other modules. */
  findApplications(ids: readonly string[]): Promise<readonly ApplicationFacts[]>
  /** What is asked of applications that are submitted together. */
  readonly forBundles: ForBundles
  /** The round of every day: renewals by silence, reminders of expiry. */
  watchLicences(): Promise<LicencesWatched>
  /** What fees need of an application. */
  findFeeCase(id: string): Promise<FeeCase | undefined>
  /** Issues a paper about a payment of a case, once. */
  issueFeePaper<K extends FeePaper>(paper: FeePaperToIssue<K>): Promise<void>
  /** What reports need of these applications, for other modules; nothing of whose they are. */
  findCaseFacts(ids: readonly string[]): Promise<readonly CaseFacts[]>
  /** Whether this member of staff may open the case at the desk. */
  mayOpenCase(who: Who, id: string): Promise<boolean>
  /** Whom these applications served and at which visits, for ratings. */
  findServed(ids: readonly string[]): Promise<readonly ServedFacts[]>
}

const WATCH = 'approvals:watch-deadlines'
const WATCH_LICENCES = 'approvals:watch-licences'
const BRING_INTO_FORCE = 'approvals:bring-into-force'

/** The catalogue's applications, from draft to licence. Throws when the profile's calendar cannot be read. */
export function createApprovals(needs: ApprovalsNeeds): Approvals {
  const city = cityOf(needs.profile)
  if (isRefusal(city))
    throw new Error(`the calendars of the profile cannot be read: ${JSON.stringify(city.facts)}`)
  const db: ApprovalsDb = (needs.db as Kysely<ApprovalsTables>).withSchema('approvals')
  const { profile, ...rest } = needs
  const catalogue = createCatalogue(needs)
  const parts = createCatalogueParts({ ...needs, catalogue })
  const inside: Inside = {
    findIssuedElsewhere: async () => undefined,
    ...rest,
    db,
    city,
    catalogue,
    licenceItems: createLicenceItems(db),
    nextNumber: createNumbers(db, city.region, needs.clock),
    readUploads: createUploads(db),
    readEvidence: createEvidenceReads(db),
  }
  return {
    handlers: handlersOf(inside, parts),
    // The catalogue first: applications are made again by its definitions.
    summaries: [parts.summary, ...approvalsSummaries(inside)],
    subscribers: [
      issueDocuments(inside),
      keepEvidence(inside),
      licenceLetters(inside),
      tellOfHandling(inside),
      drawPlaces(inside),
      tellOfPlaces(inside),
    ],
    tasks: {
      [WATCH]: async () => {
        await watchDeadlines(inside)
      },
      [WATCH_LICENCES]: async () => {
        await watchLicences(inside)
      },
      [BRING_INTO_FORCE]: async () => {
        await parts.bringIntoForce()
      },
    },
    // One past midnight in Shanghai is 16:01 UTC of the day before; once more in the morning, should that have failed.
    crontab: [`*/10 * * * * ${WATCH}`, `1 16,1 * * * ${WATCH_LICENCES}`, `5 16 * * * ${BRING_INTO_FORCE}`],
    importItems: parts.importItems,
    syncProfile: async () => {
      const synced = await syncProfile({ ...needs, catalogue }, profile)
      if (!isRefusal(synced)) await parts.bringIntoForce()
      return synced
    },
    watchDeadlines: () => watchDeadlines(inside),
    findItem: async (code) => (await catalogue.findStanding(code))?.item,
    findApplications: (ids) => applicationFacts(inside, ids),
    forBundles: forBundles(inside),
    watchLicences: () => watchLicences(inside),
    findCaseFacts: (ids) => caseFacts(inside, ids),
    mayOpenCase: (who, id) => mayOpenCase(inside, who, id),
    findServed: (ids) => servedFacts(inside, ids),
    findFeeCase: (id) => findFeeCase(inside, id),
    issueFeePaper: (paper) => issueFeePaper(inside, paper),
  }
}

function handlersOf(inside: Inside, parts: CatalogueParts): Approvals['handlers'] {
  return {
    ...parts.handlers,
    submitApplication: submitApplication(inside),
    ...draftCommands(inside),
    ...signingCommands(inside),
    ...applicantCommands(inside),
    ...applicationQueries(inside),
    ...verifyQueries(inside),
    ...intakeCommands(inside),
    ...reviewCommands(inside),
    ...deliveryCommands(inside),
    ...evidenceCommands(inside),
    ...evidenceQueries(inside),
    ...windowCommands(inside),
    ...proceedingsCommands(inside),
    ...procedureCommands(inside),
    ...objecting(inside),
    ...announcementQueries(inside),
    ...cardCommands(inside),
    ...deskQueries(inside),
    ...licenceHandlers(inside),
    ...handlingCommands(inside),
    ...quotaHandlers(inside),
    ...mandateCommands(inside),
  }
}
