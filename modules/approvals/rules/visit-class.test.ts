import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyGuideFallsIntoOneClass, VISIT_CLASSES } from './visit-class.ts'

describe('everyGuideFallsIntoOneClass', () => {
  it.each([
    [0, 4, 'wholly-online'],
    [0, 3, 'one-visit'],
    [0, 1, 'one-visit'],
    [1, 4, 'one-visit'],
    [1, 3, 'one-visit'],
    [1, 1, 'one-visit'],
    [2, 3, 'fewer-visits'],
    [9, 1, 'fewer-visits'],
  ] as const)('%i visits at depth %i: %s', (visits, depth, expected) => {
    expect(everyGuideFallsIntoOneClass({ visits, depth })).toBe(expected)
  })

  it('one more visit never leads to a better class', () => {
    const guide = fc.record({ visits: fc.integer({ min: 0, max: 8 }), depth: fc.integer({ min: 1, max: 4 }) })
    fc.assert(
      fc.property(guide, ({ visits, depth }) => {
        const now = VISIT_CLASSES.indexOf(everyGuideFallsIntoOneClass({ visits, depth }))
        const then = VISIT_CLASSES.indexOf(everyGuideFallsIntoOneClass({ visits: visits + 1, depth }))
        expect(then).toBeGreaterThanOrEqual(now)
      }),
    )
  })
})
