import { describe, expect, it } from 'vitest'
import { aMonthIsComparedAsFarAsItHasGone } from './months.ts'

describe('aMonthIsComparedAsFarAsItHasGone', () => {
  it.each([
    ['2026-11-24', '2026-11-01', '2026-10-01', '2026-10-24'],
    ['2026-03-31', '2026-03-01', '2026-02-01', '2026-02-28'],
    ['2027-01-01', '2027-01-01', '2026-12-01', '2026-12-01'],
  ])('%s', (today, from, before, to) => {
    expect(aMonthIsComparedAsFarAsItHasGone(today)).toEqual({
      month: { from, to: today },
      before: { from: before, to },
    })
  })
})
