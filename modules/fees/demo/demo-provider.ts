/**
 * The demonstration's counter: a provider that moves no money. It keeps its orders in a table, signs its callbacks
 * with a key of its own, and says on its page what it is.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Refusal, refuse } from '@mashang/kit'
import type { PaymentProvider, SignedCallback } from '../provider.ts'
import type { FeesDb } from '../store/tables.ts'

const DEMO_COUNTER = 'demo'

export interface DemoOrder {
  readonly number: string
  readonly amount: number
  readonly subject: string
  readonly expires: string
  readonly backTo: string
  readonly paid: boolean
}

export interface DemoProvider extends PaymentProvider {
  findOrder(number: string): Promise<DemoOrder | undefined>
  /** As a payer would at a counter: the callback that the provider sends. */
  pay(number: string, now: Date): Promise<SignedCallback | Refusal>
}

export function createDemoProvider(db: FeesDb, key: Uint8Array): DemoProvider {
  const sign = (call: Omit<SignedCallback, 'signature'>) =>
    createHmac('sha256', key)
      .update([call.order, call.amount, call.at, call.reference].join('\n'))
      .digest('hex')
  const read = (number: string) =>
    db.selectFrom('demo_order').selectAll().where('number', '=', number).executeTakeFirst()
  return {
    id: DEMO_COUNTER,
    createOrder: async ({ number, amount, subject, expires, backTo }) => {
      await db
        .insertInto('demo_order')
        .values({ number, amount, subject, expires_at: expires, back_to: backTo })
        .onConflict((on) => on.column('number').doNothing())
        .execute()
      return { payAt: `/pay/demo/${number}` }
    },
    query: async (number) => {
      const row = await read(number)
      if (!row?.paid_at || !row.reference) return undefined
      return {
        order: row.number,
        amount: Number(row.amount),
        at: row.paid_at.toISOString(),
        reference: row.reference,
      }
    },
    readCallback: ({ signature, ...call }) => {
      const [given, right] = [Buffer.from(signature, 'hex'), Buffer.from(sign(call), 'hex')]
      return given.length === right.length && timingSafeEqual(given, right)
        ? call
        : refuse('callback-signature-wrong', {
            rule: 'callbackIsSignedByItsProvider',
            facts: { order: call.order },
          })
    },
    refund: async ({ order, refund }) => `DEMO-R-${order}-${refund.slice(0, 8)}`,
    findOrder: async (number) => {
      const row = await read(number)
      return (
        row && {
          number: row.number,
          amount: Number(row.amount),
          subject: row.subject,
          expires: row.expires_at.toISOString(),
          backTo: row.back_to,
          paid: row.paid_at !== null,
        }
      )
    },
    pay: async (number, now) => {
      const row = await read(number)
      if (!row) return refuse('order-not-found', { facts: { order: number } })
      if (!row.paid_at && row.expires_at < now) return refuse('order-expired', { facts: { order: number } })
      const at = (row.paid_at ?? now).toISOString()
      const reference = row.reference ?? `DEMO-${number}`
      await db
        .updateTable('demo_order')
        .set({ paid_at: at, reference })
        .where('number', '=', number)
        .where('paid_at', 'is', null)
        .execute()
      const call = { order: number, amount: Number(row.amount), at, reference }
      return { ...call, signature: sign(call) }
    },
  }
}
