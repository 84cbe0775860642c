import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptPages } from './kept-pages.ts'

describe('kept pages', () => {
  it('are shown until they are no longer fresh', () => {
    const kept = keptPages<string>({ fresh: 10, entries: 5, size: 100 })
    kept.keep('a', 'A', 1, 0)
    expect(kept.find('a', 9)).toBe('A')
    expect(kept.find('a', 10)).toBeUndefined()
  })

  it('give way to newer ones, the one used longest ago first', () => {
    const kept = keptPages<string>({ fresh: 10, entries: 2, size: 100 })
    kept.keep('a', 'A', 1, 0)
    kept.keep('b', 'B', 1, 0)
    kept.find('a', 1)
    kept.keep('c', 'C', 1, 1)
    expect(['a', 'b', 'c'].map((key) => kept.find(key, 1))).toEqual(['A', undefined, 'C'])
  })

  it('never take more room than they may, whatever comes', () => {
    const step = fc.record({ key: fc.nat(8), size: fc.nat(60), at: fc.nat(40) })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const kept = keptPages<number>({ fresh: 10, entries: 4, size: 100 })
        for (const { key, size, at } of steps) kept.keep(String(key), size, size, at)
        const sizes = [0, 1, 2, 3, 4, 5, 6, 7, 8]
          .map((key) => kept.find(String(key), 0))
          .filter((size) => size !== undefined)
        expect(sizes.length).toBeLessThanOrEqual(4)
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100)
      }),
    )
  })
})
