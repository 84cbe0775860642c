/** 法定日 — a day of the calendar in Asia/Shanghai, written `YYYY-MM-DD`; periods of law are counted in these. */
export type LegalDay = string

/** Shanghai keeps UTC+8 the year round; summer time was last kept in 1991, before any case of ours. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export function isLegalDay(text: unknown): boolean {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  // Some engines roll 30 February over to March; the text must come back unchanged.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

/** Days since 1970-01-01; throws on a text that is no day. */
export function dayNumberOf(day: LegalDay): number {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time) || day.length !== 10) throw new RangeError(`“${day}” is not a day (YYYY-MM-DD)`)
  return time / DAY_MS
}

/** The day of a number that `dayNumberOf` gave. */
export function dayOfNumber(number: number): LegalDay {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
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
  return new Date(time + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** The instant at which a day is over (24:00 in Shanghai), ISO 8601 UTC. */
export function endOfDay(day: LegalDay): string {
  return new Date((dayNumberOf(day) + 1) * DAY_MS - SHANGHAI_OFFSET_MS).toISOString()
}

const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六']
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS_EN = [
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
