/** Which files an owner uploaded: reads that come at once share one statement. */
import { together } from '@mashang/store'
import { sql } from 'kysely'
import type { ApprovalsDb } from './tables.ts'

/** Digests of files, and who says that he uploaded them. */
export interface Wanted {
  readonly owner: string
  readonly digests: readonly string[]
}

export interface UploadedRow {
  readonly digest: string
  readonly size: number
  readonly type: string
}

/** Reads which of these files their owner did upload; several submissions at once are one read. */
export function createUploads(db: ApprovalsDb): (wanted: Wanted) => Promise<readonly UploadedRow[]> {
  const reads = together<Wanted, readonly UploadedRow[]>({
    work: async (batch) => {
      const owners = batch.flatMap(({ owner, digests }) => digests.map(() => owner))
      const all = batch.flatMap(({ digests }) => digests)
      const { rows } = await sql<UploadedRow & { owner: string }>`
        select owner, digest, size, type from approvals.uploaded_file
        join unnest(${owners}::text[], ${all}::text[]) as wanted (owner, digest) using (owner, digest)`.execute(
        db,
      )
      return batch.map(({ owner, digests }) =>
        rows.flatMap(({ owner: by, digest, size, type }) =>
          by === owner && digests.includes(digest) ? [{ digest, size, type }] : [],
        ),
      )
    },
    atOnce: 2,
    sizes: Array.from({ length: 50 }, (_, index) => index + 1),
  })
  return (wanted) => reads.do(wanted)
}
