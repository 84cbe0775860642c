import { type Refusal, refuse, type StaffRole } from '@mashang/kit'

/** What a staff account is, as the fold of its journal. */
export interface Staff {
  readonly id: string
  readonly revision: number
  readonly account: string
  readonly name: string
  readonly organ: string
  readonly roles: readonly StaffRole[]
  readonly disabled: boolean
  /** Instant, ISO 8601. */
  readonly createdAt: string
}

/** Entries of the stream `staff`. */
export type StaffEntry =
  | {
      readonly kind: 'staff-added'
      readonly content: Pick<Staff, 'account' | 'name' | 'organ' | 'roles'>
    }
  | { readonly kind: 'rights-set'; readonly content: Pick<Staff, 'organ' | 'roles'> }
  | { readonly kind: 'staff-disabled'; readonly content: Record<never, never> }
  | { readonly kind: 'staff-enabled'; readonly content: Record<never, never> }
  | { readonly kind: 'password-changed'; readonly content: { readonly by: 'owner' | 'administrator' } }

/** The account after one more entry; `undefined` before the first. */
export function foldStaff(
  before: Staff | undefined,
  entry: StaffEntry & { readonly caseId: string; readonly at: string },
): Staff {
  if (!before) {
    if (entry.kind !== 'staff-added') throw new Error(`staff ${entry.caseId} does not begin by being added`)
    return { id: entry.caseId, revision: 1, ...entry.content, disabled: false, createdAt: entry.at }
  }
  const after = { ...before, revision: before.revision + 1 }
  switch (entry.kind) {
    case 'staff-added':
      throw new Error(`staff ${entry.caseId} is added twice`)
    case 'rights-set':
      return { ...after, ...entry.content }
    case 'staff-disabled':
      return { ...after, disabled: true }
    case 'staff-enabled':
      return { ...after, disabled: false }
    case 'password-changed':
      return after
  }
}

/** Nobody may lock themselves, and with them perhaps everyone, out of the administration. */
export function ownRightsAreProtected(
  staffId: string,
  callerId: string,
  change: { readonly roles?: readonly StaffRole[]; readonly disabled?: boolean },
): Refusal | undefined {
  if (staffId !== callerId) return undefined
  const keeps = !change.disabled && (!change.roles || change.roles.includes('administrator'))
  return keeps ? undefined : refuse('own-rights-protected', { rule: 'ownRightsAreProtected' })
}
