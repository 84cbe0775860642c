import type { Documents } from '@mashang/document'
import type { Organ } from '@mashang/flow'
import type { Calendar, Handlers, Words } from '@mashang/kit'
import type { Journal, Migrations, Subscriber, Summary } from '@mashang/store'
import type { Kysely } from 'kysely'
import { sampleCommands } from './commands/samples.ts'
import type { insightEndpoints } from './contract/index.ts'
import type { CaseFacts, Inside } from './inside.ts'
import { boardOf } from './queries/board.ts'
import { printBulletin } from './queries/bulletin.ts'
import { listCards } from './queries/cards.ts'
import { casesBehind } from './queries/cases.ts'
import { figuresOf, stepTimesOf } from './queries/figures.ts'
import { officeOf } from './queries/office.ts'
import { publicFigures } from './queries/public-figures.ts'
import { organAsked } from './queries/scope.ts'
import { aReportSpansItsDays } from './rules/sample.ts'
import { insightSummaries } from './store/summaries.ts'
import type { InsightTables } from './store/tables.ts'
import { followCases } from './subscribers/follow-cases.ts'

/** Where the module's SQL stands. */
export const insightMigrations: Migrations = {
  module: 'insight',
  folder: new URL('./migrations/', import.meta.url).pathname,
}

export interface InsightNeeds {
  readonly db: Kysely<unknown>
  readonly journal: Journal
  readonly clock: { now(): Date }
  readonly calendar: Calendar
  readonly organs: readonly Organ[]
  readonly documents: Pick<Documents, 'render'>
  /** The office that publishes. */
  readonly centre: Words
  /** Asked of approvals. */
  readonly findCaseFacts: (ids: readonly string[]) => Promise<readonly CaseFacts[]>
  /** Asked of hall: how an organ was rated, and which bad ratings it has still to follow up. */
  readonly countRatings: Inside['countRatings']
  readonly countFollowUps: Inside['countFollowUps']
  /** The latest note of the public log. */
  readonly findCheckpoint: () => Promise<string | undefined>
}

export interface Insight {
  readonly handlers: Handlers<typeof insightEndpoints>
  readonly summaries: readonly Summary[]
  readonly subscribers: readonly Subscriber[]
}

/** Two years and a day. */
const LONGEST = 732

/** Supervision and figures: what every case adds up to, and what is found in some of them. */
export function createInsight(needs: InsightNeeds): Insight {
  const inside: Inside = {
    ...needs,
    db: (needs.db as Kysely<InsightTables>).withSchema('insight'),
    organs: new Map(needs.organs.map((organ) => [organ.id, organ])),
  }
  const spanOf = ({ from, to }: { readonly from: string; readonly to: string }) =>
    aReportSpansItsDays(from, to, LONGEST)
  return {
    handlers: {
      getBoard: ({ who, query }) => boardOf(inside, organAsked(who, query.organ)),
      getFigures: async ({ who, query }) =>
        spanOf(query) ?? figuresOf(inside, { ...query, organ: organAsked(who, query.organ) }, query.by),
      getStepTimes: async ({ who, query }) =>
        spanOf(query) ?? {
          steps: await stepTimesOf(inside, { ...query, organ: organAsked(who, query.organ) }),
        },
      listFigureCases: async ({ who, query }) => {
        const { from = EVER.from, to = EVER.to, figure, item, officer, step, role, page = 1 } = query
        const asked = { from, to, organ: organAsked(who, query.organ), item, officer, step, role }
        return (query.from && query.to && spanOf(asked)) || casesBehind(inside, figure, asked, page)
      },
      listCards: async ({ who, query }) => {
        const { from, to, view = 'all', page = 1 } = query
        return (
          spanOf(query) ?? listCards(inside, { from, to, organ: organAsked(who, query.organ) }, view, page)
        )
      },
      getOffice: ({ who }) => officeOf(inside, who),
      getPublicFigures: () => publicFigures(inside),
      getBulletin: ({ query, language }) => printBulletin(inside, query.month, language),
      ...sampleCommands(inside),
    },
    summaries: insightSummaries(inside),
    subscribers: [followCases(inside)],
  }
}

/** Numbers of this moment have no time. */
const EVER = { from: '0001-01-01', to: '9999-12-31' }
