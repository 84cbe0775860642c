import type { Alongside, Summary } from '@mashang/store'
import type { Insertable } from 'kysely'
import { type Charge, chargeOf, refundedOf, refundStatusOf, statusOf } from '../rules/charge.ts'
import { dayOf } from '../rules/day.ts'
import { paperIdFor } from '../rules/ids.ts'
import type { ChargeTable, FeesDb, FeesTables } from './tables.ts'

function rowOf(id: string, charge: Charge): Insertable<ChargeTable> {
  return {
    id,
    revision: charge.revision,
    case_id: charge.caseId,
    number: charge.number,
    item_code: charge.item.code,
    item_name: JSON.stringify(charge.item.name),
    organ: charge.organ,
    person_id: charge.payer.personId,
    payer: charge.payer.name,
    total: charge.total,
    refunded: refundedOf(charge),
    status: statusOf(charge),
    due: dueOf(charge),
    raised_at: charge.raisedAt,
    paid_at: charge.payment?.at ?? null,
  }
}

/** A charge is paid as a whole, hence by the first of its days. */
export function dueOf({ lines }: Pick<Charge, 'lines'>): ChargeTable['due'] {
  return lines.some(({ due }) => due === 'before-decision') ? 'before-decision' : 'before-delivery'
}

type Movement = Insertable<FeesTables['movement']>

function movementsOf(id: string, charge: Charge): readonly Movement[] {
  const base = { charge_id: id, case_number: charge.number }
  const by = (actor: { id: string; name: string }) => ({ by_id: actor.id, by_name: actor.name })
  const { payment, refunds, sentBack } = charge
  return [
    ...(payment
      ? [
          {
            ...base,
            ...by(payment.by),
            revision: 0,
            kind: 'in' as const,
            method: payment.method,
            amount: payment.amount,
            order_number: payment.order,
            day: payment.day,
            at: payment.at,
          },
        ]
      : []),
    ...refunds.flatMap(({ paid }, i) =>
      paid
        ? [
            {
              ...base,
              ...by(paid.by),
              revision: i + 1,
              kind: 'out' as const,
              method: paid.method,
              amount: paid.amount,
              order_number: paid.order,
              day: paid.day,
              at: paid.at,
            },
          ]
        : [],
    ),
    // What is sent back came in before: the bank names it twice.
    ...sentBack.flatMap((one, i) =>
      (['in', 'out'] as const).map((kind) => ({
        ...base,
        ...by(one.by),
        revision: 1000 + i,
        kind,
        method: 'online' as const,
        amount: one.amount,
        order_number: one.order,
        day: one.day,
        at: one.at,
      })),
    ),
  ]
}

/** Statements that bring the summaries of one charge up to date. */
export function saveCharge(db: FeesDb, id: string, charge: Charge): readonly Alongside[] {
  const { id: _, ...rest } = rowOf(id, charge)
  return [
    db
      .insertInto('charge')
      .values({ id, ...rest })
      .onConflict((on) => on.column('id').doUpdateSet(rest)),
    ...charge.orders.map(({ order, amount }) =>
      db
        .insertInto('pay_order')
        .values({ charge_id: id, number: order, amount })
        .onConflict((on) => on.columns(['charge_id', 'number']).doNothing()),
    ),
    ...movementsOf(id, charge).map((movement) =>
      db
        .insertInto('movement')
        .values(movement)
        .onConflict((on) => on.columns(['charge_id', 'revision', 'kind']).doNothing()),
    ),
    ...charge.receipts.map((one) =>
      db
        .insertInto('receipt')
        .values({
          charge_id: id,
          code: one.code,
          number: one.number,
          check_code: one.check,
          amount: one.amount,
          is_void: one.isVoid,
          reverses: one.reverses ?? null,
          document_id: paperIdFor(charge.caseId, one.revision, one.number),
          issued_at: one.at,
        })
        .onConflict((on) => on.columns(['charge_id', 'code', 'number']).doUpdateSet({ is_void: one.isVoid })),
    ),
    ...charge.refunds.map((one) => {
      const status = refundStatusOf(one)
      return db
        .insertInto('refund')
        .values({ charge_id: id, id: one.refund, amount: one.amount, status, asked_at: one.at })
        .onConflict((on) => on.columns(['charge_id', 'id']).doUpdateSet({ status, amount: one.amount }))
    }),
  ]
}

export function saveDay(
  db: FeesDb,
  id: string,
  day: { readonly day: string; readonly revision: number; readonly signed?: { at: string; by: string } },
): readonly Alongside[] {
  const rest = {
    id,
    revision: day.revision,
    signed_at: day.signed?.at ?? null,
    signed_by: day.signed?.by ?? null,
  }
  return [
    db
      .insertInto('day')
      .values({ day: day.day, ...rest })
      .onConflict((on) => on.column('day').doUpdateSet(rest)),
  ]
}

/** Summary tables of the module, made again from the journal alone. */
export function feesSummaries(db: FeesDb): readonly Summary[] {
  return [
    {
      name: 'fees.charge',
      streams: ['charge'],
      clear: () => [
        db.deleteFrom('pay_order'),
        db.deleteFrom('movement'),
        db.deleteFrom('receipt'),
        db.deleteFrom('refund'),
        db.deleteFrom('charge'),
      ],
      project: (caseId, entries) => {
        const charge = chargeOf(entries)
        return charge ? saveCharge(db, caseId, charge) : []
      },
    },
    {
      name: 'fees.day',
      streams: ['fee-day'],
      clear: () => [db.deleteFrom('day')],
      project: (caseId, entries) => {
        const day = dayOf(entries)
        return day ? saveDay(db, caseId, day) : []
      },
    },
  ]
}
