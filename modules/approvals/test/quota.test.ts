import type { Quota, ServiceItem } from '@mashang/flow'
import { aKitePermit } from '@mashang/flow/testing'
import { isRefusal, type StaffRole } from '@mashang/kit'
import { lotOf } from '@mashang/proof'
import { rebuild } from '@mashang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTestOffice, granted, type TestOffice } from '../testing/index.ts'
import { QUOTA } from '../testing/quota.ts'
import { aKiteApplication } from './applying.ts'

const item = (serial: string, quota: Quota): ServiceItem => ({
  ...aKitePermit(),
  code: `2102-TY-XK-${serial}`,
  examples: [],
  quota,
})
const IN_ORDER = item('0911', QUOTA)
const CROWDED = item('0912', { ...QUOTA, places: 3 })
const STRICT = item('0913', { ...QUOTA, places: 1, beyond: 'refuse' })
const DRAWN = item('0914', { ...QUOTA, method: 'draw', closes: '2026-11-30' })

let office: TestOffice
beforeAll(async () => {
  office = await aTestOffice(undefined, [IN_ORDER, CROWDED, STRICT, DRAWN])
})
afterAll(() => office.close())

const ROLES: readonly StaffRole[] = ['handling-officer', 'approval-head']
const staff = (organ = 'sports-bureau') => office.as(office.aStaffMember(ROLES, { organ }))
const places = async (code: string) =>
  granted(await office.as({ kind: 'anonymous' }).getQuota({ params: { code } }))

async function apply({ code }: ServiceItem) {
  const citizen = office.aCitizen()
  const me = office.as(citizen)
  const input = { ...(await aKiteApplication(office, citizen)), item: code }
  const submitted = await me.submitApplication({ input })
  return { me, submitted }
}

async function aCase(of: ServiceItem) {
  const { me, submitted } = await apply(of)
  const { id, number } = granted(submitted)
  return { me, id, number, params: { id } }
}

describe('a quota with fair order', () => {
  it('reserves places at acceptance, lets later ones wait in a numbered line, and moves them up', async () => {
    const desk = staff()
    const cases = [await aCase(IN_ORDER), await aCase(IN_ORDER), await aCase(IN_ORDER)] as const
    // The order is that of acceptance, not of submission.
    const [late, first, second] = cases
    for (const one of [first, second, late])
      granted(await desk.acceptApplication({ params: one.params, input: { expected: 1 } }))
    const waits = granted(await late.me.getApplication({ params: late.params }))
    expect(waits.place).toMatchObject({ state: 'waiting', position: 1 })
    expect(waits.place?.words.zh).toContain('第 1 位')
    const conclude = { expected: 2, passed: true, findings: '齐全' }
    granted(await desk.concludeStep({ params: late.params, input: conclude }))
    const decision = { expected: 3, outcome: 'grant' as const, reasons: '' }
    expect(await desk.decideApplication({ params: late.params, input: decision })).toMatchObject({
      code: 'no-place-in-quota',
      rule: 'aGrantNeedsAPlace',
      article: '行政许可法 第五十七条',
    })
    expect(await places(IN_ORDER.code)).toMatchObject({ pools: [{ taken: 2, waiting: 1 }] })
    granted(await first.me.withdrawApplication({ params: first.params, input: { reason: '不办了' } }))
    expect(granted(await late.me.getApplication({ params: late.params })).place).toMatchObject({
      state: 'placed',
    })
    granted(await desk.decideApplication({ params: late.params, input: decision }))
    await office.settle()
    expect(office.told.some(({ words }) => words.includes(late.number) && words.includes('递补'))).toBe(true)
    const before = await places(IN_ORDER.code)
    expect(before.pools[0]?.line.map(({ number }) => number)).toEqual(
      [first, second, late].map(({ number }) => number),
    )
    await rebuild(office.store.db, office.approvals.summaries)
    expect(await places(IN_ORDER.code)).toEqual(before)
  })

  it('never gives more places than there are, however many are accepted at once', async () => {
    const desk = staff()
    const cases = await Promise.all(Array.from({ length: 8 }, () => aCase(CROWDED)))
    const answers = await Promise.all(
      cases.map(({ params }) => desk.acceptApplication({ params, input: { expected: 1 } })),
    )
    expect(answers.filter(isRefusal)).toEqual([])
    const { pools } = await places(CROWDED.code)
    expect(pools[0]).toMatchObject({ taken: 3, waiting: 5 })
    expect(new Set(pools[0]?.line.map(({ serial }) => serial)).size).toBe(8)
  })

  it('refuses beyond it where the item says so, with article and numbers', async () => {
    const desk = staff()
    const [one, early] = [await aCase(STRICT), await aCase(STRICT)]
    granted(await desk.acceptApplication({ params: one.params, input: { expected: 1 } }))
    const full = { code: 'quota-is-full', article: '行政许可法 第五十七条', facts: { places: 1, taken: 1 } }
    expect(await desk.acceptApplication({ params: early.params, input: { expected: 1 } })).toMatchObject(full)
    expect((await apply(STRICT)).submitted).toMatchObject(full)
  })

  it('is drawn by the public log after the last day, as anybody can draw it again', async () => {
    const desk = staff()
    const cases = [await aCase(DRAWN), await aCase(DRAWN), await aCase(DRAWN)]
    const draw = { params: { code: DRAWN.code }, input: { year: '2026' } }
    const [waiting, ...others] = cases
    for (const { params } of others) granted(await desk.acceptApplication({ params, input: { expected: 1 } }))
    await office.settle()
    expect(await desk.drawPlaces(draw)).toMatchObject({ code: 'intake-is-open', facts: { count: 1 } })
    if (waiting) granted(await desk.acceptApplication({ params: waiting.params, input: { expected: 1 } }))
    expect(await desk.drawPlaces(draw)).toMatchObject({ code: 'quota-is-open' })
    office.clock.set('2026-12-01T02:00:00.000Z')
    expect(await staff('health').drawPlaces(draw)).toMatchObject({ code: 'not-allowed' })
    const atDesk = async (organ?: string) =>
      granted(await staff(organ).listQuotas({})).quotas.find((one) => one.item.code === DRAWN.code)
    expect(await atDesk()).toMatchObject({ closed: true, atIntake: 0 })
    expect(await atDesk('health')).toBeUndefined()
    const called = granted(await desk.drawPlaces(draw)).pools[0]
    expect(called).toMatchObject({ called: { at: '2026-12-01T02:00:00.000Z' }, taken: 0 })
    expect(called).not.toHaveProperty('drawn')
    // Called once more before the log has drawn: still the first call.
    granted(await desk.drawPlaces(draw))
    await office.settle()
    const { pools } = await places(DRAWN.code)
    const { size = 0 } = pools[0]?.drawn ?? {}
    const drawnBy = await office.log.findRoot(size)
    expect(pools[0]?.drawn?.root).toBe(drawnBy && Buffer.from(drawnBy).toString('base64'))
    const root = pools[0]?.drawn?.root ?? ''
    const lot = ({ number }: { number: string }) => lotOf(root, number)
    const byHand = cases.map(({ number }) => ({ number })).sort((a, b) => (lot(a) < lot(b) ? -1 : 1))
    expect(pools[0]?.line.map(({ number, state }) => ({ number, state }))).toEqual(
      byHand.map(({ number }, index) => ({ number, state: index < 2 ? 'placed' : 'waiting' })),
    )
    expect(await desk.drawPlaces(draw)).toMatchObject({ code: 'quota-is-drawn' })
    expect((await apply(DRAWN)).submitted).toMatchObject({ code: 'quota-is-closed' })
  })
})
