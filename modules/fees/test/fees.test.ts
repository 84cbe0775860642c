import { isRefusal, type Who } from '@mashang/kit'
import { rebuild } from '@mashang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeeCase } from '../inside.ts'
import { aFeeCase, type TestFees, testFees } from '../testing/index.ts'

let city: TestFees
beforeAll(async () => {
  city = await testFees()
})
afterAll(() => city.close())

function granted<T>(answer: T): Exclude<T, { refused: true }> {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<T, { refused: true }>
}

async function anAcceptedCase(changes: Partial<FeeCase> = {}) {
  const feeCase = aFeeCase(changes)
  city.put(feeCase)
  await city.fees.followCase(feeCase.id)
  const { personId: id, name } = feeCase.payer
  const who: Who = { kind: 'citizen', id, name, session: 'test' }
  return { feeCase, id: feeCase.id, who, me: city.as(who), params: { id: feeCase.id } }
}

const cashier = () => city.aStaffMember(['cashier'])
const callback = { params: { provider: 'demo' } }

describe('a charge', () => {
  it('is raised once the case is accepted, and holds it back until it is paid', async () => {
    const { id, me, params } = await anAcceptedCase()
    await city.fees.followCase(id)
    const fees = granted(await me.getMyFees({ params }))
    expect(fees).toMatchObject({
      state: 'charged',
      charge: { status: 'owed', total: 9000, capitals: '玖拾元整', online: true },
      actions: ['payOnline'],
    })
    expect(await city.fees.owes(id, 'before-decision')).toMatchObject({ amount: 9000 })
    expect((await city.fees.findOwed([id])).get(id)?.amount).toBe(9000)
  })

  it('is raised by whoever asks first, though no subscriber has come by yet', async () => {
    const feeCase = aFeeCase()
    city.put(feeCase)
    expect(await city.fees.owes(feeCase.id, 'before-decision')).toMatchObject({ amount: 9000 })
  })

  it('is none for a free item, nor before acceptance', async () => {
    const free = await anAcceptedCase({ fees: [] })
    expect(granted(await free.me.getMyFees(free))).toMatchObject({ state: 'free' })
    expect(await city.fees.owes(free.id, 'before-delivery')).toBeUndefined()
    const { acceptedAt: _, ...waiting } = aFeeCase()
    city.put(waiting)
    await city.fees.followCase(waiting.id)
    const who: Who = { kind: 'citizen', id: waiting.payer.personId, name: '', session: 's' }
    expect(granted(await city.as(who).getMyFees({ params: { id: waiting.id } }))).toMatchObject({
      state: 'not-yet',
      expected: [{ amount: 9000 }],
    })
  })

  it('of what no rule reckons is assessed by an officer of the organ', async () => {
    const fee = { ...aFeeCase().fees[0], amount: undefined, name: { zh: '修复费', en: 'Repair' } }
    const { id, params } = await anAcceptedCase({ fees: [fee as FeeCase['fees'][number]] })
    expect(await city.fees.owes(id, 'before-decision')).toMatchObject({ fee: { zh: '修复费' } })
    const other = city.as(city.aStaffMember(['handling-officer'], 'market-regulation'))
    const input = { amounts: [{ name: '修复费', amount: 1_234_50 }] }
    expect(await other.raiseCharge({ params, input })).toMatchObject({ code: 'charge-not-found' })
    const officer = city.as(city.aStaffMember(['handling-officer'], 'sports-bureau'))
    expect(granted(await officer.getFeesAtDesk({ params })).actions).toEqual(['raiseCharge'])
    expect(await officer.raiseCharge({ params, input: { amounts: [] } })).toMatchObject({
      code: 'fee-not-assessed',
    })
    expect(granted(await officer.raiseCharge({ params, input }))).toMatchObject({
      charge: { total: 123_450 },
    })
    expect(await officer.raiseCharge({ params, input })).toMatchObject({ code: 'charge-raised-already' })
  })

  it('is let go when the case ends before it was paid', async () => {
    const { feeCase, id, me, params } = await anAcceptedCase()
    city.put({ ...feeCase, status: 'withdrawn' })
    await city.fees.followCase(id)
    expect(granted(await me.getMyFees({ params })).charge?.status).toBe('closed')
    expect(await city.fees.owes(id, 'before-delivery')).toBeUndefined()
    expect(await me.payOnline({ params, input: {} })).toMatchObject({ code: 'charge-closed' })
  })
})

describe('paying online', () => {
  it('is booked once, however often the provider tells of it', async () => {
    const { id, me, params } = await anAcceptedCase()
    const { order } = granted(await me.payOnline({ params, input: {} }))
    expect(granted(await me.payOnline({ params, input: {} })).order).toBe(order)
    const told = granted(await city.counter.pay(order, city.clock.now()))
    const anyone = city.as({ kind: 'anonymous' })
    const answers = await Promise.all(
      [1, 2, 3].map(() => anyone.receiveCallback({ ...callback, input: told })),
    )
    expect(answers.map((answer) => granted(answer).outcome).sort()).toEqual(['booked', 'known', 'known'])
    const { charge } = granted(await me.getMyFees({ params }))
    expect(charge).toMatchObject({ status: 'paid', payment: { method: 'online', amount: 9000, order } })
    expect(charge?.receipts).toHaveLength(1)
    expect(await city.fees.owes(id, 'before-decision')).toBeUndefined()
  })

  it('is refused with a wrong signature, another amount, an order there is not, a provider there is not', async () => {
    const { me, params } = await anAcceptedCase()
    const { order } = granted(await me.payOnline({ params, input: {} }))
    const told = granted(await city.counter.pay(order, city.clock.now()))
    const anyone = city.as({ kind: 'anonymous' })
    const wrong = [
      { ...callback, input: { ...told, amount: 1 } },
      { ...callback, input: { ...told, signature: '00' } },
      { params: { provider: 'bank' }, input: told },
    ]
    const codes = []
    for (const call of wrong) codes.push(((await anyone.receiveCallback(call)) as { code?: string }).code)
    expect(codes).toEqual(['callback-signature-wrong', 'callback-signature-wrong', 'provider-unknown'])
    expect(granted(await me.getMyFees({ params })).charge?.status).toBe('owed')
  })

  it('after a window has taken the money is sent back at once', async () => {
    const { me, params } = await anAcceptedCase()
    const { order } = granted(await me.payOnline({ params, input: {} }))
    const told = granted(await city.counter.pay(order, city.clock.now()))
    const expected = granted(await me.getMyFees({ params })).charge?.revision ?? 0
    granted(
      await city.as(cashier()).takePayment({ params, input: { expected, method: 'cash', tendered: 10_000 } }),
    )
    const anyone = city.as({ kind: 'anonymous' })
    expect(granted(await anyone.receiveCallback({ ...callback, input: told })).outcome).toBe('sent-back')
    expect(granted(await anyone.receiveCallback({ ...callback, input: told })).outcome).toBe('known')
    const { charge } = granted(await me.getMyFees({ params }))
    expect(charge?.payment).toMatchObject({ method: 'cash', tendered: 10_000, change: 1000 })
    expect(charge?.sentBack).toMatchObject([{ order, amount: 9000, why: 'paid-already' }])
  })

  it('is found by asking, when the provider’s word was lost', async () => {
    const { me, params } = await anAcceptedCase()
    const { order } = granted(await me.payOnline({ params, input: {} }))
    expect(granted(await me.checkPayment({ params, input: {} })).charge?.status).toBe('owed')
    granted(await city.counter.pay(order, city.clock.now()))
    expect(granted(await me.checkPayment({ params, input: {} })).charge?.status).toBe('paid')
  })

  it('is the payer’s own affair', async () => {
    const { me, params } = await anAcceptedCase()
    const { order } = granted(await me.payOnline({ params, input: {} }))
    const stranger = city.as({ kind: 'citizen', id: 'somebody', name: '', session: 's' })
    expect(await stranger.getMyFees({ params })).toMatchObject({ code: 'charge-not-found' })
    expect(await stranger.payAtDemoCounter({ params: { order }, input: {} })).toMatchObject({
      code: 'order-not-found',
    })
  })
})

describe('a refund', () => {
  it('is asked for by one, approved by another, and reverses the receipt', async () => {
    const { feeCase, me, params } = await anAcceptedCase()
    const { order } = granted(await me.payOnline({ params, input: {} }))
    granted(await me.payAtDemoCounter({ params: { order }, input: {} }))
    city.put({ ...feeCase, status: 'withdrawn' })
    const till = city.as(cashier())
    const seen = granted(await till.getFeesAtDesk({ params }))
    expect(seen.charge?.refundable).toEqual({ after: 'withdrawn', amount: 7200, left: 9000 })
    const input = { expected: seen.charge?.revision ?? 0, grounds: 'by-rule' as const, reason: '撤回申请' }
    expect(await till.askRefund({ params, input: { ...input, amount: 7201 } })).toMatchObject({
      code: 'refund-too-much',
    })
    const asked = granted(await till.askRefund({ params, input: { ...input, amount: 7200 } }))
    const refund = asked.charge?.refunds[0]?.id ?? ''
    const ruling = { expected: asked.charge?.revision ?? 0, outcome: 'approved' as const, note: '' }
    const both = city.aStaffMember(['cashier', 'supervisor'])
    const stranger = city.as(city.aStaffMember(['approval-head'], 'market-regulation'))
    const at = { id: params.id, refund }
    expect(await stranger.ruleRefund({ params: at, input: ruling })).toMatchObject({
      code: 'charge-not-found',
    })
    const after = granted(await city.as(both).ruleRefund({ params: at, input: ruling }))
    expect(after.charge).toMatchObject({ status: 'part-refunded', refunded: 7200 })
    await city.settle()
    const [first, red, rest] = after.charge?.receipts ?? []
    expect([first?.isVoid, red?.amount, rest?.amount]).toEqual([true, -9000, 1800])
    const anyone = city.as({ kind: 'anonymous' })
    const { code = '', number = '', check = '' } = first ?? {}
    expect(granted(await anyone.checkReceipt({ query: { code, number, check } }))).toMatchObject({
      payer: '王*明',
      isVoid: true,
      amount: 9000,
    })
    expect(await anyone.checkReceipt({ query: { code, number, check: 'zzz' } })).toMatchObject({
      code: 'receipt-not-found',
    })
    const kinds = city.papers.filter((paper) => paper.caseId === params.id).map(({ kind }) => kind)
    expect(kinds).toEqual(['payment-notice', 'fee-receipt', 'red-receipt', 'fee-receipt'])
  })

  it('is never approved by who asked for it', async () => {
    const { params } = await anAcceptedCase()
    const both = city.as(city.aStaffMember(['cashier', 'supervisor']))
    const expected = granted(await both.getFeesAtDesk({ params })).charge?.revision ?? 0
    const paid = granted(
      await both.takePayment({ params, input: { expected, method: 'card', voucher: '004711' } }),
    )
    const asked = granted(
      await both.askRefund({
        params,
        input: { expected: paid.charge?.revision ?? 0, amount: 100, grounds: 'mistake', reason: '多收' },
      }),
    )
    const refund = asked.charge?.refunds[0]?.id ?? ''
    const input = { expected: asked.charge?.revision ?? 0, outcome: 'approved' as const, note: '' }
    expect(await both.ruleRefund({ params: { id: params.id, refund }, input })).toMatchObject({
      code: 'refund-needs-another',
    })
  })
})

describe('a refund that the payer asks for', () => {
  async function aPaidCase() {
    const one = await anAcceptedCase()
    const { order } = granted(await one.me.payOnline({ params: one.params, input: {} }))
    granted(await one.me.payAtDemoCounter({ params: { order }, input: {} }))
    return one
  }
  const input = { amount: 9000, cause: 'paid-twice' as const, reason: '同一笔费用又到窗口交了现金' }

  it('is looked into by the cashier, approved by another, paid back, and told', async () => {
    const { me, params, who } = await aPaidCase()
    expect(granted(await me.getMyFees({ params })).actions).toEqual(['requestRefund'])
    const stranger = city.as({ kind: 'citizen', id: 'somebody', name: '', session: 's' })
    expect(await stranger.requestRefund({ params, input })).toMatchObject({ code: 'charge-not-found' })
    const asked = granted(await me.requestRefund({ params, input }))
    expect(asked).toMatchObject({
      charge: { refunds: [{ status: 'requested', request: { cause: 'paid-twice', amount: 9000 } }] },
      actions: [],
    })
    expect(await me.requestRefund({ params, input })).toMatchObject({ code: 'refund-under-way' })
    const refund = asked.charge?.refunds[0]?.id ?? ''
    const at = { id: params.id, refund }
    const overseer = city.as(city.aStaffMember(['supervisor']))
    const expected = asked.charge?.revision ?? 0
    const ruling = { expected, outcome: 'approved' as const, note: '' }
    expect(await overseer.ruleRefund({ params: at, input: ruling })).toMatchObject({
      code: 'refund-not-taken-up',
    })
    const till = city.as(cashier())
    expect(granted(await till.getFeesAtDesk({ params })).actions).toContain('answerRefundRequest')
    const answer = { expected, outcome: 'taken-up' as const, amount: 4000, note: '查实多收 40 元' }
    const taken = granted(await till.answerRefundRequest({ params: at, input: answer }))
    expect(taken.charge?.refunds).toMatchObject([{ status: 'asked', amount: 4000, askedBy: '李收费' }])
    const seen = granted(await overseer.listRefunds({})).refunds.find((one) => one.refund.id === refund)
    expect(seen).toMatchObject({ actions: ['ruleRefund'], charge: { payer: '王*明' } })
    const again = { ...ruling, expected: taken.charge?.revision ?? 0 }
    const paid = granted(await overseer.ruleRefund({ params: at, input: again }))
    expect(paid.charge).toMatchObject({ status: 'part-refunded', refunded: 4000 })
    await city.settle()
    const told = city.told.filter(({ personId }) => personId === who.id).map(({ words }) => words)
    expect(told.map((words) => words.split('：').at(-1))).toEqual([
      '退费申请已核实，拟退 ¥40.00，正在审批。',
      '已退款 ¥40.00，原电子票据已红字冲销。',
    ])
  })

  it('is declined with a reason, and may then be asked for again', async () => {
    const { me, params, who } = await aPaidCase()
    const asked = granted(await me.requestRefund({ params, input }))
    const at = { id: params.id, refund: asked.charge?.refunds[0]?.id ?? '' }
    const till = city.as(cashier())
    const answer = { expected: asked.charge?.revision ?? 0, outcome: 'declined' as const, amount: 0 }
    expect(await till.answerRefundRequest({ params: at, input: { ...answer, note: '' } })).toMatchObject({
      code: 'refund-answer-needs-reason',
    })
    granted(
      await till.answerRefundRequest({ params: at, input: { ...answer, note: '窗口没有收过这笔费用' } }),
    )
    const after = granted(await me.getMyFees({ params }))
    expect(after.charge?.refunds).toMatchObject([{ status: 'declined', note: '窗口没有收过这笔费用' }])
    expect(after.actions).toEqual(['requestRefund'])
    await city.settle()
    expect(city.told.find(({ personId }) => personId === who.id)?.words).toContain('窗口没有收过这笔费用')
  })
})

describe('the accounts of a day', () => {
  it('are matched with the bank’s file, settled, counted, signed, and then closed', async () => {
    city.clock.set('2026-11-24T02:00:00.000Z')
    const day = '2026-11-24'
    const who = cashier()
    const till = city.as(who)
    const online = await anAcceptedCase()
    const { order } = granted(await online.me.payOnline({ params: online.params, input: {} }))
    granted(await online.me.payAtDemoCounter({ params: { order }, input: {} }))
    const cash = await anAcceptedCase()
    const take = { expected: 1, method: 'cash' as const, tendered: 9000 }
    granted(await till.takePayment({ params: cash.params, input: take }))
    const params = { day }
    expect(await till.signDay({ params, input: {} })).toMatchObject({ code: 'bank-file-missing' })
    const text = `订单号,类型,金额（元）,交易时间,银行流水号\n${order},收款,90.00,,B1\n261124000009999,收款,5.00,,B2\n`
    const upload = {
      name: 'bank.csv',
      type: 'text/csv',
      body: (async function* () {
        yield new TextEncoder().encode(text)
      })(),
    }
    const read = granted(await till.readBankFile({ params, upload }))
    expect(read.counts).toEqual({ matched: 1, oursOnly: 0, bankOnly: 1, differs: 0, open: 1 })
    expect(await till.signDay({ params, input: {} })).toMatchObject({ code: 'differences-open' })
    const key = read.compared.find(({ state }) => state !== 'matched')?.key ?? ''
    granted(await till.settleDifference({ params, input: { key, note: '他人误转，银行已退' } }))
    expect(await till.signDay({ params, input: {} })).toMatchObject({ code: 'till-not-counted' })
    expect(await till.countTill({ params, input: { counted: 8900, note: '' } })).toMatchObject({
      code: 'till-difference-needs-note',
    })
    const counted = granted(await till.countTill({ params, input: { counted: 8900, note: '少一元，待查' } }))
    expect(counted.tills).toMatchObject([{ expected: 9000, counted: 8900, own: true }])
    expect(granted(await till.signDay({ params, input: {} })).signed?.by).toBe('李收费')
    expect(await till.countTill({ params, input: { counted: 9000, note: '' } })).toMatchObject({
      code: 'day-is-closed',
    })
    // Money that moves on the same day now stands in the next.
    const late = await anAcceptedCase()
    granted(await till.takePayment({ params: late.params, input: take }))
    expect(granted(await till.getDay({ params })).totals[0]).toMatchObject({ method: 'cash', received: 9000 })
    expect(granted(await till.getDay({ params: { day: '2026-11-25' } })).totals[0]?.received).toBe(9000)
  })

  it('and every summary can be made again from the journal', async () => {
    const read = async () => {
      const who = city.aStaffMember(['cashier'])
      const list = granted(await city.as(who).listCharges({ query: {} }))
      return JSON.stringify([list, granted(await city.as(who).getDay({ params: { day: '2026-11-24' } }))])
    }
    const before = await read()
    await rebuild(city.store.db, city.fees.summaries)
    expect(await read()).toBe(before)
  })
})
