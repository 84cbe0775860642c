/** What the legal clock is given, and how its dates and stops are understood. Pure. */
import type { Calendar, LegalDay, Refusal, Words } from '@mashang/kit'
import { addDays, dayNumberOf, endOfDay, isLegalDay, isRefusal, legalDayOf, refuse } from '@mashang/kit'
import type { Period } from './period.ts'

/**
 * 特别程序 (停止计时) — a time that does not count. `from` and `to` are legal days or instants;
 * without `to` the clock is still stopped.
 */
export interface ClockStop {
  readonly from: LegalDay | string
  readonly to?: LegalDay | string
  /** `expert-review`, `hearing`, `inspection`, `correction` … */
  readonly kind: string
  readonly reason?: Words
  readonly article?: string
  /** Length that the applicant was told. */
  readonly expected?: Period
}

/** 延期 — a longer period, granted before the first one ran out. */
export interface Extension {
  readonly by: Period
  readonly reason?: Words
  readonly article?: string
}

export interface Clock {
  /** Legal day or instant of the event that starts the clock. */
  readonly start: LegalDay | string
  readonly period: Period
  readonly calendar: Calendar
  /** In any order. */
  readonly stops?: readonly ClockStop[]
  readonly extensions?: readonly Extension[]
  /** Needed to say that a clock is overdue, and to carry an open stop up to today. */
  readonly now?: Date
  /** `HH:MM`, Shanghai time, where business hours apply; otherwise the day ends at 24:00. */
  readonly closing?: string
  /** What starts the clock, e.g. 受理 / accepted. */
  readonly event?: Words
  /** What the period is for, e.g. 法定审查期限 / statutory limit. */
  readonly label?: Words
  readonly rule?: string
  readonly article?: string
}

/** A stop as days: those after `after` up to and including `through`. In order of time, none shares a day. */
export interface StoppedDays {
  /** The day on which it was stopped; where the stop before ended on that day, the day belongs to that one. */
  readonly from: LegalDay
  readonly after: LegalDay
  readonly through: LegalDay
  readonly open: boolean
  readonly stop: ClockStop
}

/** A clock whose dates were understood and whose stops are in order. */
export interface Reading {
  readonly clock: Clock
  readonly start: LegalDay
  readonly stops: readonly StoppedDays[]
  readonly today: LegalDay | undefined
}

/** Understands the dates of a clock and puts its stops in order. */
export function readingOf(clock: Clock): Reading | Refusal {
  const { calendar } = clock
  const start = findDay(clock.start)
  if (!start) return refuse('day-not-understood', { facts: { found: clock.start } })
  const today = clock.now && legalDayOf(clock.now)
  if (!calendar.covers(start) || (today && !calendar.covers(today))) return outside(calendar)
  const stops = orderedStops(clock.stops ?? [], start, today)
  if (isRefusal(stops)) return stops
  if (stops.some((stop) => !calendar.covers(stop.through))) return outside(calendar)
  return { clock, start, stops, today }
}

/** Refuses what the calendar does not reach. */
export function outside({ first, last }: Calendar): Refusal {
  return refuse('day-outside-calendar', { facts: { first, last } })
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

function findDay(text: string): LegalDay | undefined {
  if (isLegalDay(text)) return text
  return INSTANT.test(text) && isLegalDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))
    ? legalDayOf(text)
    : undefined
}

/** Milliseconds of an instant; of a day its beginning or its end, as the ledger of stops needs it. */
function momentOf(text: string, side: 'begin' | 'end'): number {
  if (!isLegalDay(text)) return Date.parse(text)
  return Date.parse(endOfDay(side === 'end' ? text : addDays(text, -1)))
}

function orderedStops(
  stops: readonly ClockStop[],
  start: LegalDay,
  today: LegalDay | undefined,
): StoppedDays[] | Refusal {
  for (const { from, to } of stops) {
    const unclear = [from, to].find((text) => text !== undefined && !findDay(text))
    if (unclear !== undefined) return refuse('day-not-understood', { facts: { found: unclear } })
  }
  const moments = stops
    .map((stop) => ({
      stop,
      begin: momentOf(stop.from, 'begin'),
      end: stop.to === undefined ? Number.POSITIVE_INFINITY : momentOf(stop.to, 'end'),
    }))
    .sort((a, b) => a.begin - b.begin || a.end - b.end)
  const days: StoppedDays[] = []
  let before: (typeof moments)[number] | undefined
  for (const moment of moments) {
    const { stop, begin, end } = moment
    const from = findDay(stop.from) ?? start
    const to = stop.to === undefined ? undefined : findDay(stop.to)
    if (end < begin) return refuseStop('clock-stop-reversed', 'clockStopMustEndAfterItBegins', { from, to })
    if (from < start)
      return refuseStop('clock-stop-before-start', 'clockStopsOnlyOnceStarted', { from, start })
    if (before && begin < before.end) {
      const facts = { from, to: before.stop.to ?? { zh: '现在（尚未恢复）', en: 'now (still open)' } }
      return refuseStop('clock-stops-overlap', 'clockStopsMustNotOverlap', facts)
    }
    before = moment
    // An open stop is carried up to today: the due day is that of a clock that goes on now.
    const through = to ?? (today !== undefined && today > from ? today : from)
    const taken = days.at(-1)?.through
    const after = addDays(from, -1)
    days.push({
      from,
      after: taken !== undefined && taken > after ? taken : after,
      through,
      open: to === undefined,
      stop,
    })
  }
  return days
}

function refuseStop(code: string, rule: string, facts: Readonly<Record<string, unknown>>): Refusal {
  return refuse(code, { rule, article: '行政许可法第四十五条', facts })
}

/** The stop that a day lies in. */
export function findStop(stops: readonly StoppedDays[], day: LegalDay): StoppedDays | undefined {
  return stops.find((stop) => stop.after < day && day <= stop.through)
}

/** Days of one stop that lie after `after` up to and including `through`, in one unit. */
export function countStopped(
  calendar: Calendar,
  unit: Period['unit'],
  stop: StoppedDays,
  after: LegalDay,
  through: LegalDay,
): number {
  return countDays(
    calendar,
    unit,
    stop.after > after ? stop.after : after,
    stop.through < through ? stop.through : through,
  )
}

/** Days after `after` up to and including `through`, in one unit. */
export function countDays(
  calendar: Calendar,
  unit: Period['unit'],
  after: LegalDay,
  through: LegalDay,
): number {
  if (through <= after) return 0
  if (unit === 'wd') return calendar.countWorkingDays(after, through)
  return dayNumberOf(through) - dayNumberOf(after)
}
