import { idCardOf, isRefusal } from '@mashang/kit'
import { type TestDatabase, testDatabase } from '@mashang/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identityMigrations } from '../index.ts'
import { AN_ENTERPRISE, identityForTest, NOBODY, signedInBy, type TestIdentity } from '../testing/index.ts'

const CARD = idCardOf('21020219551203102')
const PHONE = '13712345678'
let database: TestDatabase
let here: TestIdentity
let clerk: Awaited<ReturnType<TestIdentity['aStaffMember']>>

beforeAll(async () => {
  database = await testDatabase({ migrations: [identityMigrations] })
  here = identityForTest(database.db)
  clerk = await here.aStaffMember({ name: '林窗口' })
})
afterAll(() => database.drop())

const window = () => here.as(clerk.who)
const found = async (number: string) => {
  const answer = await window().findWalkIn({ input: { number } })
  return isRefusal(answer) ? answer.code : answer
}
const register = (details: object = {}, key = 'register-0001') =>
  window().registerWalkIn({ input: { name: '赵大爷', idCard: CARD, phone: PHONE, ...details }, key })

describe('people at a window', () => {
  it('without an account are registered once, their numbers checked and masked', async () => {
    expect(await found(CARD)).toEqual({ kind: 'id-card', people: [] })
    const wrong = await register({ idCard: CARD.replace(/.$/, CARD.endsWith('1') ? '2' : '1') }, 'another')
    expect(wrong).toMatchObject({ code: 'input-invalid', fields: [{ path: 'idCard' }] })
    const first = await register()
    expect(first).toMatchObject({ name: '赵大爷', phone: '137****5678' })
    expect(JSON.stringify(first)).not.toContain(CARD)
    expect(await register()).toEqual(first)
    expect(await register({}, 'third')).toMatchObject({ code: 'person-registered' })
    expect(await register({ name: '钱大妈' }, 'fourth')).toMatchObject({ code: 'phone-registered-already' })
  })

  it('are found by a whole number only, and each look is journaled with its reason', async () => {
    for (const number of [CARD, ` ${CARD.toLowerCase()} `, PHONE]) {
      const answer = await found(number)
      expect(answer).toMatchObject({ people: [{ name: '赵大爷' }] })
    }
    expect(await found(CARD.slice(0, 17))).toBe('number-not-whole')
    expect(await found(PHONE.slice(0, 10).padEnd(11, '*'))).toBe('number-not-whole')
    const looks = await database.pool.query(
      `select actor->>'name' as name, reason from journal.look where actor->>'id' = $1`,
      [clerk.who.id],
    )
    expect(looks.rows).toEqual(Array.from({ length: 3 }, () => ({ name: '林窗口', reason: 'window-intake' })))
  })

  it('take over the account with a code to their phone', async () => {
    await here.as(NOBODY).sendCode({ input: { phone: PHONE, purpose: 'sign-in' } })
    const me = await here.as(NOBODY).signInByCode({ input: { phone: PHONE, code: here.codeFor(PHONE) } })
    expect(me).toMatchObject({ name: '赵大爷', citizen: { hasPassword: false } })
    const signedIn = await signedInBy(here.identity, me)
    expect(signedIn.who.name).toBe('赵大爷')
  })

  it('act for an enterprise once the authorisation was seen: trust B, above what they said themselves', async () => {
    const answer = await window().findWalkIn({ input: { number: PHONE } })
    const id = isRefusal(answer) ? '' : (answer.people[0]?.id ?? '')
    const who = { kind: 'citizen' as const, id, name: '赵大爷', session: 'test' }
    await here.as(who).addEnterprise({ input: AN_ENTERPRISE })
    const add = (key: string) =>
      window().addAgentAtWindow({ params: { id }, input: { ...AN_ENTERPRISE }, key })
    const added = await add('agent-0001')
    expect(added).toMatchObject({ enterprises: [{ ...AN_ENTERPRISE, trust: 'B' }] })
    expect(await add('agent-0001')).toEqual(added)
    expect(await add('agent-0002')).toMatchObject({
      code: 'enterprise-listed-already',
      rule: 'anAuthorisationSeenRaisesTrust',
    })
    expect(await found(AN_ENTERPRISE.uscc)).toMatchObject({ kind: 'uscc', people: [{ id }] })
    const nobody = '01890000-0000-7000-8000-0000000000ff'
    expect(
      await window().addAgentAtWindow({ params: { id: nobody }, input: { ...AN_ENTERPRISE } }),
    ).toMatchObject({ code: 'person-not-found' })
  })
})
