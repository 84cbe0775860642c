/** What a charge is: the fold of its entries. */
import { type Fold, type Folded, foldEntries } from '@mashang/flow'
import type { ChargeEntries, ReceiptRef } from '../contract/entries.ts'

export type ChargeStatus = 'owed' | 'paid' | 'part-refunded' | 'refunded' | 'closed'

interface Said {
  readonly at: string
  readonly by: Folded['actor']
}

export type Payment = ChargeEntries['paid'] & Said
export type SentBack = ChargeEntries['sent-back'] & Said

export type RefundStatus = 'requested' | 'declined' | 'asked' | 'approved' | 'refused' | 'paid'

export interface Refund extends Said {
  readonly refund: string
  readonly amount: number
  readonly grounds: 'by-rule' | 'mistake'
  readonly reason: string
  /** Where the payer asked for it. */
  readonly requested?: ChargeEntries['refund-requested'] & Said
  readonly declined?: ChargeEntries['refund-declined'] & Said
  /** Where an office asked for it, or took the payer's request up. */
  readonly asked?: Said
  readonly ruled?: ChargeEntries['refund-ruled'] & Said
  readonly paid?: ChargeEntries['refund-paid'] & Said
}

/** 票据 — a receipt as it stands; a red one takes another back. */
export interface Receipt extends ReceiptRef {
  readonly amount: number
  readonly at: string
  readonly isVoid: boolean
  /** Of a red one, the number of the receipt it reverses. */
  readonly reverses?: string
  /** Revision of the entry that gave it. */
  readonly revision: number
}

/** 收费单 — what is owed for one case, and what became of it. */
export type Charge = ChargeEntries['raised'] & {
  readonly revision: number
  readonly raisedAt: string
  readonly orders: readonly ChargeEntries['ordered'][]
  readonly payment?: Payment
  readonly sentBack: readonly SentBack[]
  readonly refunds: readonly Refund[]
  readonly receipts: readonly Receipt[]
  readonly closed?: ChargeEntries['closed']
}

type Change<K extends keyof ChargeEntries> = (
  state: Charge,
  content: ChargeEntries[K],
  entry: Folded,
) => Partial<Charge>

const update =
  <K extends keyof ChargeEntries>(change: Change<K>) =>
  (state: Charge | undefined, content: ChargeEntries[K], entry: Folded): Charge => {
    if (!state) throw new Error(`a charge begins with “raised”, not with “${entry.kind}”`)
    return { ...state, ...change(state, content, entry), revision: entry.revision }
  }

const said = ({ at, actor }: Folded): Said => ({ at, by: actor })

const changed = (state: Charge, id: string, change: Partial<Refund>): readonly Refund[] =>
  state.refunds.map((one) => (one.refund === id ? { ...one, ...change } : one))

const refundPaid: Change<'refund-paid'> = (state, content, entry) => {
  const current = state.receipts.find(({ isVoid, reverses }) => !isVoid && reverses === undefined)
  const { at, revision } = entry
  const kept = state.receipts.map((one) => (one === current ? { ...one, isVoid: true } : one))
  const red = { ...content.red, amount: -(current?.amount ?? 0), at, revision, isVoid: false }
  const rest = (current?.amount ?? 0) - content.amount
  return {
    refunds: changed(state, content.refund, { paid: { ...content, ...said(entry) } }),
    receipts: [
      ...kept,
      { ...red, reverses: current?.number ?? '' },
      ...(content.anew ? [{ ...content.anew, amount: rest, at, revision, isVoid: false }] : []),
    ],
  }
}

const FOLD: Fold<Charge | undefined, ChargeEntries> = {
  raised: (_, content, entry) => ({
    ...content,
    revision: entry.revision,
    raisedAt: entry.at,
    orders: [],
    sentBack: [],
    refunds: [],
    receipts: [],
  }),
  ordered: update<'ordered'>(({ orders }, order) => ({ orders: [...orders, order] })),
  paid: update<'paid'>(({ receipts }, content, entry) => ({
    payment: { ...content, ...said(entry) },
    receipts: [
      ...receipts,
      { ...content.receipt, amount: content.amount, at: entry.at, revision: entry.revision, isVoid: false },
    ],
  })),
  'sent-back': update<'sent-back'>(({ sentBack }, content, entry) => ({
    sentBack: [...sentBack, { ...content, ...said(entry) }],
  })),
  'refund-requested': update<'refund-requested'>(({ refunds }, content, entry) => {
    const { refund, amount, reason } = content
    const requested = { ...content, ...said(entry) }
    return {
      refunds: [...refunds, { refund, amount, reason, grounds: 'mistake', requested, ...said(entry) }],
    }
  }),
  'refund-declined': update<'refund-declined'>((state, content, entry) => ({
    refunds: changed(state, content.refund, { declined: { ...content, ...said(entry) } }),
  })),
  'refund-asked': update<'refund-asked'>((state, content, entry) => {
    const asked = { ...content, ...said(entry), asked: said(entry) }
    const isTakenUp = state.refunds.some(({ refund }) => refund === content.refund)
    return { refunds: isTakenUp ? changed(state, content.refund, asked) : [...state.refunds, asked] }
  }),
  'refund-ruled': update<'refund-ruled'>((state, content, entry) => ({
    refunds: changed(state, content.refund, { ruled: { ...content, ...said(entry) } }),
  })),
  'refund-paid': update(refundPaid),
  closed: update<'closed'>((_, closed) => ({ closed })),
}

/** Folds a journal into the charge; undefined when there is none. */
export function chargeOf(entries: readonly Folded[]): Charge | undefined {
  return foldEntries<Charge | undefined, ChargeEntries>(FOLD, undefined, entries)
}

/** How far a refund has come. */
export function refundStatusOf({ asked, declined, ruled, paid }: Refund): RefundStatus {
  if (paid) return 'paid'
  if (ruled) return ruled.outcome
  if (asked) return 'asked'
  return declined ? 'declined' : 'requested'
}

/** Fen that were given back. */
export function refundedOf({ refunds }: Pick<Charge, 'refunds'>): number {
  return refunds.reduce((sum, { paid }) => sum + (paid?.amount ?? 0), 0)
}

export function statusOf(charge: Charge): ChargeStatus {
  if (!charge.payment) return charge.closed ? 'closed' : 'owed'
  const refunded = refundedOf(charge)
  if (refunded === 0) return 'paid'
  return refunded < charge.payment.amount ? 'part-refunded' : 'refunded'
}
