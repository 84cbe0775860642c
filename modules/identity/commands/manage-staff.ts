import { type Actor, actorOf, type Handler, isRefusal, type Refusal, refuse, uuidv7 } from '@mashang/kit'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { StaffMember } from '../contract/staff.ts'
import type { Inside } from '../inside.ts'
import { staffMemberOf } from '../queries/list-staff.ts'
import { passwordMustBeHardToGuess } from '../rules/password.ts'
import { ownRightsAreProtected, type Staff } from '../rules/staff.ts'
import { append, isTaken, STAFF } from '../store/cases.ts'
import { saveCredential } from '../store/credentials.ts'
import { findLastUse } from '../store/last-use.ts'
import { findStaff, findStaffByAccount } from '../store/load.ts'
import { hashOfPassword } from '../store/secrets.ts'
import { changeOfStaff } from './change-password.ts'
import { answeredBefore, onceOf } from './once.ts'

/** A new member of staff, as an administrator or the command line gives them. */
export type NewStaff = Pick<Staff, 'account' | 'name' | 'organ' | 'roles'> & { readonly password: string }

export function addStaff(inside: Inside): Handler<typeof identityEndpoints.addStaff> {
  return async ({ who, input, key }) => {
    const { password, ...told } = input
    const repeated = await answeredBefore<StaffMember>(inside, who, key, ['add-staff', told])
    if (repeated) return repeated
    const added = await enterStaff(inside, input, actorOf(who), key)
    return isRefusal(added) ? added : staffMemberOf(added, null)
  }
}

/** Enters a member of staff into the journal; the way in for the endpoint and for `mashang user add`. */
export async function enterStaff(
  inside: Inside,
  given: NewStaff,
  actor: Actor,
  key?: string,
): Promise<Staff | Refusal> {
  const { password, ...told } = given
  const weak = passwordMustBeHardToGuess(password, [told.account])
  if (weak) return weak
  if (!inside.isOrgan(told.organ)) return refuse('organ-not-known', { facts: { organ: told.organ } })
  const taken = refuse('account-name-taken', { facts: { account: told.account } })
  if (await findStaffByAccount(inside.db, told.account)) return taken
  const id = uuidv7()
  const hash = await hashOfPassword(password)
  try {
    return await append(inside, STAFF, {
      id,
      before: undefined,
      entry: { kind: 'staff-added', content: told },
      actor,
      alongside: [saveCredential(inside.db, id, hash, inside.clock.now())],
      once: (after) =>
        key === undefined ? undefined : onceOf(key, ['add-staff', told], staffMemberOf(after, null)),
    })
  } catch (error) {
    if (isTaken(error, 'staff_account_once')) return taken
    throw error
  }
}

async function getStaff(inside: Inside, id: string): Promise<Staff | Refusal> {
  return (await findStaff(inside.db, id)) ?? refuse('staff-not-found')
}

async function asListed(inside: Inside, staff: Staff): Promise<StaffMember> {
  return staffMemberOf(staff, await findLastUse(inside.db, staff.id))
}

export function setStaffRoles(inside: Inside): Handler<typeof identityEndpoints.setStaffRoles> {
  return async ({ who, params, input }) => {
    const staff = await getStaff(inside, params.id)
    if (isRefusal(staff)) return staff
    const refused = ownRightsAreProtected(staff.id, actorOf(who).id, { roles: input.roles })
    if (refused) return refused
    const organ = input.organ ?? staff.organ
    if (!inside.isOrgan(organ)) return refuse('organ-not-known', { facts: { organ } })
    const changed = await append(inside, STAFF, {
      id: staff.id,
      before: staff,
      entry: { kind: 'rights-set', content: { organ, roles: input.roles } },
      actor: actorOf(who),
    })
    inside.sessions.forget(staff.id)
    return isRefusal(changed) ? changed : asListed(inside, changed)
  }
}

export function setStaffDisabled(inside: Inside): Handler<typeof identityEndpoints.setStaffDisabled> {
  return async ({ who, params, input }) => {
    const staff = await getStaff(inside, params.id)
    if (isRefusal(staff)) return staff
    const refused = ownRightsAreProtected(staff.id, actorOf(who).id, { disabled: input.disabled })
    if (refused) return refused
    if (staff.disabled === input.disabled) return asListed(inside, staff)
    const changed = await append(inside, STAFF, {
      id: staff.id,
      before: staff,
      entry: { kind: input.disabled ? 'staff-disabled' : 'staff-enabled', content: {} },
      actor: actorOf(who),
      alongside: [inside.sessions.endOthers(staff.id)],
    })
    inside.sessions.forget(staff.id)
    return isRefusal(changed) ? changed : asListed(inside, changed)
  }
}

export function resetStaffPassword(inside: Inside): Handler<typeof identityEndpoints.resetStaffPassword> {
  return async ({ who, params, input }) => {
    const staff = await getStaff(inside, params.id)
    if (isRefusal(staff)) return staff
    const weak = passwordMustBeHardToGuess(input.password, [staff.account])
    if (weak) return weak
    const changed = await changeOfStaff(inside, staff, input.password, 'administrator', who)
    if (isRefusal(changed)) return changed
    await inside.attempts.succeed(`staff:${staff.account}`)
    return { done: true }
  }
}
