import { type Handler, isRefusal, refuse } from '@mashang/kit'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { Inside } from '../inside.ts'
import { noteUse } from '../store/last-use.ts'
import { findAccountByPhone, findPasswordHash, findStaffByAccount } from '../store/load.ts'
import { isPassword } from '../store/secrets.ts'
import { signInCitizen, signInStaffMember } from './open-session.ts'
import { provePhone } from './prove-phone.ts'

export function signInByCode(inside: Inside): Handler<typeof identityEndpoints.signInByCode> {
  return async ({ who, input: { phone, code } }) => {
    const proven = await provePhone(inside, phone, code, ['sign-in', 'sign-up'])
    if (isRefusal(proven)) return proven
    const account = await findAccountByPhone(inside.db, phone)
    // The phone is proven theirs, so this tells no stranger; the code stays good for signing up.
    if (!account) return refuse('phone-not-registered', { facts: { phone } })
    if (!(await proven.spend())) return refuse('code-wrong')
    return signInCitizen(inside, who, account)
  }
}

export function signInByPassword(inside: Inside): Handler<typeof identityEndpoints.signInByPassword> {
  return async ({ who, input: { phone, password } }) => {
    const subject = `password:${phone}`
    const locked = await inside.attempts.take(subject)
    if (locked) return locked
    const account = await findAccountByPhone(inside.db, phone)
    const hash = account && (await findPasswordHash(inside.db, account.id))
    const right = await isPassword(password, hash)
    if (!account || !right) return refuse('sign-in-failed')
    await inside.attempts.succeed(subject)
    return signInCitizen(inside, who, account)
  }
}

export function signInStaff(inside: Inside): Handler<typeof identityEndpoints.signInStaff> {
  return async ({ who, input: { account, password } }) => {
    const subject = `staff:${account}`
    const locked = await inside.attempts.take(subject)
    if (locked) return locked
    const staff = await findStaffByAccount(inside.db, account)
    const hash = staff && (await findPasswordHash(inside.db, staff.id))
    const right = await isPassword(password, hash)
    if (!staff || !right || staff.disabled) return refuse('staff-sign-in-failed')
    await inside.attempts.succeed(subject)
    await noteUse(inside.db, staff.id, inside.clock.now())
    return signInStaffMember(inside, who, staff)
  }
}
