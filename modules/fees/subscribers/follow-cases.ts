import { type Actor, isRefusal } from '@mashang/kit'
import type { Subscriber } from '@mashang/store'
import { ensureCharge } from '../commands/raise.ts'
import type { Inside } from '../inside.ts'
import { endedAs } from '../queries/charge-view.ts'
import { findCharge, writeCharge } from '../store/charges.ts'

const FOLLOWER: Actor = { kind: 'system', id: 'fees.follow-cases', name: '' }
const TRIES = 10

/** Asks for what an accepted case owes, and lets go what a case that ended has not paid. Twice is once. */
export function followCases(inside: Inside): Subscriber {
  return {
    name: 'fees.follow-cases',
    streams: ['application'],
    kinds: ['accepted', 'withdrawn', 'decided', 'declined'],
    handle: ({ caseId }) => followCase(inside, caseId),
  }
}

export async function followCase(inside: Inside, caseId: string): Promise<void> {
  const feeCase = await inside.findCase(caseId)
  if (!feeCase) return
  await ensureCharge(inside, feeCase)
  const after = endedAs(feeCase.status)
  for (let tried = 0; after && tried < TRIES; tried++) {
    const found = await findCharge(inside, caseId)
    if (!found || found.charge.payment || found.charge.closed) return
    const written = await writeCharge(
      inside,
      found.id,
      found,
      [{ kind: 'closed', content: { after } }],
      FOLLOWER,
    )
    if (!isRefusal(written)) return
  }
}
