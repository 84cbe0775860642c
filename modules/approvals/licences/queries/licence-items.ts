/** Which items issue a type of licence, and which act on it: read from the published catalogue, kept for a while. */
import type { Situation } from '@mashang/flow'
import { sql } from 'kysely'
import { keep } from '../../catalogue/kept.ts'
import type { ApprovalsDb } from '../../store/tables.ts'

export interface LicenceItem {
  readonly code: string
  readonly organ: string
  readonly name: { readonly zh: string; readonly en?: string }
  readonly situation: Situation
  /** Type that it acts on; null for one that does not. */
  readonly concerns: string | null
  /** Type that it issues, and what that is called. */
  readonly issues: string | null
  readonly title: { readonly zh: string; readonly en?: string }
  readonly depth: number
  /** Of a renewal: how long before the expiry it is asked for, where the item says so itself. */
  readonly askBefore: string | null
}

const BELIEVED_FOR = 30_000

/** Those that issue a type for the first time come last: they give it its name. */
export function createLicenceItems(db: ApprovalsDb): () => Promise<readonly LicenceItem[]> {
  const kept = keep(
    async () => {
      const { rows } = await sql<LicenceItem>`
        select code, organ, definition -> 'name' as name, definition ->> 'concerns' as concerns,
          coalesce(definition ->> 'situation', 'first') as situation,
          definition -> 'result' ->> 'licence' as issues, definition -> 'result' -> 'name' as title,
          (definition ->> 'depth')::integer as depth,
          definition -> 'result' -> 'renewal' ->> 'ask-before' as "askBefore"
        from approvals.item
        where status = 'published'
          and (definition ->> 'concerns' is not null or definition -> 'result' ->> 'licence' is not null)
        order by coalesce(definition ->> 'situation', 'first') = 'first', code`.execute(db)
      return rows
    },
    { believedFor: BELIEVED_FOR, staleFor: BELIEVED_FOR, most: 1 },
  )
  return () => kept.get('')
}
