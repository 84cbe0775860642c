import { randomBytes } from 'node:crypto'
import { legalDayOf } from '@mashang/kit'
import { sql } from 'kysely'
import type { ProjectsDb } from './tables.ts'

/** The number of a document in its series of the year; however often it is asked for, a document has one number. */
export async function numberOnce(db: ProjectsDb, id: string, word: string, at: string): Promise<string> {
  const series = `${word}〔${legalDayOf(at).slice(0, 4)}〕`
  const serial = await db.transaction().execute(async (transaction) => {
    const there = await transaction
      .selectFrom('document_number')
      .select('serial')
      .where('document_id', '=', id)
      .executeTakeFirst()
    if (there) return there.serial
    const { last } = await transaction
      .insertInto('number_series')
      .values({ series, last: 1 })
      .onConflict((on) => on.column('series').doUpdateSet({ last: sql`number_series.last + 1` }))
      .returning('last')
      .executeTakeFirstOrThrow()
    await transaction
      .insertInto('document_number')
      .values({ document_id: id, series, serial: last })
      .execute()
    return last
  })
  return `${series}第${String(serial).padStart(6, '0')}号`
}

/** 80 random bits for a QR: nobody finds a document by guessing. */
export function newCode(): string {
  const characters = [...randomBytes(16)].map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte & 31])
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-')
}
