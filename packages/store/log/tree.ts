/** The tree as the tables hold it: leaves, and the roots of full tiles. */
import {
  type Edge,
  type Hash,
  hashLeaf,
  hashOfRange,
  type Range,
  readerOfTiles,
  subtreesOf,
  TILE_WIDTH,
  tilesOf,
} from '@mashang/proof'
import { type Kysely, sql } from 'kysely'

export interface Head {
  readonly size: number
  readonly root: Uint8Array
  /** The signed checkpoint. */
  readonly note: string
}

/** The newest signed tree head; undefined before the log's first start. */
export async function findHead(db: Kysely<unknown>): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    select size, root, note from journal.checkpoint order by size desc limit 1`.execute(db)
  return rows[0]
}

/** The digests of leaves from `start` up to, not including, `end`, in order. */
export async function listDigests(db: Kysely<unknown>, { start, end }: Range): Promise<Uint8Array[]> {
  const { rows } = await sql<{ digest: Uint8Array }>`
    select digest from journal.leaf where leaf >= ${start} and leaf < ${end} order by leaf`.execute(db)
  return rows.map(({ digest }) => digest)
}

async function listHashes(db: Kysely<unknown>, level: number, { start, end }: Range): Promise<Hash[]> {
  if (level === 0) return (await listDigests(db, { start, end })).map(hashLeaf)
  const { rows } = await sql<{ hash: Uint8Array }>`
    select hash from journal.subtree where level = ${level} and index >= ${start} and index < ${end}
    order by index`.execute(db)
  return rows.map(({ hash }) => hash)
}

/** What a tile of hashes holds; fewer hashes than its width where the tables have lost some. */
export function listTile(db: Kysely<unknown>, level: number, index: number, width: number): Promise<Hash[]> {
  const start = index * TILE_WIDTH
  return listHashes(db, level, { start, end: start + width })
}

/** All that lets the tree of this size grow on. */
export async function loadEdge(db: Kysely<unknown>, size: number): Promise<Edge> {
  const tiles: Hash[][] = []
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    const width = count % TILE_WIDTH
    tiles.push(await listTile(db, level, (count - width) / TILE_WIDTH, width))
  }
  return { size, tiles }
}

/** The hashes of these ranges of the tree of this size: roots and proofs alike. */
export async function hashesOfRanges(
  db: Kysely<unknown>,
  ranges: readonly Range[],
  size: number,
): Promise<Hash[]> {
  const tiles = new Map<string, Hash[]>()
  for (const { level, index, width } of tilesOf(ranges.flatMap(subtreesOf), size)) {
    if (level !== 'entries') tiles.set(`${level}/${index}`, await listTile(db, level, index, width))
  }
  const read = readerOfTiles((level, index) => tiles.get(`${level}/${index}`))
  return ranges.map((range) => hashOfRange(range, read))
}
