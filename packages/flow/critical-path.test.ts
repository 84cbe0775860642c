import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criticalPathOf, type Work } from './critical-path.ts'

const work = (id: string, days: number, ...after: string[]): Work => ({ id, days, after })

/** Works in an order in which each waits for earlier ones only. */
const someWorks = fc
  .array(fc.record({ days: fc.nat(20), after: fc.array(fc.nat(11), { maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((list) =>
    list.map(({ days, after }, at) =>
      work(`w${at}`, days, ...new Set(after.filter((one) => one < at).map((one) => `w${one}`))),
    ),
  )

describe('criticalPathOf', () => {
  it.each([
    ['nothing', [], 0, []],
    ['one thing', [work('a', 5)], 5, ['a']],
    ['two side by side: the longer one decides', [work('a', 5), work('b', 7)], 7, ['b']],
    ['one after another', [work('a', 5), work('b', 7, 'a')], 12, ['a', 'b']],
    ['a shorter way beside', [work('a', 5), work('b', 7, 'a'), work('c', 3)], 12, ['a', 'b']],
    ['waiting for what is not needed is no waiting', [work('a', 5, 'gone')], 5, ['a']],
  ])('%s', (_, works, length, critical) => {
    const path = criticalPathOf(works)
    expect(path.length).toBe(length)
    expect(path.works.filter((one) => one.critical).map(({ id }) => id)).toEqual(critical)
  })

  it('refuses to go in a circle', () => {
    expect(() => criticalPathOf([work('a', 1, 'b'), work('b', 1, 'a')])).toThrow('wait for each other')
  })

  it('lets nothing begin before what it waits for, and each be late by its slack and no more', () => {
    fc.assert(
      fc.property(someWorks, (works) => {
        const path = criticalPathOf(works)
        const endOf = new Map(path.works.map(({ id, to }) => [id, to]))
        for (const [at, placed] of path.works.entries()) {
          for (const before of works[at]?.after ?? [])
            expect(placed.from).toBeGreaterThanOrEqual(endOf.get(before) ?? 0)
          expect(placed.to).toBeLessThanOrEqual(path.length)
          const later = works.map((one) =>
            one.id === placed.id ? { ...one, days: one.days + placed.slack } : one,
          )
          expect(criticalPathOf(later).length).toBe(path.length)
          const tooLate = works.map((one) =>
            one.id === placed.id ? { ...one, days: one.days + placed.slack + 1 } : one,
          )
          expect(criticalPathOf(tooLate).length).toBe(path.length + 1)
        }
      }),
    )
  })
})
