import type { Subscriber } from '@mashang/store'
import { sql } from 'kysely'
import type { Inside } from '../inside.ts'
import { changesBetween } from '../rules/figures.ts'
import { caseRowOf, saveCase } from '../store/case-rows.ts'
import { addToDays } from '../store/days.ts'

/** Entries that change a figure. */
const KINDS = [
  'submitted',
  'correction-requested',
  'corrected',
  'accepted',
  'declined',
  'found-not-needed',
  'step-concluded',
  'returned',
  'clock-stopped',
  'clock-resumed',
  'extended',
  'reassigned',
  'decided',
  'withdrawn',
  'merged',
  'merged-in',
  'merge-undone',
  'merge-in-undone',
  'transfer-taken',
  'transfer-ruled',
  'carded',
  'card-appealed',
  'card-ruled',
]

/** Keeps the figures: the case as it is now, and what that changes in its days. At least once, and twice is once. */
export function followCases(inside: Inside): Subscriber {
  return {
    name: 'insight.follow-cases',
    streams: ['application'],
    kinds: KINDS,
    handle: async ({ caseId, revision }) => {
      const known = await inside.db
        .selectFrom('case')
        .select('revision')
        .where('id', '=', caseId)
        .executeTakeFirst()
      // What was read for an entry before showed this one already.
      if (known && known.revision >= revision) return
      await takeIn(inside, caseId)
    },
  }
}

async function takeIn(inside: Inside, caseId: string): Promise<void> {
  const [facts] = await inside.findCaseFacts([caseId])
  if (!facts) return
  const after = caseRowOf(inside, facts)
  await inside.db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('case')
      .selectAll()
      .where('id', '=', caseId)
      .forUpdate()
      .executeTakeFirst()
    if (before && before.revision >= facts.revision) return
    for (const statement of saveCase(trx, inside, facts)) await sql`${statement}`.execute(trx)
    for (const change of changesBetween(before, after)) await addToDays(trx, change)
  })
}
