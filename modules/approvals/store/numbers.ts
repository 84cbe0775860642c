import { legalDayOf, mod11And10 } from '@mashang/kit'
import { sql } from 'kysely'
import type { ApprovalsDb } from './tables.ts'

/** Serials that one node takes at a time; as the sequence's increment. */
const BLOCK = 100

/**
 * Gives out numbers of applications: `210200-261123-004711-6` — region, day of receipt, serial, check digit
 * (ISO 7064 MOD 11,10). Unique, not gapless: what a node took and did not use is lost.
 */
export function createNumbers(
  db: ApprovalsDb,
  region: string,
  clock: { now(): Date },
): () => Promise<string> {
  let next = 0
  let end = 0
  let taking: Promise<void> | undefined
  const take = async () => {
    const taken = await sql<{ last: number }>`select nextval('approvals.application_serial') as last`.execute(
      db,
    )
    next = taken.rows[0]?.last ?? 0
    end = next + BLOCK
    taking = undefined
  }
  return async () => {
    while (next >= end) {
      taking ??= take()
      await taking
    }
    const serial = String(next++ % 1_000_000).padStart(6, '0')
    return numberOf(region, legalDayOf(clock.now()), serial)
  }
}

/** Joins the parts of a number and adds its check digit. */
function numberOf(region: string, day: string, serial: string): string {
  const date = day.slice(2).replaceAll('-', '')
  return `${region}-${date}-${serial}-${mod11And10(region + date + serial)}`
}

/** A number as typed (blanks, full-width digits, missing dashes) in its one written form; undefined if it is none. */
export function findWrittenNumber(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replaceAll(/[^0-9]/g, '')
  if (digits.length !== 19 || mod11And10(digits.slice(0, 18)) !== digits[18]) return undefined
  return `${digits.slice(0, 6)}-${digits.slice(6, 12)}-${digits.slice(12, 18)}-${digits.slice(18)}`
}

/**
 * The number of a document in its series of the year, e.g. 大市监审受字〔2026〕第000123号. Taken once for each
 * document: a second try to issue it gets the same number.
 */
export async function takeDocumentNumber(
  db: ApprovalsDb,
  documentId: string,
  word: string,
  year: string,
): Promise<string> {
  const series = `${word}〔${year}〕`
  const serial = await db.transaction().execute(async (transaction) => {
    const given = await transaction
      .selectFrom('document_number')
      .select('serial')
      .where('document_id', '=', documentId)
      .executeTakeFirst()
    if (given) return given.serial
    const { last } = await transaction
      .insertInto('number_series')
      .values({ series, last: 1 })
      .onConflict((on) => on.column('series').doUpdateSet({ last: sql`number_series.last + 1` }))
      .returning('last')
      .executeTakeFirstOrThrow()
    await transaction
      .insertInto('document_number')
      .values({ document_id: documentId, series, serial: last })
      .execute()
    return last
  })
  return `${series}第${String(serial).padStart(6, '0')}号`
}
