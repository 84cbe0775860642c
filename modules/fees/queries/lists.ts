import { type Handlers, maskName, type OutputOf, refuse, type Who } from '@mashang/kit'
import type { Selectable } from 'kysely'
import type { ChargeRow, feesEndpoints } from '../contract/index.ts'
import { type Inside, organName } from '../inside.ts'
import { actionsOf } from '../rules/reading.ts'
import { findChargeById } from '../store/charges.ts'
import type { ChargeTable } from '../store/tables.ts'
import { refundView } from './charge-view.ts'

type Lists = Pick<
  Handlers<typeof feesEndpoints>,
  'listMyCharges' | 'listCharges' | 'listRefunds' | 'checkReceipt'
>

type RefundLine = OutputOf<(typeof feesEndpoints)['listRefunds']>['refunds'][number]

const PAGE = 50

export function lists(inside: Inside): Lists {
  const { db } = inside
  return {
    listMyCharges: async ({ who }) => {
      const rows = await db
        .selectFrom('charge')
        .selectAll()
        .where('person_id', '=', who.kind === 'citizen' ? who.id : '')
        .orderBy('id', 'desc')
        .limit(200)
        .execute()
      return { charges: rows.map((row) => rowView(inside, row, false)) }
    },
    listCharges: async ({ who, query: { text, status, page = 1 } }) => {
      const organs = organsOf(who)
      let found = db.selectFrom('charge')
      if (organs) found = found.where('organ', 'in', organs)
      const owed = await found
        .where('status', '=', 'owed')
        .select(({ fn }) => [fn.countAll<string>().as('count'), fn.sum<string>('total').as('amount')])
        .executeTakeFirstOrThrow()
      if (status) found = found.where('status', '=', status)
      const sought = text?.trim()
      if (sought)
        found = found.where((where) =>
          where.or([
            where('number', 'like', `${literal(sought)}%`),
            where('payer', 'like', `${literal(sought)}%`),
          ]),
        )
      const { count } = await found
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow()
      const rows = await found
        .selectAll()
        .orderBy('raised_at', 'desc')
        .orderBy('id')
        .limit(PAGE)
        .offset((page - 1) * PAGE)
        .execute()
      return {
        charges: rows.map((row) => rowView(inside, row, isMasked(who))),
        total: Number(count),
        owed: { count: Number(owed.count), amount: Number(owed.amount ?? 0) },
      }
    },
    listRefunds: ({ who }) => listRefunds(inside, who),
    checkReceipt: ({ query }) => checkReceipt(inside, query),
  }
}

async function listRefunds(inside: Inside, who: Who): Promise<{ refunds: RefundLine[] }> {
  const { db } = inside
  const organs = organsOf(who)
  let found = db
    .selectFrom('refund')
    .innerJoin('charge', 'charge.id', 'refund.charge_id')
    .selectAll('charge')
    .select(['refund.id as refund_id'])
  if (organs) found = found.where('charge.organ', 'in', organs)
  const rows = await found.orderBy('refund.asked_at', 'desc').limit(100).execute()
  const refunds = await Promise.all(
    rows.map(async (row) => {
      const charge = (await findChargeById(inside, row.id))?.charge
      const refund = charge?.refunds.find((one) => one.refund === row.refund_id)
      if (!charge || !refund) return []
      const actions = actionsOf(who, { ...charge, refunds: [refund] }).filter((one) => one.includes('Refund'))
      return [
        {
          charge: rowView(inside, row, isMasked(who)),
          refund: refundView(refund, isMasked(who)),
          actions: actions.filter((one) => one !== 'askRefund'),
        },
      ]
    }),
  )
  return { refunds: refunds.flat() }
}

/** A wrong check code and a receipt that there is not get the same answer. */
async function checkReceipt(
  inside: Inside,
  query: { readonly code: string; readonly number: string; readonly check: string },
) {
  const { db } = inside
  const row = await db
    .selectFrom('receipt')
    .innerJoin('charge', 'charge.id', 'receipt.charge_id')
    .select(['receipt.code', 'receipt.number', 'receipt.check_code', 'receipt.amount', 'receipt.is_void'])
    .select(['receipt.reverses', 'receipt.issued_at', 'charge.id as charge_id'])
    .where('receipt.code', '=', query.code.trim())
    .where('receipt.number', '=', query.number.trim())
    .executeTakeFirst()
  const found = row && (await findChargeById(inside, row.charge_id))
  if (!row || !found || row.check_code !== query.check.trim().toLowerCase())
    return refuse('receipt-not-found')
  const { payer, item } = found.charge
  return {
    code: row.code,
    number: row.number,
    amount: Number(row.amount),
    at: row.issued_at.toISOString(),
    payer: payer.kind === 'person' ? maskName(payer.name) : payer.name,
    item: item.name,
    isVoid: row.is_void,
    isRed: row.reverses !== null,
  }
}

/** Whose charges a reader sees: of all organs, or of his own alone. */
function organsOf(who: Who): readonly string[] | undefined {
  if (who.kind !== 'staff') return []
  const everywhere = who.roles.some((role) => ['cashier', 'window-clerk', 'supervisor'].includes(role))
  return everywhere ? undefined : [who.organ]
}

function isMasked(who: Who): boolean {
  const roles = who.kind === 'staff' ? who.roles : []
  return roles.includes('supervisor') && !roles.includes('cashier')
}

function rowView(inside: Inside, row: Selectable<ChargeTable>, masked: boolean): ChargeRow {
  return {
    caseId: row.case_id,
    number: row.number,
    item: row.item_name,
    organ: organName(inside, row.organ),
    payer: masked ? maskName(row.payer) : row.payer,
    total: Number(row.total),
    refunded: Number(row.refunded),
    status: row.status,
    due: row.due,
    raisedAt: row.raised_at.toISOString(),
    ...(row.paid_at ? { paidAt: row.paid_at.toISOString() } : {}),
  }
}

function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}
