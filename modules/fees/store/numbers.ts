import { randomBytes } from 'node:crypto'
import { legalDayOf, mod11And10 } from '@mashang/kit'
import { sql } from 'kysely'
import type { ReceiptRef } from '../contract/entries.ts'
import type { Inside } from '../inside.ts'

/** 订单号 — day, serial and check digit (ISO 7064 MOD 11,10): `261128000000017`. Every payment has one. */
export async function takeOrderNumber({ db, clock }: Inside): Promise<string> {
  const taken = await sql<{ serial: string }>`select nextval('fees.order_serial') as serial`.execute(db)
  const serial = String(Number(taken.rows[0]?.serial ?? 0) % 100_000_000).padStart(8, '0')
  const body = legalDayOf(clock.now()).slice(2).replaceAll('-', '') + serial
  return body + mod11And10(body)
}

/** The next receipt of the year: code, number, and a check code that cannot be guessed. */
export async function takeReceipt({ db, clock, city }: Inside): Promise<ReceiptRef> {
  const code = city.receipt.prefix + legalDayOf(clock.now()).slice(2, 4)
  const { last } = await db
    .insertInto('receipt_series')
    .values({ code, last: 1 })
    .onConflict((on) => on.column('code').doUpdateSet({ last: sql`receipt_series.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return { code, number: String(last).padStart(10, '0'), check: randomBytes(3).toString('hex') }
}
