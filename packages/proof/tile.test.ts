import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hexOf, joined, utf8 } from './bytes.ts'
import { type Edge, EMPTY_EDGE, grow, rootOf, type TileRoot } from './edge.ts'
import { consistencyRanges, type Hash, hashLeaf, hashOfRange, inclusionRanges, subtreesOf } from './merkle.ts'
import {
  bundleOf,
  findEntriesOfBundle,
  findHashesOfTile,
  findTileOfPath,
  readerOfTiles,
  TILE_WIDTH,
  tilePath,
  tilesOf,
  tileWidth,
} from './tile.ts'

const leafAt = (index: number) => hashLeaf(utf8(`leaf ${index}`))

/** A log that keeps what a real one keeps: leaves, and the roots of full tiles by level. */
function grown(size: number): { edge: Edge; leaves: Hash[]; added: TileRoot[] } {
  const leaves = Array.from({ length: size }, (_, index) => leafAt(index))
  return { leaves, ...grow(EMPTY_EDGE, leaves) }
}

function hashesOf(log: { leaves: Hash[]; added: TileRoot[] }, level: number, tile: number): Hash[] {
  const row =
    level === 0 ? log.leaves : log.added.filter((root) => root.level === level).map(({ hash }) => hash)
  return row.slice(tile * TILE_WIDTH, (tile + 1) * TILE_WIDTH)
}

describe('the path of a tile', () => {
  it.each([
    ['tile/0/000', { level: 0, index: 0, width: 256 }],
    ['tile/0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['tile/2/x001/000.p/7', { level: 2, index: 1000, width: 7 }],
    ['tile/63/999.p/255', { level: 63, index: 999, width: 255 }],
    ['tile/entries/x123/x456/078.p/1', { level: 'entries', index: 123_456_078, width: 1 }],
  ] as const)('%s is read and written', (path, tile) => {
    expect(findTileOfPath(path)).toEqual(tile)
    expect(tilePath(tile)).toBe(path)
  })

  it.each([
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/data/000',
    'tile/0/0',
    'tile/0/x000/000',
    'tile/0/001/000',
    'tile/0/x001/x000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000/',
    'tile/0/x999/x999/x999/x999/x999/999',
    '/tile/0/000',
  ])('%s is none', (path) => {
    expect(findTileOfPath(path)).toBeUndefined()
  })
})

describe('the tiles of a tree', () => {
  it('are as the specification counts them for 70,000 and for 256 leaves', () => {
    const widths = (level: number | 'entries', size: number) => {
      return Array.from({ length: 274 }, (_, index) => tileWidth(level, index, size)).filter(
        (width) => width > 0,
      )
    }
    expect(widths(0, 70_000)).toEqual([...Array(273).fill(256), 112])
    expect(widths('entries', 70_000)).toEqual(widths(0, 70_000))
    expect(widths(1, 70_000)).toEqual([256, 17])
    expect(widths(2, 70_000)).toEqual([1])
    expect(widths(3, 70_000)).toEqual([])
    expect(widths(0, 256)).toEqual([256])
    expect(widths(1, 256)).toEqual([1])
  })

  it('hold all that any root and any proof needs', () => {
    const size = 66_000
    const log = grown(size)
    const cases = fc.integer({ min: 1, max: size }).chain((some) => {
      return fc.record({
        some: fc.constant(some),
        index: fc.nat(some - 1),
        oldSize: fc.integer({ min: 1, max: some }),
      })
    })
    const direct = ({ level, index }: { level: number; index: number }): Hash => {
      const leaves = log.leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)
      return rootOf(grow(EMPTY_EDGE, leaves).edge)
    }
    const property = fc.property(cases, ({ some, index, oldSize }) => {
      const ranges = [
        ...inclusionRanges(index, some),
        ...consistencyRanges(oldSize, some),
        { start: 0, end: some },
      ]
      const tiles = tilesOf(ranges.flatMap(subtreesOf), some)
      const held = new Map(
        tiles.map(({ level, index: tile, width }) => {
          return [`${level}/${tile}`, hashesOf(log, Number(level), tile).slice(0, width)] as const
        }),
      )
      const fromTiles = readerOfTiles((level, tile) => held.get(`${level}/${tile}`))
      for (const range of ranges)
        expect(hexOf(hashOfRange(range, fromTiles))).toBe(hexOf(hashOfRange(range, direct)))
    })
    fc.assert(property, { numRuns: 5 })
  })

  it('are missed by name', () => {
    const read = readerOfTiles(() => undefined)
    expect(() => read({ level: 3, index: 40 })).toThrow('tile 0/1 does not reach its hash 71')
  })
})

describe('a growing tree', () => {
  it('comes to the same, leaf by leaf or in any batches', () => {
    const whole = grown(700)
    const property = fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }), (batches) => {
      let edge = EMPTY_EDGE
      const added: TileRoot[] = []
      for (const batch of batches) {
        const step = grow(edge, whole.leaves.slice(edge.size, Math.min(700, edge.size + batch)))
        edge = step.edge
        added.push(...step.added)
      }
      expect(hexOf(rootOf(edge))).toBe(hexOf(rootOf(grown(edge.size).edge)))
      expect(added).toEqual(whole.added.slice(0, added.length))
      expect(added.length).toBe(Math.floor(edge.size / TILE_WIDTH))
    })
    fc.assert(property, { numRuns: 30 })
  })

  it('gives each upper hash once, at its place', () => {
    const { added } = grown(2 * 65_536 + 300)
    const upper = added.filter(({ level }) => level === 2)
    expect(upper.map(({ index }) => index)).toEqual([0, 1])
    expect(added.filter(({ level }) => level === 1).map(({ index }) => index)).toEqual(
      Array.from({ length: 513 }, (_, index) => index),
    )
  })
})

describe('the bytes served', () => {
  it('are hashes side by side, and entries after their length', () => {
    const hashes = [leafAt(0), leafAt(1)]
    expect(findHashesOfTile(joined(...hashes))?.map(hexOf)).toEqual(hashes.map(hexOf))
    expect(findHashesOfTile(new Uint8Array(33))).toBeUndefined()
    expect(hexOf(bundleOf([utf8('abc'), new Uint8Array(0)]))).toBe('00036162630000')
    expect(() => bundleOf([new Uint8Array(65_536)])).toThrow(RangeError)
  })

  it('give the entries back, or nothing where they are cut', () => {
    const property = fc.property(fc.array(fc.uint8Array({ maxLength: 600 })), (entries) => {
      const bundle = bundleOf(entries)
      expect(findEntriesOfBundle(bundle)?.map(hexOf)).toEqual(entries.map(hexOf))
      if (entries.length > 0) expect(findEntriesOfBundle(bundle.subarray(0, -1))).toBeUndefined()
    })
    fc.assert(property)
  })
})
