import type { Language } from '../words/words.ts'

const ZONE = 'Asia/Shanghai'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Legal day (YYYY-MM-DD, Asia/Shanghai) and time (HH:mm) of an instant. */
export function dayAndTime(instant: string | Date): { readonly day: string; readonly time: string } {
  const found = parts.formatToParts(new Date(instant))
  const get = (name: string) => found.find(({ type }) => type === name)?.value ?? ''
  return { day: `${get('year')}-${get('month')}-${get('day')}`, time: `${get('hour')}:${get('minute')}` }
}

/** 2026-12-03 → 12-03 within the year of `today`, else in full. */
export function shortDay(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day
}

/** An instant for a list: time alone on the same day, else the day, with the year only where it differs. */
export function shortInstant(instant: string, now: Date): string {
  const { day, time } = dayAndTime(instant)
  const today = dayAndTime(now).day
  return day === today ? time : `${shortDay(day, today)} ${time}`
}

/** An instant in full: 2026-12-03 14:05. */
export function fullInstant(instant: string): string {
  const { day, time } = dayAndTime(instant)
  return `${day} ${time}`
}

const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

/** 2026年12月3日（星期四） · Thu, 3 December 2026 */
export function longDay(day: string, language: Language): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const at = new Date(Date.UTC(year, month - 1, date))
  if (language === 'zh') return `${year}年${month}月${date}日（${WEEKDAYS[at.getUTCDay()]}）`
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at)
}
