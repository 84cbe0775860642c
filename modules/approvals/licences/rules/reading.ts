/**
 * Who may see and do what with a licence: the row-level rules behind the endpoints' access.
 */
import type { StaffRole, Who } from '@mashang/kit'
import { rolesOn } from '../../rules/reading.ts'
import type { Licence } from './licence.ts'

/** How a reader stands to a licence; undefined = to him it does not exist. */
export type LicenceStanding = 'holder' | 'office' | 'supervisor'

/** The organ that issues it. */
const ORGAN_ROLES: readonly StaffRole[] = ['handling-officer', 'inspector', 'approval-head']

/** What a citizen answers for: his own identity number, and enterprises he is known to act for. */
export interface Answering {
  readonly idCard?: string
  readonly usccs: readonly string[]
}

/** own-licence: what was granted in his own case, what is his own, what belongs to an enterprise he is known to act for. */
export function isHeldBy(
  { holder, personId }: Pick<Licence, 'holder' | 'personId'>,
  id: string,
  { idCard, usccs }: Answering,
): boolean {
  if (personId === id) return true
  // Whoever signs up says his identity number himself: it shows him only what no other account was granted.
  return holder.kind === 'enterprise'
    ? usccs.includes(holder.code)
    : personId === undefined && holder.code === idCard
}

/** own-licence, own-organ: its holder, the organ that issued it, and supervision, masked. */
export function licenceStandingOf(
  who: Who,
  licence: Pick<Licence, 'holder' | 'personId' | 'organ'>,
  answering: Answering,
): LicenceStanding | undefined {
  if (who.kind === 'citizen') return isHeldBy(licence, who.id, answering) ? 'holder' : undefined
  if (who.kind !== 'staff') return undefined
  const roles = rolesOn(who, licence)
  if (roles.some((role) => ORGAN_ROLES.includes(role))) return 'office'
  return roles.includes('supervisor') || roles.includes('administrator') ? 'supervisor' : undefined
}

/** Commands a reader may give now, by the endpoint's name; the rules themselves still judge each of them. */
export function licenceActionsOf(
  who: Who,
  standing: LicenceStanding,
  licence: Pick<Licence, 'organ' | 'endings' | 'proposal'>,
): readonly string[] {
  const { endings, proposal, organ } = licence
  if (standing === 'holder') return proposal ? ['stateAndDefend'] : []
  if (standing !== 'office') return []
  const roles = rolesOn(who, { organ })
  const head = roles.includes('approval-head')
  const officer = head || roles.includes('handling-officer')
  const stands = endings.length === 0
  const cancelled = endings.some(({ kind }) => kind === 'cancelled')
  return [
    ...(proposal && officer ? ['recordStatement'] : []),
    ...(proposal && head ? ['revokeLicence', 'dropRevocation'] : []),
    ...(stands && !proposal && officer ? ['proposeRevocation'] : []),
    ...(stands && head ? ['withdrawLicence', 'forfeitLicence', 'correctLicence'] : []),
    ...(!cancelled && head ? ['cancelLicence'] : []),
  ]
}

/** Who is told about a licence: the account it was granted to, or else whoever is known to answer for its holder. */
export function addresseeOf({ personId, holder }: Pick<Licence, 'personId' | 'holder'>) {
  return { ...(personId ? { personId } : {}), code: holder.code }
}
