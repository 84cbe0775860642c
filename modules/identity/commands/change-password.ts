import { actorOf, type Handler, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { Inside } from '../inside.ts'
import type { Account } from '../rules/account.ts'
import { passwordMustBeHardToGuess } from '../rules/password.ts'
import type { Staff } from '../rules/staff.ts'
import { ACCOUNTS, append, STAFF } from '../store/cases.ts'
import { saveCredential } from '../store/credentials.ts'
import { findAccount, findAccountByPhone, findPasswordHash, findStaff } from '../store/load.ts'
import { hashOfPassword, isPassword } from '../store/secrets.ts'
import { signInCitizen, signInStaffMember } from './open-session.ts'
import { provePhone } from './prove-phone.ts'

/** Every session of the account ends, and the caller gets a new one: a thief with an old cookie is out. */
export function changePassword(inside: Inside): Handler<typeof identityEndpoints.changePassword> {
  return async ({ who, input }) => {
    const account = who.kind === 'citizen' ? await findAccount(inside.db, who.id) : undefined
    const staff = who.kind === 'staff' ? await findStaff(inside.db, who.id) : undefined
    const owner = account ?? staff
    if (!owner) return refuse('not-signed-in')
    const refused = await currentIsWrong(inside, owner.id, input.current)
    if (refused) return refused
    const weak = passwordMustBeHardToGuess(input.next, [account?.phone ?? staff?.account ?? ''], 'next')
    if (weak) return weak
    if (account) {
      const changed = await changeOfAccount(inside, account, input.next, 'owner', who)
      return isRefusal(changed) ? changed : signInCitizen(inside, who, changed)
    }
    const changed = staff && (await changeOfStaff(inside, staff, input.next, 'owner', who))
    if (!changed) return refuse('not-signed-in')
    return isRefusal(changed) ? changed : signInStaffMember(inside, who, changed)
  }
}

async function currentIsWrong(
  inside: Inside,
  id: string,
  current: string | undefined,
): Promise<Refusal | undefined> {
  const hash = await findPasswordHash(inside.db, id)
  if (hash === undefined) return undefined
  const subject = `current:${id}`
  const locked = await inside.attempts.take(subject)
  if (locked) return locked
  if (!(await isPassword(current ?? '', hash))) {
    return refuse('password-wrong', { fields: [{ path: 'current', code: 'password-wrong', facts: {} }] })
  }
  await inside.attempts.succeed(subject)
  return undefined
}

export function resetPassword(inside: Inside): Handler<typeof identityEndpoints.resetPassword> {
  return async ({ who, input: { phone, code, password } }) => {
    const weak = passwordMustBeHardToGuess(password, [phone])
    if (weak) return weak
    const proven = await provePhone(inside, phone, code, ['reset-password'])
    if (isRefusal(proven)) return proven
    const account = await findAccountByPhone(inside.db, phone)
    if (!account) return refuse('phone-not-registered', { facts: { phone } })
    if (!(await proven.spend())) return refuse('code-wrong')
    const owner: Who = { kind: 'citizen', id: account.id, name: account.name, session: '' }
    const changed = await changeOfAccount(inside, account, password, 'code', owner)
    if (isRefusal(changed)) return changed
    await inside.attempts.succeed(`password:${phone}`)
    return signInCitizen(inside, who, changed)
  }
}

async function changeOfAccount(
  inside: Inside,
  account: Account,
  password: string,
  by: 'owner' | 'code',
  who: Who,
): Promise<Account | Refusal> {
  const changed = await append(inside, ACCOUNTS, {
    id: account.id,
    before: account,
    entry: { kind: 'password-changed', content: { by } },
    actor: actorOf(who),
    alongside: await passwordStatements(inside, account.id, password),
  })
  inside.sessions.forget(account.id)
  return changed
}

/** Sets a password of a member of staff and ends their sessions. */
export async function changeOfStaff(
  inside: Inside,
  staff: Staff,
  password: string,
  by: 'owner' | 'administrator',
  who: Who,
): Promise<Staff | Refusal> {
  const changed = await append(inside, STAFF, {
    id: staff.id,
    before: staff,
    entry: { kind: 'password-changed', content: { by } },
    actor: actorOf(who),
    alongside: await passwordStatements(inside, staff.id, password),
  })
  inside.sessions.forget(staff.id)
  return changed
}

async function passwordStatements(inside: Inside, subject: string, password: string) {
  return [
    saveCredential(inside.db, subject, await hashOfPassword(password), inside.clock.now()),
    inside.sessions.endOthers(subject),
  ]
}
