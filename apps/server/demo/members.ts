/** Whoever acts for an office in the demonstration: its own account where it has one, and always the same person. */
import { STAFF_ROLE_WORDS, type StaffRole, uuidv7 } from '@mashang/kit'

export interface Member {
  readonly id: string
  readonly name: string
}

interface Account extends Member {
  readonly organ: string
  readonly roles: readonly StaffRole[]
}

export type FindMember = (organ: string, role: StaffRole) => Member

export function membersOf(accounts: readonly Account[]): FindMember {
  const others = new Map<string, Member>()
  return (organ, role) => {
    const account = accounts.find((one) => one.organ === organ && one.roles.includes(role))
    if (account) return { id: account.id, name: account.name }
    const key = `${organ} ${role}`
    const member = others.get(key) ?? { id: uuidv7(), name: NAMES[role] ?? STAFF_ROLE_WORDS[role].zh }
    others.set(key, member)
    return member
  }
}

/** Of offices without an account. */
const NAMES: Partial<Record<StaffRole, string>> = {
  'handling-officer': '高承办',
  inspector: '罗核查',
  'approval-head': '唐首席',
  supervisor: '周监察',
  'window-clerk': '林窗口',
}
