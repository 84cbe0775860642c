/** 法定日 — a day of the calendar in Asia/Shanghai, written `YYYY-MM-DD`; periods of law are counted in these. */
export type LegalDay = string

/** Shanghai keeps UTC+8 the year round; summer time was last kept in 1991, before any case of ours. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export function isLegalDay(text: unknown): boolean {
  return typeof text === 'string' && findDayNumber(text) !== undefined
}

/** Days since 1970-01-01; throws on a text that is no day. */
export function dayNumberOf(day: LegalDay): number {
  const number = findDayNumber(day)
  if (number === undefined) throw new RangeError(`“${day}” is not a day (YYYY-MM-DD)`)
  return number
}

/** The day of a number that `dayNumberOf` gave. */
export function dayOfNumber(number: number): LegalDay {
  // The inverse of the reckoning in `findDayNumber`: years that begin on 1 March, in cycles of 400.
  const shifted = number + DAYS_TO_1970
  const cycle = Math.floor(shifted / DAYS_OF_400_YEARS)
  const inCycle = shifted - cycle * DAYS_OF_400_YEARS
  const year = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) /
      365,
  )
  const inYear = inCycle - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const march = Math.floor((5 * inYear + 2) / 153)
  const date = inYear - Math.floor((153 * march + 2) / 5) + 1
  const month = march < 10 ? march + 3 : march - 9
  const full = year + cycle * 400 + (month <= 2 ? 1 : 0)
  return `${String(full).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
}

const DAYS_OF_400_YEARS = 146_097
/** From 1 March of the year 0 to 1970-01-01. */
const DAYS_TO_1970 = 719_468
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

// Whole numbers instead of Date: lists and explanations ask for days by the thousand.
function findDayNumber(text: string): number | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined
  const year = digitsAt(text, 0, 4)
  const month = digitsAt(text, 5, 7)
  const date = digitsAt(text, 8, 10)
  if (!(year >= 0 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOf(year, month)))
    return undefined
  // The year begins on 1 March, so that the leap day is its last.
  const shifted = month <= 2 ? year - 1 : year
  const cycle = Math.floor(shifted / 400)
  const inCycle = shifted - cycle * 400
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  const days = inCycle * 365 + Math.floor(inCycle / 4) - Math.floor(inCycle / 100) + inYear
  return cycle * DAYS_OF_400_YEARS + days - DAYS_TO_1970
}

function lengthOf(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29
  return MONTH_LENGTHS[month - 1] ?? 0
}

/** The number that the digits make, NaN where one is no digit. */
function digitsAt(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: LegalDay, count: number): LegalDay {
  return dayOfNumber(dayNumberOf(day) + count)
}

/** 0 Sunday … 6 Saturday, of a number that `dayNumberOf` gave. */
export function weekdayOfNumber(number: number): number {
  // 1970-01-01 was a Thursday.
  return (((number + 4) % 7) + 7) % 7
}

/** The legal day of an instant (ISO 8601 with zone, or a Date). */
export function legalDayOf(instant: string | Date): LegalDay {
  const time = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  if (Number.isNaN(time)) throw new RangeError(`“${instant}” is not an instant`)
  return dayOfNumber(Math.floor((time + SHANGHAI_OFFSET_MS) / DAY_MS))
}

/** The instant at which a day is over (24:00 in Shanghai), ISO 8601 UTC. */
export function endOfDay(day: LegalDay): string {
  return new Date((dayNumberOf(day) + 1) * DAY_MS - SHANGHAI_OFFSET_MS).toISOString()
}

const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六']
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
/** Names of the months, January first. */
export const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026年12月3日（星期四）` or `Thursday 3 December 2026`. */
export function formatDay(day: LegalDay, language: 'zh' | 'en'): string {
  const weekday = weekdayOfNumber(dayNumberOf(day))
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  if (language === 'zh') return `${year}年${month}月${date}日（星期${WEEKDAYS_ZH[weekday]}）`
  return `${WEEKDAYS_EN[weekday]} ${date} ${MONTHS_EN[month - 1]} ${year}`
}
