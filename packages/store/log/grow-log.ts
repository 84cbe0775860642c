import { isRefusal, OperatorError } from '@mashang/kit'
import {
  type Edge,
  EMPTY_EDGE,
  grow,
  HASH_SIZE,
  hashLeaf,
  openCheckpoint,
  rootOf,
  type Signer,
  signCheckpoint,
  type TileRoot,
} from '@mashang/proof'
import { sql, type Transaction } from 'kysely'
import { findHead, type Head, loadEdge } from './tree.ts'

/** The tree as a sequencer left it, so that its next round need not read it again. */
export interface Tree {
  readonly edge: Edge
  readonly root: Uint8Array
}

export interface Grown {
  readonly tree: Tree
  /** Entries placed in this round. */
  readonly placed: number
}

/**
 * One round inside one transaction: takes the first committed entries, gives them the next leaves, and signs
 * the tree they make. Undefined where another node is at it.
 */
export async function growLog(
  trx: Transaction<unknown>,
  signer: Signer,
  batch: number,
  known: Tree | undefined,
): Promise<Grown | undefined> {
  const turn = await sql`select one from journal.sequencer for update skip locked`.execute(trx)
  if (turn.rows.length === 0) return undefined
  const head = await findHead(trx)
  const before = head === undefined ? await beginLog(trx, signer) : await treeOf(trx, head, signer, known)
  const digests = await placePending(trx, before.edge.size, batch)
  if (digests.length === 0) return { tree: before, placed: 0 }
  const { edge, added } = grow(before.edge, digests.map(hashLeaf))
  const tree = { edge, root: rootOf(edge) }
  if (added.length > 0) await writeSubtrees(trx, added)
  await writeCheckpoint(trx, tree, signer)
  return { tree, placed: digests.length }
}

async function beginLog(trx: Transaction<unknown>, signer: Signer): Promise<Tree> {
  const tree = { edge: EMPTY_EDGE, root: rootOf(EMPTY_EDGE) }
  await writeCheckpoint(trx, tree, signer)
  return tree
}

/** The known tree if it is still the newest; else the stored one, which must have the root that was signed. */
async function treeOf(
  trx: Transaction<unknown>,
  head: Head,
  signer: Signer,
  known: Tree | undefined,
): Promise<Tree> {
  if (known?.edge.size === head.size && Buffer.compare(known.root, head.root) === 0) return known
  if (isRefusal(openCheckpoint(head.note, signer.key))) {
    throw new OperatorError({
      zh: `公开日志是用另一把密钥签名的，不是 ${signer.key.name}+${signer.key.id}。请从签名节点的数据文件夹复制 log.key。`,
      en:
        `The public log was signed with another key than ${signer.key.name}+${signer.key.id}. ` +
        'Copy the file log.key from the data folder of the node that signed it.',
    })
  }
  const edge = await loadEdge(trx, head.size)
  const root = rootOf(edge)
  if (Buffer.compare(root, head.root) !== 0) {
    throw new OperatorError({
      zh: `公开日志已损坏：${head.size} 条记录算不出签过名的那棵树。请从备份恢复。`,
      en: `The public log is damaged: its ${head.size} leaves do not make the tree that was signed. Restore a backup.`,
    })
  }
  return { edge, root }
}

/** Moves rows from the waiting list to leaves, in order of position; their digests in order of leaf. */
async function placePending(trx: Transaction<unknown>, size: number, batch: number): Promise<Uint8Array[]> {
  // In one piece: to read thousands of rows would take this process longer than to hash them.
  const { rows } = await sql<{ digests: Uint8Array | null }>`
    with taken as (
      delete from journal.pending
      where position in (select position from journal.pending order by position limit ${batch})
      returning position, case_id, revision, digest
    ),
    placed as (
      insert into journal.leaf (leaf, case_id, revision, digest)
      select ${size}::bigint - 1 + row_number() over (order by position), case_id, revision, digest from taken
      returning leaf, digest
    )
    select string_agg(digest, '' order by leaf) as digests from placed`.execute(trx)
  const digests = rows[0]?.digests ?? new Uint8Array(0)
  return Array.from({ length: digests.length / HASH_SIZE }, (_, at) =>
    digests.subarray(at * HASH_SIZE, (at + 1) * HASH_SIZE),
  )
}

async function writeSubtrees(trx: Transaction<unknown>, added: readonly TileRoot[]): Promise<void> {
  await sql`
    insert into journal.subtree (level, index, hash)
    select * from unnest(
      ${added.map(({ level }) => level)}::smallint[],
      ${added.map(({ index }) => index)}::bigint[],
      ${added.map(({ hash }) => Buffer.from(hash))}::bytea[]
    )`.execute(trx)
}

async function writeCheckpoint(
  trx: Transaction<unknown>,
  { edge, root }: Tree,
  signer: Signer,
): Promise<void> {
  const note = signCheckpoint({ origin: signer.key.name, size: edge.size, root }, signer)
  await sql`
    insert into journal.checkpoint (size, root, note, at)
    values (${edge.size}, ${Buffer.from(root)}, ${note}, now())`.execute(trx)
}
