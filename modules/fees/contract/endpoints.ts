import { Text } from '@mashang/flow'
import { endpoints, everyone } from '@mashang/kit'
import { Type } from 'typebox'
import { CaseId, CHARGE_STATUSES, ChargeRow, FeesOfCase, Fen } from './charge.ts'
import { dayEndpoints } from './day-endpoints.ts'
import { refundEndpoints } from './refund-endpoints.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: CaseId }, strict)
const own = { for: 'some', citizen: true, row: 'own-charge' } as const
const readers = {
  for: 'some',
  staff: ['cashier', 'window-clerk', 'handling-officer', 'approval-head', 'supervisor'],
  row: 'charge-of-own-organ',
} as const
const Order = Type.String({ pattern: '^[0-9A-Za-z-]{6,40}$' })

const chargeEndpoints = endpoints({
  checkReceipt: {
    method: 'GET',
    path: '/api/fees/receipts',
    summary: { zh: '查验电子票据', en: 'Check an electronic receipt' },
    access: everyone,
    query: Type.Object(
      {
        code: Type.String({ maxLength: 20 }),
        number: Type.String({ maxLength: 20 }),
        check: Type.String({ maxLength: 20 }),
      },
      strict,
    ),
    output: Type.Object(
      {
        code: Type.String(),
        number: Type.String(),
        amount: Fen,
        at: Type.String(),
        /** Masked where a person paid. */
        payer: Type.String(),
        item: Text,
        isVoid: Type.Boolean(),
        isRed: Type.Boolean(),
      },
      strict,
    ),
    refusals: ['receipt-not-found'],
    perMinute: 30,
  },
  receiveCallback: {
    method: 'POST',
    path: '/api/fees/callbacks/:provider',
    summary: { zh: '支付回调', en: 'A provider tells of a payment' },
    access: everyone,
    params: Type.Object({ provider: Type.String({ maxLength: 40 }) }, strict),
    input: Type.Object(
      {
        order: Order,
        amount: Type.Integer({ minimum: 0 }),
        at: Type.String({ maxLength: 40 }),
        reference: Type.String({ maxLength: 80 }),
        signature: Type.String({ maxLength: 1000 }),
      },
      strict,
    ),
    output: Type.Object({ outcome: Type.Enum(['booked', 'known', 'sent-back'] as const) }, strict),
    refusals: [
      'provider-unknown',
      'callback-signature-wrong',
      'order-not-found',
      'order-amount-wrong',
      'order-expired',
    ],
  },
  listMyCharges: {
    method: 'GET',
    path: '/api/fees/mine',
    summary: { zh: '我的缴费', en: 'What I owe and paid' },
    access: { for: 'some', citizen: true },
    output: Type.Object({ charges: Type.Array(ChargeRow) }, strict),
    refusals: [],
  },
  getMyFees: {
    method: 'GET',
    path: '/api/fees/mine/:id',
    summary: { zh: '办件的收费', en: 'The fees of one’s own case' },
    access: own,
    params: Id,
    output: FeesOfCase,
    refusals: ['charge-not-found'],
  },
  payOnline: {
    method: 'POST',
    path: '/api/fees/mine/:id/pay',
    summary: { zh: '网上缴费下单', en: 'Order an online payment' },
    access: own,
    params: Id,
    input: Type.Object({}, strict),
    output: Type.Object({ order: Type.String(), payAt: Type.String(), expires: Type.String() }, strict),
    refusals: [
      'charge-not-found',
      'charge-paid-already',
      'charge-closed',
      'online-payment-not-offered',
      'case-changed',
    ],
  },
  checkPayment: {
    method: 'POST',
    path: '/api/fees/mine/:id/check',
    summary: { zh: '查询支付结果', en: 'Ask the provider whether a payment arrived' },
    access: own,
    params: Id,
    input: Type.Object({}, strict),
    output: FeesOfCase,
    refusals: ['charge-not-found', 'order-amount-wrong', 'order-expired'],
  },
  getDemoOrder: {
    method: 'GET',
    path: '/api/fees/demo-counter/:order',
    summary: { zh: '演示收银台的订单', en: 'An order at the demonstration’s counter' },
    access: own,
    params: Type.Object({ order: Order }, strict),
    output: Type.Object(
      {
        order: Type.String(),
        amount: Fen,
        subject: Type.String(),
        expires: Type.String(),
        backTo: Type.String(),
        paid: Type.Boolean(),
      },
      strict,
    ),
    refusals: ['order-not-found'],
  },
  payAtDemoCounter: {
    method: 'POST',
    path: '/api/fees/demo-counter/:order',
    summary: { zh: '在演示收银台付款', en: 'Pay at the demonstration’s counter; no money moves' },
    access: own,
    params: Type.Object({ order: Order }, strict),
    input: Type.Object({}, strict),
    output: Type.Object({ backTo: Type.String() }, strict),
    refusals: ['order-not-found', 'order-expired', 'order-amount-wrong'],
  },
  listCharges: {
    method: 'GET',
    path: '/api/fees/desk',
    summary: { zh: '收费单列表', en: 'Charges' },
    access: readers,
    query: Type.Object(
      {
        text: Type.Optional(Type.String({ maxLength: 60 })),
        status: Type.Optional(Type.Enum(CHARGE_STATUSES)),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
      },
      strict,
    ),
    output: Type.Object(
      {
        charges: Type.Array(ChargeRow),
        total: Type.Integer(),
        owed: Type.Object({ count: Type.Integer(), amount: Fen }, strict),
      },
      strict,
    ),
    refusals: [],
  },
  getFeesAtDesk: {
    method: 'GET',
    path: '/api/fees/desk/cases/:id',
    summary: { zh: '办件的收费（工作台）', en: 'The fees of a case, at the desk' },
    access: readers,
    params: Id,
    output: FeesOfCase,
    refusals: ['charge-not-found'],
  },
  raiseCharge: {
    method: 'POST',
    path: '/api/fees/desk/cases/:id/raise',
    summary: { zh: '核定金额并开具缴费通知书', en: 'Assess and ask for payment' },
    access: { for: 'some', staff: ['handling-officer', 'approval-head'], row: 'charge-of-own-organ' },
    params: Id,
    input: Type.Object(
      {
        amounts: Type.Array(
          Type.Object(
            {
              name: Type.String({ maxLength: 200 }),
              amount: Type.Integer({ minimum: 0, maximum: 100_000_000_000 }),
            },
            strict,
          ),
          { maxItems: 20 },
        ),
      },
      strict,
    ),
    output: FeesOfCase,
    refusals: [
      'charge-not-found',
      'charge-raised-already',
      'case-not-accepted',
      'fee-not-open',
      'fee-not-assessed',
      'nothing-to-charge',
    ],
  },
  takePayment: {
    method: 'POST',
    path: '/api/fees/desk/cases/:id/payment',
    summary: { zh: '窗口收款', en: 'Take a payment at a window' },
    access: { for: 'some', staff: ['cashier'] },
    params: Id,
    input: Type.Object(
      {
        expected: Type.Integer({ minimum: 1 }),
        method: Type.Enum(['cash', 'card'] as const),
        tendered: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000_000 })),
        voucher: Type.Optional(Type.String({ maxLength: 40 })),
      },
      strict,
    ),
    output: FeesOfCase,
    refusals: [
      'charge-not-found',
      'charge-paid-already',
      'charge-closed',
      'cash-too-little',
      'voucher-missing',
      'case-changed',
    ],
  },
})

/** Every endpoint of the module. */
export const feesEndpoints = { ...chargeEndpoints, ...refundEndpoints, ...dayEndpoints }
