import { readdirSync, readFileSync } from 'node:fs'
import { calendarOf, isRefusal } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { accepted, anApplication, KITE } from '../testing/state.ts'
import { cardsAreEventsOnce, nextWatchDay, watchStateOf } from './supervision.ts'
import { clocksOf, deliveryClockOf, intakeClockOf } from './time-limit.ts'

const CITY = new URL('../../../definitions/dalian/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, CITY), 'utf8')
const calendar = calendarOf(
  readdirSync(new URL('calendars/', CITY)).map((file) => JSON.parse(read(`calendars/${file}`))),
)
if (isRefusal(calendar)) throw new Error(JSON.stringify(calendar))
const limits = parse(read('limits.yaml'))
const on = (day: string, hour = 2) => ({
  calendar,
  limits,
  now: new Date(`${day}T${String(hour).padStart(2, '0')}:00:00.000Z`),
})

const STOP = { kind: 'expert-review' as const, reason: '评审', expected: '10wd' }
// Accepted on Tuesday 24 November 2026; promised 5 working days: Tuesday 1 December; statutory 20: 22 December.
const running = anApplication([accepted()])
const clocksAt = (application = running, day = '2026-11-25') => {
  const clocks = clocksOf(application, KITE, on(day))
  if (!clocks) throw new Error('there are clocks after acceptance')
  return clocks
}
const written = (application: typeof running, day: string) =>
  cardsAreEventsOnce(application, clocksAt(application, day), on(day)).map((entry) => [
    entry.kind,
    entry.content,
  ])

describe('the two clocks of a case', () => {
  it('run side by side from acceptance, the day itself not counted (民法典 第二百零一条)', () => {
    const { promised, statutory } = clocksAt()
    expect([promised.due, statutory.due]).toEqual(['2026-12-01', '2026-12-22'])
    expect(clocksOf(anApplication(), KITE, on('2026-11-25'))).toBeUndefined()
  })

  it('stand still during a special procedure (行政许可法 第四十五条)', () => {
    const stopped = anApplication([
      accepted(),
      ['clock-stopped', STOP, '2026-11-26T02:00:00.000Z'],
      ['clock-resumed', { note: '' }, '2026-12-03T02:00:00.000Z'],
    ])
    // 26 November to 3 December do not count: of five days one (25 November) was used before.
    expect(clocksAt(stopped, '2026-12-04').promised.due).toBe('2026-12-09')
  })

  it('licenceIsDeliveredInTime: ten working days from the grant, until it is delivered (行政许可法 第四十四条)', () => {
    const at = '2026-11-25T02:00:00.000Z'
    const decided = (outcome: 'grant' | 'refuse') => ['decided', { outcome, reasons: '' }, at] as const
    const granted = anApplication([accepted(), [...decided('grant')]])
    expect(deliveryClockOf(granted, on('2026-11-26'))).toMatchObject({ due: '2026-12-09', state: 'running' })
    expect(deliveryClockOf(granted, on('2026-12-10'))).toMatchObject({ state: 'overdue' })
    const delivered = anApplication([
      accepted(),
      [...decided('grant')],
      ['delivered', { how: 'electronic', note: '' }, at],
    ])
    expect(deliveryClockOf(delivered, on('2026-11-26'))).toBeUndefined()
    expect(
      deliveryClockOf(anApplication([accepted(), [...decided('refuse')]]), on('2026-11-26')),
    ).toBeUndefined()
    expect(deliveryClockOf(running, on('2026-11-26'))).toBeUndefined()
  })

  it('are lengthened by an extension (行政许可法 第四十二条)', () => {
    const extended = anApplication([
      accepted(),
      ['extended', { days: '10wd', reason: '复杂' }, '2026-11-25T02:00:00.000Z'],
    ])
    expect(clocksAt(extended).statutory.due).toBe('2027-01-06')
    expect(clocksAt(extended).promised.due).toBe('2026-12-15')
  })

  it('give the office five working days to ask for a correction (行政许可法 第三十二条)', () => {
    expect(intakeClockOf(anApplication(), on('2026-11-24')).due).toBe('2026-11-30')
  })
})

describe('电子监察: reminder, yellow card, red card', () => {
  it('reminds one working day before, once', () => {
    expect(written(running, '2026-11-27')).toEqual([])
    expect(written(running, '2026-11-30')).toEqual([
      ['reminded', expect.objectContaining({ automatic: true })],
    ])
    const reminded = anApplication([
      accepted(),
      ['reminded', { note: '', automatic: true }, '2026-11-30T02:00:00.000Z'],
    ])
    expect(written(reminded, '2026-11-30')).toEqual([])
  })

  it('gives a yellow card at 90 % of the promised time', () => {
    expect(written(running, '2026-12-01')).toContainEqual([
      'carded',
      { colour: 'yellow', clock: 'promised', due: '2026-12-01' },
    ])
  })

  it('gives a red card once overdue, one for each clock, and never twice', () => {
    expect(written(running, '2026-12-02')).toEqual([
      ['carded', { colour: 'red', clock: 'promised', due: '2026-12-01' }],
    ])
    const red = anApplication([
      accepted(),
      ['carded', { colour: 'red', clock: 'promised', due: '2026-12-01' }, '2026-12-02T02:00:00.000Z'],
    ])
    expect(written(red, '2026-12-05')).toEqual([])
    expect(written(red, '2026-12-23')).toEqual([
      ['carded', { colour: 'red', clock: 'statutory', due: '2026-12-22' }],
    ])
  })

  it('gives none while the clock stands', () => {
    const stopped = anApplication([accepted(), ['clock-stopped', STOP, '2026-11-26T02:00:00.000Z']])
    expect(written(stopped, '2027-03-01')).toEqual([])
    expect(nextWatchDay(stopped, clocksAt(stopped), '2026-11-30', on('2026-11-27'))).toBeUndefined()
  })

  it('is told to look on the day of each threshold, and no later', () => {
    const days = [
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
    ]
    const first = days.find((day) => written(running, day).length > 0)
    expect(nextWatchDay(running, clocksAt(), '2026-11-30', on('2026-11-25'))).toBe(first)
    expect(nextWatchDay(anApplication(), undefined, '2026-11-30', on('2026-11-25'))).toBe('2026-12-01')
  })

  it('tells a case that ended in time from one that did not', () => {
    const state = (at: string) => {
      const decided = anApplication([accepted(), ['decided', { outcome: 'grant', reasons: '' }, at]])
      return watchStateOf(clocksAt(decided), on('2027-01-10'), decided.concludedAt)
    }
    expect(state('2026-12-01T15:59:59.000Z')).toBe('met')
    expect(state('2026-12-01T16:00:00.000Z')).toBe('missed')
  })
})
