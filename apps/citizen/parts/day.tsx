import { formatDay, type Language, legalDayOf } from '@mashang/kit'
import { useView } from '../frame/view.tsx'

/** `2026年12月3日 14:05` or `3 December 2026 at 14:05`, in Shanghai's time. */
export function dayAndTime(instant: string, language: Language): string {
  return FORMATS[language].format(new Date(instant))
}

const shanghai = { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' } as const
const FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', shanghai),
  en: new Intl.DateTimeFormat('en-GB', shanghai),
}

/** An instant as people read it. */
export function Moment({ at }: { at: string }) {
  const { language } = useView()
  return <time dateTime={at}>{dayAndTime(at, language)}</time>
}

/** A legal day, with its weekday; takes an instant, too. */
export function Day({ on }: { on: string }) {
  const { language } = useView()
  const day = on.length === 10 ? on : legalDayOf(on)
  // A line may end before the weekday, never inside it.
  const [date = '', weekday] = formatDay(day, language).split(/(?=（)/)
  return (
    <time dateTime={day}>
      {date}
      {weekday ? <span className="together">{weekday}</span> : null}
    </time>
  )
}
