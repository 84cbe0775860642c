/** What a clerk compared with its original, until it is submitted. */
import type { SheetState } from '@mashang/flow'
import type { BundleClerk, SeenOriginal } from '../contract/index.ts'
import type { Inside } from '../inside.ts'

export async function findSeen({ db }: Pick<Inside, 'db'>, id: string): Promise<readonly SeenOriginal[]> {
  const rows = await db.selectFrom('seen').selectAll().where('bundle_id', '=', id).execute()
  return rows.map(({ material, digests, by_id, by_name, at, valid_to }) => ({
    material,
    digests,
    by: { id: by_id, name: by_name },
    at: at.toISOString(),
    ...(valid_to ? { validTo: valid_to } : {}),
  }))
}

/** A look counts as long as no file has come to it since. */
export function thatStillCount(
  seen: readonly SeenOriginal[],
  { files }: Pick<SheetState, 'files'>,
): readonly SeenOriginal[] {
  return seen.filter(({ material, digests }) => {
    const given = files[material] ?? []
    return given.length > 0 && given.every(({ digest }) => digests.includes(digest))
  })
}

export async function markSeen(
  { db, clock }: Pick<Inside, 'db' | 'clock'>,
  id: string,
  look: Pick<SeenOriginal, 'material' | 'digests' | 'validTo'>,
  by: BundleClerk,
): Promise<void> {
  const row = {
    digests: [...look.digests],
    by_id: by.id,
    by_name: by.name,
    at: clock.now().toISOString(),
    valid_to: look.validTo ?? null,
  }
  await db
    .insertInto('seen')
    .values({ bundle_id: id, material: look.material, ...row })
    .onConflict((on) => on.columns(['bundle_id', 'material']).doUpdateSet(row))
    .execute()
}

export async function unmarkSeen({ db }: Pick<Inside, 'db'>, id: string, material: string): Promise<void> {
  await db.deleteFrom('seen').where('bundle_id', '=', id).where('material', '=', material).execute()
}
