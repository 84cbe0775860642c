import { FEE_DUE_WORDS } from '@mashang/flow'
import { formatMoney, moneyInCapitals } from '@mashang/kit'
import type { Subscriber } from '@mashang/store'
import type { ChargedLine, ChargeEntries, Method, ReceiptRef } from '../contract/entries.ts'
import type { Inside } from '../inside.ts'
import { isOnline } from '../queries/charge-view.ts'
import { type Charge, chargeOf } from '../rules/charge.ts'
import { paperIdFor } from '../rules/ids.ts'
import { articleOf } from '../rules/lines.ts'
import { findChargeById } from '../store/charges.ts'
import { dueOf } from '../store/summaries.ts'

const METHOD_WORDS: Readonly<Record<Method, string>> = { cash: '现金', card: '银行卡', online: '网上支付' }

/** Issues what the journal of a charge calls for: the notice, receipts, red receipts. At least once, and twice is once. */
export function issuePapers(inside: Inside): Subscriber {
  return {
    name: 'fees.issue-papers',
    streams: ['charge'],
    kinds: ['raised', 'paid', 'refund-paid'],
    handle: async ({ caseId, revision, at, kind, content }) => {
      const found = await findChargeById(inside, caseId)
      const charge = found && chargeOf(found.entries.filter((entry) => entry.revision <= revision))
      if (!charge) return
      if (kind === 'raised') await issueNotice(inside, charge, revision, at)
      if (kind === 'paid') {
        const { receipt } = content as ChargeEntries['paid']
        await issueReceipt(inside, charge, receipt, charge.payment?.amount ?? 0, revision, at)
      }
      if (kind === 'refund-paid')
        await issueRed(inside, charge, content as ChargeEntries['refund-paid'], revision, at)
    },
  }
}

const money = (fen: number) => ({ total: formatMoney(fen), capitals: moneyInCapitals(fen) })

function linesOf(lines: readonly ChargedLine[]) {
  return lines.map(({ name, amount, full, how, reduction, basis }) => {
    const off = reduction
      ? `应收 ${formatMoney(full)}，减免 ${reduction.percent}%：${reduction.reason.zh}（${reduction.basis}）`
      : undefined
    const reckoning = [how, off].filter((one) => one !== undefined).join('；')
    return { name: name.zh, amount: formatMoney(amount), basis, ...(reckoning ? { how: reckoning } : {}) }
  })
}

async function issueNotice(inside: Inside, charge: Charge, revision: number, at: string): Promise<void> {
  const online = isOnline(inside, charge)
  await inside.issuePaper({
    id: paperIdFor(charge.caseId, revision, 'payment-notice'),
    kind: 'payment-notice',
    caseId: charge.caseId,
    at,
    data: {
      ...money(charge.total),
      lines: linesOf(charge.lines),
      basis: articleOf(inside.city.basis),
      due: FEE_DUE_WORDS[dueOf(charge)].zh,
      how: inside.city['how-to-pay'].filter((_, i) => i > 0 || online).map(({ zh }) => zh),
    },
    shows: [{ label: '应缴金额', text: formatMoney(charge.total) }],
  })
}

const shownOf = (receipt: ReceiptRef, amount: number) => [
  { label: '票据代码', text: receipt.code },
  { label: '票据号码', text: receipt.number },
  { label: '校验码', text: receipt.check },
  { label: '金额', text: formatMoney(amount) },
]

async function issueReceipt(
  inside: Inside,
  charge: Charge,
  receipt: ReceiptRef,
  amount: number,
  revision: number,
  at: string,
): Promise<void> {
  const { payment, caseId, lines } = charge
  if (!payment) return
  const whole = amount === payment.amount
  await inside.issuePaper({
    id: paperIdFor(caseId, revision, receipt.number),
    kind: 'fee-receipt',
    caseId,
    at,
    data: {
      ...money(amount),
      receipt,
      // After a part was given back, one line says what is left.
      lines: whole
        ? linesOf(lines)
        : [{ name: '退费后余额', amount: formatMoney(amount), basis: lines[0]?.basis ?? '' }],
      method: METHOD_WORDS[payment.method],
      paidAt: payment.at,
      order: payment.order,
    },
    shows: shownOf(receipt, amount),
  })
}

async function issueRed(
  inside: Inside,
  charge: Charge,
  { red, anew, refund }: ChargeEntries['refund-paid'],
  revision: number,
  at: string,
): Promise<void> {
  const given = charge.receipts.find(({ number }) => number === red.number)
  const original = charge.receipts.find(({ number }) => number === given?.reverses)
  if (!given || !original) return
  await inside.issuePaper({
    id: paperIdFor(charge.caseId, revision, red.number),
    kind: 'red-receipt',
    caseId: charge.caseId,
    at,
    data: {
      ...money(given.amount),
      receipt: red,
      original: { code: original.code, number: original.number },
      reason: charge.refunds.find((one) => one.refund === refund)?.reason ?? '',
    },
    shows: [
      ...shownOf(red, given.amount),
      { label: '冲销票据', text: `${original.code} ${original.number}` },
    ],
  })
  const rest = anew && charge.receipts.find(({ number }) => number === anew.number)
  if (anew && rest) await issueReceipt(inside, charge, anew, rest.amount, revision, at)
}
