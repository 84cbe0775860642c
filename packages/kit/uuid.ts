const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether the text is a UUID in its usual lower-case form. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text)
}

interface Sequence {
  /** The instant it was last started with. */
  base: number
  /** The millisecond it has come to; ahead of `base` after an overflow of the counter. */
  millisecond: number
  counter: number
}

// Ids of the running clock and ids of a given instant are two sequences, so that an old instant
// (an import, a test) cannot disturb the order of what happens now.
const ofTheClock: Sequence = { base: 0, millisecond: 0, counter: 0 }
const ofGivenInstants: Sequence = { base: -1, millisecond: -1, counter: 0 }

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, 12 bits of counter, 62 random bits.
 *
 * Without an argument the ids of one process rise strictly, even if its clock steps back.
 * With `now` the id carries that instant; ids rise as long as the given instants do not step back.
 */
export function uuidv7(now?: Date): string {
  const sequence = now === undefined ? ofTheClock : ofGivenInstants
  const given = now === undefined ? Math.max(Date.now(), sequence.millisecond) : now.getTime()
  if (!Number.isInteger(given) || given < 0) throw new RangeError('a UUIDv7 needs an instant from 1970 on')
  const goesOn = given >= sequence.base && given <= sequence.millisecond
  const random = takeRandom(10)
  if (!goesOn) {
    sequence.base = given
    sequence.millisecond = given
    // Starts in the lower half, so that at least 2,048 ids fit before the counter overflows.
    sequence.counter = ((random.getUint8(8) << 8) | random.getUint8(9)) & 0x7ff
  } else if (++sequence.counter > 0xfff) {
    sequence.millisecond += 1
    sequence.counter = 0
  }
  const time = hex(sequence.millisecond, 12)
  const variant = hex((random.getUint16(0) & 0x3fff) | 0x8000, 4)
  const node = hex(random.getUint16(2), 4) + hex(random.getUint32(4), 8)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(sequence.counter, 3)}-${variant}-${node}`
}

/** The instant a UUIDv7 carries. */
export function instantOfUuid(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
}

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, '0')
}

// Random bytes are fetched by the kilobyte: one call for each id would cost more than the id.
const pool = new Uint8Array(1000)
let taken = pool.length

function takeRandom(length: number): DataView {
  if (taken + length > pool.length) {
    globalThis.crypto.getRandomValues(pool)
    taken = 0
  }
  const view = new DataView(pool.buffer, taken, length)
  taken += length
  return view
}
