/** Who may see a bundle, and as what. Pure. */
import type { StaffRole, Who } from '@mashang/kit'
import type { BundleCase } from './bundle-case.ts'
import { organsOf } from './part-order.ts'

/** How a reader stands to a bundle; undefined = to him it does not exist. */
export type Standing = 'owner' | 'office' | 'supervisor'

const OFFICE_ROLES: readonly StaffRole[] = ['window-clerk', 'handling-officer', 'inspector', 'approval-head']

/** aBundleIsSeenByThoseItConcerns: its applicant, offices that have got a part of it or lead it, supervisors masked. */
export function standingOf(who: Who, state: BundleCase): Standing | undefined {
  if (who.kind === 'citizen') return state.owner.personId === who.id ? 'owner' : undefined
  if (who.kind !== 'staff' || !state.submittedAt) return undefined
  const inOffice = who.roles.some((role) => OFFICE_ROLES.includes(role))
  if (inOffice && organsOf(state).includes(who.organ)) return 'office'
  return who.roles.includes('supervisor') ? 'supervisor' : undefined
}
