import type { StaffRole, Who } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { anAgentHandsInAndDoesNotDecide, isAgent } from './agency.ts'

const staff = (...roles: StaffRole[]): Who => ({
  ...{ kind: 'staff', id: 's', name: '宋帮办', organ: 'data-bureau', roles, session: '' },
})

describe('isAgent', () => {
  it.each([
    ['an assistant', staff('assistant'), true],
    ['an assistant who is a clerk as well', staff('assistant', 'window-clerk'), false],
    ['a clerk', staff('window-clerk'), false],
    ['a citizen', { kind: 'citizen', id: 'c', name: '', session: '' } as Who, false],
  ])('%s', (_, who, is) => {
    expect(isAgent(who)).toBe(is)
  })
})

describe('anAgentHandsInAndDoesNotDecide', () => {
  it.each([
    ['assistant', 'receive', undefined],
    ['assistant', 'accept', 'agent-does-not-decide'],
    ['assistant', 'seen', 'agent-does-not-decide'],
    ['window-clerk', 'accept', undefined],
  ] as const)('%s: %s', (role, act, code) => {
    expect(anAgentHandsInAndDoesNotDecide(staff(role), act)?.code).toBe(code)
  })
})
