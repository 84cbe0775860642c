import { type Actor, type LookReason, type Refusal, refuse } from '@mashang/kit'
import type { Person } from '../contract/account.ts'
import type { Inside } from '../inside.ts'

/** Who looks at a person's data, and why; kept in the journal. */
export interface Look {
  readonly actor: Actor
  /** The case the look belongs to; the person's own account where there is none. */
  readonly caseId?: string
  readonly reason: LookReason
}

/** Everything another module may ask about a citizen, unmasked; nobody but the person may be shown it through this. */
export async function findPerson(inside: Inside, id: string): Promise<Person | undefined> {
  const account = await inside.readAccount(id)
  if (!account) return undefined
  const { name, phone, idCard, enterprises } = account
  return { id, name, phone, idCard, enterprises }
}

/** A citizen's data for someone who looks at it; the look is recorded before anything is given out. */
export async function personOf(inside: Inside, id: string, look: Look): Promise<Person | Refusal> {
  const person = await findPerson(inside, id)
  if (!person) return refuse('person-not-found')
  if (look.actor.id !== id) {
    await inside.journal.recordLook({
      actor: look.actor,
      at: inside.clock.now().toISOString(),
      caseId: look.caseId ?? id,
      what: 'person',
      reason: look.reason,
    })
  }
  return person
}
