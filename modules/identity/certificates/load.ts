import type { Selectable } from 'kysely'
import type { Bound } from '../rules/certificate.ts'
import type { IdentityDb, IdentityTables } from '../store/tables.ts'

/** Bound certificates as they now are, from their summary rows. */
function boundOf(row: Selectable<IdentityTables['certificate']>): Bound {
  const { person_id, valid_from, valid_to, revoked_at, reason, ...same } = row
  return {
    ...same,
    personId: person_id,
    from: valid_from.toISOString(),
    to: valid_to.toISOString(),
    ...(revoked_at ? { revokedAt: revoked_at.toISOString() } : {}),
    ...(reason ? { reason } : {}),
  }
}

export async function findBound(db: IdentityDb, id: string): Promise<Bound | undefined> {
  const row = await db.selectFrom('certificate').selectAll().where('id', '=', id).executeTakeFirst()
  return row && boundOf(row)
}

export async function findBoundByFingerprint(
  db: IdentityDb,
  fingerprint: string,
): Promise<Bound | undefined> {
  const row = await db
    .selectFrom('certificate')
    .selectAll()
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row && boundOf(row)
}

/** Newest first. */
export async function listBound(db: IdentityDb, personId: string): Promise<readonly Bound[]> {
  const rows = await db
    .selectFrom('certificate')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map(boundOf)
}
