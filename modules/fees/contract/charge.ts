import { FEE_DUE, REFUND_AFTER, Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { METHODS, REFUND_CAUSES } from './entries.ts'

const strict = { additionalProperties: false }

/** A UUID as it is written in addresses. */
export const CaseId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
export const LegalDayText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const Fen = Type.Integer()

export const CHARGE_STATUSES = ['owed', 'paid', 'part-refunded', 'refunded', 'closed'] as const

const Line = Type.Object(
  {
    name: Text,
    amount: Fen,
    full: Fen,
    how: Type.Optional(Type.String()),
    reduction: Type.Optional(
      Type.Object({ percent: Type.Integer(), reason: Text, basis: Type.String() }, strict),
    ),
    basis: Type.String(),
    due: Type.Enum(FEE_DUE),
  },
  strict,
)

/** 票据 — an electronic receipt as it stands. */
export const ReceiptView = Type.Object(
  {
    code: Type.String(),
    number: Type.String(),
    check: Type.String(),
    /** Negative on a red one. */
    amount: Fen,
    at: Type.String(),
    isVoid: Type.Boolean(),
    /** Of a red one, the number of the receipt it reverses. */
    reverses: Type.Optional(Type.String()),
    /** Its PDF. */
    href: Type.String(),
  },
  strict,
)
export type ReceiptView = Static<typeof ReceiptView>

/** 退费 — a refund: who asked for it and why, who ruled, when it was paid out. */
export const RefundView = Type.Object(
  {
    id: Type.String(),
    amount: Fen,
    grounds: Type.Enum(['by-rule', 'mistake'] as const),
    reason: Type.String(),
    askedBy: Type.String(),
    askedAt: Type.String(),
    status: Type.Enum(['requested', 'declined', 'asked', 'approved', 'refused', 'paid'] as const),
    /** Where the payer asked for it. */
    request: Type.Optional(
      Type.Object(
        { amount: Fen, cause: Type.Enum(REFUND_CAUSES), reason: Type.String(), at: Type.String() },
        strict,
      ),
    ),
    ruledBy: Type.Optional(Type.String()),
    note: Type.Optional(Type.String()),
    paidAt: Type.Optional(Type.String()),
  },
  strict,
)
export type RefundView = Static<typeof RefundView>

const PaymentView = Type.Object(
  {
    method: Type.Enum(METHODS),
    amount: Fen,
    at: Type.String(),
    by: Type.String(),
    order: Type.String(),
    tendered: Type.Optional(Fen),
    change: Type.Optional(Fen),
    voucher: Type.Optional(Type.String()),
  },
  strict,
)

/** 缴费单 — what is owed for a case and what became of it, as its reader may see it. */
export const ChargeView = Type.Object(
  {
    revision: Type.Integer(),
    status: Type.Enum(CHARGE_STATUSES),
    payer: Type.String(),
    lines: Type.Array(Line),
    total: Fen,
    capitals: Type.String(),
    due: Type.Enum(FEE_DUE),
    basis: Type.String(),
    raisedAt: Type.String(),
    howToPay: Type.Array(Text),
    /** Whether it can be paid online now. */
    online: Type.Boolean(),
    /** The latest online order, while it stands. */
    order: Type.Optional(
      Type.Object({ number: Type.String(), expires: Type.String(), payAt: Type.String() }, strict),
    ),
    payment: Type.Optional(PaymentView),
    sentBack: Type.Array(
      Type.Object({ order: Type.String(), amount: Fen, why: Type.String(), at: Type.String() }, strict),
    ),
    refunds: Type.Array(RefundView),
    refunded: Fen,
    receipts: Type.Array(ReceiptView),
    /** What the rule gives back, where the case has ended. */
    refundable: Type.Optional(
      Type.Object({ after: Type.Enum(REFUND_AFTER), amount: Fen, left: Fen }, strict),
    ),
  },
  strict,
)
export type ChargeView = Static<typeof ChargeView>

/** 收费 — the fees of one case: free, not asked for yet, to be assessed, or charged. */
export const FeesOfCase = Type.Object(
  {
    caseId: Type.String(),
    number: Type.String(),
    item: Type.Object({ code: Type.String(), name: Text }, strict),
    organ: Text,
    state: Type.Enum(['free', 'not-yet', 'to-assess', 'charged'] as const),
    /** What it will be, before it is asked for. */
    expected: Type.Array(Line),
    /** Fees whose amount an officer must say. */
    toAssess: Type.Array(Type.Object({ name: Text, standard: Text, basis: Type.String() }, strict)),
    charge: Type.Optional(ChargeView),
    /** Commands the reader may give now, by their endpoints' names. */
    actions: Type.Array(Type.String()),
  },
  strict,
)
export type FeesOfCase = Static<typeof FeesOfCase>

/** A line of a list of charges. */
export const ChargeRow = Type.Object(
  {
    caseId: Type.String(),
    number: Type.String(),
    item: Text,
    organ: Text,
    payer: Type.String(),
    total: Fen,
    refunded: Fen,
    status: Type.Enum(CHARGE_STATUSES),
    due: Type.Enum(FEE_DUE),
    raisedAt: Type.String(),
    paidAt: Type.Optional(Type.String()),
  },
  strict,
)
export type ChargeRow = Static<typeof ChargeRow>
