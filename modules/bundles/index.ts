import type { Bundle, Organ, ServiceItem, Window } from '@mashang/flow'
import { type Calendar, type Handlers, isRefusal } from '@mashang/kit'
import { createSheets, type Journal, type Migrations, type Subscriber, type Summary } from '@mashang/store'
import type { Kysely } from 'kysely'
import { sheetCommands } from './commands/sheet.ts'
import { startBundle } from './commands/start.ts'
import { submitCommands } from './commands/submit.ts'
import { windowCommands } from './commands/window.ts'
import type { bundlesEndpoints } from './contract/index.ts'
import type { ApplicationFacts, ApprovalsForBundles, ApprovalsHandlers, Inside, Person } from './inside.ts'
import { viewFor, viewOf } from './queries/bundle-view.ts'
import { describeBundle } from './queries/guide.ts'
import { lists } from './queries/lists.ts'
import { standingOf } from './rules/standing.ts'
import { findCase, getCaseFor } from './store/cases.ts'
import { bundlesSummaries } from './store/summaries.ts'
import type { BundlesTables } from './store/tables.ts'
import { followApplications } from './subscribers/follow-applications.ts'

export { checkBundle } from './rules/bundle-checks.ts'

/** Where the module's SQL stands. */
export const bundlesMigrations: Migrations = {
  module: 'bundles',
  folder: new URL('./migrations/', import.meta.url).pathname,
}

export interface BundlesNeeds {
  readonly db: Kysely<unknown>
  readonly journal: Journal
  readonly clock: { now(): Date }
  readonly calendar: Calendar
  readonly bundles: readonly Bundle[]
  readonly organs: readonly Organ[]
  readonly windows: readonly Window[]
  readonly regionNames: (code: string) => readonly string[] | undefined
  /** Asked of identity. */
  readonly findPerson: (id: string) => Promise<Person | undefined>
  /** Asked of approvals. */
  readonly findItem: (code: string) => Promise<ServiceItem | undefined>
  readonly approvals: ApprovalsHandlers
  readonly forBundles: ApprovalsForBundles
  readonly findApplications: (ids: readonly string[]) => Promise<readonly ApplicationFacts[]>
}

export interface Bundles {
  readonly handlers: Handlers<typeof bundlesEndpoints>
  readonly summaries: readonly Summary[]
  readonly subscribers: readonly Subscriber[]
  /** Catches up with one application at once, as the subscriber does by itself a moment later. */
  followApplication(id: string): Promise<void>
}

/** Bundles: several items asked for by one person for one purpose, on one form, decided side by side. */
export function createBundles(needs: BundlesNeeds): Bundles {
  const { organs, windows, ...rest } = needs
  const inside: Inside = {
    ...rest,
    db: (needs.db as Kysely<BundlesTables>).withSchema('bundles'),
    sheets: createSheets(needs.db, needs.clock, {
      table: 'bundles.sheet',
      caseId: 'bundle_id',
      part: 'sheet',
    }),
    organs: new Map(organs.map((organ) => [organ.id, organ])),
    windows: new Map(windows.map((window) => [window.id, window])),
  }
  const follower = followApplications(inside)
  const getBundle: Handlers<typeof bundlesEndpoints>['getBundle'] = async ({ who, params, language }) => {
    const found = await getCaseFor(inside, params.id, who)
    return isRefusal(found) ? found : viewOf(inside, found, who, language)
  }
  return {
    handlers: {
      ...lists(inside),
      describeBundle: describeBundle(inside),
      startBundle: startBundle(inside),
      getBundle,
      getBundleAtDesk: getBundle,
      findBundleOfCase: async ({ who, params, language }) => {
        const place = await inside.db
          .selectFrom('application')
          .select('bundle_id')
          .where('application_id', '=', params.id)
          .executeTakeFirst()
        const found = place && (await findCase(inside, place.bundle_id))
        if (!found || standingOf(who, found.state) === undefined) return {}
        // The neighbours' states and no more: whose it is stands on the case itself.
        return { bundle: await viewFor(inside, found, who, undefined, language) }
      },
      ...sheetCommands(inside),
      ...submitCommands(inside),
      ...windowCommands(inside),
    },
    summaries: bundlesSummaries(inside),
    subscribers: [follower],
    followApplication: async (id) => {
      for (const entry of await inside.journal.read('application', id))
        await follower.handle({ ...entry, leaf: 0 })
    },
  }
}
