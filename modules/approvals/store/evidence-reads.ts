/** What the city keeps of its holders: reads that come at once share one statement. */
import { together } from '@mashang/store'
import { type Selectable, sql } from 'kysely'
import type { ApprovalsDb, ApprovalsTables } from './tables.ts'

export type EvidenceRow = Selectable<ApprovalsTables['evidence']>

/** Reads what is kept of a holder, by his code, and was not withdrawn; the newest first. */
export function createEvidenceReads(db: ApprovalsDb): (holder: string) => Promise<readonly EvidenceRow[]> {
  const reads = together<string, readonly EvidenceRow[]>({
    work: async (holders) => {
      const rows = await db
        .selectFrom('evidence')
        .leftJoin('evidence_withheld', 'evidence_withheld.source_id', 'evidence.id')
        .selectAll('evidence')
        .where('holder_code', '=', sql<string>`any(${[...new Set(holders)]}::text[])`)
        .where('evidence_withheld.source_id', 'is', null)
        .orderBy('seen_on', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return holders.map((holder) => rows.filter((row) => row.holder_code === holder))
    },
    atOnce: 2,
    sizes: Array.from({ length: 50 }, (_, index) => index + 1),
  })
  return (holder) => reads.do(holder)
}
