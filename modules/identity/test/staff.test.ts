import { isRefusal, type StaffRole } from '@mashang/kit'
import { createJournal } from '@mashang/store'
import { type TestDatabase, testDatabase } from '@mashang/store/testing'
import { type Expression, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDemoSender, identityMigrations } from '../index.ts'
import {
  A_PASSWORD,
  AN_ENTERPRISE,
  identityForTest,
  NOBODY,
  type TestCaller,
  type TestIdentity,
} from '../testing/index.ts'

let database: TestDatabase
let here: TestIdentity
let admin: TestCaller
let names = 0

beforeAll(async () => {
  database = await testDatabase({ migrations: [identityMigrations] })
})
afterAll(() => database.drop())
beforeEach(async () => {
  here = identityForTest(database.db)
  names += 1
  admin = await here.aStaffMember({ account: `admin${names}`, roles: ['administrator'] })
})

const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'answered')
const given = (account: string) => ({
  account,
  name: '李窗口',
  organ: 'market-regulation',
  roles: ['window-clerk'] as StaffRole[],
  password: A_PASSWORD,
})
const signIn = (account: string, password = A_PASSWORD) =>
  here.as(NOBODY).signInStaff({ input: { account, password } })

describe('members of staff', () => {
  it('are added, listed, found by a part of the name, and sign in', async () => {
    const account = `clerk-${names}`
    const added = await here.as(admin.who).addStaff({ input: given(account) })
    expect(added).toMatchObject({ account, organ: 'market-regulation', disabled: false, lastSignInAt: null })
    expect(await signIn(account)).toMatchObject({
      kind: 'staff',
      staff: { account, organ: 'market-regulation', roles: ['window-clerk'] },
    })
    const found = await here.as(admin.who).listStaff({ query: { search: account } })
    expect(found).toMatchObject({ staff: [{ account, lastSignInAt: here.clock.now().toISOString() }] })
    expect(await here.as(admin.who).listStaff({ query: { search: '%' } })).toEqual({ staff: [] })
  })

  it('are refused where the name is taken, the organ unknown, the password easy', async () => {
    const account = `taken-${names}`
    await here.as(admin.who).addStaff({ input: given(account) })
    expect(codeOf(await here.as(admin.who).addStaff({ input: given(account) }))).toBe('account-name-taken')
    const elsewhere = { ...given(`x-${names}`), organ: 'no-such-organ' }
    expect(codeOf(await here.as(admin.who).addStaff({ input: elsewhere }))).toBe('organ-not-known')
    const easy = { ...given(`easy-${names}`), password: 'Passw0rd' }
    expect(codeOf(await here.as(admin.who).addStaff({ input: easy }))).toBe('password-easy-to-guess')
  })

  it('of one name, added twice at once, are one', async () => {
    const input = given(`race-${names}`)
    const answers = await Promise.all([1, 2, 3].map(() => here.as(admin.who).addStaff({ input })))
    expect(answers.map(codeOf).sort()).toEqual(['account-name-taken', 'account-name-taken', 'answered'])
    const { rows } = await sql`
      select 1 from journal.entry where stream = 'staff' and content->>'account' = ${input.account}`.execute(
      database.db,
    )
    expect(rows).toHaveLength(1)
  })

  it('get new roles at once, in the session they have', async () => {
    const clerk = await here.aStaffMember({ account: `role-${names}` })
    await here.identity.sessionOf(clerk.token)
    const changed = await here
      .as(admin.who)
      .setStaffRoles({ params: { id: clerk.who.id }, input: { roles: ['inspector'], organ: 'fire-rescue' } })
    expect(changed).toMatchObject({ roles: ['inspector'], organ: 'fire-rescue' })
    expect(await here.identity.sessionOf(clerk.token)).toMatchObject({
      who: { roles: ['inspector'], organ: 'fire-rescue' },
    })
  })

  it('are out at once when disabled, cannot sign in, and can after they are enabled', async () => {
    const account = `off-${names}`
    const clerk = await here.aStaffMember({ account })
    await here.identity.sessionOf(clerk.token)
    const params = { id: clerk.who.id }
    await here.as(admin.who).setStaffDisabled({ params, input: { disabled: true } })
    expect(await here.identity.sessionOf(clerk.token)).toBe('expired')
    expect(codeOf(await signIn(account))).toBe('staff-sign-in-failed')
    await here.as(admin.who).setStaffDisabled({ params, input: { disabled: false } })
    expect(codeOf(await signIn(account))).toBe('answered')
    const entries = await createJournal(database.db).read('staff', clerk.who.id)
    expect(entries.map((entry) => entry.kind)).toEqual(['staff-added', 'staff-disabled', 'staff-enabled'])
    expect(entries[1]?.actor).toMatchObject({ kind: 'staff', id: admin.who.id })
  })

  it('cannot lock themselves out of the administration', async () => {
    const params = { id: admin.who.id }
    const as = here.as(admin.who)
    expect(codeOf(await as.setStaffDisabled({ params, input: { disabled: true } }))).toBe(
      'own-rights-protected',
    )
    expect(codeOf(await as.setStaffRoles({ params, input: { roles: ['supervisor'] } }))).toBe(
      'own-rights-protected',
    )
  })

  it('get a new password from an administrator, which ends their sessions and their lock', async () => {
    const account = `reset-${names}`
    const clerk = await here.aStaffMember({ account })
    for (let i = 0; i < 6; i++) await signIn(account, 'wrong-1')
    expect(codeOf(await signIn(account))).toBe('sign-in-locked')
    const input = { password: 'Handed-over-5' }
    await here.as(admin.who).resetStaffPassword({ params: { id: clerk.who.id }, input })
    expect(await here.identity.sessionOf(clerk.token)).toBe('expired')
    expect(codeOf(await signIn(account, 'Handed-over-5'))).toBe('answered')
    const missing = { params: { id: '018f0000-0000-7000-8000-000000000000' }, input }
    expect(codeOf(await here.as(admin.who).resetStaffPassword(missing))).toBe('staff-not-found')
  })
})

describe('machine keys', () => {
  it('are shown once, kept as a digest, known by their use, and useless once revoked', async () => {
    const issued = await here
      .as(admin.who)
      .addKey({ input: { name: '数据共享平台', scopes: ['items:read'] } })
    if (isRefusal(issued)) throw new Error(issued.code)
    const { rows } = await database.pool.query('select * from identity.key_secret')
    expect(JSON.stringify(rows)).not.toContain(issued.key)
    expect(await here.identity.machineOf(issued.key)).toEqual({
      kind: 'machine',
      id: issued.listed.id,
      name: '数据共享平台',
      scopes: ['items:read'],
    })
    const listed = await here.as(admin.who).listKeys({})
    if (isRefusal(listed)) throw new Error(listed.code)
    const row = listed.keys.find((key) => key.id === issued.listed.id)
    expect(row).toMatchObject({ lastUsedAt: here.clock.now().toISOString(), revokedAt: null })
    expect(JSON.stringify(listed)).not.toContain(issued.key)
    await here.as(admin.who).revokeKey({ params: { id: issued.listed.id } })
    expect(await here.identity.machineOf(issued.key)).toBeUndefined()
    expect(await here.identity.machineOf('mashang_short')).toBeUndefined()
  })
})

describe('the demonstration', () => {
  it('shows its messages, and elsewhere there are none', async () => {
    const sender = createDemoSender(database.db, here.clock)
    await sender.send('13800138000', '【马上办】验证码 123456', 'sign-in')
    expect(codeOf(await here.as(NOBODY).listDemoMessages({}))).toBe('demo-off')
    const demo = identityForTest(database.db, { demo: true }, here.clock)
    expect(await demo.as(NOBODY).listDemoMessages({})).toMatchObject({
      messages: [{ phone: '13800138000', text: '【马上办】验证码 123456', purpose: 'sign-in' }],
    })
    here.clock.pass(3_600_001)
    expect(await demo.as(NOBODY).listDemoMessages({})).toEqual({ messages: [] })
  })
})

describe('the summaries', () => {
  it('come out the same when made again from the journal', async () => {
    const citizen = await here.aCitizen({ phone: `135${String(names).padStart(8, '0')}` })
    await here.as(citizen.who).addEnterprise({ input: AN_ENTERPRISE })
    const issued = await here.as(admin.who).addKey({ input: { name: '网关', scopes: ['items:read'] } })
    if (isRefusal(issued)) throw new Error(issued.code)
    await here.as(admin.who).revokeKey({ params: { id: issued.listed.id } })
    const journal = createJournal(database.db)
    for (const [table, stream, id] of [
      ['account', 'account', citizen.who.id],
      ['staff', 'staff', admin.who.id],
      ['machine_key', 'machine-key', issued.listed.id],
    ] as const) {
      const summary = here.identity.summaries.find((one) => one.streams.includes(stream))
      const rowOf = async () =>
        (await database.pool.query(`select * from identity.${table} where id = $1`, [id])).rows
      const before = await rowOf()
      const entries = await journal.read(stream, id)
      for (const one of [...(summary?.clear() ?? []), ...((await summary?.project(id, entries)) ?? [])]) {
        await sql`${one as Expression<unknown>}`.execute(database.db)
      }
      expect(before).toHaveLength(1)
      expect(await rowOf()).toEqual(before)
    }
  })
})
