import { rebuild } from '@mashang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTestOffice, granted, type TestOffice } from '../testing/index.ts'
import { apply } from './applying.ts'

let office: TestOffice
beforeAll(async () => {
  office = await aTestOffice()
})
afterAll(() => office.close())

const member = (roles: Parameters<TestOffice['aStaffMember']>[0], name: string, organ = 'sports-bureau') => {
  const who = office.aStaffMember(roles, { organ, name })
  return { who, desk: office.as(who) }
}

/** A head, the officer who reviews, another who stands in, and who approves it. */
function anOffice() {
  return {
    head: member(['approval-head'], '何首席'),
    officer: member(['handling-officer'], '钱承办'),
    substitute: member(['handling-officer'], '周代办'),
    administrator: member(['administrator'], '郑管理', 'data-bureau'),
  }
}

const forTheHead = (to: string, change = {}) => ({
  kind: 'substitution' as const,
  to,
  acts: ['decideApplication' as const],
  items: [],
  grantsOnly: true,
  starts: '2026-11-23',
  ends: '2026-11-27',
  reason: '外出开会',
  ...change,
})

async function reviewed(officer: ReturnType<typeof member>) {
  const id = await apply(office, office.aCitizen())
  const params = { id }
  granted(await officer.desk.acceptApplication({ params, input: { expected: 1 } }))
  const conclusion = { expected: 2, passed: true, findings: '齐全' }
  granted(await officer.desk.concludeStep({ params, input: conclusion }))
  return { id, params }
}

describe('a mandate', () => {
  it('lets a substitute decide within its limits, is recorded, and ends when it is revoked', async () => {
    const { head, officer, substitute, administrator } = anOffice()
    const { id, params } = await reviewed(officer)
    const grant = { expected: 3, outcome: 'grant' as const, reasons: '' }
    const refusal = { ...grant, outcome: 'refuse' as const, reasons: '场地不符合条件' }
    expect(await substitute.desk.decideApplication({ params, input: grant })).toMatchObject({
      code: 'step-not-yours',
    })
    const proposed = granted(await head.desk.proposeStandIn({ input: forTheHead(substitute.who.id) }))
    const it = { id: proposed.id }
    expect(await head.desk.approveStandIn({ params: it, input: { expected: 1 } })).toMatchObject({
      code: 'mandate-needs-another',
    })
    granted(await administrator.desk.approveStandIn({ params: it, input: { expected: 1 } }))
    const inbox = granted(await substitute.desk.listInbox({ query: {} }))
    expect(inbox.rows.find((row) => row.id === id)).toMatchObject({ onBehalf: '何首席' })
    expect(inbox.counts['to-do']).toBeGreaterThanOrEqual(1)
    const view = granted(await substitute.desk.getCase({ params }))
    expect(view).toMatchObject({ onBehalf: [{ name: '何首席', actions: ['decideApplication'] }] })
    expect(await substitute.desk.decideApplication({ params, input: refusal })).toMatchObject({
      code: 'outside-mandate',
      rule: 'actsStayWithinTheMandate',
    })
    expect(
      await substitute.desk.extendLimit({ params, input: { expected: 3, reason: '情况复杂' } }),
    ).toMatchObject({ code: 'outside-mandate' })
    const decided = granted(await substitute.desk.decideApplication({ params, input: grant }))
    expect(decided.decision?.by).toBe('周代办（代 何首席）')
    expect(decided.journal.at(-1)?.by).toBe('周代办（代 何首席）')

    const next = await reviewed(officer)
    granted(await head.desk.revokeStandIn({ params: it, input: { expected: 2, reason: '提前回来了' } }))
    expect(await substitute.desk.decideApplication({ params: next.params, input: grant })).toMatchObject({
      code: 'step-not-yours',
    })
    const listed = granted(await administrator.desk.listStandIns({}))
    await rebuild(office.store.db, office.approvals.summaries)
    expect(granted(await administrator.desk.listStandIns({}))).toEqual(listed)
  })

  it('keeps review and decision apart, ends by itself, and is never passed on', async () => {
    const { head, officer, substitute, administrator } = anOffice()
    const { params } = await reviewed(officer)
    const input = { expected: 3, outcome: 'grant' as const, reasons: '' }
    for (const to of [officer, substitute]) {
      const { id } = granted(await head.desk.proposeStandIn({ input: forTheHead(to.who.id) }))
      granted(await administrator.desk.approveStandIn({ params: { id }, input: { expected: 1 } }))
    }
    expect(await officer.desk.decideApplication({ params, input })).toMatchObject({
      code: 'handled-it-oneself',
      rule: 'whoHandledItDoesNotDecideItForAnother',
    })
    const onwards = forTheHead(officer.who.id)
    expect(await substitute.desk.proposeStandIn({ input: onwards })).toMatchObject({
      code: 'mandate-is-not-passed-on',
    })
    const before = office.clock.now().toISOString()
    office.clock.set('2026-11-30T02:00:00.000Z')
    expect(await substitute.desk.decideApplication({ params, input })).toMatchObject({
      code: 'step-not-yours',
    })
    office.clock.set(before)
  })

  it('is seen by its organ, by supervision and administrators, and not found by others', async () => {
    const { head, substitute } = anOffice()
    const { id } = granted(await head.desk.proposeStandIn({ input: forTheHead(substitute.who.id) }))
    const has = async ({ desk }: ReturnType<typeof member>) =>
      granted(await desk.listStandIns({})).mandates.some((one) => one.id === id)
    expect(await has(substitute)).toBe(true)
    expect(await has(member(['supervisor'], '周监察', 'data-bureau'))).toBe(true)
    const stranger = member(['approval-head'], '外人', 'health')
    expect(await has(stranger)).toBe(false)
    expect(await stranger.desk.approveStandIn({ params: { id }, input: { expected: 1 } })).toMatchObject({
      code: 'mandate-not-found',
    })
  })
})
