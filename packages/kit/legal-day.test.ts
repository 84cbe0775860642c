import { describe, expect, it } from 'vitest'
import { dayNumberOf, dayOfNumber, endOfDay, formatDay, isLegalDay, legalDayOf } from './legal-day.ts'

describe('legal days are those of Shanghai', () => {
  it.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00Z', '2026-03-02'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2026-03-02T07:00:00+08:00', '2026-03-02'],
  ])('%s is on %s', (instant, expected) => {
    expect(legalDayOf(instant)).toBe(expected)
    expect(legalDayOf(new Date(instant))).toBe(expected)
  })

  it('a day ends at 24:00 there', () => {
    expect(endOfDay('2026-12-03')).toBe('2026-12-03T16:00:00.000Z')
  })

  it('and are written out in both languages', () => {
    expect(formatDay('2026-12-03', 'zh')).toBe('2026年12月3日（星期四）')
    expect(formatDay('2026-12-03', 'en')).toBe('Thursday 3 December 2026')
  })

  it('agree with the Date of the engine on every day of eight hundred years', () => {
    for (let number = -200_000; number < 100_000; number++) {
      const day = new Date(number * 86_400_000).toISOString().slice(0, 10)
      if (dayOfNumber(number) !== day || dayNumberOf(day) !== number) throw new Error(day)
    }
    expect(dayOfNumber(dayNumberOf('0000-03-01') - 1)).toBe('0000-02-29')
    expect(dayNumberOf('9999-12-31')).toBe(Date.parse('9999-12-31') / 86_400_000)
  })

  it('knows days that exist', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].every(isLegalDay)).toBe(true)
    expect(
      [
        '2026-02-29',
        '2100-02-29',
        '2026-04-31',
        '2026-13-01',
        '2026-00-01',
        '2026-01-00',
        '2026-1-1',
        '2026/03/01',
        '2o26-03-01',
        '',
        5,
        '2026-03-01T00:00:00Z',
      ].some(isLegalDay),
    ).toBe(false)
  })
})
