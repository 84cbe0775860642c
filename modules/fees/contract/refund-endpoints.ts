import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { CaseId, ChargeRow, FeesOfCase, RefundView } from './charge.ts'
import { REFUND_CAUSES } from './entries.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: CaseId }, strict)
const ByRefund = Type.Object({ id: CaseId, refund: CaseId }, strict)
const Reason = Type.String({ minLength: 2, maxLength: 1000 })

/** Refunds: requested by the payer or asked for by an office, ruled on by another, paid out. */
export const refundEndpoints = endpoints({
  requestRefund: {
    method: 'POST',
    path: '/api/fees/mine/:id/refunds',
    summary: { zh: '交款人申请退费', en: 'Ask for one’s own payment back' },
    access: { for: 'some', citizen: true, row: 'own-charge' },
    params: Id,
    input: Type.Object(
      {
        amount: Type.Integer({ minimum: 1, maximum: 100_000_000_000 }),
        cause: Type.Enum(REFUND_CAUSES),
        reason: Reason,
      },
      strict,
    ),
    output: FeesOfCase,
    refusals: ['charge-not-found', 'charge-not-paid', 'refund-under-way', 'refund-too-much', 'case-changed'],
  },
  answerRefundRequest: {
    method: 'POST',
    path: '/api/fees/desk/cases/:id/refunds/:refund/answer',
    summary: { zh: '答复交款人的退费申请', en: 'Answer a payer’s request for a refund' },
    access: { for: 'some', staff: ['cashier'] },
    params: ByRefund,
    input: Type.Object(
      {
        expected: Type.Integer({ minimum: 1 }),
        outcome: Type.Enum(['taken-up', 'declined'] as const),
        amount: Type.Integer({ minimum: 0, maximum: 100_000_000_000 }),
        note: Type.String({ maxLength: 1000 }),
      },
      strict,
    ),
    output: FeesOfCase,
    refusals: [
      'charge-not-found',
      'refund-not-found',
      'refund-request-answered',
      'refund-answer-needs-reason',
      'refund-too-much',
      'charge-not-paid',
      'case-changed',
    ],
  },
  listRefunds: {
    method: 'GET',
    path: '/api/fees/desk/refunds',
    summary: { zh: '退费列表', en: 'Refunds' },
    access: {
      for: 'some',
      staff: ['cashier', 'handling-officer', 'approval-head', 'supervisor'],
      row: 'charge-of-own-organ',
    },
    output: Type.Object(
      {
        refunds: Type.Array(
          Type.Object({ charge: ChargeRow, refund: RefundView, actions: Type.Array(Type.String()) }, strict),
        ),
      },
      strict,
    ),
    refusals: [],
  },
  askRefund: {
    method: 'POST',
    path: '/api/fees/desk/cases/:id/refunds',
    summary: { zh: '申请退费', en: 'Ask for a refund' },
    access: { for: 'some', staff: ['cashier', 'handling-officer'], row: 'charge-of-own-organ' },
    params: Id,
    input: Type.Object(
      {
        expected: Type.Integer({ minimum: 1 }),
        amount: Type.Integer({ minimum: 1, maximum: 100_000_000_000 }),
        grounds: Type.Enum(['by-rule', 'mistake'] as const),
        reason: Reason,
      },
      strict,
    ),
    output: FeesOfCase,
    refusals: ['charge-not-found', 'charge-not-paid', 'refund-too-much', 'case-changed'],
  },
  ruleRefund: {
    method: 'POST',
    path: '/api/fees/desk/cases/:id/refunds/:refund/ruling',
    summary: { zh: '审批退费', en: 'Rule on a refund' },
    access: { for: 'some', staff: ['approval-head', 'supervisor'], row: 'charge-of-own-organ' },
    params: ByRefund,
    input: Type.Object(
      {
        expected: Type.Integer({ minimum: 1 }),
        outcome: Type.Enum(['approved', 'refused'] as const),
        note: Type.String({ maxLength: 1000 }),
      },
      strict,
    ),
    output: FeesOfCase,
    refusals: [
      'charge-not-found',
      'refund-not-found',
      'refund-ruled-already',
      'refund-not-taken-up',
      'refund-needs-another',
      'refund-refusal-needs-reason',
      'online-payment-not-offered',
      'case-changed',
    ],
  },
  payRefund: {
    method: 'POST',
    path: '/api/fees/desk/cases/:id/refunds/:refund/payment',
    summary: { zh: '窗口退款', en: 'Pay a refund out at a window' },
    access: { for: 'some', staff: ['cashier'] },
    params: ByRefund,
    input: Type.Object(
      { expected: Type.Integer({ minimum: 1 }), voucher: Type.Optional(Type.String({ maxLength: 40 })) },
      strict,
    ),
    output: FeesOfCase,
    refusals: [
      'charge-not-found',
      'refund-not-found',
      'refund-not-approved',
      'refund-paid-already',
      'voucher-missing',
      'case-changed',
    ],
  },
})
