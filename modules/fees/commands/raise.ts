/** 开具缴费通知书 — what a case owes is asked for once it is accepted: by the rules of its item, or as an officer assesses. */
import { type Actor, actorOf, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { ChargedLine } from '../contract/entries.ts'
import type { FeesOfCase } from '../contract/index.ts'
import type { FeeCase, Inside } from '../inside.ts'
import { endedAs, getFeesFor, viewOf } from '../queries/charge-view.ts'
import { chargeIdFor } from '../rules/ids.ts'
import { everyOpenFeeIsAssessed, linesOf, totalOf } from '../rules/lines.ts'
import { type FoundCharge, findCharge, type Once, writeCharge } from '../store/charges.ts'

const FOLLOWER: Actor = { kind: 'system', id: 'fees.follow-applications', name: '' }

/** The charge of a case; where there is none yet and the rules say what it is, it is raised now. */
export async function ensureCharge(inside: Inside, feeCase: FeeCase): Promise<FoundCharge | undefined> {
  const found = await findCharge(inside, feeCase.id)
  if (found || !mayBeCharged(feeCase)) return found
  const { lines, open } = linesOf(feeCase.fees, feeCase.form)
  if (open.length > 0 || totalOf(lines) === 0) return undefined
  const raised = await write(inside, feeCase, lines, FOLLOWER)
  // Somebody else raised it in this very moment: there is one, as there should be.
  return isRefusal(raised) ? findCharge(inside, feeCase.id) : raised
}

function mayBeCharged({ acceptedAt, status }: FeeCase): boolean {
  return acceptedAt !== undefined && endedAs(status) === undefined
}

function write(inside: Inside, feeCase: FeeCase, lines: readonly ChargedLine[], actor: Actor, once?: Once) {
  const { id, number, item, organ, payer, online } = feeCase
  const content = { caseId: id, number, item, organ, payer, online, lines, total: totalOf(lines) }
  return writeCharge(inside, chargeIdFor(id), undefined, [{ kind: 'raised', content }], actor, once)
}

interface Raising {
  readonly who: Who
  readonly params: { readonly id: string }
  readonly input: { readonly amounts: readonly { readonly name: string; readonly amount: number }[] }
  readonly key: string
}

/** 核定 — an officer of the organ says what no rule can. */
export async function raiseCharge(inside: Inside, request: Raising): Promise<FeesOfCase | Refusal> {
  const { who, params, input, key } = request
  const all = await getFeesFor(inside, params.id, who)
  if (isRefusal(all)) return all
  const { feeCase, found } = all
  // A window or another organ reads the case, but does not assess what is owed to this one.
  if (who.kind !== 'staff' || who.organ !== feeCase.organ) return refuse('charge-not-found')
  const once = { key, bodyDigest: bodyDigestOf({ id: params.id, input }) }
  const answered = await inside.journal.findAnswer(who.id, key, once.bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered) return viewOf(inside, all, who)
  if (found) return refuse('charge-raised-already')
  if (!mayBeCharged(feeCase)) return refuse('case-not-accepted')
  const lines = everyOpenFeeIsAssessed(linesOf(feeCase.fees, feeCase.form), input.amounts)
  if (isRefusal(lines)) return lines
  if (totalOf(lines) === 0) return refuse('nothing-to-charge')
  const raised = await write(inside, feeCase, lines, actorOf(who), once)
  return isRefusal(raised) ? raised : viewOf(inside, { ...all, found: raised }, who)
}
