import { isRefusal } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCharge, PAID } from '../testing/charge.ts'
import { refundedOf, refundStatusOf, statusOf } from './charge.ts'
import {
  aPayerAsksBackOnlyWhatHePaid,
  aRefundIsApprovedByAnother,
  aRefundIsNeverMoreThanWasPaid,
  aRequestIsAnsweredOnceWithAReason,
  leftOf,
  onlyAnApprovedRefundIsPaidOut,
  refundableOf,
  refundById,
} from './refund.ts'

const asked = (amount: number, refund = 'r') => ({
  kind: 'refund-asked' as const,
  content: { refund, amount, grounds: 'mistake' as const, reason: '多收' },
})
const ruled = (outcome: 'approved' | 'refused', refund = 'r') => ({
  kind: 'refund-ruled' as const,
  content: { refund, outcome, note: '' },
})
const given = (amount: number, anew: boolean) => ({
  kind: 'refund-paid' as const,
  content: {
    refund: 'r',
    method: 'cash' as const,
    amount,
    order: 'o',
    day: '2026-11-23',
    red: { code: '21010126', number: '0000000002', check: 'bbbbbb' },
    ...(anew ? { anew: { code: '21010126', number: '0000000003', check: 'cccccc' } } : {}),
  },
})

describe('aRefundIsNeverMoreThanWasPaid', () => {
  const mistake = (amount: number) => ({ amount, grounds: 'mistake' as const })
  it('refuses before anything was paid, and more than what is left', () => {
    expect(aRefundIsNeverMoreThanWasPaid(aCharge(), mistake(1), undefined)).toMatchObject({
      code: 'charge-not-paid',
    })
    expect(aRefundIsNeverMoreThanWasPaid(aCharge(PAID), mistake(9000), undefined)).toBeUndefined()
    expect(aRefundIsNeverMoreThanWasPaid(aCharge(PAID), mistake(9001), undefined)).toMatchObject({
      code: 'refund-too-much',
      facts: { most: '¥90.00' },
    })
  })
  it('counts what was asked for already, but not what was refused', () => {
    expect(leftOf(aCharge(PAID, asked(5000)))).toBe(4000)
    expect(leftOf(aCharge(PAID, asked(5000), ruled('refused')))).toBe(9000)
  })
  it('by rule gives what the rule gives', () => {
    const byRule = (amount: number) => ({ amount, grounds: 'by-rule' as const })
    const charge = aCharge(PAID)
    expect(refundableOf(charge, 'withdrawn')).toBe(7200)
    expect(refundableOf(charge, undefined)).toBe(0)
    expect(aRefundIsNeverMoreThanWasPaid(charge, byRule(7200), 'withdrawn')).toBeUndefined()
    expect(aRefundIsNeverMoreThanWasPaid(charge, byRule(7201), 'withdrawn')).toMatchObject({
      code: 'refund-too-much',
    })
    expect(aRefundIsNeverMoreThanWasPaid(charge, byRule(1), 'refused')).toMatchObject({
      code: 'refund-too-much',
    })
  })
  it('over any number of refunds never gives more than was paid', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 6 }), (amounts) => {
        const entries: ReturnType<typeof asked>[] = []
        for (const [i, amount] of amounts.entries()) {
          const refused = aRefundIsNeverMoreThanWasPaid(aCharge(PAID, ...entries), mistake(amount), undefined)
          if (!isRefusal(refused)) entries.push(asked(amount, `r${i}`))
        }
        expect(leftOf(aCharge(PAID, ...entries))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

const requested = (amount: number, refund = 'r') => ({
  kind: 'refund-requested' as const,
  content: { refund, amount, cause: 'paid-twice' as const, reason: '重复缴费' },
})
const declined = (refund = 'r') => ({
  kind: 'refund-declined' as const,
  content: { refund, note: '只缴过一次' },
})

describe('aPayerAsksBackOnlyWhatHePaid', () => {
  it.each([
    [[], 9000, 'charge-not-paid'],
    [[PAID], 9001, 'refund-too-much'],
    [[PAID, requested(100)], 100, 'refund-under-way'],
    [[PAID, asked(100)], 100, 'refund-under-way'],
    [[PAID, asked(100), ruled('approved')], 100, 'refund-under-way'],
    [[PAID, asked(9000), ruled('approved'), given(9000, false)], 1, 'refund-too-much'],
  ])('and refuses otherwise: %#', (entries, amount, code) => {
    expect(aPayerAsksBackOnlyWhatHePaid(aCharge(...entries), amount)).toMatchObject({ code })
  })
  it.each([
    [[PAID], 9000],
    [[PAID, requested(9000), declined()], 9000],
    [[PAID, asked(9000), ruled('refused')], 9000],
    [[PAID, asked(2000), ruled('approved'), given(2000, true)], 7000],
  ])('and may where nothing is under way: %#', (entries, amount) => {
    expect(aPayerAsksBackOnlyWhatHePaid(aCharge(...entries), amount)).toBeUndefined()
  })
})

describe('aRequestIsAnsweredOnceWithAReason', () => {
  const takenUp = { outcome: 'taken-up' as const, amount: 9000, note: '查实缴了两次' }
  it('for no more than was paid, with words, and not a second time', () => {
    const charge = aCharge(PAID, requested(9000))
    expect(aRequestIsAnsweredOnceWithAReason(charge, 'r', takenUp)).toBeUndefined()
    expect(aRequestIsAnsweredOnceWithAReason(charge, 'other', takenUp)).toMatchObject({
      code: 'refund-not-found',
    })
    expect(aRequestIsAnsweredOnceWithAReason(charge, 'r', { ...takenUp, amount: 9001 })).toMatchObject({
      code: 'refund-too-much',
    })
    expect(
      aRequestIsAnsweredOnceWithAReason(charge, 'r', { outcome: 'declined', amount: 0, note: ' ' }),
    ).toMatchObject({ code: 'refund-answer-needs-reason' })
    for (const answered of [declined(), asked(9000)])
      expect(
        aRequestIsAnsweredOnceWithAReason(aCharge(PAID, requested(9000), answered), 'r', takenUp),
      ).toMatchObject({ code: 'refund-request-answered' })
  })
  it('and stays one refund when it is taken up', () => {
    const charge = aCharge(PAID, requested(9000), asked(4000))
    expect(charge.refunds.map((one) => [refundStatusOf(one), one.amount, one.requested?.amount])).toEqual([
      ['asked', 4000, 9000],
    ])
    expect(leftOf(charge)).toBe(5000)
  })
})

describe('aRefundIsApprovedByAnother', () => {
  it('than who asked for it, and once', () => {
    const open = refundById(aCharge(PAID, asked(100)), 'r')
    const done = refundById(aCharge(PAID, asked(100), ruled('approved')), 'r')
    if (isRefusal(open) || isRefusal(done)) throw new Error('there is a refund')
    expect(aRefundIsApprovedByAnother(open, 'cashier')).toMatchObject({ code: 'refund-needs-another' })
    expect(aRefundIsApprovedByAnother(open, 'head')).toBeUndefined()
    expect(aRefundIsApprovedByAnother(done, 'head')).toMatchObject({ code: 'refund-ruled-already' })
    const unread = refundById(aCharge(PAID, requested(100)), 'r')
    if (isRefusal(unread)) throw new Error('there is a request')
    expect(aRefundIsApprovedByAnother(unread, 'head')).toMatchObject({ code: 'refund-not-taken-up' })
  })
})

describe('onlyAnApprovedRefundIsPaidOut', () => {
  it.each([
    [[asked(100)], 'refund-not-approved'],
    [[asked(100), ruled('refused')], 'refund-not-approved'],
    [[asked(100), ruled('approved'), given(100, true)], 'refund-paid-already'],
  ])('not otherwise: %#', (entries, code) => {
    const refund = refundById(aCharge(PAID, ...entries), 'r')
    if (isRefusal(refund)) throw new Error('there is a refund')
    expect(onlyAnApprovedRefundIsPaidOut(refund)).toMatchObject({ code })
  })
})

describe('a refund', () => {
  it('of a part reverses the receipt and gives one for what is left', () => {
    const charge = aCharge(PAID, asked(2000), ruled('approved'), given(2000, true))
    expect(statusOf(charge)).toBe('part-refunded')
    expect(refundedOf(charge)).toBe(2000)
    expect(charge.receipts.map(({ amount, isVoid, reverses }) => [amount, isVoid, reverses])).toEqual([
      [9000, true, undefined],
      [-9000, false, '0000000001'],
      [7000, false, undefined],
    ])
  })
  it('of all leaves no receipt that counts', () => {
    const charge = aCharge(PAID, asked(9000), ruled('approved'), given(9000, false))
    expect(statusOf(charge)).toBe('refunded')
    expect(charge.receipts.filter(({ isVoid, reverses }) => !isVoid && !reverses)).toEqual([])
  })
})
