import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOfHex, hexOf, utf8 } from './bytes.ts'
import { EMPTY_EDGE, grow, rootOf } from './edge.ts'
import {
  consistencyRanges,
  emptyRoot,
  type Hash,
  hashLeaf,
  hashNode,
  hashOfRange,
  inclusionRanges,
  type Range,
  type ReadHash,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'

/** RFC 6962 §2.1, word by word. */
function naiveRoot(leaves: readonly Hash[]): Hash {
  const [only] = leaves
  if (only === undefined) return emptyRoot()
  if (leaves.length === 1) return only
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return hashNode(naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)))
}

function readerOf(leaves: readonly Hash[]): ReadHash {
  return ({ level, index }) => naiveRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))
}

function proofOf(ranges: readonly Range[], leaves: readonly Hash[]): Hash[] {
  return ranges.map((range) => hashOfRange(range, readerOf(leaves)))
}

const leavesUpTo = (size: number) => Array.from({ length: size }, (_, at) => hashLeaf(utf8(`leaf ${at}`)))

function flipped(hash: Hash, bit: number): Hash {
  const copy = Uint8Array.from(hash)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

// The vectors of the reference implementations of Certificate Transparency (transparency-dev/merkle).
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const INCLUSION = [
  {
    index: 0,
    size: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    index: 5,
    size: 8,
    proof: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  { index: 2, size: 3, proof: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
  {
    index: 1,
    size: 5,
    proof: [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
]
const CONSISTENCY = [
  { oldSize: 1, size: 1, proof: [] },
  { oldSize: 1, size: 8, proof: INCLUSION[0]?.proof ?? [] },
  {
    oldSize: 6,
    size: 8,
    proof: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    oldSize: 2,
    size: 5,
    proof: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
  {
    oldSize: 6,
    size: 7,
    proof: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
]

const vectorLeaves = LEAVES.map((leaf) => hashLeaf(bytesOfHex(leaf)))
const vectorRoot = (size: number) => bytesOfHex(ROOTS[size] ?? '')

describe('the vectors of the reference implementations', () => {
  it('give the same roots at every size', () => {
    for (const [size, root] of ROOTS.entries()) {
      const leaves = vectorLeaves.slice(0, size)
      expect(hexOf(rootOf(grow(EMPTY_EDGE, leaves).edge))).toBe(root)
      expect(hexOf(naiveRoot(leaves))).toBe(root)
    }
  })

  it('are met beyond one tile too, by the definition word by word', () => {
    const leaves = leavesUpTo(65_900)
    for (const size of [255, 256, 257, 511, 512, 513, 700, 1_024, 65_536, 65_900]) {
      const some = leaves.slice(0, size)
      expect(hexOf(rootOf(grow(EMPTY_EDGE, some).edge))).toBe(hexOf(naiveRoot(some)))
    }
  })

  it.each(INCLUSION)('give the same inclusion proof of leaf $index of $size', ({ index, size, proof }) => {
    const made = proofOf(inclusionRanges(index, size), vectorLeaves.slice(0, size))
    expect(made.map(hexOf)).toEqual(proof)
    const leaf = vectorLeaves[index] ?? emptyRoot()
    expect(verifyInclusion({ leaf, index, size, proof: made, root: vectorRoot(size) })).toBe(true)
  })

  it.each(CONSISTENCY)(
    'give the same consistency proof from $oldSize to $size',
    ({ oldSize, size, proof }) => {
      const made = proofOf(consistencyRanges(oldSize, size), vectorLeaves.slice(0, size))
      expect(made.map(hexOf)).toEqual(proof)
      const roots = { oldRoot: vectorRoot(oldSize), root: vectorRoot(size) }
      expect(verifyConsistency({ oldSize, size, proof: made, ...roots })).toBe(true)
    },
  )
})

describe('inclusion', () => {
  it('is proven for every leaf of every size up to 70', () => {
    const leaves = leavesUpTo(70)
    for (let size = 1; size <= leaves.length; size++) {
      const some = leaves.slice(0, size)
      const root = naiveRoot(some)
      for (const [index, leaf] of some.entries()) {
        const proof = proofOf(inclusionRanges(index, size), some)
        expect(verifyInclusion({ leaf, index, size, proof, root })).toBe(true)
      }
    }
  })

  it('fails with any bit flipped, and at any other place', () => {
    const sizes = fc.integer({ min: 2, max: 200 })
    const cases = sizes.chain((size) =>
      fc.record({
        size: fc.constant(size),
        index: fc.nat(size - 1),
        other: fc.nat(size - 1),
        bit: fc.nat(255),
        at: fc.nat(),
      }),
    )
    const property = fc.property(cases, ({ size, index, other, bit, at }) => {
      const leaves = leavesUpTo(size)
      const root = naiveRoot(leaves)
      const leaf = leaves[index] ?? root
      const proof = proofOf(inclusionRanges(index, size), leaves)
      const whole = { leaf, index, size, proof, root }
      expect(verifyInclusion(whole)).toBe(true)
      expect(verifyInclusion({ ...whole, leaf: flipped(leaf, bit) })).toBe(false)
      expect(verifyInclusion({ ...whole, root: flipped(root, bit) })).toBe(false)
      const bent = proof.map((hash, step) => (step === at % proof.length ? flipped(hash, bit) : hash))
      expect(verifyInclusion({ ...whole, proof: bent })).toBe(false)
      expect(verifyInclusion({ ...whole, index: other })).toBe(other === index)
      expect(verifyInclusion({ ...whole, proof: proof.slice(1) })).toBe(false)
      expect(verifyInclusion({ ...whole, proof: [...proof, root] })).toBe(false)
    })
    fc.assert(property, { numRuns: 60 })
  })

  it('is refused where index, size or hashes are none', () => {
    const leaf = hashLeaf(utf8('leaf'))
    const none = new Uint8Array(0)
    const alone = { leaf, index: 0, size: 1, proof: [], root: leaf }
    expect(verifyInclusion(alone)).toBe(true)
    for (const [index, size] of [
      [0, 0],
      [1, 0],
      [2, 1],
      [-1, 1],
      [0.5, 1],
      [0, Number.NaN],
    ]) {
      expect(verifyInclusion({ ...alone, index: index ?? 0, size: size ?? 0 })).toBe(false)
    }
    expect(verifyInclusion({ ...alone, leaf: none, root: none })).toBe(false)
    expect(() => inclusionRanges(3, 3)).toThrow(RangeError)
  })
})

describe('consistency', () => {
  it('is proven between any two sizes up to 60', () => {
    const leaves = leavesUpTo(60)
    const roots = Array.from({ length: 61 }, (_, size) => naiveRoot(leaves.slice(0, size)))
    for (const [size, root] of roots.entries()) {
      for (const [oldSize, oldRoot] of roots.slice(0, size + 1).entries()) {
        const proof = proofOf(consistencyRanges(oldSize, size), leaves.slice(0, size))
        expect(verifyConsistency({ oldSize, oldRoot, size, root, proof })).toBe(true)
      }
    }
  })

  it('fails where the old leaves were rewritten, or a bit is flipped', () => {
    const cases = fc.integer({ min: 2, max: 200 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        oldSize: fc.integer({ min: 1, max: size - 1 }),
        rewritten: fc.nat(),
        bit: fc.nat(255),
        at: fc.nat(),
      }),
    )
    const property = fc.property(cases, ({ size, oldSize, rewritten, bit, at }) => {
      const leaves = leavesUpTo(size)
      const oldRoot = naiveRoot(leaves.slice(0, oldSize))
      const proof = proofOf(consistencyRanges(oldSize, size), leaves)
      const whole = { oldSize, oldRoot, size, root: naiveRoot(leaves), proof }
      expect(verifyConsistency(whole)).toBe(true)
      expect(verifyConsistency({ ...whole, oldRoot: flipped(oldRoot, bit) })).toBe(false)
      expect(verifyConsistency({ ...whole, root: flipped(whole.root, bit) })).toBe(false)
      const bent = proof.map((hash, step) => (step === at % proof.length ? flipped(hash, bit) : hash))
      expect(verifyConsistency({ ...whole, proof: bent })).toBe(false)
      expect(verifyConsistency({ ...whole, proof: [...proof, oldRoot] })).toBe(false)
      const other = leaves.map((leaf, index) => (index === rewritten % oldSize ? flipped(leaf, bit) : leaf))
      const forged = proofOf(consistencyRanges(oldSize, size), other)
      expect(verifyConsistency({ ...whole, root: naiveRoot(other), proof: forged })).toBe(false)
    })
    fc.assert(property, { numRuns: 60 })
  })

  it('goes forward only, and needs no proof at the ends', () => {
    const [one, two] = [vectorRoot(1), vectorRoot(2)]
    const same = { oldSize: 1, oldRoot: one, size: 1, root: one, proof: [] }
    expect(verifyConsistency(same)).toBe(true)
    expect(verifyConsistency({ ...same, root: two })).toBe(false)
    expect(verifyConsistency({ ...same, proof: [one] })).toBe(false)
    expect(verifyConsistency({ oldSize: 2, oldRoot: two, size: 1, root: one, proof: [] })).toBe(false)
    expect(verifyConsistency({ oldSize: 1, oldRoot: one, size: 2, root: two, proof: [] })).toBe(false)
    expect(verifyConsistency({ oldSize: 0, oldRoot: emptyRoot(), size: 2, root: two, proof: [] })).toBe(true)
    expect(verifyConsistency({ oldSize: 0, oldRoot: one, size: 2, root: two, proof: [] })).toBe(false)
    expect(() => consistencyRanges(3, 2)).toThrow(RangeError)
  })
})
