import { type SessionChange, type Who, withSession } from '@mashang/kit'
import type { CitizenView } from '../contract/account.ts'
import type { Me } from '../contract/me.ts'
import type { Inside } from '../inside.ts'
import type { Account } from '../rules/account.ts'
import { maskedIdCard, maskedPhone } from '../rules/mask.ts'
import type { Staff } from '../rules/staff.ts'
import { findPasswordHash } from '../store/load.ts'

/** Opens a new session in place of the one the caller came with, and answers who is signed in now. */
export async function signInCitizen(inside: Inside, before: Who, account: Account): Promise<Me> {
  await endSessionOf(inside, before)
  const opened = await inside.sessions.open('citizen', account.id)
  const me = await meAsCitizen(inside, account, opened.csrfToken)
  return withSession(me, opened.change)
}

export async function signInStaffMember(inside: Inside, before: Who, staff: Staff): Promise<Me> {
  await endSessionOf(inside, before)
  const opened = await inside.sessions.open('staff', staff.id)
  return withSession(meAsStaff(inside, staff, opened.csrfToken), opened.change)
}

export async function endSessionOf(inside: Inside, who: Who): Promise<void> {
  if (who.kind === 'citizen' || who.kind === 'staff') await inside.sessions.end(who.session)
}

export const SIGNED_OUT: SessionChange = { clear: true }

export async function meAsCitizen(inside: Inside, account: Account, csrfToken: string): Promise<Me> {
  return {
    kind: 'citizen',
    id: account.id,
    name: account.name,
    csrfToken,
    demo: inside.settings.demo,
    citizen: await citizenViewOf(inside, account),
  }
}

async function citizenViewOf(inside: Inside, account: Account): Promise<CitizenView> {
  return {
    phone: maskedPhone(account.phone),
    idCard: maskedIdCard(account.idCard),
    hasPassword: (await findPasswordHash(inside.db, account.id)) !== undefined,
    enterprises: [...account.enterprises],
  }
}

export function meAsStaff(inside: Inside, staff: Staff, csrfToken: string): Me {
  return {
    kind: 'staff',
    id: staff.id,
    name: staff.name,
    csrfToken,
    demo: inside.settings.demo,
    staff: { account: staff.account, organ: staff.organ, roles: [...staff.roles] },
  }
}
