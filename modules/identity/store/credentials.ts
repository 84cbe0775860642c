import type { Alongside } from '@mashang/store'
import type { IdentityDb } from './tables.ts'

/** The statement that keeps the hash of a password, to go alongside the entry that says it was changed. */
export function saveCredential(db: IdentityDb, subject: string, passwordHash: string, at: Date): Alongside {
  const row = { password_hash: passwordHash, changed_at: at }
  return db
    .insertInto('credential')
    .values({ subject, ...row })
    .onConflict((on) => on.column('subject').doUpdateSet(row))
}
