/**
 * Entries of the journals of payments: what is owed for a case and what became of it, and the accounts of a day.
 * Amounts are integer fen.
 */
import type { FeeDue, RefundAfter } from '@mashang/flow'
import type { Words } from '@mashang/kit'

/** 收费明细 — one line of what is asked for, with how it was reckoned and the article it rests on. */
export interface ChargedLine {
  readonly name: Words
  readonly amount: number
  /** Before what was let off. */
  readonly full: number
  readonly how?: string
  readonly reduction?: { readonly percent: number; readonly reason: Words; readonly basis: string }
  readonly basis: string
  readonly due: FeeDue
  readonly refunds: readonly { readonly after: RefundAfter; readonly percent: number }[]
}

/** 交款人 — who pays. */
export interface Payer {
  readonly personId: string
  readonly name: string
  readonly kind: 'person' | 'enterprise'
}

export const METHODS = ['cash', 'card', 'online'] as const
export type Method = (typeof METHODS)[number]

/** 票据 — an electronic receipt: code, number and check code. */
export interface ReceiptRef {
  readonly code: string
  readonly number: string
  readonly check: string
}

/** Why a payer says that a payment should be given back. */
export const REFUND_CAUSES = ['paid-twice', 'too-much', 'not-due', 'other'] as const
export type RefundCause = (typeof REFUND_CAUSES)[number]

export interface ChargeEntries {
  /** 开具缴费通知书 */
  raised: {
    readonly caseId: string
    readonly number: string
    readonly item: { readonly code: string; readonly name: Words }
    readonly organ: string
    readonly payer: Payer
    readonly online: boolean
    readonly lines: readonly ChargedLine[]
    readonly total: number
  }
  /** 下单 — an online order, for so long. */
  ordered: {
    readonly order: string
    readonly amount: number
    readonly provider: string
    readonly expires: string
  }
  /** 缴费 */
  paid: {
    readonly method: Method
    readonly amount: number
    readonly order: string
    /** Day in whose accounts it stands. */
    readonly day: string
    readonly receipt: ReceiptRef
    readonly tendered?: number
    readonly change?: number
    readonly voucher?: string
    readonly reference?: string
  }
  /** 原路退回 — money that came too late or a second time, sent back at once. */
  'sent-back': {
    readonly order: string
    readonly amount: number
    readonly why: 'paid-already' | 'expired' | 'closed'
    readonly day: string
    readonly reference: string
  }
  /** 申请退费 — by the payer; the cashier looks into it. */
  'refund-requested': {
    readonly refund: string
    readonly amount: number
    readonly cause: RefundCause
    readonly reason: string
  }
  /** 不予退费 — the cashier's answer to the payer, with its reason. */
  'refund-declined': { readonly refund: string; readonly note: string }
  /** 申请退费 — by an office; on a payer's request it bears the request's id. */
  'refund-asked': {
    readonly refund: string
    readonly amount: number
    readonly grounds: 'by-rule' | 'mistake'
    readonly reason: string
  }
  /** 退费审批 — by another than who asked. */
  'refund-ruled': {
    readonly refund: string
    readonly outcome: 'approved' | 'refused'
    readonly note: string
  }
  /** 退费 — the receipt is reversed; one for what is left takes its place. */
  'refund-paid': {
    readonly refund: string
    readonly method: Method
    readonly amount: number
    readonly order: string
    readonly day: string
    readonly red: ReceiptRef
    readonly anew?: ReceiptRef
    readonly voucher?: string
    readonly reference?: string
  }
  /** 免缴 — the case ended before anything was paid: nothing is owed any more. */
  closed: { readonly after: RefundAfter }
}

/** 对账单 — one line of a bank's file. */
export interface BankLine {
  readonly order: string
  readonly kind: 'in' | 'out'
  readonly amount: number
  readonly at: string
  readonly reference: string
}

export interface DayEntries {
  /** 导入银行对账文件 */
  'bank-file-read': {
    readonly name: string
    readonly digest: string
    readonly encoding: 'utf-8' | 'gb18030'
    readonly lines: readonly BankLine[]
  }
  /** 差错处理 — a difference, by its key, and what was found out. */
  'difference-settled': { readonly key: string; readonly note: string }
  /** 现金盘点 */
  'till-counted': {
    readonly cashier: { readonly id: string; readonly name: string }
    readonly expected: number
    readonly counted: number
    readonly note: string
  }
  /** 日结签字 — from here on the day takes no more changes. */
  signed: { readonly received: number; readonly refunded: number; readonly matched: number }
}
