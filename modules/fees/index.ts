import type { Basis, CityFees, FeeDue, Organ } from '@mashang/flow'
import { type Handlers, isRefusal, type Words } from '@mashang/kit'
import type { Journal, Migrations, Subscriber, Summary } from '@mashang/store'
import type { Kysely } from 'kysely'
import { dayCommands } from './commands/days.ts'
import { onlineCommands } from './commands/online.ts'
import { ensureCharge, raiseCharge } from './commands/raise.ts'
import { windowCommands } from './commands/window.ts'
import type { feesEndpoints } from './contract/index.ts'
import { createDemoProvider } from './demo/demo-provider.ts'
import type { FeeCase, Inside } from './inside.ts'
import type { PaymentProvider } from './provider.ts'
import { getFeesFor, viewOf } from './queries/charge-view.ts'
import { lists } from './queries/lists.ts'
import { linesOf } from './rules/lines.ts'
import { owedOf } from './rules/owed.ts'
import { feesSummaries } from './store/summaries.ts'
import type { FeesDb, FeesTables } from './store/tables.ts'
import { followCase, followCases } from './subscribers/follow-cases.ts'
import { issuePapers } from './subscribers/issue-papers.ts'
import { tellPayers } from './subscribers/tell-payers.ts'

export type { PaymentProvider } from './provider.ts'

/** Where the module's SQL stands. */
export const feesMigrations: Migrations = {
  module: 'fees',
  folder: new URL('./migrations/', import.meta.url).pathname,
}

export interface FeesNeeds {
  readonly db: Kysely<unknown>
  readonly journal: Journal
  readonly clock: { now(): Date }
  readonly city: CityFees
  readonly organs: readonly Organ[]
  /** Who takes payments online: a city's own provider, or the demonstration's counter with its key; else nobody does. */
  readonly online?: PaymentProvider | { readonly demoKey: Uint8Array }
  /** Asked of approvals. */
  readonly findCase: Inside['findCase']
  readonly issuePaper: Inside['issuePaper']
  /** Told through identity. */
  readonly tellPayer: Inside['tellPayer']
}

/** What a case owes, as others are told. */
export interface OwedByCase {
  /** Integer fen; undefined while an officer has not said how much. */
  readonly amount?: number
  readonly fee: Words
  readonly due: FeeDue
  readonly basis: Basis
}

export interface Fees {
  readonly handlers: Handlers<typeof feesEndpoints>
  readonly summaries: readonly Summary[]
  readonly subscribers: readonly Subscriber[]
  /** What a case owes that is due by then; what is to be asked for and was not yet, is asked for first. */
  owes(caseId: string, before: FeeDue): Promise<OwedByCase | undefined>
  /** What these cases owe, by their ids. */
  findOwed(caseIds: readonly string[]): Promise<ReadonlyMap<string, OwedByCase>>
  /** Whether the receipt that was issued as this document is void since. */
  isReceiptVoid(documentId: string): Promise<boolean>
  /** Catches up with one case at once, as the subscriber does by itself a moment later. */
  followCase(id: string): Promise<void>
}

/** Payments owed for a case: asked for, paid, given back, and reckoned up by day. */
export function createFees(needs: FeesNeeds): Fees {
  const { online, organs, ...rest } = needs
  const db: FeesDb = (needs.db as Kysely<FeesTables>).withSchema('fees')
  const demo = online && 'demoKey' in online ? createDemoProvider(db, online.demoKey) : undefined
  const provider = demo ?? (online as PaymentProvider | undefined)
  const inside: Inside = {
    ...rest,
    db,
    organs: new Map(organs.map((organ) => [organ.id, organ])),
    ...(provider ? { provider } : {}),
    ...(demo ? { demo } : {}),
  }
  const getFees: Handlers<typeof feesEndpoints>['getMyFees'] = async ({ who, params }) => {
    const found = await getFeesFor(inside, params.id, who)
    return isRefusal(found) ? found : viewOf(inside, found, who)
  }
  return {
    handlers: {
      ...lists(inside),
      ...onlineCommands(inside),
      ...windowCommands(inside),
      ...dayCommands(inside),
      getMyFees: getFees,
      getFeesAtDesk: getFees,
      raiseCharge: (request) => raiseCharge(inside, request),
    },
    summaries: feesSummaries(db),
    subscribers: [followCases(inside), issuePapers(inside), tellPayers(inside)],
    owes: (caseId, before) => owes(inside, caseId, before),
    findOwed: (caseIds) => findOwed(inside, caseIds),
    isReceiptVoid: async (documentId) => {
      const row = await db
        .selectFrom('receipt')
        .select('is_void')
        .where('document_id', '=', documentId)
        .executeTakeFirst()
      return row?.is_void ?? false
    },
    followCase: (id) => followCase(inside, id),
  }
}

async function owes(inside: Inside, caseId: string, before: FeeDue): Promise<OwedByCase | undefined> {
  const feeCase = await inside.findCase(caseId)
  if (!feeCase || !asksForFees(feeCase)) return undefined
  const found = await ensureCharge(inside, feeCase)
  return owedOf(linesOf(feeCase.fees, feeCase.form).open, found?.charge, before)
}

const asksForFees = ({ fees }: FeeCase) => fees.some(({ due }) => due !== undefined)

async function findOwed(
  inside: Inside,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, OwedByCase>> {
  if (caseIds.length === 0) return new Map()
  const rows = await inside.db
    .selectFrom('charge')
    .select(['case_id', 'total', 'due', 'item_name'])
    .where('case_id', 'in', caseIds)
    .where('status', '=', 'owed')
    .execute()
  return new Map(
    rows.map((row) => [
      row.case_id,
      { amount: Number(row.total), fee: row.item_name, due: row.due, basis: inside.city.basis },
    ]),
  )
}
