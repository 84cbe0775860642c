/** The tree cut into tiles of 256 hashes, and its entries into bundles (C2SP `tlog-tiles`, c2sp.org/tlog-tiles). */
import { joined } from './bytes.ts'
import { HASH_SIZE, type Hash, hashNode, type ReadHash, type Subtree } from './merkle.ts'

export const TILE_WIDTH = 256
/** Levels of the tree that one tile covers: 256 = 2^8. */
const TILE_HEIGHT = 8

/**
 * A tile of hashes at a level, where level 0 holds leaf hashes and each higher one the roots of full tiles
 * below; or a bundle of entries. `width` < 256 is a partial one, whose hashes begin the full one.
 */
export interface Tile {
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
}

/** How many hashes the tile holds when the tree has `size` leaves; 0 where there is no such tile yet. */
export function tileWidth(level: Tile['level'], index: number, size: number): number {
  const below = level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level)
  return Math.max(0, Math.min(TILE_WIDTH, below - index * TILE_WIDTH))
}

/** `tile/<L>/<N>[.p/<W>]`, N in groups of three digits, all but the last after an x: 1234067 → x001/x234/067. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`
}

const PATH =
  /^tile\/(?<level>entries|0|[1-9]\d?)\/(?<index>(?:x\d{3}\/)*\d{3})(?:\.p\/(?<width>[1-9]\d{0,2}))?$/

/** Undefined where the path is not the one spelling of a tile. */
export function findTileOfPath(path: string): Tile | undefined {
  const parts = PATH.exec(path)?.groups
  if (parts?.level === undefined || parts.index === undefined) return undefined
  const tile: Tile = {
    level: parts.level === 'entries' ? 'entries' : Number(parts.level),
    index: Number(parts.index.replace(/[x/]/g, '')),
    width: parts.width === undefined ? TILE_WIDTH : Number(parts.width),
  }
  const isKnown = (tile.level === 'entries' || tile.level <= 63) && Number.isSafeInteger(tile.index)
  return isKnown && tilePath(tile) === path ? tile : undefined
}

/** The tiles, as wide as at `size`, from which the hashes of these subtrees can be made; each named once. */
export function tilesOf(subtrees: readonly Subtree[], size: number): Tile[] {
  const tiles = new Map<string, Tile>()
  for (const { level, index } of subtrees) {
    const at = placeOf({ level, index })
    const tile = { level: at.level, index: at.tile, width: tileWidth(at.level, at.tile, size) }
    tiles.set(`${tile.level}/${tile.index}`, tile)
  }
  return [...tiles.values()]
}

interface Place {
  readonly level: number
  readonly tile: number
  /** The hashes inside the tile that the subtree spans. */
  readonly start: number
  readonly end: number
}

function placeOf({ level, index }: Subtree): Place {
  const inTile = level % TILE_HEIGHT
  const first = index * 2 ** inTile
  const tile = Math.floor(first / TILE_WIDTH)
  const start = first - tile * TILE_WIDTH
  return { level: Math.floor(level / TILE_HEIGHT), tile, start, end: start + 2 ** inTile }
}

/** Reads subtrees from the hashes of tiles; a tile that is missing or too narrow throws. */
export function readerOfTiles(
  findHashes: (level: number, tile: number) => readonly Hash[] | undefined,
): ReadHash {
  return (subtree) => {
    const { level, tile, start, end } = placeOf(subtree)
    const hashes = findHashes(level, tile) ?? []
    if (hashes.length < end) throw new Error(`tile ${level}/${tile} does not reach its hash ${end - 1}`)
    return rootOfFull(hashes.slice(start, end))
  }
}

/** The root over 2^n hashes, as RFC 6962 makes it where a tree is complete: of a full tile, for one. */
export function rootOfFull(hashes: readonly Hash[]): Hash {
  let row = hashes
  while (row.length > 1) {
    const above: Hash[] = []
    for (let at = 0; at < row.length; at += 2) {
      const [left, right] = row.slice(at, at + 2)
      if (left === undefined || right === undefined) throw new RangeError('a complete tree has 2^n hashes')
      above.push(hashNode(left, right))
    }
    row = above
  }
  const [root] = row
  if (root === undefined) throw new RangeError('a complete tree has 2^n hashes')
  return root
}

/** The hashes that a tile's bytes hold; undefined where they are cut in the middle of one. */
export function findHashesOfTile(bytes: Uint8Array): Hash[] | undefined {
  if (bytes.length % HASH_SIZE !== 0) return undefined
  return Array.from({ length: bytes.length / HASH_SIZE }, (_, at) =>
    bytes.subarray(at * HASH_SIZE, (at + 1) * HASH_SIZE),
  )
}

/** An entry bundle: each entry after its length, a big-endian uint16. */
export function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  return joined(...entries.flatMap((entry) => [uint16(entry.length), entry]))
}

function uint16(value: number): Uint8Array {
  if (value > 0xffff) throw new RangeError('an entry of a bundle is at most 65535 bytes')
  return Uint8Array.of(value >> 8, value & 0xff)
}

/** The entries of a bundle; undefined where it is cut short. */
export function findEntriesOfBundle(bundle: Uint8Array): Uint8Array[] | undefined {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bundle.length; ) {
    const [high, low] = bundle.subarray(at, at + 2)
    if (high === undefined || low === undefined) return undefined
    const start = at + 2
    const end = start + high * 256 + low
    if (end > bundle.length) return undefined
    entries.push(bundle.subarray(start, end))
    at = end
  }
  return entries
}
