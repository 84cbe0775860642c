import type { Actor } from '@mashang/kit'
import { type Charge, chargeOf } from '../rules/charge.ts'
import type { ChargeEntry } from '../store/charges.ts'

const CASHIER: Actor = { kind: 'staff', id: 'cashier', name: '李收费' }
const CASE = '01890000-0000-7000-8000-000000000001'

const RAISED: ChargeEntry = {
  kind: 'raised',
  content: {
    caseId: CASE,
    number: '210200-261123-000001-4',
    item: { code: 'kite', name: { zh: '风筝放飞许可', en: 'Kite-flying permit' } },
    organ: 'sports-bureau',
    payer: { personId: 'p', name: '王小明', kind: 'person' },
    online: true,
    lines: [
      {
        name: { zh: '许可费', en: 'Fee' },
        amount: 9000,
        full: 9000,
        basis: '风筝条例',
        due: 'before-decision',
        refunds: [{ after: 'withdrawn', percent: 80 }],
      },
    ],
    total: 9000,
  },
}

/** Ninety yuan in cash. */
export const PAID = {
  kind: 'paid' as const,
  content: {
    method: 'cash' as const,
    amount: 9000,
    order: '261123000000999',
    day: '2026-11-23',
    receipt: { code: '21010126', number: '0000000001', check: 'aaaaaa' },
  },
}

/** A charge of ¥90.00 to which these things happened, a minute each, by the cashier. */
export function aCharge(...entries: readonly ChargeEntry[]): Charge {
  const charge = chargeOf(
    [RAISED, ...entries].map((entry, i) => ({
      ...entry,
      revision: i + 1,
      at: `2026-11-23T02:${String(i).padStart(2, '0')}:00.000Z`,
      actor: CASHIER,
    })),
  )
  if (!charge) throw new Error('a raised charge exists')
  return charge
}
