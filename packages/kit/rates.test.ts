import { describe, expect, it } from 'vitest'
import { averageText, rateText } from './rates.ts'

describe('rateText', () => {
  it.each([
    [0, 0, '—'],
    [1, 0, '100.0%'],
    [1999, 1, '99.9%'],
    [2, 1, '66.6%'],
    [0, 3, '0.0%'],
  ])('%i on time, %i late: %s', (onTime, late, text) => expect(rateText({ onTime, late })).toBe(text))
})

describe('averageText', () => {
  it('is the mean of the decided cases, and of none there is none', () => {
    expect(averageText({ onTime: 2, late: 1, daysUsed: 10 }, 'daysUsed')).toBe('3.3')
    expect(averageText({ onTime: 0, late: 0, daysUsed: 0 }, 'daysUsed')).toBe('—')
  })
})
