/** Who may see a bundle, and as what. Pure. */
import type { StaffRole, Who } from '@mashang/kit'
import type { BundleCase } from './bundle-case.ts'
import { organsOf } from './part-order.ts'

/** How a reader stands to a bundle; undefined = to him it does not exist. */
export type Standing = 'owner' | 'taker' | 'office' | 'supervisor'

const OFFICE_ROLES: readonly StaffRole[] = ['window-clerk', 'handling-officer', 'inspector', 'approval-head']

/** aBundleIsSeenByThoseItConcerns: its applicant, the clerk who began it with him at a window, offices that have got a part of it or lead it, supervisors masked. */
export function standingOf(who: Who, state: BundleCase): Standing | undefined {
  if (who.kind === 'citizen') return state.owner.personId === who.id ? 'owner' : undefined
  if (who.kind !== 'staff') return undefined
  if (state.takenBy?.id === who.id) return 'taker'
  if (!state.submittedAt) return undefined
  const inOffice = who.roles.some((role) => OFFICE_ROLES.includes(role))
  if (inOffice && organsOf(state).includes(who.organ)) return 'office'
  return who.roles.includes('supervisor') ? 'supervisor' : undefined
}

/** aClerkFillsInWhileTheApplicantIsThere: what was submitted is the applicant's to go on with. */
export function mayFillIn(standing: Standing, { submittedAt }: Pick<BundleCase, 'submittedAt'>): boolean {
  return standing === 'owner' || (standing === 'taker' && submittedAt === undefined)
}
