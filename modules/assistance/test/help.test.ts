import type { Who } from '@mashang/kit'
import { rebuild } from '@mashang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { granted, KITE, type TestAssistance, testAssistance } from '../testing/index.ts'

let city: TestAssistance
beforeAll(async () => {
  city = await testAssistance()
})
afterAll(() => city.close())

async function ask(who: Who, kind: 'guided' | 'agency' = 'agency') {
  const input = { kind, item: KITE, circumstance: 'elderly', text: '不会用电脑。' } as const
  return granted(await city.as(who).requestHelp({ input }))
}

const MONTH = { from: '2026-11-23', to: '2026-12-23' }

describe('a request for help', () => {
  it('is to be taken within the promise, is taken once, and is then of that assistant alone', async () => {
    const { id, due, status, contact } = await ask(city.aCitizen())
    expect({ due, status }).toEqual({ due: '2026-11-24', status: 'waiting' })
    expect(contact.masked).toBe(false)
    const params = { id }
    const one = city.aStaffMember()
    const other = city.aStaffMember()
    const before = granted(await city.as(one).getHelp({ params }))
    expect(before).toMatchObject({ actions: ['takeHelp'], contact: { phone: '138****0001', masked: true } })
    granted(await city.as(one).takeHelp({ params, input: {} }))
    expect(await city.as(other).getHelp({ params })).toMatchObject({ code: 'help-not-found' })
    expect(await city.as(other).takeHelp({ params, input: {} })).toMatchObject({ code: 'help-not-found' })
    const after = granted(await city.as(one).getHelp({ params }))
    expect(after.contact).toMatchObject({ phone: '13800000001', masked: false })
    expect(after.contact.idCard).toContain('*')
    const looks = await city.store.journal.listLooks([id], { limit: 10 })
    expect(looks.map(({ reason }) => reason)).toContain('help-page')
  })

  it('is told apart from none by no other citizen, and shown masked to supervision', async () => {
    const { id } = await ask(city.aCitizen())
    const params = { id }
    expect(await city.as(city.aCitizen()).getMyHelp({ params })).toMatchObject({ code: 'help-not-found' })
    const overseer = city.aStaffMember(['supervisor'])
    const seen = granted(await city.as(overseer).getHelp({ params }))
    expect(seen).toMatchObject({ contact: { masked: true }, actions: [] })
    expect(JSON.stringify(seen)).not.toContain('王小明')
    city.clock.set('2026-11-25T02:00:00.000Z')
    const { requests, counts } = granted(await city.as(overseer).listHelp({ query: { view: 'waiting' } }))
    expect(requests.find((row) => row.id === id)).toMatchObject({ overdue: true })
    expect(counts.overdue).toBeGreaterThan(0)
    city.clock.set('2026-11-23T02:00:00.000Z')
  })

  it('is asked for at a window in the name of who stands there, who finds it among his own', async () => {
    const who = city.aCitizen()
    const clerk = city.aStaffMember(['window-clerk'])
    const input = {
      person: who.id,
      kind: 'guided',
      item: KITE,
      circumstance: 'disabled',
      text: '看不清屏幕',
    } as const
    const { id } = granted(await city.as(clerk).requestHelpAtWindow({ input }))
    const mine = granted(await city.as(who).listMyHelp({ query: {} }))
    expect(mine.requests.map((row) => row.id)).toEqual([id])
  })

  it('has messages, notes that only the office reads, an appointment and a checklist of the item', async () => {
    const who = city.aCitizen()
    const helper = city.aStaffMember()
    const { id } = await ask(who, 'guided')
    const params = { id }
    const desk = city.as(helper)
    granted(await desk.takeHelp({ params, input: {} }))
    granted(await city.as(who).writeToAssistant({ params, input: { text: '我周三有空。' } }))
    granted(await desk.writeToPrincipal({ params, input: { text: '耳背，说慢些。', internal: true } }))
    const past = { day: '2026-11-20', time: '09:30', place: 'home', detail: '' } as const
    expect(await desk.appointHelp({ params, input: past })).toMatchObject({
      fields: [{ path: 'day', code: 'appointment-in-the-past' }],
    })
    granted(await desk.appointHelp({ params, input: { ...past, day: '2026-11-25' } }))
    expect(await desk.setChecklist({ params, input: { needed: ['none'], ready: [] } })).toMatchObject({
      code: 'material-not-in-item',
    })
    granted(await desk.setChecklist({ params, input: { needed: ['plan'], ready: ['plan'] } }))
    const mine = granted(await city.as(who).getMyHelp({ params }))
    expect(mine.appointment).toMatchObject({ day: '2026-11-25', place: 'home' })
    expect(mine.checklist.filter(({ needed }) => needed)).toMatchObject([{ id: 'plan', ready: true }])
    expect(JSON.stringify(mine)).not.toContain('耳背')
    expect(await desk.offerMandate({ params, input: MONTH })).toMatchObject({
      code: 'mandate-not-for-guided',
    })
    const done = granted(await desk.concludeHelp({ params, input: { result: '已提交申请。' } }))
    expect(done).toMatchObject({ status: 'concluded', actions: [], contact: { masked: true } })
    expect(await city.as(who).endHelp({ params, input: { reason: '不用了' } })).toMatchObject({
      code: 'help-is-over',
    })
  })
})

describe('a mandate', () => {
  it('is offered, signed by the principal with his name, shows his number while it lasts, and is revoked', async () => {
    const who = city.aCitizen()
    const helper = city.aStaffMember()
    const { id } = await ask(who)
    const params = { id }
    granted(await city.as(helper).takeHelp({ params, input: {} }))
    const agency = { agent: helper.id, principal: who.id, item: KITE }
    expect(await city.assistance.checkMandate(agency)).toMatchObject({ code: 'mandate-missing' })
    granted(await city.as(helper).offerMandate({ params, input: MONTH }))
    expect(await city.assistance.checkMandate(agency)).toMatchObject({ code: 'mandate-missing' })
    expect(await city.as(who).signMandate({ params, input: { name: '王大明' } })).toMatchObject({
      fields: [{ code: 'signature-is-not-the-name' }],
    })
    const signed = granted(await city.as(who).signMandate({ params, input: { name: '王小明' } }))
    expect(signed.mandate?.state).toBe('in-force')
    const seen = granted(await city.as(helper).getHelp({ params }))
    expect(seen.contact.idCard).toBe('210202198803071023')
    expect(await city.assistance.checkMandate(agency)).toEqual({ number: seen.number })
    for (const other of [
      { ...agency, item: 'food' },
      { ...agency, agent: city.aStaffMember().id },
    ])
      expect(await city.assistance.checkMandate(other)).toMatchObject({ code: 'mandate-missing' })
    const pdf = granted(await city.as(who).printMandate({ params }))
    expect(pdf.type).toBe('application/pdf')
    granted(await city.as(who).revokeMandate({ params, input: { reason: '自己能办了' } }))
    expect(await city.assistance.checkMandate(agency)).toMatchObject({
      code: 'mandate-revoked',
      article: '民法典 第一百七十三条',
    })
    expect(granted(await city.as(helper).getHelp({ params })).contact.idCard).toContain('*')
    expect(await city.as(helper).openMandatedIntake({ params, input: {} })).toMatchObject({
      code: 'mandate-revoked',
    })
  })

  it('ends with its days, and with the help', async () => {
    const who = city.aCitizen()
    const helper = city.aStaffMember()
    const { id } = await ask(who)
    const params = { id }
    const agency = { agent: helper.id, principal: who.id, item: KITE }
    granted(await city.as(helper).takeHelp({ params, input: {} }))
    granted(await city.as(helper).offerMandate({ params, input: MONTH }))
    granted(await city.as(who).signMandate({ params, input: { name: '王小明' } }))
    city.clock.set('2026-12-24T02:00:00.000Z')
    expect(await city.assistance.checkMandate(agency)).toMatchObject({ code: 'mandate-outside-its-days' })
    city.clock.set('2026-11-24T02:00:00.000Z')
    granted(await city.as(who).endHelp({ params, input: { reason: '不用了' } }))
    expect(await city.assistance.checkMandate(agency)).toMatchObject({ code: 'mandate-revoked' })
    city.clock.set('2026-11-23T02:00:00.000Z')
  })
})

describe('the summary', () => {
  it('stands as the journal says, made again from it alone', async () => {
    const read = () => city.as(city.aStaffMember(['supervisor'])).listHelp({ query: {} })
    const before = granted(await read())
    await rebuild(city.store.db, city.assistance.summaries)
    expect(granted(await read())).toEqual(before)
  })
})
