import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, type Calendar, calendarOf, dayNumberOf, isRefusal, textOf } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clock, ClockStop, Extension } from './clock.ts'
import { bothLimits, type Due, due, dueDayOf } from './deadline.ts'
import { explain } from './explanation.ts'
import { type Period, parsePeriod } from './period.ts'

const folder = 'definitions/dalian/calendars'
const calendar = getCalendar(
  readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))),
)

const period = (text: string) => got(parsePeriod(text))
const stop = (from: string, to?: string, more: Partial<ClockStop> = {}): ClockStop => ({
  from,
  to,
  kind: 'expert-review',
  reason: { zh: '专家评审', en: 'Expert review' },
  ...more,
})
const clock = (start: string, length: string, more: Partial<Clock> = {}): Clock => ({
  start,
  period: period(length),
  calendar,
  ...more,
})
const dueOf = (...given: Parameters<typeof clock>) => got(due(clock(...given))).due

describe('rule 2.1: the day of the event is not counted, and a period ends on a working day', () => {
  it.each([
    ['2026-03-02', '1wd', '2026-03-03'],
    ['2026-03-02', '5wd', '2026-03-09'],
    ['2026-03-02', '1d', '2026-03-03'],
    // Counting starts the next day even when the event falls on a day of rest.
    ['2026-03-07', '1wd', '2026-03-09'],
    ['2026-03-07', '3d', '2026-03-10'],
    // The last day is a Saturday, a Sunday, a holiday: the next working day.
    ['2026-03-02', '5d', '2026-03-09'],
    ['2026-03-02', '6d', '2026-03-09'],
    ['2026-02-05', '10d', '2026-02-24'],
    // A make-up Saturday is a working day: nothing moves.
    ['2026-02-18', '10d', '2026-02-28'],
    // On the spot: the same day, or the first working day after it.
    ['2026-03-02', '0wd', '2026-03-02'],
    ['2026-03-07', '0wd', '2026-03-09'],
  ])('%s + %s ends on %s', (start, length, expected) => {
    expect(dueOf(start, length)).toBe(expected)
  })

  it('it ends at 24:00 of that day, or at the close of business', () => {
    expect(got(due(clock('2026-03-02', '1wd'))).endsAt).toBe('2026-03-03T16:00:00.000Z')
    expect(got(due(clock('2026-03-02', '1wd', { closing: '17:00' }))).endsAt).toBe('2026-03-03T09:00:00.000Z')
  })

  it('an instant starts the clock on its day in Shanghai', () => {
    expect(dueOf('2026-03-01T15:59:00Z', '1wd')).toBe('2026-03-02')
    expect(dueOf('2026-03-01T16:00:00Z', '1wd')).toBe('2026-03-03')
    expect(dueOf('2026-03-02T00:00:00+08:00', '1wd')).toBe('2026-03-03')
  })
})

describe('rule 2.2: days and working days are never treated alike', () => {
  it('twenty of each end on different days', () => {
    expect(dueOf('2026-03-02', '20wd')).toBe('2026-03-30')
    expect(dueOf('2026-03-02', '20d')).toBe('2026-03-23')
  })

  it('a period is read with its unit, and without one refused', () => {
    expect(period('45d')).toEqual({ unit: 'd', count: 45 })
    for (const text of ['20', '20 wd', '-1wd', '1.5d', '20m', '', '99999d']) {
      expect(parsePeriod(text)).toMatchObject({ code: 'period-not-understood', facts: { found: text } })
    }
  })

  it('as many working days never end before as many days', () => {
    fc.assert(
      fc.property(aStart, fc.integer({ min: 0, max: 90 }), (start, count) => {
        const wd = dueOf(start, `${count}wd`)
        expect(wd >= dueOf(start, `${count}d`)).toBe(true)
        expect(calendar.isWorkingDay(wd)).toBe(true)
        if (calendar.isWorkingDay(start)) expect(calendar.countWorkingDays(start, wd)).toBe(count)
      }),
    )
  })
})

describe('rule 2.3: working days come from the yearly notices; beyond the last one the result is provisional', () => {
  it('make-up Saturdays count and Spring Festival does not', () => {
    // 10, 11, 12, 13, 14 (Saturday, worked), 24, 25, 26, 27, 28 (Saturday, worked).
    expect(dueOf('2026-02-09', '10wd')).toBe('2026-02-28')
  })

  it('says that it is provisional, and is not once the notice is out', () => {
    expect(got(due(clock('2026-12-01', '20wd')))).toMatchObject({ due: '2026-12-29', provisional: false })
    const later = got(due(clock('2026-12-21', '20wd')))
    expect(later).toMatchObject({ due: '2027-01-19', provisional: true })
    expect(explain(later.explanation, 'zh').at(-1)).toContain('尚未公布')
  })

  it('refuses what the calendar does not reach instead of guessing', () => {
    for (const [start, length] of [
      ['2006-12-31', '1wd'],
      ['2050-12-30', '20wd'],
      ['2050-12-01', '9999d'],
      ['2051-01-01', '0d'],
    ] as const) {
      expect(due(clock(start, length))).toMatchObject({
        code: 'day-outside-calendar',
        facts: { last: '2050-12-31' },
      })
    }
    expect(due(clock('2026-02-30', '1wd'))).toMatchObject({ code: 'day-not-understood' })
    expect(due(clock('2026-03-02T25:00:00Z', '1wd'))).toMatchObject({ code: 'day-not-understood' })
    expect(due(clock('yesterday', '1wd'))).toMatchObject({ code: 'day-not-understood' })
  })
})

describe('rule 2.4: clock stops do not count; they are a ledger', () => {
  it.each([
    ['five days in the middle', [stop('2026-03-09', '2026-03-13')], '2026-04-07'],
    ['one day', [stop('2026-03-10', '2026-03-10')], '2026-03-31'],
    ['over a weekend only', [stop('2026-03-07', '2026-03-08')], '2026-03-30'],
    [
      'two stops, in any order',
      [stop('2026-03-23', '2026-03-24'), stop('2026-03-09', '2026-03-13')],
      '2026-04-09',
    ],
    ['from the day of the start', [stop('2026-03-02', '2026-03-06')], '2026-04-03'],
    ['after the end: too late to help', [stop('2026-03-31', '2026-04-03')], '2026-03-30'],
    ['stopped and resumed by instants', [stop('2026-03-09T02:00:00Z', '2026-03-13T08:00:00Z')], '2026-04-07'],
  ])('%s', (_, stops, expected) => {
    expect(dueOf('2026-03-02', '20wd', { stops })).toBe(expected)
  })

  it('two stops on one day, by instants, take that day out once', () => {
    const stops = [
      stop('2026-03-09T01:00:00Z', '2026-03-10T02:00:00Z'),
      stop('2026-03-10T03:00:00Z', '2026-03-10T04:00:00Z'),
    ]
    expect(dueOf('2026-03-02', '20wd', { stops })).toBe('2026-04-01')
    addsUp(got(due(clock('2026-03-02', '20wd', { stops }))))
  })

  it('the end of a period of days does not fall into a stop', () => {
    // The fifth day is Saturday the 7th; Monday is stopped until Wednesday.
    expect(dueOf('2026-03-02', '5d', { stops: [stop('2026-03-09', '2026-03-11')] })).toBe('2026-03-12')
  })

  it('while it is stopped, the due day is that of a clock that goes on today', () => {
    const open = { stops: [stop('2026-03-09')], now: new Date('2026-03-13T04:00:00Z') }
    expect(got(due(clock('2026-03-02', '20wd', open)))).toMatchObject({ due: '2026-04-07', state: 'stopped' })
    expect(got(due(clock('2026-03-02', '20wd', { stops: open.stops })))).toMatchObject({
      due: '2026-03-31',
      state: 'stopped',
    })
    const late = { stops: [stop('2026-04-02')], now: new Date('2026-04-20T04:00:00Z') }
    expect(got(due(clock('2026-03-02', '20wd', late)))).toMatchObject({ due: '2026-03-30', state: 'overdue' })
  })

  it.each([
    ['reversed', 'clock-stop-reversed', [stop('2026-03-13', '2026-03-09')]],
    ['reversed within a day', 'clock-stop-reversed', [stop('2026-03-09T08:00:00Z', '2026-03-09T02:00:00Z')]],
    [
      'overlapping',
      'clock-stops-overlap',
      [stop('2026-03-09', '2026-03-13'), stop('2026-03-12', '2026-03-16')],
    ],
    [
      'sharing a day',
      'clock-stops-overlap',
      [stop('2026-03-09', '2026-03-13'), stop('2026-03-13', '2026-03-16')],
    ],
    [
      'one inside another',
      'clock-stops-overlap',
      [stop('2026-03-09', '2026-03-20'), stop('2026-03-10', '2026-03-11')],
    ],
    [
      'the same twice',
      'clock-stops-overlap',
      [stop('2026-03-09', '2026-03-13'), stop('2026-03-09', '2026-03-13')],
    ],
    [
      'a stop after one that is still open',
      'clock-stops-overlap',
      [stop('2026-03-09'), stop('2026-03-12', '2026-03-16')],
    ],
    ['before the clock started', 'clock-stop-before-start', [stop('2026-02-27', '2026-03-04')]],
    ['no day', 'day-not-understood', [stop('2026-03-09', '2026-03-32')]],
  ])('%s is refused', (_, code, stops) => {
    const refused = due(clock('2026-03-02', '20wd', { stops }))
    if (!isRefusal(refused)) throw new Error('accepted')
    expect(refused.code).toBe(code)
    expect(textOf(refused.code, refused.facts, 'zh')).not.toMatch(/[…{}]/)
    expect(dueDayOf(clock('2026-03-02', '20wd', { stops }))).toEqual(refused)
  })

  it('a stop never makes a case due earlier', () => {
    fc.assert(
      fc.property(aClock, aStop, (given, extra) => {
        const before = due(given)
        const after = due({ ...given, stops: [...(given.stops ?? []), extra] })
        if (isRefusal(before) || isRefusal(after)) return
        expect(after.due >= before.due).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('a stop that lasts a day longer never makes a case due earlier', () => {
    fc.assert(
      fc.property(aStart, aPeriod, fc.nat(40), fc.nat(40), (start, length, from, days) => {
        const first = addDays(start, from)
        const end = (last: number) =>
          got(dueDayOf({ start, period: length, calendar, stops: [stop(first, addDays(first, last))] })).due
        expect(end(days + 1) >= end(days)).toBe(true)
      }),
    )
  })
})

describe('rule 2.5: every due date can say why', () => {
  const stops = [
    stop('2026-04-14', '2026-04-15', { article: '行政许可法第四十五条', expected: period('5wd') }),
  ]
  const given = clock('2026-04-01', '20wd', {
    stops,
    event: { zh: '受理', en: 'application accepted' },
    label: { zh: '法定审查期限', en: 'statutory limit' },
    article: '行政许可法第四十二条',
    extensions: [{ by: period('2wd'), reason: { zh: '案情复杂', en: 'complex case' } }],
  })

  it('in Chinese', () => {
    expect(explain(got(due(given)).explanation, 'zh')).toEqual([
      '2026年4月1日（星期三）受理，当日不计入，从次日起计算（民法典第二百零一条）。',
      '法定审查期限为20个工作日（行政许可法第四十二条）。',
      '经批准延长2个工作日，理由：案情复杂。',
      '清明节放假（4月4日–6日）共 3 天，不计入。',
      '双休日共 6 天，不计入：4月11日–12日、4月18日–19日、4月25日–26日。',
      '劳动节放假（5月1日–5日）共 5 天，不计入。',
      '2026年5月9日（星期六）是调休上班日，计入。',
      '专家评审：停止计时（4月14日–15日），2 天不计入，预计5个工作日（行政许可法第四十五条）。',
      '到期日是2026年5月9日（星期六），当日24:00截止。',
      '合计：计入 22 天 + 休息日 14 天 + 停止计时 2 天 = 起算日之后第 38 天。',
    ])
  })

  it('in English', () => {
    expect(explain(got(due(given)).explanation, 'en')).toEqual([
      'Wednesday 1 April 2026: application accepted. That day is not counted; counting starts the next day (Civil Code, article 201).',
      'The statutory limit is 20 working days (行政许可法第四十二条).',
      'Extended with approval by 2 working days, because: complex case.',
      'Qingming Festival holiday (2026-04-04 to 2026-04-06), 3 days: not counted.',
      'Weekends, 6 days not counted: 2026-04-11 to 2026-04-12, 2026-04-18 to 2026-04-19, 2026-04-25 to 2026-04-26.',
      'Labour Day holiday (2026-05-01 to 2026-05-05), 5 days: not counted.',
      'Saturday 9 May 2026 is a make-up working day and counts.',
      'Expert review: the clock was stopped (2026-04-14 to 2026-04-15), 2 days not counted, expected to take 5 working days (行政许可法第四十五条).',
      'The last day is Saturday 9 May 2026, until 24:00.',
      'In all: 22 counted + 14 of rest + 2 stopped = day 38 after the start.',
    ])
  })

  it('tells of a roll-over, of an open stop and of a stop that came too late', () => {
    const rolled = got(due(clock('2026-03-02', '5d')))
    expect(explain(rolled.explanation, 'zh')).toContain(
      '期限最后一日（2026年3月7日（星期六））不是工作日或正停止计时，顺延 2 天到下一个工作日（民法典第二百零三条）。',
    )
    const open = got(due(clock('2026-03-02', '5wd', { stops: [stop('2026-03-04')] })))
    expect(explain(open.explanation, 'zh').join('')).toMatch(/尚未恢复.*现在停止计时；如果今天恢复/)
    const late = got(due(clock('2026-03-02', '5wd', { stops: [stop('2026-03-12', '2026-03-13')] })))
    expect(explain(late.explanation, 'en')).toContain(
      'Expert review (2026-03-12 to 2026-03-13): does not change the last day.',
    )
  })

  it('the explanation adds up: counted, skipped, stopped and moved days reach from the start to the due day', () => {
    fc.assert(
      fc.property(aClock, (any) => {
        const result = due(any)
        if (isRefusal(result)) return
        addsUp(result)
        expect(dueDayOf(any)).toEqual({ ...result, explanation: undefined })
        for (const language of ['zh', 'en'] as const) {
          for (const line of explain(result.explanation, language))
            expect(line).not.toMatch(/undefined|NaN|\[object/)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('a longer extension never makes a case due earlier', () => {
    fc.assert(
      fc.property(aClock, aPeriod, fc.nat(20), (any, by, more) => {
        const end = (count: number) =>
          dueDayOf({ ...any, extensions: [...(any.extensions ?? []), { by: { ...by, count } }] })
        const [short, long] = [end(by.count), end(by.count + more)]
        const none = dueDayOf(any)
        if (isRefusal(short) || isRefusal(long) || isRefusal(none)) return
        expect(short.due >= none.due && long.due >= short.due).toBe(true)
      }),
    )
  })

  it('the promised limit is never longer than the statutory one', () => {
    const both = got(bothLimits(clock('2026-03-02', '0wd'), period('20wd'), period('5wd')))
    expect([both.statutory.due, both.promised.due]).toEqual(['2026-03-30', '2026-03-09'])
    // Fifteen working days over Spring Festival would last longer than twenty-one days.
    const capped = got(bothLimits(clock('2026-02-09', '0wd'), period('21d'), period('15wd')))
    expect(capped.promised.due).toBe(capped.statutory.due)
    addsUp(capped.promised)
    expect(explain(capped.promised.explanation, 'zh').at(-1)).toContain('承诺时限不得长于法定时限')
    fc.assert(
      fc.property(aClock, aPeriod, aPeriod, (any, statutory, promised) => {
        const limits = bothLimits(any, statutory, promised)
        if (!isRefusal(limits)) expect(limits.promised.due <= limits.statutory.due).toBe(true)
      }),
    )
  })
})

const aStart = fc.integer({ min: 0, max: 7000 }).map((offset) => addDays('2007-06-01', offset))
const aPeriod: fc.Arbitrary<Period> = fc.record({
  unit: fc.constantFrom('wd' as const, 'd' as const),
  count: fc.integer({ min: 0, max: 60 }),
})
const anExtension: fc.Arbitrary<Extension> = aPeriod.map((by) => ({ by }))

/** Stops laid one after another, so that most of them are in order; some begin on the day of the start. */
const stopsAfter = (start: string) =>
  fc.array(fc.tuple(fc.nat(20), fc.nat(15)), { maxLength: 4 }).map((gaps) => {
    let at = start
    return gaps.map(([gap, length]) => {
      const from = addDays(at, gap)
      const to = addDays(from, length)
      at = addDays(to, 1)
      return stop(from, to)
    })
  })

const aClock: fc.Arbitrary<Clock> = aStart.chain((start) =>
  fc.record({
    start: fc.constant(start),
    period: aPeriod,
    calendar: fc.constant(calendar),
    stops: stopsAfter(start),
    extensions: fc.array(anExtension, { maxLength: 2 }),
  }),
)
const aStop = fc
  .tuple(fc.nat(7100), fc.nat(30))
  .map(([from, length]) => stop(addDays('2007-06-01', from), addDays('2007-06-01', from + length)))

function addsUp(result: Due): void {
  const sum = result.explanation.reduce((total, line) => total + line.days, 0)
  expect(sum).toBe(dayNumberOf(result.due) - dayNumberOf(result.start))
  expect(result.explanation.every((line) => line.days >= 0)).toBe(true)
}

function got<T>(value: T): Exclude<T, { refused: true }> {
  if (isRefusal(value)) throw new Error(textOf(value.code, value.facts, 'en'))
  return value as Exclude<T, { refused: true }>
}

function getCalendar(files: readonly unknown[]): Calendar {
  return got(calendarOf(files))
}
