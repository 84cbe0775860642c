import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Calendar, calendarOf, isRefusal } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import type { Clock } from './clock.ts'
import { remainingWorkingDays, supervisionState, usedShare } from './supervision.ts'

const folder = 'definitions/dalian/calendars'
const calendar = getCalendar()
const profile = { remindBefore: 1, yellowAtPercent: 90 }
const noon = (day: string) => new Date(`${day}T04:00:00Z`)
const clock = (count: number, day: string, more: Partial<Clock> = {}) => ({
  start: '2026-03-02',
  period: { unit: 'wd' as const, count },
  calendar,
  now: noon(day),
  ...more,
})

describe('rule 2.6: reminder one working day before, yellow at 90 % of the promised time, red once overdue', () => {
  it.each([
    // Twenty working days end on Monday 30 March; the eighteenth is Thursday 26 March.
    [20, '2026-03-02', 'none'],
    [20, '2026-03-25', 'none'],
    [20, '2026-03-26', 'yellow'],
    [20, '2026-03-30', 'yellow'],
    [20, '2026-03-31', 'red'],
    // Five working days end on Monday 9 March; the day before that is Friday 6 March.
    [5, '2026-03-05', 'none'],
    [5, '2026-03-06', 'reminder'],
    [5, '2026-03-08', 'reminder'],
    [5, '2026-03-09', 'yellow'],
    [5, '2026-03-10', 'red'],
    // On the spot.
    [0, '2026-03-02', 'reminder'],
    [0, '2026-03-03', 'red'],
  ])('%i working days, seen on %s: %s', (count, day, expected) => {
    expect(supervisionState(clock(count, day), profile)).toBe(expected)
  })

  it('turns red at 24:00 in Shanghai, not before', () => {
    expect(
      supervisionState(clock(5, '', { now: new Date('2026-03-09T15:59:59.999Z') } as object), profile),
    ).toBe('yellow')
    expect(supervisionState(clock(5, '', { now: new Date('2026-03-09T16:00:00Z') } as object), profile)).toBe(
      'red',
    )
  })

  it('a stopped clock gives no card, and its days are not used', () => {
    const open = { stops: [{ from: '2026-03-04', kind: 'hearing' }] }
    expect(supervisionState(clock(5, '2026-06-01', open), profile)).toBe('none')
    const closed = { stops: [{ from: '2026-03-04', to: '2026-03-17', kind: 'hearing' }] }
    expect(usedShare(clock(5, '2026-03-10', closed))).toBe(0.2)
    expect(supervisionState(clock(5, '2026-03-18', closed), profile)).toBe('none')
    expect(supervisionState(clock(5, '2026-03-24', closed), profile)).toBe('red')
  })

  it('an extension gives more time to use, in another unit too', () => {
    const longer = (unit: 'wd' | 'd') => ({ extensions: [{ by: { unit, count: 5 } }] })
    expect(usedShare(clock(5, '2026-03-09', longer('wd')))).toBe(0.5)
    // Until Monday 9 March and five days more, Saturday, which moves to Monday 16 March: 14 days.
    expect(usedShare(clock(5, '2026-03-09', longer('d')))).toBe(0.5)
    expect(supervisionState(clock(5, '2026-03-10', longer('wd')), profile)).toBe('none')
  })

  it('passes a refusal of the clock on', () => {
    expect(supervisionState(clock(5, '2026-03-10', { start: 'never' }), profile)).toMatchObject({
      code: 'day-not-understood',
    })
  })
})

describe('working days that remain', () => {
  it.each([
    ['2026-03-05', 2],
    ['2026-03-06', 1],
    ['2026-03-08', 1],
    ['2026-03-09', 0],
    ['2026-03-10', -1],
    ['2026-03-16', -5],
  ])('on %s, until 9 March: %i', (day, expected) => {
    expect(remainingWorkingDays(noon(day), '2026-03-09', calendar)).toBe(expected)
  })
})

function getCalendar(): Calendar {
  const made = calendarOf(
    readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  )
  if (isRefusal(made)) throw new Error(JSON.stringify(made))
  return made
}
