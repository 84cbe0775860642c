import { actorOf, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import { bodyDigestOf } from '@mashang/store'
import type { FeesOfCase } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { type Found, getChargeFor, viewOf } from '../queries/charge-view.ts'
import { type ChargeEntry, type FoundCharge, writeCharge } from '../store/charges.ts'

export interface ChargeRequest {
  readonly who: Who
  readonly params: { readonly id: string }
  readonly input: Readonly<Record<string, unknown>> & { readonly expected?: number }
  readonly key: string
}

/** Runs one command on a charge: load → may this reader → the same key again → the revision seen → rule → append → view. */
export async function commandOnCharge(
  inside: Inside,
  request: ChargeRequest,
  rule: (
    found: Found & { readonly found: FoundCharge },
  ) => readonly ChargeEntry[] | Refusal | Promise<readonly ChargeEntry[] | Refusal>,
): Promise<FeesOfCase | Refusal> {
  const { who, params, input, key } = request
  const all = await getChargeFor(inside, params.id, who)
  if (isRefusal(all)) return all
  const actor = actorOf(who)
  const bodyDigest = bodyDigestOf({ params, input })
  const answered = await inside.journal.findAnswer(actor.id, key, bodyDigest)
  if (isRefusal(answered)) return answered
  if (answered) return viewOf(inside, all, who)
  const { revision } = all.found.charge
  if (input.expected !== undefined && input.expected !== revision)
    return refuse('case-changed', {
      facts: { caseId: params.id, expected: input.expected, actual: revision },
    })
  const entries = await rule(all)
  if (isRefusal(entries)) return entries
  const written = await writeCharge(inside, all.found.id, all.found, entries, actor, { key, bodyDigest })
  return isRefusal(written) ? written : viewOf(inside, { ...all, found: written }, who)
}
