import {
  bundleOf,
  consistencyRanges,
  HASH_SIZE,
  type Hash,
  inclusionRanges,
  RECEIPT_FORMAT,
  type Receipt,
  TILE_WIDTH,
  type Tile,
  tileWidth,
} from '@mashang/proof'
import { type Kysely, sql } from 'kysely'
import { type EntryRow, entryOf } from '../entry-row.ts'
import { findHead, type Head, hashesOfRanges, listDigests, listTile } from './tree.ts'

/** Reads the public log: what its endpoints serve, and the receipts of entries. */
export interface LogReader {
  /** The newest signed checkpoint (C2SP); undefined before the sequencer's first start. */
  findCheckpoint(): Promise<string | undefined>
  /** The bytes of a tile of hashes or of a bundle of entries; undefined beyond the newest checkpoint. */
  findTile(tile: Tile): Promise<Uint8Array | undefined>
  /** Where an entry stands; undefined while it has no leaf yet. */
  findLeaf(caseId: string, revision: number): Promise<number | undefined>
  /** The receipt of an entry, its content included; undefined while it has no leaf yet. */
  findReceipt(caseId: string, revision: number): Promise<Receipt | undefined>
  /** The hashes that show the leaf in the tree of this size. */
  proveInclusion(leaf: number, size: number): Promise<Hash[]>
  /** The hashes that show the tree of `size` to begin with all of that of `oldSize`. */
  proveConsistency(oldSize: number, size: number): Promise<Hash[]>
  /** The root of the first `size` leaves as they stand in the tables now; undefined where there are fewer. */
  findRoot(size: number): Promise<Hash | undefined>
}

export function createLogReader(db: Kysely<unknown>, origin: string): LogReader {
  const proveInclusion = (leaf: number, size: number) => hashesOfRanges(db, inclusionRanges(leaf, size), size)
  return {
    findCheckpoint: async () => (await findHead(db))?.note,
    findTile: (tile) => findTile(db, tile),
    findLeaf: async (caseId, revision) => (await findPlaced(db, caseId, revision))?.leaf,
    findReceipt: async (caseId, revision) => {
      const placed = await findPlaced(db, caseId, revision)
      // Read second: a leaf and the head that covers it are committed together.
      const head = placed && (await findHead(db))
      if (head === undefined || placed === undefined) return undefined
      return receiptOf(origin, head, placed, await proveInclusion(placed.leaf, head.size))
    },
    proveInclusion,
    proveConsistency: (oldSize, size) => hashesOfRanges(db, consistencyRanges(oldSize, size), size),
    findRoot: async (size) => {
      const head = await findHead(db)
      if (head === undefined || size > head.size) return undefined
      const [root] = await hashesOfRanges(db, [{ start: 0, end: size }], size)
      return root
    },
  }
}

type Placed = EntryRow & { readonly leaf: number }

async function findPlaced(
  db: Kysely<unknown>,
  caseId: string,
  revision: number,
): Promise<Placed | undefined> {
  const { rows } = await sql<Placed>`
    select l.leaf, e.stream, e.case_id, e.revision, e.kind, e.at, e.actor, e.content, e.salt, e.digest
    from journal.leaf l join journal.entry e on e.case_id = l.case_id and e.revision = l.revision
    where l.case_id = ${caseId} and l.revision = ${revision}`.execute(db)
  return rows[0]
}

function receiptOf(origin: string, head: Head, placed: Placed, proof: readonly Hash[]): Receipt {
  const { digest, ...entry } = entryOf(placed)
  return {
    format: RECEIPT_FORMAT,
    log: origin,
    digest,
    entry,
    leaf: placed.leaf,
    proof: proof.map((hash) => Buffer.from(hash).toString('base64')),
    checkpoint: head.note,
  }
}

async function findTile(db: Kysely<unknown>, tile: Tile): Promise<Uint8Array | undefined> {
  const { level, index, width } = tile
  const head = await findHead(db)
  if (head === undefined || width > tileWidth(level, index, head.size)) return undefined
  const start = index * TILE_WIDTH
  if (level === 'entries') return bundleOf(await listDigests(db, { start, end: start + width }))
  const hashes = await listTile(db, level, index, width)
  const bytes = Buffer.concat(hashes)
  if (bytes.length !== width * HASH_SIZE)
    throw new Error(`the tile ${level}/${index} lost some of its hashes`)
  return bytes
}
