import { type Actor, type Refusal, refuse } from '@mashang/kit'
import type { Person } from '../contract/account.ts'
import type { Inside } from '../inside.ts'
import { findAccount } from '../store/load.ts'

/** Who looks at a person's data, and why; kept in the journal. */
export interface Look {
  readonly actor: Actor
  /** The case the look belongs to; the person's own account where there is none. */
  readonly caseId?: string
  readonly reason: string
}

/**
 * Everything another module may ask about a citizen, unmasked. Pass `look` whenever someone other than the
 * person is shown any of it: the look is recorded before the data is given out.
 */
export async function personOf(inside: Inside, id: string, look?: Look): Promise<Person | Refusal> {
  const account = await findAccount(inside.db, id)
  if (!account) return refuse('person-not-found')
  if (look && look.actor.id !== id) {
    await inside.journal.recordLook({
      actor: look.actor,
      at: inside.clock.now().toISOString(),
      caseId: look.caseId ?? id,
      what: 'person',
      reason: look.reason,
    })
  }
  return {
    id: account.id,
    name: account.name,
    phone: account.phone,
    idCard: account.idCard,
    enterprises: account.enterprises,
  }
}
