import { describe, expect, it } from 'vitest'
import { LAW } from '../test/rating.ts'
import {
  checkRatings,
  levelsFallFromTheBest,
  ratingLawIsInTheTable,
  reasonsAreToldApart,
} from './rating-checks.ts'

const laws = new Set(LAW.basis.map(({ law }) => law))
const rules = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule)

it('finds nothing wrong with the city’s own data', () => {
  expect(checkRatings(LAW, laws)).toEqual([])
})

describe('levelsFallFromTheBest', () => {
  it('finds levels out of order, a bad one that is worth more, and none that is bad', () => {
    expect(rules(levelsFallFromTheBest({ ...LAW, levels: LAW.levels.toReversed() }))).toContain(
      'levelsFallFromTheBest',
    )
    expect(
      levelsFallFromTheBest({
        ...LAW,
        levels: LAW.levels.map((level) =>
          level.id === 'very-dissatisfied' ? { ...level, percent: 50 } : level,
        ),
      }),
    ).toHaveLength(1)
    expect(
      levelsFallFromTheBest({ ...LAW, levels: LAW.levels.map((level) => ({ ...level, bad: false })) }),
    ).toMatchObject([{ path: 'levels' }])
  })
})

describe('reasonsAreToldApart', () => {
  it('finds a reason that stands twice, and a side without one', () => {
    const [tag] = LAW.tags
    expect(reasonsAreToldApart({ ...LAW, tags: [...LAW.tags, ...(tag ? [tag] : [])] })).toHaveLength(1)
    expect(reasonsAreToldApart({ ...LAW, tags: LAW.tags.filter((one) => one.for === 'bad') })).toHaveLength(1)
  })
})

describe('ratingLawIsInTheTable', () => {
  it('finds a law that the city does not know', () => {
    expect(ratingLawIsInTheTable(LAW, new Set()).length).toBeGreaterThan(0)
  })
})
