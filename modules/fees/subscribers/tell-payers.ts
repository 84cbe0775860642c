import { formatMoney } from '@mashang/kit'
import type { Subscriber } from '@mashang/store'
import type { ChargeEntries } from '../contract/entries.ts'
import type { Inside } from '../inside.ts'
import { chargeOf, type Refund } from '../rules/charge.ts'
import { findChargeById } from '../store/charges.ts'

type Told = 'refund-declined' | 'refund-asked' | 'refund-ruled' | 'refund-paid'

/** Tells the payer what became of a refund. At least once. */
export function tellPayers(inside: Inside): Subscriber {
  return {
    name: 'fees.tell-payers',
    streams: ['charge'],
    kinds: ['refund-declined', 'refund-asked', 'refund-ruled', 'refund-paid'],
    handle: async ({ caseId, revision, kind, content }) => {
      const found = await findChargeById(inside, caseId)
      const charge = found && chargeOf(found.entries.filter((entry) => entry.revision <= revision))
      const { refund: id } = content as ChargeEntries[Told]
      const refund = charge?.refunds.find((one) => one.refund === id)
      const words = refund && wordsOf(kind as Told, refund, charge?.payment?.method === 'online')
      if (charge && words)
        await inside.tellPayer(
          charge.payer.personId,
          `您的办件 ${charge.number}（${charge.item.name.zh}）：${words}`,
        )
    },
  }
}

/** Nothing where an office asks of its own accord: what comes of it is told when it is ruled on. */
function wordsOf(kind: Told, refund: Refund, isOnline: boolean): string | undefined {
  const amount = formatMoney(refund.paid?.amount ?? refund.amount)
  switch (kind) {
    case 'refund-declined':
      return `退费申请没有通过：${refund.declined?.note}。如有异议，可以到收费窗口询问，也可以申请行政复议。`
    case 'refund-asked':
      return refund.requested ? `退费申请已核实，拟退 ${amount}，正在审批。` : undefined
    case 'refund-ruled':
      if (refund.ruled?.outcome === 'refused') return `退费没有批准：${refund.ruled.note}。`
      // What goes back the way it came is paid out in the same moment.
      return isOnline ? undefined : `退费 ${amount} 已批准，请带身份证到收费窗口办理退款。`
    case 'refund-paid':
      return `已退款 ${amount}，原电子票据已红字冲销。`
  }
}
