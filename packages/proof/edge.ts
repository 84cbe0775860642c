import { type Hash, hashOfRange, type Subtree } from './merkle.ts'
import { readerOfTiles, rootOfFull, TILE_WIDTH } from './tile.ts'

/** All that is needed to let a tree grow: its size, and at each tile level the hashes of the tile not yet full. */
export interface Edge {
  readonly size: number
  readonly tiles: readonly (readonly Hash[])[]
}

/** A hash that stands in a tile of level 1 or above: the root of the `index`-th full tile of the level below. */
export interface TileRoot extends Subtree {
  readonly hash: Hash
}

export const EMPTY_EDGE: Edge = { size: 0, tiles: [] }

/** The tree with more leaves, and the hashes of its upper tiles that became known by them. */
export function grow(
  edge: Edge,
  leaves: readonly Hash[],
): { readonly edge: Edge; readonly added: TileRoot[] } {
  const tiles = edge.tiles.map((hashes) => [...hashes])
  const added: TileRoot[] = []
  let size = edge.size
  for (const leaf of leaves) {
    size += 1
    let hash = leaf
    for (let level = 0; ; level++) {
      const tile = tiles[level] ?? []
      tile.push(hash)
      tiles[level] = tile
      if (level > 0) added.push({ level, index: size / TILE_WIDTH ** level - 1, hash })
      if (tile.length < TILE_WIDTH) break
      hash = rootOfFull(tile)
      tiles[level] = []
    }
  }
  return { edge: { size, tiles }, added }
}

/** The root of the whole tree (RFC 6962 §2.1). */
export function rootOf(edge: Edge): Hash {
  return hashOfRange(
    { start: 0, end: edge.size },
    readerOfTiles((level) => edge.tiles[level]),
  )
}
