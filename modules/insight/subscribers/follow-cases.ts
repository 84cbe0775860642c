import type { Subscriber } from '@mashang/store'
import { sql } from 'kysely'
import type { CaseFacts, Inside } from '../inside.ts'
import { changesAddUp, changesBetween } from '../rules/figures.ts'
import { caseRowOf, saveCases } from '../store/case-rows.ts'
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
    handle: (entry) => takeIn(inside, [entry]),
    handleAll: (entries) => takeIn(inside, entries),
  }
}

async function takeIn(
  inside: Inside,
  entries: readonly { readonly caseId: string; readonly revision: number }[],
): Promise<void> {
  const newest = new Map<string, number>()
  for (const { caseId, revision } of entries) newest.set(caseId, revision)
  const known = await inside.db
    .selectFrom('case')
    .select(['id', 'revision'])
    .where('id', '=', anyOf([...newest.keys()]))
    .execute()
  // What was read for an entry before showed these already.
  for (const { id, revision } of known) if (revision >= (newest.get(id) ?? 0)) newest.delete(id)
  const read = newest.size > 0 ? await inside.findCaseFacts([...newest.keys()]) : []
  if (read.length > 0) await save(inside, read)
}

async function save(inside: Inside, read: readonly CaseFacts[]): Promise<void> {
  await inside.db.transaction().execute(async (trx) => {
    // Made again from the journal where a power cut takes it: the subscriber's position goes with it.
    await sql`set local synchronous_commit = off`.execute(trx)
    const before = await trx
      .selectFrom('case')
      .selectAll()
      .where('id', '=', anyOf(read.map(({ id }) => id)))
      .orderBy('id')
      .forUpdate()
      .execute()
    const beforeOf = new Map(before.map((row) => [row.id, row]))
    const newer = read.filter(({ id, revision }) => (beforeOf.get(id)?.revision ?? 0) < revision)
    for (const statement of saveCases(trx, inside, newer)) await sql`${statement}`.execute(trx)
    const changes = newer.flatMap((facts) => changesBetween(beforeOf.get(facts.id), caseRowOf(inside, facts)))
    for (const change of changesAddUp(changes)) await addToDays(trx, change)
  })
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`
