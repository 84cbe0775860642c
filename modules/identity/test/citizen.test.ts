import { findSessionChange, isRefusal, refuse } from '@mashang/kit'
import { createJournal } from '@mashang/store'
import { type TestDatabase, testDatabase } from '@mashang/store/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { identityMigrations } from '../index.ts'
import {
  A_PASSWORD,
  AN_ENTERPRISE,
  AN_ID_CARD,
  identityForTest,
  NOBODY,
  signedInBy,
  type TestIdentity,
} from '../testing/index.ts'

let database: TestDatabase
let here: TestIdentity
let phone: string
let phones = 0
const MINUTE = 60_000

beforeAll(async () => {
  database = await testDatabase({ migrations: [identityMigrations] })
})
afterAll(() => database.drop())
beforeEach(() => {
  here = identityForTest(database.db)
  phone = `139${String(++phones).padStart(8, '0')}`
})

const send = (purpose: 'sign-in' | 'sign-up' | 'reset-password' = 'sign-in') =>
  here.as(NOBODY).sendCode({ input: { phone, purpose } })
const wrongCode = () => String((Number(here.codeFor(phone)) + 1) % 1_000_000).padStart(6, '0')
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'answered')

describe('signing up and in with a one-time code', () => {
  it('opens an account by phone, code, name and id card, masks them, and journals it', async () => {
    await send('sign-up')
    const me = await here
      .as(NOBODY)
      .signUp({ input: { phone, code: here.codeFor(phone), name: '王小明', idCard: '1101 05194912 31002x' } })
    if (isRefusal(me)) throw new Error(me.code)
    expect(me).toMatchObject({
      kind: 'citizen',
      name: '王小明',
      citizen: { phone: `139****${phone.slice(-4)}`, idCard: '110***********002X', hasPassword: false },
    })
    const entries = await createJournal(database.db).read('account', me.id)
    expect(entries).toMatchObject([
      { kind: 'account-opened', content: { phone, name: '王小明', idCard: AN_ID_CARD }, revision: 1 },
    ])
  })

  it('refuses an id card that fails its check, at its field, and leaves the code good', async () => {
    await send('sign-up')
    const code = here.codeFor(phone)
    const wrong = await here
      .as(NOBODY)
      .signUp({ input: { phone, code, name: '王小明', idCard: '110105194912310021' } })
    expect(wrong).toMatchObject({
      code: 'input-invalid',
      fields: [{ path: 'idCard', code: 'code-check-wrong', facts: { position: 18, expected: 'X' } }],
    })
    const right = await here.as(NOBODY).signUp({ input: { phone, code, name: '王小明', idCard: AN_ID_CARD } })
    expect(codeOf(right)).toBe('answered')
  })

  it('says the same of an unknown phone as of a known one until the code proves it theirs', async () => {
    const known = await here.aCitizen({ phone })
    here.clock.pass(2 * MINUTE)
    const toKnown = await send()
    const wrongOfKnown = await here.as(NOBODY).signInByCode({ input: { phone, code: wrongCode() } })
    phone = `139${String(++phones).padStart(8, '0')}`
    const toUnknown = await send()
    const wrongOfUnknown = await here.as(NOBODY).signInByCode({ input: { phone, code: wrongCode() } })
    expect({ ...toUnknown, sentTo: '' }).toEqual({ ...toKnown, sentTo: '' })
    expect(wrongOfUnknown).toEqual(wrongOfKnown)
    const proven = await here.as(NOBODY).signInByCode({ input: { phone, code: here.codeFor(phone) } })
    expect(codeOf(proven)).toBe('phone-not-registered')
    expect(known.who.kind).toBe('citizen')
  })

  it('uses a code up: the same code does not sign in twice, nor twice at once', async () => {
    await here.aCitizen({ phone })
    here.clock.pass(2 * MINUTE)
    await send()
    const input = { phone, code: here.codeFor(phone) }
    const answers = await Promise.all([1, 2, 3, 4].map(() => here.as(NOBODY).signInByCode({ input })))
    expect(answers.map(codeOf).filter((code) => code === 'answered')).toHaveLength(1)
    expect(codeOf(await here.as(NOBODY).signInByCode({ input }))).toBe('code-wrong')
  })

  it('does not take a code after five minutes, nor after five wrong tries, nor for another purpose', async () => {
    await here.aCitizen({ phone })
    here.clock.pass(2 * MINUTE)
    await send()
    const late = here.codeFor(phone)
    here.clock.pass(5 * MINUTE)
    expect(codeOf(await here.as(NOBODY).signInByCode({ input: { phone, code: late } }))).toBe('code-wrong')
    here.clock.pass(25 * 60 * MINUTE)
    await send('reset-password')
    const other = here.codeFor(phone)
    expect(codeOf(await here.as(NOBODY).signInByCode({ input: { phone, code: other } }))).toBe('code-wrong')
    here.clock.pass(25 * 60 * MINUTE)
    await send()
    for (let i = 0; i < 5; i++) await here.as(NOBODY).signInByCode({ input: { phone, code: wrongCode() } })
    const right = await here.as(NOBODY).signInByCode({ input: { phone, code: here.codeFor(phone) } })
    expect(codeOf(right)).toBe('sign-in-locked')
    here.clock.pass(MINUTE)
    const spent = await here.as(NOBODY).signInByCode({ input: { phone, code: here.codeFor(phone) } })
    expect(codeOf(spent)).toBe('code-wrong')
  })

  it('lets no more tries through at once than one at a time', async () => {
    await send()
    const tries = Array.from({ length: 20 }, () =>
      here.as(NOBODY).signInByCode({ input: { phone, code: wrongCode() } }),
    )
    const codes = (await Promise.all(tries)).map(codeOf)
    expect(codes.filter((code) => code === 'code-wrong').length).toBeLessThanOrEqual(5)
    expect(codes.filter((code) => code === 'sign-in-locked').length).toBeGreaterThanOrEqual(15)
  })

  it('sends codes at intervals and not without end', async () => {
    expect(codeOf(await send())).toBe('answered')
    expect(await send()).toEqual(
      refuse('code-asked-too-often', { rule: 'codesAreSentAtIntervals', facts: { seconds: 60 } }),
    )
    for (let i = 0; i < 30; i++) {
      here.clock.pass(MINUTE)
      await send()
    }
    expect(here.sent.filter((message) => message.phone === phone)).toHaveLength(20)
  })

  it('tells the one who proved a phone that it has an account already', async () => {
    await here.aCitizen({ phone })
    here.clock.pass(2 * MINUTE)
    await send('sign-up')
    const input = { phone, code: here.codeFor(phone), name: '王小明', idCard: AN_ID_CARD }
    expect(codeOf(await here.as(NOBODY).signUp({ input }))).toBe('phone-registered')
  })
})

describe('passwords', () => {
  it('sign in, and fail alike for a wrong password and for a phone nobody has', async () => {
    await here.aCitizen({ phone, password: A_PASSWORD })
    const right = await here.as(NOBODY).signInByPassword({ input: { phone, password: A_PASSWORD } })
    expect(codeOf(right)).toBe('answered')
    const wrong = await here.as(NOBODY).signInByPassword({ input: { phone, password: 'wrong' } })
    const nobody = await here
      .as(NOBODY)
      .signInByPassword({ input: { phone: '13712345678', password: 'wrong' } })
    expect(wrong).toEqual(refuse('sign-in-failed'))
    expect(nobody).toEqual(wrong)
  })

  it('lock after five wrong tries, longer each time, for known and unknown phones alike', async () => {
    await here.aCitizen({ phone, password: A_PASSWORD })
    const stranger = `137${phone.slice(3)}`
    const locks: unknown[] = []
    for (const tried of [phone, stranger]) {
      const wrong = () => here.as(NOBODY).signInByPassword({ input: { phone: tried, password: 'wrong-1' } })
      for (let i = 0; i < 5; i++) expect(codeOf(await wrong())).toBe('sign-in-failed')
      const locked = await wrong()
      locks.push(locked)
      expect(locked).toMatchObject({ code: 'sign-in-locked', facts: { seconds: 60 } })
    }
    expect(locks[1]).toEqual(locks[0])
    const right = { input: { phone, password: A_PASSWORD } }
    expect(codeOf(await here.as(NOBODY).signInByPassword(right))).toBe('sign-in-locked')
    here.clock.pass(MINUTE)
    await here.as(NOBODY).signInByPassword({ input: { phone, password: 'wrong-1' } })
    expect(await here.as(NOBODY).signInByPassword(right)).toMatchObject({ facts: { seconds: 120 } })
    here.clock.pass(2 * MINUTE)
    expect(codeOf(await here.as(NOBODY).signInByPassword(right))).toBe('answered')
  })

  it('change only with the current one, and end every other session', async () => {
    const me = await here.aCitizen({ phone, password: A_PASSWORD })
    const again = await here.as(NOBODY).signInByPassword({ input: { phone, password: A_PASSWORD } })
    const elsewhere = await signedInBy(here.identity, again)
    const wrong = await here
      .as(me.who)
      .changePassword({ input: { current: 'wrong', next: 'Another-kite-8' } })
    expect(codeOf(wrong)).toBe('password-wrong')
    const missing = await here.as(me.who).changePassword({ input: { next: 'Another-kite-8' } })
    expect(codeOf(missing)).toBe('password-wrong')
    const changed = await here
      .as(me.who)
      .changePassword({ input: { current: A_PASSWORD, next: 'Another-kite-8' } })
    const now = await signedInBy(here.identity, changed)
    expect(await here.identity.sessionOf(elsewhere.token)).toBe('expired')
    expect(await here.identity.sessionOf(me.token)).toBe('expired')
    expect(await here.identity.sessionOf(now.token)).toMatchObject({ who: { id: me.who.id } })
  })

  it('can be set anew with a code, and are not told to the journal', async () => {
    const me = await here.aCitizen({ phone, password: A_PASSWORD })
    here.clock.pass(2 * MINUTE)
    await send('reset-password')
    const input = { phone, code: here.codeFor(phone), password: 'Brand-new-kite-9' }
    expect(codeOf(await here.as(NOBODY).resetPassword({ input }))).toBe('answered')
    expect(await here.identity.sessionOf(me.token)).toBe('expired')
    const old = await here.as(NOBODY).signInByPassword({ input: { phone, password: A_PASSWORD } })
    expect(codeOf(old)).toBe('sign-in-failed')
    const entries = await createJournal(database.db).read('account', me.who.id)
    expect(entries.map((entry) => entry.kind)).toEqual(['account-opened', 'password-changed'])
    expect(JSON.stringify(entries)).not.toContain('argon2')
  })
})

describe('enterprises a person acts for', () => {
  it('are added after the credit code is checked, once, self-declared, and removed', async () => {
    const me = here.as((await here.aCitizen({ phone })).who)
    const added = await me.addEnterprise({ input: { ...AN_ENTERPRISE, uscc: '91350100m000100y43' } })
    expect(added).toMatchObject({ ...AN_ENTERPRISE, trust: 'D' })
    expect(codeOf(await me.addEnterprise({ input: AN_ENTERPRISE }))).toBe('enterprise-listed-already')
    expect(await me.listEnterprises({})).toMatchObject({ enterprises: [AN_ENTERPRISE] })
    expect(await me.removeEnterprise({ params: { uscc: AN_ENTERPRISE.uscc } })).toEqual({ done: true })
    expect(codeOf(await me.removeEnterprise({ params: { uscc: AN_ENTERPRISE.uscc } }))).toBe(
      'enterprise-not-found',
    )
  })

  it('are refused with the position where the credit code fails', async () => {
    const me = here.as((await here.aCitizen({ phone })).who)
    const refused = await me.addEnterprise({ input: { name: '某公司', uscc: '91350100M000100Y44' } })
    expect(refused).toMatchObject({
      code: 'input-invalid',
      fields: [{ path: 'uscc', code: 'code-check-wrong', facts: { position: 18, expected: '3' } }],
    })
  })

  it('answer the same key the same way, and refuse it for another body', async () => {
    const me = here.as((await here.aCitizen({ phone })).who)
    const first = await me.addEnterprise({ input: AN_ENTERPRISE, key: 'once' })
    expect(await me.addEnterprise({ input: AN_ENTERPRISE, key: 'once' })).toEqual(first)
    const other = await me.addEnterprise({ input: { ...AN_ENTERPRISE, name: '别的' }, key: 'once' })
    expect(codeOf(other)).toBe('key-used-for-another-request')
  })

  it('stand in personOf, and another person who looks is journaled first', async () => {
    const { who } = await here.aCitizen({ phone })
    await here.as(who).addEnterprise({ input: AN_ENTERPRISE })
    const actor = { kind: 'staff', id: '018f0000-0000-7000-8000-000000000001', name: '李窗口' } as const
    const person = await here.identity.personOf(who.id, { actor, reason: 'case-page' })
    expect(person).toMatchObject({ phone, idCard: AN_ID_CARD, enterprises: [AN_ENTERPRISE] })
    const looks = await database.pool.query('select actor, reason from journal.look where case_id = $1', [
      who.id,
    ])
    expect(looks.rows).toEqual([{ actor, reason: 'case-page' }])
  })
})

describe('signing out', () => {
  it('ends this session, or all of them, and clears the cookie', async () => {
    const one = await here.aCitizen({ phone, password: A_PASSWORD })
    const answer = await here.as(NOBODY).signInByPassword({ input: { phone, password: A_PASSWORD } })
    const two = await signedInBy(here.identity, answer)
    const out = await here.as(one.who).signOut({})
    expect(findSessionChange(out)).toEqual({ clear: true })
    expect(await here.identity.sessionOf(one.token)).toBe('expired')
    expect(await here.identity.sessionOf(two.token)).not.toBe('expired')
    await here.as(two.who).signOutEverywhere({})
    expect(await here.identity.sessionOf(two.token)).toBe('expired')
  })
})
