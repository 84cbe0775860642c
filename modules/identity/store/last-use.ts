import { sql } from 'kysely'
import type { IdentityDb } from './tables.ts'

/** Keeps when a key was last used, or a member of staff last signed in. */
export async function noteUse(db: IdentityDb, subject: string, at: Date): Promise<void> {
  await db
    .insertInto('last_use')
    .values({ subject, at })
    .onConflict((on) => on.column('subject').doUpdateSet({ at: sql`greatest(last_use.at, ${at})` }))
    .execute()
}

export async function findLastUse(db: IdentityDb, subject: string): Promise<Date | null> {
  const row = await db.selectFrom('last_use').select('at').where('subject', '=', subject).executeTakeFirst()
  return row?.at ?? null
}
