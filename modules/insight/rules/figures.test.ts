import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CaseFigures,
  COUNTED,
  changesBetween,
  contributionsOf,
  figuresOfAMonthAddUpFromDays,
  NOTHING,
} from './figures.ts'

const day = fc.constantFrom('2026-11-02', '2026-11-03', '2026-11-04')
const maybe = fc.option(day, { nil: null })
const aCase: fc.Arbitrary<CaseFigures> = fc.record({
  organ: fc.constantFrom('a', 'b'),
  item_code: fc.constantFrom('x', 'y'),
  status: fc.constantFrom('submitted', 'granted', 'refused', 'withdrawn'),
  received_on: day,
  accepted_on: maybe,
  concluded_on: maybe,
  on_time: fc.option(fc.boolean(), { nil: null }),
  days_used: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
  days_promised: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
})

describe('figuresOfAMonthAddUpFromDays', () => {
  it('is nothing of no day, and each number the sum of its days', () => {
    expect(figuresOfAMonthAddUpFromDays([])).toEqual(NOTHING)
    const days = [
      { ...NOTHING, received: 3, late: 1 },
      { ...NOTHING, received: 2, onTime: 5, daysUsed: 7 },
    ]
    expect(figuresOfAMonthAddUpFromDays(days)).toEqual({
      ...NOTHING,
      received: 5,
      late: 1,
      onTime: 5,
      daysUsed: 7,
    })
  })
})

describe('changesBetween', () => {
  it('leaves in each day what the last state adds, whatever states came before', () => {
    fc.assert(
      fc.property(fc.array(aCase, { minLength: 1, maxLength: 6 }), (states) => {
        const sums = new Map<string, typeof NOTHING>()
        states.forEach((state, at) => {
          for (const change of changesBetween(states[at - 1], state)) {
            const key = `${change.day} ${change.organ} ${change.item_code}`
            sums.set(key, figuresOfAMonthAddUpFromDays([sums.get(key) ?? NOTHING, change.counts]))
          }
        })
        const last = states.at(-1)
        if (!last) throw new Error('there is one')
        const expected = new Map(
          [...contributionsOf(last)].map(([on, counts]) => [`${on} ${last.organ} ${last.item_code}`, counts]),
        )
        for (const [key, counts] of sums) expect(counts).toEqual(expected.get(key) ?? NOTHING)
        for (const key of expected.keys()) expect(sums.has(key)).toBe(true)
      }),
    )
  })

  it('is nothing where nothing changed', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        expect(changesBetween(one, one)).toEqual([])
      }),
    )
  })

  it('counts what is concluded once, by how it ended', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        const total = figuresOfAMonthAddUpFromDays([...contributionsOf(one).values()])
        expect(total.concluded).toBe(one.concluded_on ? 1 : 0)
        expect(COUNTED.every((name) => total[name] >= 0)).toBe(true)
        expect(total.granted + total.refused + total.withdrawn).toBeLessThanOrEqual(total.concluded)
      }),
    )
  })
})
