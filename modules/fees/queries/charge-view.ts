/** The fees of a case as their reader may see them. */
import { REFUND_AFTER, type RefundAfter } from '@mashang/flow'
import { actorOf, isRefusal, maskName, moneyInCapitals, type Refusal, refuse, type Who } from '@mashang/kit'
import type { ChargeView, FeesOfCase, ReceiptView, RefundView } from '../contract/index.ts'
import { type FeeCase, type Inside, organName } from '../inside.ts'
import {
  type Charge,
  type Receipt,
  type Refund,
  refundedOf,
  refundStatusOf,
  statusOf,
} from '../rules/charge.ts'
import { paperIdFor } from '../rules/ids.ts'
import { articleOf, bothOf, linesOf } from '../rules/lines.ts'
import { actionsOf, type Standing, standingOf } from '../rules/reading.ts'
import { leftOf, refundableOf } from '../rules/refund.ts'
import { type FoundCharge, findCharge } from '../store/charges.ts'
import { dueOf } from '../store/summaries.ts'

/** A case and its charge, for a reader who may see them; another's is told apart from none by nobody. */
export interface Found {
  readonly feeCase: FeeCase
  readonly found: FoundCharge | undefined
  readonly standing: Standing
}

export async function getFeesFor(inside: Inside, caseId: string, who: Who): Promise<Found | Refusal> {
  const feeCase = await inside.findCase(caseId)
  const standing = feeCase && standingOf(who, { organ: feeCase.organ, personId: feeCase.payer.personId })
  if (!feeCase || !standing) return refuse('charge-not-found')
  return { feeCase, found: await findCharge(inside, caseId), standing }
}

/** The charge of a case, where there must be one. */
export async function getChargeFor(
  inside: Inside,
  caseId: string,
  who: Who,
): Promise<(Found & { readonly found: FoundCharge }) | Refusal> {
  const all = await getFeesFor(inside, caseId, who)
  if (isRefusal(all)) return all
  return all.found ? { ...all, found: all.found } : refuse('charge-not-found')
}

export async function viewOf(
  inside: Inside,
  { feeCase, found, standing }: Found,
  who: Who,
): Promise<FeesOfCase> {
  if (who.kind === 'staff' && standing !== 'supervisor')
    await inside.journal.recordLook({
      actor: actorOf(who),
      at: inside.clock.now().toISOString(),
      caseId: feeCase.id,
      what: 'charge',
      reason: 'fees-page',
    })
  const { lines, open } = linesOf(feeCase.fees, feeCase.form)
  const head = {
    caseId: feeCase.id,
    number: feeCase.number,
    item: feeCase.item,
    organ: organName(inside, feeCase.organ),
  }
  if (found)
    return {
      ...head,
      state: 'charged',
      expected: [],
      toAssess: [],
      charge: chargeView(inside, feeCase, found.charge, standing === 'supervisor'),
      actions: [...actionsOf(who, found.charge)],
    }
  const state = stateWithoutCharge(feeCase, lines.length + open.length, open.length)
  const officer =
    who.kind === 'staff' &&
    who.organ === feeCase.organ &&
    (who.roles.includes('handling-officer') || who.roles.includes('approval-head'))
  return {
    ...head,
    state,
    expected: lines.map(({ refunds: _, ...line }) => line),
    toAssess: open.map(({ name, standard, basis }) => ({
      name: bothOf(name),
      standard: bothOf(standard),
      basis: articleOf(basis),
    })),
    actions: state === 'to-assess' && officer ? ['raiseCharge'] : [],
  }
}

function stateWithoutCharge(feeCase: FeeCase, fees: number, open: number): FeesOfCase['state'] {
  if (fees === 0) return 'free'
  if (!feeCase.acceptedAt || isEnded(feeCase.status)) return 'not-yet'
  return open > 0 ? 'to-assess' : 'not-yet'
}

/** How the case ended without its result; undefined while it may still have one. */
export function endedAs(status: string): RefundAfter | undefined {
  return REFUND_AFTER.find((after) => after === status)
}

const isEnded = (status: string) => endedAs(status) !== undefined

function chargeView(inside: Inside, feeCase: FeeCase, charge: Charge, masked: boolean): ChargeView {
  const { payment, payer } = charge
  const status = statusOf(charge)
  const after = endedAs(feeCase.status)
  const order = orderOf(inside, charge)
  return {
    revision: charge.revision,
    status,
    payer: masked && payer.kind === 'person' ? maskName(payer.name) : payer.name,
    lines: charge.lines.map(({ refunds: _, ...line }) => line),
    total: charge.total,
    capitals: moneyInCapitals(charge.total),
    due: dueOf(charge),
    basis: articleOf(inside.city.basis),
    raisedAt: charge.raisedAt,
    howToPay: inside.city['how-to-pay'].filter((_, i) => i > 0 || isOnline(inside, charge)),
    online: status === 'owed' && isOnline(inside, charge),
    ...(order ? { order } : {}),
    ...(payment
      ? {
          payment: {
            method: payment.method,
            amount: payment.amount,
            at: payment.at,
            by: payment.method === 'online' ? '' : payment.by.name,
            order: payment.order,
            tendered: payment.tendered,
            change: payment.change,
            voucher: payment.voucher,
          },
        }
      : {}),
    sentBack: charge.sentBack.map(({ order: number, amount, why, at }) => ({
      order: number,
      amount,
      why,
      at,
    })),
    refunds: charge.refunds.map((refund) => refundView(refund, masked)),
    refunded: refundedOf(charge),
    receipts: charge.receipts.map((one) => receiptView(charge, one)),
    ...(after && payment
      ? { refundable: { after, amount: refundableOf(charge, after), left: leftOf(charge) } }
      : {}),
  }
}

export function isOnline(inside: Inside, charge: Charge): boolean {
  return charge.online && inside.provider !== undefined
}

function orderOf({ clock, provider }: Inside, charge: Charge): ChargeView['order'] {
  const order = charge.orders.at(-1)
  if (!order || charge.payment || !provider || order.expires <= clock.now().toISOString()) return undefined
  return { number: order.order, expires: order.expires, payAt: `/pay/${order.provider}/${order.order}` }
}

export function refundView(refund: Refund, masked: boolean): RefundView {
  const { amount, grounds, reason, by, at, requested, declined, ruled, paid } = refund
  return {
    id: refund.refund,
    amount,
    grounds,
    reason,
    askedBy: masked && by.kind === 'citizen' ? maskName(by.name) : by.name,
    askedAt: at,
    status: refundStatusOf(refund),
    ...(requested
      ? {
          request: {
            amount: requested.amount,
            cause: requested.cause,
            reason: requested.reason,
            at: requested.at,
          },
        }
      : {}),
    ruledBy: (ruled ?? declined)?.by.name,
    note: (ruled ?? declined)?.note,
    paidAt: paid?.at,
  }
}

function receiptView({ caseId }: Charge, { revision, ...receipt }: Receipt): ReceiptView {
  const paper = paperIdFor(caseId, revision, receipt.number)
  return { ...receipt, href: `/api/approvals/applications/${caseId}/documents/${paper}` }
}
