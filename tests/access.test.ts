import { describe, expect, it } from 'vitest'
import { createDoor, type Entrance } from '../apps/server/door.ts'
import { TABLES } from '../apps/server/index.ts'
import { isRefusal, MACHINE_SCOPES, STAFF_ROLES, type Who } from '../packages/kit/index.ts'
import { ACCESS } from './access-matrix.ts'

const LET_IN = { letIn: true }

/** The real door over the real tables; behind it every endpoint only says that it was reached. */
const door = createDoor(
  TABLES.map(({ name, table }) => ({
    name,
    table,
    handlers: Object.fromEntries(Object.keys(table).map((endpoint) => [endpoint, async () => LET_IN])),
  })),
)
const nameOf = ({ module, name }: Entrance) => `${module}.${name}`

/** Every way to come: nobody, a citizen, each role alone, each scope alone, staff and machine with nothing. */
const CALLERS: readonly (readonly [string, Who])[] = [
  ['anonymous', { kind: 'anonymous' }],
  ['citizen', { kind: 'citizen', id: 'c', name: 'c', session: 's' }],
  ['staff without a role', { kind: 'staff', id: 's', name: 's', organ: 'o', roles: [], session: 's' }],
  ['machine without a scope', { kind: 'machine', id: 'm', name: 'm', scopes: [] }],
  ...STAFF_ROLES.map(
    (role) => [role, { kind: 'staff', id: 's', name: 's', organ: 'o', roles: [role], session: 's' }] as const,
  ),
  ...MACHINE_SCOPES.map(
    (scope) => [scope, { kind: 'machine', id: 'm', name: 'm', scopes: [scope] }] as const,
  ),
]

const SHUT = new Set(['not-signed-in', 'session-expired', 'not-allowed'])

async function isLetIn(entrance: Entrance, who: Who): Promise<boolean> {
  const answer = await entrance.call({ who, expired: false, language: 'zh', csrfToken: '' }, {})
  // Past the access check an empty call may still be told what it lacks.
  return !(isRefusal(answer) && SHUT.has(answer.code))
}

describe('the access matrix', () => {
  it('has a line for every endpoint, and none for an endpoint that is gone', () => {
    expect(Object.keys(ACCESS).sort()).toEqual(door.entrances.map(nameOf).sort())
  })

  it.each(door.entrances.map((entrance) => [nameOf(entrance), entrance] as const))(
    '%s lets in whom the matrix says, and no one else',
    async (name, entrance) => {
      const expected = (ACCESS[name] ?? '').split(' ')
      for (const [caller, who] of CALLERS) {
        const may = expected.includes('everyone') || expected.includes(caller)
        expect(await isLetIn(entrance, who), `${caller} at ${name}`).toBe(may)
      }
    },
  )

  it('tells one who is not signed in to sign in, and one whose session is over that it is', async () => {
    const entrance = door.entrances.find((one) => nameOf(one) === 'identity.listStaff')
    const call = (expired: boolean) =>
      entrance?.call({ who: { kind: 'anonymous' }, expired, language: 'zh', csrfToken: '' }, {})
    expect(await call(false)).toMatchObject({ code: 'not-signed-in' })
    expect(await call(true)).toMatchObject({ code: 'session-expired' })
  })

  it('shuts the door before looking at the input', async () => {
    const entrance = door.entrances.find((one) => nameOf(one) === 'identity.addStaff')
    const caller = { who: { kind: 'anonymous' }, expired: false, language: 'zh', csrfToken: '' } as const
    expect(await entrance?.call(caller, { input: { wrong: true } })).toMatchObject({ code: 'not-signed-in' })
  })
})
