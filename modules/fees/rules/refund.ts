/** 退费 — with a reason, approved by a second person, never more than was paid. */
import { type RefundAfter, refundableByRule } from '@mashang/flow'
import { formatMoney, isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { ChargedLine } from '../contract/entries.ts'
import { type Charge, type Refund, refundedOf, refundStatusOf } from './charge.ts'

/** What the items' own rules give back once the case has ended this way, and was not given back yet. */
export function refundableOf(charge: Charge, after: RefundAfter | undefined): number {
  if (!after || !charge.payment) return 0
  const byRule = charge.lines.reduce((sum, line) => sum + refundableOfLine(line, after), 0)
  return Math.max(0, Math.min(byRule - refundedOf(charge), leftOf(charge)))
}

function refundableOfLine(line: ChargedLine, after: RefundAfter): number {
  return refundableByRule({ refunds: [...line.refunds] }, line.amount, after)
}

const FRUITLESS: readonly string[] = ['refused', 'declined']
const UNDER_WAY: readonly string[] = ['requested', 'asked', 'approved']

/** What was paid and neither given back nor asked for. */
export function leftOf({ payment, refunds }: Charge): number {
  const taken = refunds
    .filter((refund) => !FRUITLESS.includes(refundStatusOf(refund)))
    .reduce((sum, { amount }) => sum + amount, 0)
  return (payment?.amount ?? 0) - taken
}

/** By rule no more than the rule gives back; for a mistake no more than is left. */
export function aRefundIsNeverMoreThanWasPaid(
  charge: Charge,
  asked: { readonly amount: number; readonly grounds: 'by-rule' | 'mistake' },
  after: RefundAfter | undefined,
): Refusal | undefined {
  const rule = 'aRefundIsNeverMoreThanWasPaid'
  if (!charge.payment) return refuse('charge-not-paid', { rule })
  const most =
    asked.grounds === 'by-rule' ? Math.min(refundableOf(charge, after), leftOf(charge)) : leftOf(charge)
  if (asked.amount > 0 && asked.amount <= most) return undefined
  const facts = { most: formatMoney(most), asked: formatMoney(asked.amount) }
  return refuse('refund-too-much', {
    rule,
    facts,
    fields: [{ path: 'amount', code: 'refund-too-much', facts }],
  })
}

/** A payer asks for what he paid and has not got back, one request after the other. */
export function aPayerAsksBackOnlyWhatHePaid(charge: Charge, amount: number): Refusal | undefined {
  const rule = 'aPayerAsksBackOnlyWhatHePaid'
  if (charge.payment && hasRefundUnderWay(charge)) return refuse('refund-under-way', { rule })
  return aRefundIsNeverMoreThanWasPaid(charge, { amount, grounds: 'mistake' }, undefined)
}

export function hasRefundUnderWay({ refunds }: Charge): boolean {
  return refunds.some((refund) => UNDER_WAY.includes(refundStatusOf(refund)))
}

/** Answered once, by the cashier: taken up for no more than is left besides it, or declined with a reason. */
export function aRequestIsAnsweredOnceWithAReason(
  charge: Charge,
  id: string,
  answer: { readonly outcome: 'taken-up' | 'declined'; readonly amount: number; readonly note: string },
): Refusal | undefined {
  const rule = 'aRequestIsAnsweredOnceWithAReason'
  const request = refundById(charge, id)
  if (isRefusal(request)) return request
  if (refundStatusOf(request) !== 'requested') return refuse('refund-request-answered', { rule })
  if (answer.note.trim().length < 2)
    return refuse('refund-answer-needs-reason', {
      rule,
      fields: [{ path: 'note', code: 'required', facts: {} }],
    })
  if (answer.outcome === 'declined') return undefined
  const others = { ...charge, refunds: charge.refunds.filter(({ refund }) => refund !== id) }
  return aRefundIsNeverMoreThanWasPaid(others, { amount: answer.amount, grounds: 'mistake' }, undefined)
}

export function refundById(charge: Charge, id: string): Refund | Refusal {
  return charge.refunds.find(({ refund }) => refund === id) ?? refuse('refund-not-found')
}

/** Who asked for a refund does not approve it, and it is ruled on once. */
export function aRefundIsApprovedByAnother(refund: Refund, ruler: string): Refusal | undefined {
  const rule = 'aRefundIsApprovedByAnother'
  if (refund.ruled) return refuse('refund-ruled-already', { rule })
  if (!refund.asked) return refuse('refund-not-taken-up', { rule })
  return refund.by.id === ruler ? refuse('refund-needs-another', { rule }) : undefined
}

/** Paid out once, after it was approved. */
export function onlyAnApprovedRefundIsPaidOut(refund: Refund): Refusal | undefined {
  const rule = 'onlyAnApprovedRefundIsPaidOut'
  if (refund.paid) return refuse('refund-paid-already', { rule })
  return refund.ruled?.outcome === 'approved' ? undefined : refuse('refund-not-approved', { rule })
}
