import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, calendarOf } from './calendar.ts'
import { addDays } from './legal-day.ts'
import { isRefusal } from './refusal.ts'

const folder = 'definitions/dalian/calendars'
const files: unknown[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')),
)
const calendar = getCalendar(files)

describe('working days come from the State Council’s yearly notices, make-up days included (rules §2.3)', () => {
  it.each([
    ['2026-03-02', 'working', undefined],
    ['2026-02-17', 'holiday', '春节'],
    ['2026-02-28', 'make-up', '调休上班'],
    ['2026-03-01', 'weekend', undefined],
    ['2018-12-29', 'make-up', '调休上班'],
    ['2018-12-31', 'holiday', '元旦'],
    ['2015-09-03', 'holiday', '抗战胜利70周年纪念日'],
    ['2020-01-31', 'holiday', '春节'],
    ['2020-02-02', 'holiday', '春节'],
  ])('%s is a %s (%s)', (day, kind, name) => {
    expect(calendar.kindOf(day)).toMatchObject({ kind, work: kind === 'working' || kind === 'make-up' })
    expect(calendar.kindOf(day).name?.zh).toBe(name)
  })

  const table = join(process.env.MASHANG_PUBLIC_DATA ?? '../shared/data', 'workdays-2007-2026.csv')
  it.skipIf(!existsSync(table))(
    `agrees with ${table} on every day (skipped where the folder is absent)`,
    () => {
      const rows = readFileSync(table, 'utf8').trim().split(/\r?\n/).slice(1)
      expect(rows.length).toBe(7305)
      const wrong = rows.filter((row) => {
        const [day = '', working] = row.split(',')
        return calendar.isWorkingDay(day) !== (working === '1')
      })
      expect(wrong).toEqual([])
    },
  )
})

describe('a date beyond the last published notice is provisional (rules §2.3)', () => {
  it('and is reckoned with weekends and the fixed statutory holidays', () => {
    expect(calendar.publishedThrough).toBe('2026-12-31')
    expect(calendar.isProvisional('2026-12-31')).toBe(false)
    expect(calendar.isProvisional('2027-01-01')).toBe(true)
    expect(calendar.kindOf('2027-02-05')).toMatchObject({ kind: 'holiday', name: { zh: '春节' } })
    expect(calendar.kindOf('2027-02-09').kind).toBe('working')
  })

  it.each([
    // Lunar New Year's Eve, Qingming, Dragon Boat and Mid-Autumn; 2028 has a leap fifth month, 2033 a leap eleventh.
    ['2028-01-25', '2028-04-04', '2028-05-28', '2028-10-03'],
    ['2029-02-12', '2029-04-04', '2029-06-16', '2029-09-22'],
    ['2033-01-30', '2033-04-04', '2033-06-01', '2033-09-08'],
    ['2034-02-18', '2034-04-05', '2034-06-20', '2034-09-27'],
  ])('%s, %s, %s, %s are statutory holidays', (...days) => {
    expect(days.map((day) => calendar.kindOf(day).kind)).toEqual(['holiday', 'holiday', 'holiday', 'holiday'])
  })

  it('gives every provisional year the thirteen days of the law', () => {
    const lists = files.filter((file): file is { years: { holidays: { days: string[] }[] }[] } =>
      Object.hasOwn(file as object, 'years'),
    )
    expect(lists.length).toBe(1)
    for (const year of lists[0]?.years ?? []) {
      expect(new Set(year.holidays.flatMap((holiday) => holiday.days)).size).toBeGreaterThanOrEqual(12)
      expect(year.holidays.map((holiday) => holiday.days.length)).toEqual([1, 4, 1, 2, 1, 1, 3])
    }
  })

  it('a notice takes the place of the statutory days once it is published', () => {
    const notice = {
      kind: 'calendar-year',
      year: 2027,
      notices: [{ title: '国务院办公厅关于2027年部分节假日安排的通知' }],
      holidays: [{ name: { zh: '元旦', en: "New Year's Day" }, days: ['2027-01-01', '2027-01-04'] }],
      'working-weekends': ['2027-01-09'],
    }
    const newer = getCalendar([...files, notice])
    expect(newer.publishedThrough).toBe('2027-12-31')
    expect(newer.kindOf('2027-01-04').kind).toBe('holiday')
    expect(newer.isWorkingDay('2027-01-09')).toBe(true)
    expect(newer.isWorkingDay('2027-02-05')).toBe(true)
  })
})

describe('counting', () => {
  const day = fc.integer({ min: 0, max: 16_000 }).map((offset) => addDays('2007-01-01', offset))

  it('the tables agree with a walk over the days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, count) => {
        let walked = from
        for (let left = count; left > 0; ) {
          walked = addDays(walked, 1)
          if (!calendar.covers(walked)) return
          if (calendar.isWorkingDay(walked)) left -= 1
        }
        expect(calendar.addWorkingDays(from, count)).toBe(walked)
        expect(calendar.countWorkingDays(from, walked)).toBe(count)
        if (count === 1) expect(calendar.nextWorkingDay(from)).toBe(walked)
      }),
    )
  })

  it('knows where it ends', () => {
    expect(calendar.covers('2006-12-31')).toBe(false)
    expect(calendar.covers('2050-12-31')).toBe(true)
    expect(calendar.covers('2026-02-30')).toBe(false)
    expect(calendar.addWorkingDays('2050-12-30', 9)).toBeUndefined()
    expect(calendar.nextWorkingDay('2050-12-31')).toBeUndefined()
    expect(() => calendar.isWorkingDay('2051-01-01')).toThrow(RangeError)
    expect(calendar.countWorkingDays('2026-03-05', '2026-03-02')).toBe(0)
  })
})

describe('a calendar that contradicts itself is refused', () => {
  const year = (content: object) => ({
    kind: 'calendar-year',
    year: 2026,
    notices: [{ title: 't' }],
    holidays: [],
    'working-weekends': [],
    ...content,
  })
  const name = { zh: '节', en: 'Day' }

  it.each([
    ['nothing', []],
    [
      'no notice at all',
      [{ kind: 'statutory-holidays', basis: { law: '', article: '', version: '' }, years: [] }],
    ],
    ['a year missing in between', [year({}), year({ year: 2028 })]],
    ['a year given twice', [year({}), year({})]],
    ['a working weekend on a Monday', [year({ 'working-weekends': ['2026-03-02'] })]],
    ['a day of another year', [year({ holidays: [{ name, days: ['2027-01-01'] }] })]],
    [
      'a day that is both',
      [year({ holidays: [{ name, days: ['2026-02-28'] }], 'working-weekends': ['2026-02-28'] })],
    ],
    ['a day that does not exist', [year({ holidays: [{ name, days: ['2026-02-30'] }] })]],
    ['an unknown member', [year({ other: 1 })]],
  ])('%s', (_, given) => {
    expect(calendarOf(given)).toMatchObject({ refused: true, code: 'calendar-invalid' })
  })
})

function getCalendar(given: readonly unknown[]): Calendar {
  const made = calendarOf(given)
  if (isRefusal(made)) throw new Error(JSON.stringify(made))
  return made
}
