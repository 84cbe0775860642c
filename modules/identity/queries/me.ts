import type { Handler } from '@mashang/kit'
import { meAsCitizen, meAsStaff } from '../commands/open-session.ts'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { Inside } from '../inside.ts'
import { findAccount, findStaff } from '../store/load.ts'

export function me(inside: Inside): Handler<typeof identityEndpoints.me> {
  return async ({ who, csrfToken = '' }) => {
    const demo = inside.settings.demo
    if (who.kind === 'citizen') {
      const account = await findAccount(inside.db, who.id)
      if (account) return meAsCitizen(inside, account, csrfToken)
    }
    if (who.kind === 'staff') {
      const staff = await findStaff(inside.db, who.id)
      if (staff) return meAsStaff(inside, staff, csrfToken)
    }
    if (who.kind === 'machine' || who.kind === 'system') {
      return { kind: who.kind, id: who.id, name: who.kind === 'machine' ? who.name : '', csrfToken: '', demo }
    }
    return { kind: 'anonymous', id: '', name: '', csrfToken, demo }
  }
}
