/** The Merkle tree of RFC 6962 §2.1 with SHA-256, over leaf entries of any bytes. */
import { hash } from '#sha256'
import { sameBytes } from './bytes.ts'

/** 32 bytes. */
export type Hash = Uint8Array

export const HASH_SIZE = 32

/** The leaves from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A complete subtree of 2^level leaves, the `index`-th of its level. */
export interface Subtree {
  readonly level: number
  readonly index: number
}

export type ReadHash = (subtree: Subtree) => Hash

/** Root of the tree without leaves: the hash of nothing. */
export function emptyRoot(): Hash {
  return hash(new Uint8Array(0))
}

/** The byte 0 before a leaf and 1 before a node keep one from passing for the other. */
export function hashLeaf(entry: Uint8Array): Hash {
  const bytes = new Uint8Array(1 + entry.length)
  bytes.set(entry, 1)
  return hash(bytes)
}

export function hashNode(left: Hash, right: Hash): Hash {
  const bytes = new Uint8Array(1 + left.length + right.length)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 1 + left.length)
  return hash(bytes)
}

function powerOfTwoUpTo(size: number): number {
  let power = 1
  while (power * 2 <= size) power *= 2
  return power
}

/** Where RFC 6962 splits a range: the largest power of two smaller than its length. */
function splitOf({ start, end }: Range): number {
  return start + powerOfTwoUpTo(end - start - 1)
}

/** The complete subtrees a range of the tree is hashed from, left to right, the largest first. */
export function subtreesOf({ start, end }: Range): Subtree[] {
  const subtrees: Subtree[] = []
  for (let at = start; at < end; ) {
    const width = powerOfTwoUpTo(end - at)
    subtrees.push({ level: Math.round(Math.log2(width)), index: at / width })
    at += width
  }
  return subtrees
}

/** MTH(D[start:end]) of RFC 6962, from the hashes of complete subtrees. */
export function hashOfRange(range: Range, read: ReadHash): Hash {
  const hashes = subtreesOf(range).map(read)
  const last = hashes.pop()
  return last === undefined ? emptyRoot() : hashes.reduceRight((right, left) => hashNode(left, right), last)
}

/** The ranges whose hashes are the inclusion proof of a leaf (RFC 6962 §2.1.1), the leaf's sibling first. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size)) throw new RangeError('no such leaf')
  const ranges: Range[] = []
  let around: Range = { start: 0, end: size }
  while (around.end - around.start > 1) {
    const split = splitOf(around)
    const left = { start: around.start, end: split }
    const right = { start: split, end: around.end }
    ranges.unshift(index < split ? right : left)
    around = index < split ? left : right
  }
  return ranges
}

/** The ranges whose hashes are the consistency proof between two sizes (RFC 6962 §2.1.2). */
export function consistencyRanges(oldSize: number, size: number): Range[] {
  if (!(Number.isSafeInteger(oldSize) && oldSize >= 0 && oldSize <= size))
    throw new RangeError('no such size')
  if (oldSize === 0) return []
  const ranges: Range[] = []
  let around: Range = { start: 0, end: size }
  while (around.end !== oldSize) {
    const split = splitOf(around)
    const left = { start: around.start, end: split }
    const right = { start: split, end: around.end }
    ranges.unshift(oldSize <= split ? right : left)
    around = oldSize <= split ? left : right
  }
  // A verifier that holds the old root knows this one already when it is the whole old tree.
  if (around.start > 0) ranges.unshift(around)
  return ranges
}

export interface Inclusion {
  readonly leaf: Hash
  readonly index: number
  readonly size: number
  readonly proof: readonly Hash[]
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_SIZE
}

/** The root an inclusion proof leads to; undefined where its length does not fit index and size. */
function findRootOfInclusion({ leaf, index, size, proof }: Inclusion): Hash | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    return undefined
  const ranges = inclusionRanges(index, size)
  if (ranges.length !== proof.length || ![leaf, ...proof].every(isHash)) return undefined
  return proof.reduce((below, sibling, at) => {
    const isLeftOfLeaf = (ranges[at]?.start ?? 0) <= index
    return isLeftOfLeaf ? hashNode(sibling, below) : hashNode(below, sibling)
  }, leaf)
}

/** Whether the leaf stands at `index` of the tree of this size and root. */
export function verifyInclusion(inclusion: Inclusion & { readonly root: Hash }): boolean {
  const root = findRootOfInclusion(inclusion)
  return root !== undefined && sameBytes(root, inclusion.root)
}

export interface Consistency {
  readonly oldSize: number
  readonly oldRoot: Hash
  readonly size: number
  readonly root: Hash
  readonly proof: readonly Hash[]
}

/** Whether the new tree begins with every leaf of the old one (RFC 9162 §2.1.4.2). */
export function verifyConsistency({ oldSize, oldRoot, size, root, proof }: Consistency): boolean {
  const sizes = [oldSize, size]
  if (!sizes.every((count) => Number.isSafeInteger(count) && count >= 0) || oldSize > size) return false
  if (![oldRoot, root, ...proof].every(isHash)) return false
  if (oldSize === 0) return proof.length === 0 && sameBytes(oldRoot, emptyRoot())
  if (oldSize === size) return proof.length === 0 && sameBytes(oldRoot, root)

  const isPowerOfTwo = powerOfTwoUpTo(oldSize) === oldSize
  const [first, ...rest] = isPowerOfTwo ? [oldRoot, ...proof] : proof
  if (first === undefined) return false
  let node = oldSize - 1
  let last = size - 1
  while (node % 2 === 1) {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  let oldHash = first
  let newHash = first
  for (const sibling of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      oldHash = hashNode(sibling, oldHash)
      newHash = hashNode(sibling, newHash)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = Math.floor(last / 2)
      }
    } else {
      newHash = hashNode(newHash, sibling)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameBytes(oldHash, oldRoot) && sameBytes(newHash, root)
}
