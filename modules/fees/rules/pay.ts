/** 缴费 — paid once and in full, at a window or online, to the fen. */
import { formatMoney, type Refusal, refuse } from '@mashang/kit'
import type { ChargeEntries } from '../contract/entries.ts'
import { type Charge, statusOf } from './charge.ts'

/** What is paid already, closed or given back takes no payment. */
export function aFeeIsPaidOnceInFull(charge: Charge): Refusal | undefined {
  const status = statusOf(charge)
  if (status === 'owed') return undefined
  return refuse(status === 'closed' ? 'charge-closed' : 'charge-paid-already', {
    rule: 'aFeeIsPaidOnceInFull',
  })
}

/** Cash covers the amount, and the change is what is over; a card names its voucher. */
export function cashCoversTheAmount(
  total: number,
  given: { readonly method: 'cash' | 'card'; readonly tendered?: number; readonly voucher?: string },
): { readonly tendered?: number; readonly change?: number; readonly voucher?: string } | Refusal {
  const rule = 'cashCoversTheAmount'
  if (given.method === 'card') {
    const voucher = (given.voucher ?? '').trim()
    if (voucher.length >= 4) return { voucher }
    return refuse('voucher-missing', { rule, fields: [{ path: 'voucher', code: 'required', facts: {} }] })
  }
  const tendered = given.tendered ?? 0
  if (tendered >= total) return { tendered, change: tendered - total }
  const facts = { total: formatMoney(total), tendered: formatMoney(tendered) }
  return refuse('cash-too-little', {
    rule,
    facts,
    fields: [{ path: 'tendered', code: 'cash-too-little', facts }],
  })
}

/** What a provider says of an order that was paid. */
export interface PaidOrder {
  readonly order: string
  readonly amount: number
  /** Instant at which the payer paid. */
  readonly at: string
  readonly reference: string
}

export type Verdict =
  | { readonly do: 'book' }
  | { readonly do: 'nothing' }
  | { readonly do: 'send-back'; readonly why: ChargeEntries['sent-back']['why'] }

/**
 * Told once or ten times, an order is booked once. Another order for what is paid, one that came too late, and one
 * for a case that has ended are sent back; a wrong amount or an order that is not ours is refused.
 */
export function anOrderIsBookedOnceToTheFen(charge: Charge | undefined, paid: PaidOrder): Verdict | Refusal {
  const rule = 'anOrderIsBookedOnceToTheFen'
  const order = charge?.orders.find((one) => one.order === paid.order)
  if (!charge || !order) return refuse('order-not-found', { rule, facts: { order: paid.order } })
  if (order.amount !== paid.amount)
    return refuse('order-amount-wrong', {
      rule,
      facts: { order: paid.order, expected: formatMoney(order.amount), found: formatMoney(paid.amount) },
    })
  if (charge.payment?.order === paid.order) return { do: 'nothing' }
  if (charge.sentBack.some((one) => one.order === paid.order)) return { do: 'nothing' }
  if (charge.payment) return { do: 'send-back', why: 'paid-already' }
  if (charge.closed) return { do: 'send-back', why: 'closed' }
  return paid.at > order.expires ? { do: 'send-back', why: 'expired' } : { do: 'book' }
}
