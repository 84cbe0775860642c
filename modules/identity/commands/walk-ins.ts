import {
  actorOf,
  checkIdCard,
  checkUscc,
  type Handlers,
  isRefusal,
  type Refusal,
  refuse,
  uuidv7,
  type Who,
} from '@mashang/kit'
import type { WalkIn, windowEndpoints } from '../contract/window-endpoints.ts'
import type { Inside } from '../inside.ts'
import { type Account, anAuthorisationSeenRaisesTrust } from '../rules/account.ts'
import { maskedIdCard, maskedPhone } from '../rules/mask.ts'
import { aPersonIsRegisteredOnce, aWindowSearchesByWholeNumbers, type WholeNumber } from '../rules/walk-in.ts'
import { ACCOUNTS, append, isTaken } from '../store/cases.ts'
import {
  findAccount,
  findAccountByPhone,
  listAccountsByEnterprise,
  listAccountsByIdCard,
} from '../store/load.ts'
import { answeredBefore, onceOf } from './once.ts'
import { atField } from './sign-up.ts'

/** People who come to a window: found by a whole number, or registered there and then. */
export function walkIns(inside: Inside): Handlers<typeof windowEndpoints> {
  return {
    findWalkIn: async ({ who, input }) => {
      const sought = aWindowSearchesByWholeNumbers(input.number, inside.clock.now())
      if (isRefusal(sought)) return sought
      const accounts = await listFound(inside, sought)
      for (const account of accounts) await look(inside, who, account.id)
      return { kind: sought.kind, people: accounts.map(walkInOf) }
    },
    registerWalkIn: async ({ who, input, key }) => {
      const repeated = await answeredBefore<WalkIn>(inside, who, key, ['register-walk-in', input])
      if (repeated) return repeated
      const card = checkIdCard(input.idCard, { now: inside.clock.now() })
      if (isRefusal(card)) return atField('idCard', card)
      const same = await listAccountsByIdCard(inside.db, card.code)
      const known = aPersonIsRegisteredOnce(same, input.name)
      if (known) return known
      if (await findAccountByPhone(inside.db, input.phone)) return phoneTaken(input.phone)
      return register(inside, who, { ...input, idCard: card.code }, key)
    },
    addAgentAtWindow: async ({ who, params, input, key }) => {
      const body = ['add-agent-at-window', params, input] as const
      const repeated = await answeredBefore<WalkIn>(inside, who, key, body)
      if (repeated) return repeated
      const code = checkUscc(input.uscc)
      if (isRefusal(code)) return atField('uscc', code)
      const account = await findAccount(inside.db, params.id)
      if (!account) return refuse('person-not-found')
      const entry = anAuthorisationSeenRaisesTrust(account, { uscc: code.code, name: input.name.trim() })
      if (isRefusal(entry)) return entry
      const added = await append(inside, ACCOUNTS, {
        id: account.id,
        before: account,
        entry,
        actor: actorOf(who),
        once: (after) => onceOf(key, body, walkInOf(after)),
      })
      return isRefusal(added) ? added : walkInOf(added)
    },
  }
}

async function listFound(inside: Inside, { kind, number }: WholeNumber): Promise<readonly Account[]> {
  if (kind === 'id-card') return listAccountsByIdCard(inside.db, number)
  if (kind === 'uscc') return listAccountsByEnterprise(inside.db, number)
  const account = await findAccountByPhone(inside.db, number)
  return account ? [account] : []
}

function look(inside: Inside, who: Who, personId: string): Promise<void> {
  return inside.journal.recordLook({
    actor: actorOf(who),
    at: inside.clock.now().toISOString(),
    caseId: personId,
    what: 'person',
    reason: 'window-intake',
  })
}

const phoneTaken = (phone: string) => refuse('phone-registered-already', { facts: { phone } })

/** An account without a password: its owner takes it over with a code to his phone. */
async function register(
  inside: Inside,
  who: Who,
  { name, idCard, phone }: { name: string; idCard: string; phone: string },
  key: string,
): Promise<WalkIn | Refusal> {
  const input = { name, idCard, phone }
  try {
    const account = await append(inside, ACCOUNTS, {
      id: uuidv7(),
      before: undefined,
      entry: { kind: 'account-opened', content: { phone, name, idCard } },
      actor: actorOf(who),
      once: (after) => onceOf(key, ['register-walk-in', input], walkInOf(after)),
    })
    return isRefusal(account) ? account : walkInOf(account)
  } catch (error) {
    if (isTaken(error, 'account_phone_once')) return phoneTaken(phone)
    throw error
  }
}

function walkInOf({ id, name, idCard, phone, enterprises }: Account): WalkIn {
  return {
    id,
    name,
    idCard: maskedIdCard(idCard),
    phone: maskedPhone(phone),
    enterprises: enterprises.map((one) => ({ ...one })),
  }
}
