import { addDays, type Calendar, legalDayOf } from '@mashang/kit'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { dalian } from '../test/city.ts'
import { onTimeIsJudgedByThePromisedDay, workingDaysUsedLeaveOutStops } from './days.ts'

let calendar: Calendar
beforeAll(async () => {
  calendar = (await dalian()).calendar
})

const at = (day: string) => `${day}T02:00:00.000Z`

describe('workingDaysUsedLeaveOutStops', () => {
  it.each([
    ['the same day', '2026-11-23', '2026-11-23', [], 0],
    ['over a weekend', '2026-11-20', '2026-11-23', [], 1],
    [
      'a stop, its first and last day left out',
      '2026-11-02',
      '2026-11-13',
      [['2026-11-04', '2026-11-06']],
      6,
    ],
    [
      'two stops that touch',
      '2026-11-02',
      '2026-11-13',
      [
        ['2026-11-04', '2026-11-05'],
        ['2026-11-05', '2026-11-06'],
      ],
      6,
    ],
    ['a stop that nobody ended', '2026-11-02', '2026-11-13', [['2026-11-10', undefined]], 5],
    ['a stop on the day it began', '2026-11-02', '2026-11-03', [['2026-11-02', '2026-11-02']], 1],
    ['the holiday of October', '2026-09-30', '2026-10-09', [], 2],
  ] as const)('%s', (_, from, to, stops, days) => {
    const ledger = stops.map(([start, end]) => ({ from: at(start), ...(end ? { to: at(end) } : {}) }))
    expect(workingDaysUsedLeaveOutStops(calendar, at(from), at(to), ledger)).toBe(days)
  })

  it('counts exactly the working days after the first that lie in no stop', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-09-01', n))
    const stop = fc.tuple(day, fc.integer({ min: 0, max: 9 }))
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 70 }),
        fc.array(stop, { maxLength: 3 }),
        (from, length, stops) => {
          const to = addDays(from, length)
          const ledger = stops.map(([start, days]) => ({ from: at(start), to: at(addDays(start, days)) }))
          const days = Array.from({ length }, (_, n) => addDays(from, n + 1))
          const counted = days.filter(
            (one) =>
              calendar.isWorkingDay(one) &&
              !ledger.some((is) => legalDayOf(is.from) <= one && one <= legalDayOf(is.to)),
          )
          expect(workingDaysUsedLeaveOutStops(calendar, at(from), at(to), ledger)).toBe(counted.length)
        },
      ),
    )
  })
})

describe('onTimeIsJudgedByThePromisedDay', () => {
  const card = (outcome?: string) => ({
    colour: 'red',
    clock: 'promised',
    ...(outcome ? { ruling: { outcome } } : {}),
  })
  it.each([
    ['on its last day', 'granted', '2026-11-10', [], true],
    ['a refusal in time', 'refused', '2026-11-09', [], true],
    ['a day late', 'granted', '2026-11-11', [card()], false],
    ['late, the card upheld', 'granted', '2026-11-11', [card('upheld')], false],
    ['late, the card lifted', 'granted', '2026-11-11', [card('lifted')], true],
    [
      'late, another card lifted',
      'granted',
      '2026-11-11',
      [{ ...card('lifted'), clock: 'statutory' }],
      false,
    ],
    ['withdrawn', 'withdrawn', '2026-11-20', [], undefined],
    ['declined', 'declined', '2026-11-03', [], undefined],
    ['running', 'under-review', undefined, [], undefined],
  ] as const)('%s', (_, status, concluded, cards, judged) => {
    const concludedAt = concluded && at(concluded)
    expect(
      onTimeIsJudgedByThePromisedDay({
        status,
        promisedDue: '2026-11-10',
        cards,
        ...(concludedAt ? { concludedAt } : {}),
      }),
    ).toBe(judged)
  })
})
