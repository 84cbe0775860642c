import { checkIdCard, type Handler, isRefusal, type Refusal, refuse, uuidv7 } from '@mashang/kit'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { Inside } from '../inside.ts'
import type { Account } from '../rules/account.ts'
import { passwordMustBeHardToGuess } from '../rules/password.ts'
import { ACCOUNTS, append, isTaken } from '../store/cases.ts'
import { saveCredential } from '../store/credentials.ts'
import { findAccountByPhone } from '../store/load.ts'
import { hashOfPassword } from '../store/secrets.ts'
import { signInCitizen } from './open-session.ts'
import { provePhone } from './prove-phone.ts'

export function signUp(inside: Inside): Handler<typeof identityEndpoints.signUp> {
  return async ({ who, input }) => {
    const card = checkIdCard(input.idCard, { now: inside.clock.now() })
    if (isRefusal(card)) return atField('idCard', card)
    const weak =
      input.password === undefined ? undefined : passwordMustBeHardToGuess(input.password, [input.phone])
    if (weak) return weak
    const proven = await provePhone(inside, input.phone, input.code, ['sign-in', 'sign-up'])
    if (isRefusal(proven)) return proven
    const taken = refuse('phone-registered', { facts: { phone: input.phone } })
    if (await findAccountByPhone(inside.db, input.phone)) return taken
    if (!(await proven.spend())) return refuse('code-wrong')
    const account = await openAccount(inside, { ...input, idCard: card.code })
    return account === undefined ? taken : isRefusal(account) ? account : signInCitizen(inside, who, account)
  }
}

/** Undefined where another request opened an account for this phone first. */
async function openAccount(
  inside: Inside,
  given: { phone: string; name: string; idCard: string; password?: string },
): Promise<Account | Refusal | undefined> {
  const id = uuidv7()
  const now = inside.clock.now()
  const passwordHash = given.password === undefined ? undefined : await hashOfPassword(given.password)
  try {
    return await append(inside, ACCOUNTS, {
      id,
      before: undefined,
      entry: {
        kind: 'account-opened',
        content: { phone: given.phone, name: given.name, idCard: given.idCard },
      },
      actor: { kind: 'citizen', id, name: given.name },
      alongside: passwordHash === undefined ? [] : [saveCredential(inside.db, id, passwordHash, now)],
    })
  } catch (error) {
    if (isTaken(error, 'account_phone_once')) return undefined
    throw error
  }
}

/** A code's refusal as one of the form: the field to mend, with why. */
export function atField(path: string, refusal: Refusal): Refusal {
  return refuse('input-invalid', {
    rule: refusal.rule,
    article: refusal.article,
    facts: { count: 1 },
    fields: [{ path, code: refusal.code, facts: refusal.facts }],
  })
}
