import { isRefusal } from '@mashang/kit'
import {
  type Digestible,
  digestOf,
  EMPTY_EDGE,
  type Hash,
  hashLeaf,
  openCheckpoint,
  type VerifierKey,
} from '@mashang/proof'
import { type Kysely, sql, type Transaction } from 'kysely'
import { type EntryRow, entryOf } from '../entry-row.ts'
import { type AuditFault, type Faults, gatherFaults } from './audit-faults.ts'
import { auditGrowth, auditPlaces, auditSubtreeCount, type SignedHead } from './audit-tree.ts'

export interface AuditOptions {
  readonly db: Kysely<unknown>
  readonly key: VerifierKey
  /** Signed checkpoints kept elsewhere; they show a log that was cut short or rewritten with its own key. */
  readonly known?: readonly string[]
  readonly onProgress?: (done: number, total: number) => void
}

export interface Audit {
  /** Leaves, signed tree heads and entries without a leaf yet, all read in one snapshot. */
  readonly leaves: number
  readonly checkpoints: number
  readonly pending: number
  /** How many faults there are, and the first 1000 of them. */
  readonly faultCount: number
  readonly faults: readonly AuditFault[]
}

const PAGE = 2000

/**
 * Computes everything again from the journal: the digest of each entry, each leaf, each subtree, each root that
 * was ever signed, and compares it with what the tables say. Changes nothing; writers need not stop.
 */
export async function auditLog(options: AuditOptions): Promise<Audit> {
  const transaction = options.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return transaction.execute(async (trx) => {
    const faults = gatherFaults()
    const total = await countOf(trx, 'journal.leaf')
    const heads = await headsOf(trx, options, faults)
    let edge = EMPTY_EDGE
    while (edge.size < total) {
      const leaves = await auditPage(trx, edge.size, faults)
      // Leaves that are missing leave nothing after them to compare: numbers and hashes are all others.
      if (leaves.length === 0) break
      edge = await auditGrowth(trx, edge, leaves, heads, faults)
      options.onProgress?.(edge.size, total)
    }
    for (const head of heads)
      if (head.size > edge.size) faults.add({ kind: 'log-cut-short', size: head.size })
    await auditSubtreeCount(trx, edge.size, faults)
    await auditPlaces(trx, faults)
    const [checkpoints, pending] = [
      await countOf(trx, 'journal.checkpoint'),
      await countOf(trx, 'journal.pending'),
    ]
    return { leaves: total, checkpoints, pending, ...faults.all() }
  })
}

async function countOf(trx: Transaction<unknown>, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    trx,
  )
  return rows[0]?.count ?? 0
}

/** Every tree head whose root must come out again, by size. */
async function headsOf(
  trx: Transaction<unknown>,
  options: AuditOptions,
  faults: Faults,
): Promise<SignedHead[]> {
  const { rows } = await sql<{ size: number; root: Buffer; note: string }>`
    select size, root, note from journal.checkpoint`.execute(trx)
  const heads: SignedHead[] = []
  for (const { size, root, note } of rows) {
    const opened = openCheckpoint(note, options.key)
    if (isRefusal(opened)) faults.add({ kind: 'checkpoint-not-signed', size })
    else if (opened.size !== size || !root.equals(opened.root))
      faults.add({ kind: 'checkpoint-altered', size })
    heads.push({ size, root, kind: 'checkpoint-altered' })
  }
  for (const note of options.known ?? []) {
    const opened = openCheckpoint(note, options.key)
    if (isRefusal(opened)) faults.add({ kind: 'known-checkpoint-not-signed' })
    else heads.push({ size: opened.size, root: opened.root, kind: 'known-checkpoint-differs' })
  }
  return heads.sort((one, other) => one.size - other.size)
}

type LeafRow = { readonly leaf: number; readonly leaf_digest: Buffer } & (
  | EntryRow
  | { readonly [K in keyof EntryRow]: null }
)

/** Compares the entries of the next leaves with their digests; the leaf hashes as far as there is no gap. */
async function auditPage(trx: Transaction<unknown>, first: number, faults: Faults): Promise<Hash[]> {
  const { rows } = await sql<LeafRow>`
    select l.leaf, l.digest as leaf_digest,
      e.stream, e.case_id, e.revision, e.kind, e.at, e.actor, e.content, e.salt, e.digest
    from journal.leaf l left join journal.entry e on e.case_id = l.case_id and e.revision = l.revision
    where l.leaf >= ${first} order by l.leaf limit ${PAGE}`.execute(trx)
  const hashes: Hash[] = []
  for (const row of rows) {
    if (row.leaf !== first + hashes.length) {
      faults.add({ kind: 'leaf-missing', leaf: first + hashes.length })
      break
    }
    hashes.push(hashLeaf(row.leaf_digest))
    if (row.digest === null) {
      faults.add({ kind: 'entry-missing', leaf: row.leaf })
      continue
    }
    const { digest, ...entry } = entryOf(row)
    const isSame = digest === row.leaf_digest.toString('hex') && digest === findDigest(entry)
    if (!isSame) {
      faults.add({ kind: 'entry-altered', leaf: row.leaf, caseId: entry.caseId, revision: entry.revision })
    }
  }
  return hashes
}

/** Undefined where the row holds what no entry ever held. */
function findDigest(entry: Digestible): string | undefined {
  try {
    return digestOf(entry)
  } catch {
    return undefined
  }
}
