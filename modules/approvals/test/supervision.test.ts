import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTestOffice, granted, type TestOffice } from '../testing/index.ts'
import { apply } from './applying.ts'

let office: TestOffice

beforeAll(async () => {
  office = await aTestOffice()
})
afterAll(async () => {
  await office.close()
})

describe('电子监察', () => {
  it('lets silence count as acceptance, then reminds, and gives a yellow and a red card', async () => {
    office.clock.set('2026-11-23T02:00:00.000Z')
    const citizen = office.aCitizen()
    const params = { id: await apply(office, citizen) }
    const officer = office.as(office.aStaffMember(['handling-officer']))
    const supervisor = office.as(office.aStaffMember(['supervisor'], { organ: 'data-bureau' }))

    expect(await office.approvals.watchDeadlines()).toBe(0)
    office.clock.set('2026-12-01T00:30:00.000Z')
    expect(await office.approvals.watchDeadlines()).toBe(1)
    const deemed = granted(await officer.getCase({ params }))
    expect(deemed).toMatchObject({ status: 'under-review', acceptedAt: '2026-11-23T02:00:00.000Z' })
    // Five working days from the day of receipt were over on 30 November: red at once.
    expect(await office.approvals.watchDeadlines()).toBe(1)
    expect(await office.approvals.watchDeadlines()).toBe(0)
    const late = granted(await supervisor.getCase({ params }))
    expect(late.cards).toMatchObject([{ colour: 'red', clock: 'promised', due: '2026-11-30' }])
    expect(late.applicant).toMatchObject({ masked: true, name: '王*明' })
    expect(late.form).toEqual({})
    expect(late.actions).toEqual(['remindOffice'])

    const inbox = granted(await officer.listInbox({ query: { view: 'overdue' } }))
    expect(inbox.rows.map((row) => row.id)).toEqual([params.id])
    expect(inbox.counts.overdue).toBe(1)
    const supervision = granted(await supervisor.getSupervision({ query: {} }))
    expect(supervision.byOrgan).toMatchObject([{ organ: { id: 'sports-bureau' }, red: 1, running: 1 }])
    expect(supervision.carded).toMatchObject([{ id: params.id, cards: ['red'] }])

    granted(await supervisor.remindOffice({ params, input: { expected: late.revision, note: '请尽快办结' } }))
    const mine = granted(await office.as(citizen).getApplication({ params }))
    expect(mine.cards).toEqual([])
    expect(mine.journal.map((line) => line.kind)).toEqual(['submitted', 'accepted'])
  })

  it('lets the head of the office appeal a card once, and another office rule on it', async () => {
    office.clock.set('2026-11-23T02:00:00.000Z')
    const citizen = office.aCitizen()
    const params = { id: await apply(office, citizen) }
    const head = office.as(office.aStaffMember(['approval-head'], { name: '钱首席' }))
    const supervisor = office.as(office.aStaffMember(['supervisor'], { organ: 'data-bureau' }))
    office.clock.set('2026-12-01T00:30:00.000Z')
    await office.approvals.watchDeadlines()
    await office.approvals.watchDeadlines()
    const carded = granted(await head.getCase({ params }))
    expect(carded.actions).toContain('appealCard')
    const card = { colour: 'red', clock: 'promised' } as const
    const appeal = { ...card, expected: carded.revision, grounds: '政务网中断一周' }
    const sent = { params, input: appeal, key: 'appeal' }
    const appealed = granted(await head.appealCard(sent))
    expect(granted(await head.appealCard(sent)).revision).toBe(appealed.revision)
    expect(appealed.cards).toMatchObject([{ appeal: { grounds: '政务网中断一周', by: '钱首席' } }])
    expect(appealed.actions).not.toContain('appealCard')
    const expected = appealed.revision
    expect(await head.appealCard({ params, input: { ...appeal, expected } })).toMatchObject({
      code: 'card-already-appealed',
    })

    const own = office.as(office.aStaffMember(['supervisor']))
    const ruling = { ...card, expected, outcome: 'lifted', reasons: '运维记录属实' } as const
    expect(await own.ruleOnCard({ params, input: ruling })).toMatchObject({
      code: 'card-ruled-by-own-office',
    })
    expect(granted(await supervisor.getCase({ params })).actions).toContain('ruleOnCard')
    const lifted = granted(await supervisor.ruleOnCard({ params, input: ruling }))
    expect(lifted.cards).toMatchObject([{ colour: 'red', ruling: { outcome: 'lifted' } }])
    const { carded: listed } = granted(await supervisor.getSupervision({ query: {} }))
    expect(listed.map(({ id }) => id)).not.toContain(params.id)
    const [facts] = await office.approvals.findCaseFacts([params.id])
    expect(facts).toMatchObject({
      organ: 'sports-bureau',
      holder: 'handling-officer',
      cards: [{ ruling: { outcome: 'lifted' } }],
    })
    // Accepted by silence: nobody has it in hand yet.
    expect(facts?.officer).toBeUndefined()
    expect(JSON.stringify(facts)).not.toContain('王小明')
    const mine = granted(await office.as(citizen).getApplication({ params }))
    expect(mine.journal.map((line) => line.kind)).toEqual(['submitted', 'accepted'])
  })

  it('does not count the days of a special procedure', async () => {
    office.clock.set('2026-11-23T02:00:00.000Z')
    const params = { id: await apply(office, office.aCitizen()) }
    const officer = office.as(office.aStaffMember(['handling-officer']))
    granted(await officer.acceptApplication({ params, input: { expected: 1 } }))
    granted(
      await officer.stopClock({
        params,
        input: { expected: 2, kind: 'expert-review', reason: '专家评审', length: '10wd' },
      }),
    )
    const [held] = await office.approvals.findCaseFacts([params.id])
    expect(held?.officer?.name).toBeTruthy()
    office.clock.set('2026-12-14T02:00:00.000Z')
    expect(await office.approvals.watchDeadlines()).toBe(0)
    const resumed = granted(await officer.resumeClock({ params, input: { expected: 3, note: '评审结束' } }))
    expect(resumed.clocks?.promised).toMatchObject({ due: '2026-12-21', state: 'running' })
    expect(resumed.clocks?.promised.explanation.join('\n')).toContain('专家评审')
  })
})
