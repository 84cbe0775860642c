import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOfUuid, isUuid, uuidv7 } from './uuid.ts'

describe('uuidv7', () => {
  it('is a UUID of version 7 that carries its instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 47 }), (millisecond) => {
        const id = uuidv7(new Date(millisecond))
        expect(isUuid(id)).toBe(true)
        expect(id[14]).toBe('7')
        expect(instantOfUuid(id).getTime() - millisecond).toBe(0)
      }),
    )
  })

  it('rises strictly within the process, past the overflow of the counter', () => {
    let last = uuidv7()
    for (let i = 0; i < 30_000; i++) {
      const next = uuidv7()
      if (next <= last) throw new Error(`${next} does not follow ${last}`)
      last = next
    }
    const instant = new Date('2026-03-01T00:00:00Z')
    const ids = Array.from({ length: 10_000 }, () => uuidv7(instant))
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('keeps the order of the clock when an old instant is used in between', () => {
    const before = uuidv7()
    expect(instantOfUuid(uuidv7(new Date('2007-01-01T00:00:00Z'))).getUTCFullYear()).toBe(2007)
    expect(uuidv7() > before).toBe(true)
  })

  it('refuses an instant that is none', () => {
    expect(() => uuidv7(new Date('never'))).toThrow(RangeError)
    expect(isUuid('0190b2c0-0000-7000-8000-00000000000G')).toBe(false)
    expect(isUuid(undefined)).toBe(false)
  })
})
