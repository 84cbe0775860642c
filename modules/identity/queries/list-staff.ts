import type { Handler } from '@mashang/kit'
import type { identityEndpoints } from '../contract/endpoints.ts'
import type { StaffMember } from '../contract/staff.ts'
import type { Inside } from '../inside.ts'
import type { Staff } from '../rules/staff.ts'
import { staffOf } from '../store/load.ts'

export function staffMemberOf(staff: Staff, lastSignInAt: Date | null): StaffMember {
  const { revision: _, roles, ...shown } = staff
  return { ...shown, roles: [...roles], lastSignInAt: lastSignInAt?.toISOString() ?? null }
}

/** Far beyond any city's staff on one screen; the search narrows it. */
const MOST_LISTED = 2_000

export function listStaff({ db }: Inside): Handler<typeof identityEndpoints.listStaff> {
  return async ({ query: { organ, search } }) => {
    let rows = db
      .selectFrom('staff')
      .leftJoin('last_use', 'last_use.subject', 'staff.id')
      .selectAll('staff')
      .select('last_use.at as last_sign_in_at')
    if (organ !== undefined) rows = rows.where('staff.organ', '=', organ)
    if (search) {
      const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`
      rows = rows.where((eb) => eb.or([eb('staff.name', 'like', part), eb('staff.account', 'like', part)]))
    }
    const found = await rows.orderBy('staff.organ').orderBy('staff.account').limit(MOST_LISTED).execute()
    return {
      staff: found.map(({ last_sign_in_at, ...row }) => staffMemberOf(staffOf(row), last_sign_in_at)),
    }
  }
}

/** Who works for an organ now: no account that was closed. */
export async function listColleagues({ db }: Inside, organ: string) {
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name', 'organ', 'roles'])
    .where('organ', '=', organ)
    .where('disabled', '=', false)
    .orderBy('account')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(({ roles, ...row }) => ({ ...row, roles: [...roles] }))
}
