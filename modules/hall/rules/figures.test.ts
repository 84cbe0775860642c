import { describe, expect, it } from 'vitest'
import { LAW } from '../test/rating.ts'
import { satisfactionCountsOnlyWhatWasRated } from './figures.ts'

describe('satisfactionCountsOnlyWhatWasRated', () => {
  it('divides by what was rated, and by nothing else', () => {
    const levels = {
      'very-satisfied': 5,
      satisfied: 2,
      'fairly-satisfied': 1,
      dissatisfied: 1,
      'very-dissatisfied': 1,
    }
    expect(satisfactionCountsOnlyWhatWasRated(LAW, levels)).toBe(80)
    expect(satisfactionCountsOnlyWhatWasRated(LAW, { satisfied: 3 })).toBe(100)
  })
  it('gives no rate where nobody rated', () => {
    expect(satisfactionCountsOnlyWhatWasRated(LAW, {})).toBeUndefined()
  })
})
