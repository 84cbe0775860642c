/** Loads a charge and writes to it: entries and summaries in one transaction, on the revision that was seen. */
import { createHash } from 'node:crypto'
import { type Actor, canonicalJson, isRefusal, type Refusal } from '@mashang/kit'
import type { Entry } from '@mashang/store'
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
  const at = inside.clock.now().toISOString()
  const expected = before?.charge.revision ?? 0
  const folded = news.map((entry, i) => ({ ...entry, revision: expected + i + 1, at, actor }))
  const charge = chargeOf([...(before?.entries ?? []), ...folded])
  if (!charge) throw new Error('a charge that is written to exists')
  const appended = await inside.journal.append({
    stream: STREAM,
    caseId: id,
    expected,
    at,
    actor,
    entries: news,
    alongside: saveCharge(inside.db, id, charge),
    ...(once ? { once: { ...once, answer: { id } } } : {}),
  })
  if (isRefusal(appended)) return appended
  if (appended.outcome === 'appended')
    return { id, charge, entries: [...(before?.entries ?? []), ...appended.entries] }
  const repeated = await findChargeById(inside, id)
  if (!repeated) throw new Error('a charge that was answered with exists')
  return repeated
}

/** SHA-256 of a request's body in its canonical form: what an idempotency key is bound to. */
export function bodyDigestOf(body: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(body))))
    .digest('hex')
}
