import { isRefusal } from '@mashang/kit'
import { type TestDatabase, testDatabase } from '@mashang/store/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { identityMigrations, type Session } from '../index.ts'
import { A_PASSWORD, identityForTest, NOBODY, type TestCaller, type TestIdentity } from '../testing/index.ts'

let database: TestDatabase
let here: TestIdentity
let me: TestCaller
let phones = 0
const MINUTE = 60_000
const HOUR = 60 * MINUTE

beforeAll(async () => {
  database = await testDatabase({ migrations: [identityMigrations] })
})
afterAll(() => database.drop())
beforeEach(async () => {
  here = identityForTest(database.db)
  me = await here.aCitizen({ phone: `136${String(++phones).padStart(8, '0')}` })
})

const look = (token: string) => here.identity.sessionOf(token)
async function getSession(token: string): Promise<Session> {
  const found = await look(token)
  if (found === 'expired') throw new Error('expired')
  return found
}
async function rotated(token: string): Promise<string> {
  const { renew } = await getSession(token)
  if (!renew || !('set' in renew)) throw new Error('not rotated')
  return renew.set.token
}

describe('a session', () => {
  it('keeps only a digest of its token', async () => {
    const { rows } = await database.pool.query('select * from identity.session')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(me.token)
  })

  it('is expired for a token that never was', async () => {
    expect(await look('x'.repeat(43))).toBe('expired')
    expect(await look('')).toBe('expired')
  })

  it('ends after two hours without a request, and after twelve however busy', async () => {
    here.clock.pass(2 * HOUR)
    expect(await look(me.token)).toBe('expired')
    const busy = await here.aCitizen({ phone: `136${String(++phones).padStart(8, '0')}` })
    let token = busy.token
    for (let passed = 0; passed < 11; passed++) {
      here.clock.pass(HOUR)
      token = await rotated(token)
      expect(await look(token)).not.toBe('expired')
    }
    here.clock.pass(HOUR)
    expect(await look(token)).toBe('expired')
  })

  it('gets a new token every half hour and keeps its CSRF token', async () => {
    const before = await getSession(me.token)
    here.clock.pass(30 * MINUTE)
    const next = await rotated(me.token)
    const after = await getSession(next)
    expect(next).not.toBe(me.token)
    expect(after.csrfToken).toBe(before.csrfToken)
    expect(after.who).toEqual(before.who)
  })

  it('takes the old token for a minute more, as requests may cross', async () => {
    here.clock.pass(30 * MINUTE)
    const next = await rotated(me.token)
    await getSession(next)
    here.clock.pass(MINUTE - 1)
    expect(await look(me.token)).not.toBe('expired')
    expect(await look(next)).not.toBe('expired')
  })

  it('ends for both when a replaced token is used beside its successor: it was stolen', async () => {
    here.clock.pass(30 * MINUTE)
    const next = await rotated(me.token)
    await getSession(next)
    here.clock.pass(2 * MINUTE)
    expect(await look(me.token)).toBe('expired')
    expect(await look(next)).toBe('expired')
  })

  it('survives an answer that was lost: the old token gets another new one', async () => {
    here.clock.pass(30 * MINUTE)
    const lost = await rotated(me.token)
    here.clock.pass(5 * MINUTE)
    const next = await rotated(me.token)
    expect(await look(next)).not.toBe('expired')
    expect(await look(lost)).toBe('expired')
  })

  it('rotates once when several requests come at once', async () => {
    here.clock.pass(30 * MINUTE)
    const found = await Promise.all([1, 2, 3, 4, 5].map(() => getSession(me.token)))
    expect(found.filter((session) => session.renew)).toHaveLength(1)
  })

  it('is swept away when it is over, and only then', async () => {
    await here.identity.sweepSessions()
    here.clock.pass(HOUR)
    const other = await here.aCitizen({ phone: `136${String(++phones).padStart(8, '0')}` })
    here.clock.pass(HOUR + 2 * MINUTE)
    expect(await here.identity.sweepSessions()).toBeGreaterThanOrEqual(1)
    expect(await look(me.token)).toBe('expired')
    expect(await look(other.token)).not.toBe('expired')
  })

  it('is another one after each sign-in: nobody can fix a token beforehand', async () => {
    await here.as(me.who).changePassword({ input: { next: A_PASSWORD } })
    const first = await here.aStaffMember({ account: `fixed${phones}` })
    const again = await here.as(first.who).signInStaff({
      input: { account: `fixed${phones}`, password: A_PASSWORD },
    })
    expect(isRefusal(again)).toBe(false)
    expect(await look(first.token)).toBe('expired')
  })

  it('of another process, ended here, is over there within seconds', async () => {
    const there = identityForTest(database.db, {}, here.clock)
    expect(await there.identity.sessionOf(me.token)).not.toBe('expired')
    await here.as(me.who).signOut({})
    here.clock.pass(3_000)
    expect(await there.identity.sessionOf(me.token)).toBe('expired')
  })
})

describe('who asks without a session', () => {
  it('is told to be nobody', async () => {
    expect(await here.as(NOBODY).me({})).toEqual({
      kind: 'anonymous',
      id: '',
      name: '',
      csrfToken: '',
      demo: false,
    })
  })
})
