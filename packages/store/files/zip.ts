import type { FileHandle } from 'node:fs/promises'

/** What a zip file says of itself in its central directory; nothing is unpacked to find out. */
export interface ZipListing {
  readonly names: readonly string[]
  /** Bytes its entries are declared to unpack to. */
  readonly unpacked: number
  /** Bytes its entries are declared to take up packed; more than the file has where they overlap. */
  readonly packed: number
}

export interface ZipLimits {
  /** Bytes it may unpack to. */
  readonly unpacked: number
  /** Times its own size it may unpack to. */
  readonly ratio: number
  readonly entries: number
}

export const ZIP_LIMITS: ZipLimits = { unpacked: 500_000_000, ratio: 120, entries: 10_000 }

/** Whether it stays within the limits and its entries do not overlap, as those of a bomb do. */
export function isZipHarmless(zip: ZipListing, size: number, limits: ZipLimits): boolean {
  return (
    zip.names.length <= limits.entries &&
    zip.unpacked <= limits.unpacked &&
    zip.unpacked <= size * limits.ratio &&
    zip.packed <= size
  )
}

const END = 0x06054b50
const END_SIZE = 22
const END64 = 0x06064b50
const LOCATOR64 = 0x07064b50
const LOCATOR64_SIZE = 20
const ENTRY = 0x02014b50
const ENTRY_SIZE = 46
const LONGEST_COMMENT = 0xffff
const IN_EXTRA = 0xffffffff
/** A directory beyond this belongs to no office document. */
const LARGEST_DIRECTORY = 4_000_000

/** Undefined where the file is no whole zip: cut off, or damaged. Never reads more than a few megabytes. */
export async function readZip(file: FileHandle, size: number): Promise<ZipListing | undefined> {
  const directory = await findDirectory(file, size)
  if (directory === undefined || directory.length > LARGEST_DIRECTORY) return undefined
  if (directory.start < 0 || directory.start + directory.length > size) return undefined
  const bytes = await readAt(file, directory.start, directory.length)
  return bytes === undefined ? undefined : listEntries(bytes)
}

interface Directory {
  readonly start: number
  readonly length: number
}

/** PKWARE APPNOTE 4.3.16, and 4.3.14 for sizes beyond 32 bits. */
async function findDirectory(file: FileHandle, size: number): Promise<Directory | undefined> {
  const tailSize = Math.min(size, END_SIZE + LONGEST_COMMENT)
  const tail = await readAt(file, size - tailSize, tailSize)
  if (tail === undefined) return undefined
  let end = tail.length - END_SIZE
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--
  if (end < 0) return undefined
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (length !== IN_EXTRA && start !== IN_EXTRA) return { start, length }
  const locatorAt = size - tailSize + end - LOCATOR64_SIZE
  const locator = locatorAt < 0 ? undefined : await readAt(file, locatorAt, LOCATOR64_SIZE)
  if (locator === undefined || locator.readUInt32LE(0) !== LOCATOR64) return undefined
  const end64 = await readAt(file, Number(locator.readBigUInt64LE(8)), 56)
  if (end64 === undefined || end64.readUInt32LE(0) !== END64) return undefined
  return { start: Number(end64.readBigUInt64LE(48)), length: Number(end64.readBigUInt64LE(40)) }
}

function listEntries(bytes: Buffer): ZipListing | undefined {
  const names: string[] = []
  let unpacked = 0
  let packed = 0
  let at = 0
  while (at < bytes.length) {
    if (at + ENTRY_SIZE > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return undefined
    const nameSize = bytes.readUInt16LE(at + 28)
    const extraSize = bytes.readUInt16LE(at + 30)
    const next = at + ENTRY_SIZE + nameSize + extraSize + bytes.readUInt16LE(at + 32)
    if (next > bytes.length) return undefined
    const nameEnd = at + ENTRY_SIZE + nameSize
    names.push(bytes.toString('utf8', at + ENTRY_SIZE, nameEnd))
    const sizes = sizesOf(bytes, at, bytes.subarray(nameEnd, nameEnd + extraSize))
    if (sizes === undefined) return undefined
    unpacked += sizes.unpacked
    packed += sizes.packed
    at = next
  }
  return { names, unpacked, packed }
}

/** The sizes of an entry; those beyond 32 bits stand in its extra field (APPNOTE 4.5.3). */
function sizesOf(bytes: Buffer, at: number, extra: Buffer): { unpacked: number; packed: number } | undefined {
  let packed = bytes.readUInt32LE(at + 20)
  let unpacked = bytes.readUInt32LE(at + 24)
  if (packed !== IN_EXTRA && unpacked !== IN_EXTRA) return { unpacked, packed }
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== 1) continue
    let value = field + 4
    const take = () => {
      const taken =
        value + 8 <= extra.length ? Number(extra.readBigUInt64LE(value)) : Number.POSITIVE_INFINITY
      value += 8
      return taken
    }
    if (unpacked === IN_EXTRA) unpacked = take()
    if (packed === IN_EXTRA) packed = take()
    return { unpacked, packed }
  }
  return undefined
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer | undefined> {
  if (!Number.isSafeInteger(position) || position < 0) return undefined
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return bytesRead === length ? buffer : undefined
}
