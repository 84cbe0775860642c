import { type Edge, grow, type Hash, rootOf, TILE_WIDTH, type TileRoot } from '@mashang/proof'
import { sql, type Transaction } from 'kysely'
import type { Faults } from './audit-faults.ts'

/** A signed tree head whose root must come out again. */
export interface SignedHead {
  readonly size: number
  readonly root: Uint8Array
  readonly kind: 'checkpoint-altered' | 'known-checkpoint-differs'
}

/** Lets the tree grow by these leaves, and compares subtrees and the roots of heads on the way. */
export async function auditGrowth(
  trx: Transaction<unknown>,
  from: Edge,
  leaves: readonly Hash[],
  heads: readonly SignedHead[],
  faults: Faults,
): Promise<Edge> {
  const end = from.size + leaves.length
  const added: TileRoot[] = []
  let edge = from
  const growTo = (size: number) => {
    const step = grow(edge, leaves.slice(edge.size - from.size, size - from.size))
    edge = step.edge
    added.push(...step.added)
  }
  for (const { size, root, kind } of heads) {
    if (size > end || size < from.size || (size === from.size && size > 0)) continue
    growTo(size)
    if (Buffer.compare(rootOf(edge), root) !== 0) faults.add({ kind, size })
  }
  growTo(end)
  await compareSubtrees(trx, added, faults)
  return edge
}

async function compareSubtrees(
  trx: Transaction<unknown>,
  expected: readonly TileRoot[],
  faults: Faults,
): Promise<void> {
  if (expected.length === 0) return
  const { rows } = await sql<{ hash: Buffer | null }>`
    select s.hash from unnest(
      ${expected.map(({ level }) => level)}::smallint[],
      ${expected.map(({ index }) => index)}::bigint[]
    ) with ordinality as e (level, index, position)
    left join journal.subtree s on s.level = e.level and s.index = e.index order by e.position`.execute(trx)
  for (const [at, { level, index, hash }] of expected.entries()) {
    if (!rows[at]?.hash?.equals(hash)) faults.add({ kind: 'subtree-altered', level, index })
  }
}

/** Finds subtrees that no leaves give. */
export async function auditSubtreeCount(
  trx: Transaction<unknown>,
  size: number,
  faults: Faults,
): Promise<void> {
  const { rows } = await sql<{ level: number; index: number }>`
    select level, index from journal.subtree
    where (index + 1)::numeric * ${TILE_WIDTH}::numeric ^ level > ${size}
    order by level, index limit 100`.execute(trx)
  for (const { level, index } of rows) faults.add({ kind: 'subtree-altered', level, index })
}

/** Finds entries that have no leaf and do not wait for one. */
export async function auditPlaces(trx: Transaction<unknown>, faults: Faults): Promise<void> {
  const { rows } = await sql<{ case_id: string; revision: number }>`
    select e.case_id, e.revision from journal.entry e
    where not exists (select from journal.leaf l where l.case_id = e.case_id and l.revision = e.revision)
      and not exists (select from journal.pending p where p.case_id = e.case_id and p.revision = e.revision)
    limit 1000`.execute(trx)
  for (const { case_id, revision } of rows)
    faults.add({ kind: 'entry-not-logged', caseId: case_id, revision })
}
