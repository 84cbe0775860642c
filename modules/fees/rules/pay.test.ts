import { isRefusal } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCharge, PAID } from '../testing/charge.ts'
import { aFeeIsPaidOnceInFull, anOrderIsBookedOnceToTheFen, cashCoversTheAmount } from './pay.ts'

describe('aFeeIsPaidOnceInFull', () => {
  it('takes what is owed, and nothing twice or for what has ended', () => {
    expect(aFeeIsPaidOnceInFull(aCharge())).toBeUndefined()
    expect(aFeeIsPaidOnceInFull(aCharge(PAID))).toMatchObject({ code: 'charge-paid-already' })
    expect(aFeeIsPaidOnceInFull(aCharge({ kind: 'closed', content: { after: 'withdrawn' } }))).toMatchObject({
      code: 'charge-closed',
    })
  })
})

describe('cashCoversTheAmount', () => {
  it('gives back exactly what is over, and never takes less', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (total, tendered) => {
        const given = cashCoversTheAmount(total, { method: 'cash', tendered })
        if (isRefusal(given)) expect(tendered).toBeLessThan(total)
        else expect((given.tendered ?? 0) - (given.change ?? 0)).toBe(total)
      }),
    )
  })
  it('asks a card for its voucher', () => {
    expect(cashCoversTheAmount(100, { method: 'card', voucher: ' ' })).toMatchObject({
      code: 'voucher-missing',
    })
    expect(cashCoversTheAmount(100, { method: 'card', voucher: '004711' })).toEqual({ voucher: '004711' })
  })
})

describe('anOrderIsBookedOnceToTheFen', () => {
  const ordered = {
    kind: 'ordered' as const,
    content: {
      order: '261123000000018',
      amount: 9000,
      provider: 'demo',
      expires: '2026-11-23T02:30:00.000Z',
    },
  }
  const told = { order: '261123000000018', amount: 9000, at: '2026-11-23T02:10:00.000Z', reference: 'R' }
  const booked = { ...PAID, content: { ...PAID.content, method: 'online' as const, order: told.order } }

  it.each([
    ['an order in time', aCharge(ordered), told, { do: 'book' }],
    ['told again', aCharge(ordered, booked), told, { do: 'nothing' }],
    ['paid at a window meanwhile', aCharge(ordered, PAID), told, { do: 'send-back', why: 'paid-already' }],
    [
      'paid too late',
      aCharge(ordered),
      { ...told, at: '2026-11-23T02:30:00.001Z' },
      { do: 'send-back', why: 'expired' },
    ],
    [
      'the case has ended',
      aCharge(ordered, { kind: 'closed', content: { after: 'withdrawn' } }),
      told,
      { do: 'send-back', why: 'closed' },
    ],
    ['a fen too little', aCharge(ordered), { ...told, amount: 8999 }, { code: 'order-amount-wrong' }],
    ['another order', aCharge(ordered), { ...told, order: '261123000000026' }, { code: 'order-not-found' }],
    ['no such charge', undefined, told, { code: 'order-not-found' }],
  ])('%s', (_, charge, paid, verdict) => {
    expect(anOrderIsBookedOnceToTheFen(charge, paid)).toMatchObject(verdict)
  })
})
