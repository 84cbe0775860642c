import type { Selectable } from 'kysely'
import type { Bound } from '../rules/certificate.ts'
import type { IdentityDb, IdentityTables } from '../store/tables.ts'

/** Bound certificates as they now are, from their summary rows. */
function boundOf(row: Selectable<IdentityTables['certificate']>): Bound {
  const { person_id, valid_from, valid_to, revoked_at, reason, told, ...same } = row
  return {
    ...same,
    personId: person_id,
    from: valid_from.toISOString(),
    to: valid_to.toISOString(),
    ...(revoked_at ? { revokedAt: revoked_at.toISOString() } : {}),
    ...(reason ? { reason } : {}),
    told,
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

const TOGETHER = 200

/** Those that end between two instants and are not revoked, in the order of their end. */
export async function listEnding(
  db: IdentityDb,
  { from, until, after }: { readonly from: Date; readonly until: Date; readonly after?: Bound | undefined },
): Promise<readonly Bound[]> {
  const rows = await db
    .selectFrom('certificate')
    .selectAll()
    .where('revoked_at', 'is', null)
    .where('valid_to', '>=', from)
    .where('valid_to', '<=', until)
    .$if(after !== undefined, (on) =>
      on.where((and) =>
        and(and.refTuple('valid_to', 'id'), '>', and.tuple(new Date(after?.to ?? 0), after?.id ?? '')),
      ),
    )
    .orderBy('valid_to')
    .orderBy('id')
    .limit(TOGETHER)
    .execute()
  return rows.map(boundOf)
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
