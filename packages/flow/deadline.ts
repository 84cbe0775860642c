/**
 * The one legal clock: when a period of law or of promise ends, and why. Pure.
 *
 * The day of the event is not counted (民法典 201). Days of a clock stop are not counted, the day it begins and the
 * day it ends included: the time a hearing or a test takes "is not reckoned in" (行政许可法 45), and the day the
 * clock goes on is, like any day of an event, not counted itself. A period whose last day is a day of rest, or lies
 * in a stop, ends on the next working day (民法典 203), at 24:00 or at the close of business.
 */
import type { LegalDay, Refusal } from '@mashang/kit'
import { addDays, endOfDay, isRefusal } from '@mashang/kit'
import type { Clock, Reading } from './clock.ts'
import { countDays, findStop, outside, readingOf } from './clock.ts'
import type { End, ExplanationLine } from './explanation.ts'
import { linesOf } from './explanation.ts'
import type { Period } from './period.ts'

/** What the clock says. */
export interface DueDay {
  readonly start: LegalDay
  /**
   * 到期日 — the last day. While the clock is stopped it is the day it would be if the clock went on today: the
   * true one can only be later, never earlier.
   */
  readonly due: LegalDay
  /** The instant at which it is over, ISO 8601 UTC. */
  readonly endsAt: string
  /** Reckoned with days that no notice covers yet; to be reckoned again when it is out. */
  readonly provisional: boolean
  /** `overdue` only where `now` was given. */
  readonly state: 'running' | 'stopped' | 'overdue'
}

export interface Due extends DueDay {
  /** Why: lines whose days add up to the days from the start to the due day. */
  readonly explanation: readonly ExplanationLine[]
}

/** 到期日 — when the period ends, and why. Refusals: see `dueDayOf`. */
export function due(clock: Clock): Due | Refusal {
  const reading = readingOf(clock)
  if (isRefusal(reading)) return reading
  const end = endOf(reading)
  if (isRefusal(end)) return end
  const result = resultOf(reading, end)
  return { ...result, explanation: linesOf(reading, end, result.provisional) }
}

/**
 * The same without the explanation, for lists: a few steps each, however long the period.
 * Refusals: `day-not-understood`, `day-outside-calendar`, `clock-stop-before-start`, `clock-stop-reversed`,
 * `clock-stops-overlap`.
 */
export function dueDayOf(clock: Clock): DueDay | Refusal {
  const reading = readingOf(clock)
  if (isRefusal(reading)) return reading
  const end = endOf(reading)
  return isRefusal(end) ? end : resultOf(reading, end)
}

/**
 * The statutory and the promised limit, side by side: same start, same stops, same extensions.
 * The promised one is never longer; where units differ and a long holiday would make it so, it ends with the other.
 */
export function bothLimits(
  clock: Omit<Clock, 'period'>,
  statutory: Period & { readonly article?: string },
  promised: Period,
): { readonly statutory: Due; readonly promised: Due } | Refusal {
  const outer = due({ ...clock, period: statutory, article: statutory.article ?? clock.article })
  const inner = due({ ...clock, period: promised, article: undefined })
  if (isRefusal(outer)) return outer
  if (isRefusal(inner)) return inner
  if (inner.due <= outer.due) return { statutory: outer, promised: inner }
  const capped: ExplanationLine = { kind: 'capped', days: 0, day: outer.due, would: inner.due }
  return { statutory: outer, promised: { ...outer, explanation: [...outer.explanation, capped] } }
}

function endOf(reading: Reading): End | Refusal {
  const { clock, start } = reading
  const parts: { period: Period; through: LegalDay }[] = []
  let counted = start
  for (const period of [clock.period, ...(clock.extensions ?? []).map((extension) => extension.by)]) {
    const through = advance(reading, counted, period)
    if (through === undefined) return outside(clock.calendar)
    parts.push({ period, through })
    counted = through
  }
  const last = rolledOver(reading, counted)
  return last === undefined ? outside(clock.calendar) : { parts, due: last }
}

/** Counts `period` on from `from`, leaping over stops; undefined beyond the calendar. */
function advance(reading: Reading, from: LegalDay, period: Period): LegalDay | undefined {
  const { calendar } = reading.clock
  let at = from
  let left = period.count
  for (const stop of reading.stops) {
    if (stop.through <= at) continue
    const available = countDays(calendar, period.unit, at, stop.after)
    if (left <= available) break
    left -= available
    at = stop.through
  }
  if (left === 0) return at
  if (period.unit === 'wd') return calendar.addWorkingDays(at, left)
  const day = addDays(at, left)
  return calendar.covers(day) ? day : undefined
}

/** The first working day, from `day` on, that lies in no stop. */
function rolledOver({ clock: { calendar }, stops }: Reading, day: LegalDay): LegalDay | undefined {
  let at: LegalDay | undefined = day
  while (at !== undefined) {
    const here: LegalDay = at
    const stop = findStop(stops, here)
    if (stop) at = calendar.nextWorkingDay(stop.through)
    else if (calendar.isWorkingDay(here)) return here
    else at = calendar.nextWorkingDay(here)
  }
  return undefined
}

function resultOf({ clock, start, stops, today }: Reading, end: End): DueDay {
  const endsAt = clock.closing
    ? new Date(`${end.due}T${clock.closing}:00+08:00`).toISOString()
    : endOfDay(end.due)
  const open = stops.some((stop) => stop.open && stop.from <= end.due)
  const overdue = clock.now !== undefined && today !== undefined && clock.now.toISOString() >= endsAt
  return {
    start,
    due: end.due,
    endsAt,
    provisional: clock.calendar.isProvisional(end.due),
    state: overdue ? 'overdue' : open ? 'stopped' : 'running',
  }
}
