/** Papers of a payment: what is asked for, and what was received or given back. Amounts come written, in figures and capitals. */

interface Money {
  /** ¥1,234.50 */
  readonly total: string
  /** 壹仟贰佰叁拾肆元伍角 */
  readonly capitals: string
}

interface FeeLine {
  readonly name: string
  /** Quantity and rate, or what was let off and why. */
  readonly how?: string
  readonly amount: string
  readonly basis: string
}

/** 缴费通知书 — notice of payment: lines, basis, total, by when and how to pay. */
interface PaymentNotice extends Money {
  readonly lines: readonly FeeLine[]
  readonly basis: string
  /** By when, and what waits for it. */
  readonly due: string
  readonly how: readonly string[]
}

interface ReceiptNumber {
  readonly code: string
  readonly number: string
  readonly check: string
}

/** 电子票据 — electronic receipt, in the manner of a fiscal bill: code, number and check code. */
interface FeeReceipt extends Money {
  readonly receipt: ReceiptNumber
  readonly lines: readonly FeeLine[]
  readonly method: string
  readonly paidAt: string
  readonly order: string
}

/** 红字票据 — red receipt: takes back what a receipt says, in whole or part. */
interface RedReceipt extends Money {
  readonly receipt: ReceiptNumber
  readonly original: { readonly code: string; readonly number: string }
  readonly reason: string
}

/** Every kind, with what all documents carry. */
export interface FeeData<Base> {
  'payment-notice': Base & PaymentNotice
  'fee-receipt': Base & FeeReceipt
  'red-receipt': Base & RedReceipt
}
