import type { Project } from '../rules/state.ts'

/** A project in memory, for tests of rules. */
export function aProject(rest: Partial<Project> = {}): Project {
  return {
    revision: 2,
    owner: { personId: 'p', agent: '王小明', phone: '', name: '甲公司', uscc: '' },
    facts: {},
    registeredAt: '2026-11-23T02:00:00.000Z',
    stages: new Map(),
    applications: [],
    meetings: [],
    documents: [],
    concluded: new Set(),
    ...rest,
  }
}
