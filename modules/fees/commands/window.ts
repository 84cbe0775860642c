/** 窗口收款、退费 — what a cashier takes and gives, and what another approves. */
import { type Handlers, isRefusal, type Refusal, refuse, uuidv7 } from '@mashang/kit'
import type { ReceiptRef } from '../contract/entries.ts'
import type { feesEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { endedAs } from '../queries/charge-view.ts'
import { type Charge, type Refund, refundedOf } from '../rules/charge.ts'
import { aFeeIsPaidOnceInFull, cashCoversTheAmount } from '../rules/pay.ts'
import { mayRule } from '../rules/reading.ts'
import {
  aPayerAsksBackOnlyWhatHePaid,
  aRefundIsApprovedByAnother,
  aRefundIsNeverMoreThanWasPaid,
  aRequestIsAnsweredOnceWithAReason,
  onlyAnApprovedRefundIsPaidOut,
  refundById,
} from '../rules/refund.ts'
import type { ChargeEntry } from '../store/charges.ts'
import { bookingDay } from '../store/days.ts'
import { takeOrderNumber, takeReceipt } from '../store/numbers.ts'
import { commandOnCharge } from './command.ts'

type AtWindow = Pick<
  Handlers<typeof feesEndpoints>,
  'takePayment' | 'requestRefund' | 'answerRefundRequest' | 'askRefund' | 'ruleRefund' | 'payRefund'
>

export function windowCommands(inside: Inside): AtWindow {
  return {
    takePayment: (request) =>
      commandOnCharge(inside, request, async ({ found: { charge } }) => {
        const { method } = request.input
        const shut = aFeeIsPaidOnceInFull(charge)
        if (shut) return shut
        const given = cashCoversTheAmount(charge.total, request.input)
        if (isRefusal(given)) return given
        const content = {
          method,
          amount: charge.total,
          order: await takeOrderNumber(inside),
          day: await bookingDay(inside),
          receipt: await takeReceipt(inside),
          ...given,
        }
        return [{ kind: 'paid', content }]
      }),
    requestRefund: (request) =>
      commandOnCharge(inside, request, ({ found: { charge } }) => {
        const { amount, cause, reason } = request.input
        const shut = aPayerAsksBackOnlyWhatHePaid(charge, amount)
        const content = { refund: uuidv7(), amount, cause, reason: reason.trim() }
        return shut ?? [{ kind: 'refund-requested', content }]
      }),
    answerRefundRequest: (request) =>
      commandOnCharge(inside, request, ({ found: { charge } }) => {
        const { params, input } = request
        const shut = aRequestIsAnsweredOnceWithAReason(charge, params.refund, input)
        if (shut) return shut
        const [refund, note] = [params.refund, input.note.trim()]
        if (input.outcome === 'declined') return [{ kind: 'refund-declined', content: { refund, note } }]
        const content = { refund, amount: input.amount, grounds: 'mistake' as const, reason: note }
        return [{ kind: 'refund-asked', content }]
      }),
    askRefund: (request) =>
      commandOnCharge(inside, request, ({ found: { charge }, feeCase }) => {
        const { who, input } = request
        const isOfficer = who.kind === 'staff' && who.organ === charge.organ
        const mayAsk = isOfficer || (who.kind === 'staff' && who.roles.includes('cashier'))
        if (!mayAsk) return refuse('charge-not-found')
        const { amount, grounds, reason } = input
        const tooMuch = aRefundIsNeverMoreThanWasPaid(charge, input, endedAs(feeCase.status))
        return tooMuch ?? [{ kind: 'refund-asked', content: { refund: uuidv7(), amount, grounds, reason } }]
      }),
    ruleRefund: (request) =>
      commandOnCharge(inside, request, ({ found: { charge } }) => {
        if (!mayRule(request.who, charge.organ)) return refuse('charge-not-found')
        return ruling(inside, charge, request)
      }),
    payRefund: (request) =>
      commandOnCharge(inside, request, async ({ found: { charge } }) => {
        const refund = refundById(charge, request.params.refund)
        if (isRefusal(refund)) return refund
        const shut = onlyAnApprovedRefundIsPaidOut(refund)
        if (shut) return shut
        const { method } = charge.payment ?? { method: 'cash' }
        const voucher = method === 'card' ? (request.input.voucher ?? '').trim() : undefined
        if (voucher !== undefined && voucher.length < 4)
          return refuse('voucher-missing', { fields: [{ path: 'voucher', code: 'required', facts: {} }] })
        return [await payingOut(inside, charge, refund, voucher ? { voucher } : {})]
      }),
  }
}

/** What was paid online goes back the way it came as soon as it is approved; cash and cards wait for the cashier. */
async function ruling(
  inside: Inside,
  charge: Charge,
  {
    who,
    params,
    input,
  }: {
    readonly who: { readonly kind: string; readonly id?: string }
    readonly params: { readonly refund: string }
    readonly input: { readonly outcome: 'approved' | 'refused'; readonly note: string }
  },
): Promise<readonly ChargeEntry[] | Refusal> {
  const refund = refundById(charge, params.refund)
  if (isRefusal(refund)) return refund
  const shut = aRefundIsApprovedByAnother(refund, who.id ?? '')
  if (shut) return shut
  const { outcome, note } = input
  if (outcome === 'refused' && note.trim().length < 2)
    return refuse('refund-refusal-needs-reason', { fields: [{ path: 'note', code: 'required', facts: {} }] })
  const ruled: ChargeEntry = { kind: 'refund-ruled', content: { refund: refund.refund, outcome, note } }
  if (outcome === 'refused' || charge.payment?.method !== 'online') return [ruled]
  const { provider } = inside
  if (!provider) return refuse('online-payment-not-offered')
  const { order } = charge.payment
  const reference = await provider.refund({ order, refund: refund.refund, amount: refund.amount })
  return [ruled, await payingOut(inside, charge, refund, { reference })]
}

async function payingOut(
  inside: Inside,
  charge: Charge,
  { refund, amount }: Refund,
  proof: { readonly voucher?: string; readonly reference?: string },
): Promise<ChargeEntry> {
  const { payment } = charge
  if (!payment) throw new Error('a refund was asked for of what was never paid')
  const rest = payment.amount - refundedOf(charge) - amount
  const red = await takeReceipt(inside)
  const anew: ReceiptRef | undefined = rest > 0 ? await takeReceipt(inside) : undefined
  return {
    kind: 'refund-paid',
    content: {
      refund,
      method: payment.method,
      amount,
      order: payment.order,
      day: await bookingDay(inside),
      red,
      ...(anew ? { anew } : {}),
      ...proof,
    },
  }
}
