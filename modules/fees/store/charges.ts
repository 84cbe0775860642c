/** Loads a charge and writes to it: entries and summaries in one transaction, on the revision that was seen. */
import { type Actor, isRefusal, type Refusal } from '@mashang/kit'
import { type Entry, writeStoredCase } from '@mashang/store'
import type { ChargeEntries } from '../contract/entries.ts'
import type { Inside } from '../inside.ts'
import { type Charge, chargeOf } from '../rules/charge.ts'
import { chargeIdFor } from '../rules/ids.ts'
import { saveCharge } from './summaries.ts'

const STREAM = 'charge'

/** A charge as it stands, with its journal. */
export interface FoundCharge {
  readonly id: string
  readonly charge: Charge
  readonly entries: readonly Entry[]
}

export type ChargeEntry = {
  [K in keyof ChargeEntries]: { readonly kind: K; readonly content: ChargeEntries[K] }
}[keyof ChargeEntries]

export async function findChargeById(inside: Inside, id: string): Promise<FoundCharge | undefined> {
  const entries = await inside.journal.read(STREAM, id)
  const charge = chargeOf(entries)
  return charge && { id, charge, entries }
}

export function findCharge(inside: Inside, caseId: string): Promise<FoundCharge | undefined> {
  return findChargeById(inside, chargeIdFor(caseId))
}

export async function findChargeByOrder(inside: Inside, order: string): Promise<FoundCharge | undefined> {
  const row = await inside.db
    .selectFrom('pay_order')
    .select('charge_id')
    .where('number', '=', order)
    .executeTakeFirst()
  return row && findChargeById(inside, row.charge_id)
}

export interface Once {
  readonly key: string
  readonly bodyDigest: string
}

/** Appends to a charge; answers with it as it is then, or `case-changed` when somebody was faster. */
export async function writeCharge(
  inside: Inside,
  id: string,
  before: FoundCharge | undefined,
  news: readonly ChargeEntry[],
  actor: Actor,
  once?: Once,
): Promise<FoundCharge | Refusal> {
  const kind = {
    stream: STREAM,
    fold: chargeOf,
    summaries: (charge: string, state: Charge) => saveCharge(inside.db, charge, state),
  }
  const written = await writeStoredCase(inside, kind, { id, before, entries: news, actor, once })
  if (isRefusal(written)) return written
  const { state: charge, ...rest } = written
  return { ...rest, charge }
}
