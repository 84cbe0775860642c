import type { StaffRole } from '@mashang/kit'

/** Roles into whose hands cases come. */
const WORKING: readonly StaffRole[] = ['window-clerk', 'handling-officer', 'inspector', 'approval-head']

/** What the inbox is to a reader, as the server has it: an office's own cases, or every organ's. */
export function readingOf(roles: readonly StaffRole[]): {
  /** Has cases of the own to do; supervision only looks on. */
  readonly works: boolean
  readonly everyOrgan: boolean
} {
  const works = roles.some((role) => WORKING.includes(role))
  return { works, everyOrgan: !works || roles.includes('window-clerk') }
}
