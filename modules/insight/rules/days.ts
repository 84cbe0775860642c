/** Working days of a case, and whether it was on time. */
import { addDays, type Calendar, type LegalDay, legalDayOf } from '@mashang/kit'

interface Stop {
  readonly from: string
  readonly to?: string
}

/**
 * Working days from one instant to another: the day of the first not counted (民法典 201), nor any day of a clock
 * stop, the day it begins and the day it ends included (行政许可法 45).
 */
export function workingDaysUsedLeaveOutStops(
  calendar: Calendar,
  from: string,
  to: string,
  stops: readonly Stop[] = [],
): number {
  return countBetween(calendar, legalDayOf(from), legalDayOf(to), stops)
}

/** The same up to a day: the length of a limit, as the case's own stops leave it. */
export function workingDaysPromised(
  calendar: Calendar,
  from: string,
  due: LegalDay,
  stops: readonly Stop[] = [],
): number {
  return countBetween(calendar, legalDayOf(from), due, stops)
}

function countBetween(calendar: Calendar, start: LegalDay, end: LegalDay, stops: readonly Stop[]): number {
  let used = 0
  let at = start
  for (const { from, to } of stops.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const before = addDays(legalDayOf(from), -1)
    const through = to === undefined ? end : legalDayOf(to)
    used += calendar.countWorkingDays(at, before < end ? before : end)
    if (through > at) at = through
  }
  return used + calendar.countWorkingDays(at, end)
}

interface Judged {
  readonly status: string
  readonly concludedAt?: string
  readonly promisedDue?: string
  readonly cards: readonly {
    readonly colour: string
    readonly clock: string
    readonly ruling?: { readonly outcome: string }
  }[]
}

/**
 * A decided case is on time when it was decided by its promised day, or when the red card it was given for that was
 * lifted. What was not decided (declined, not needed, withdrawn) is not judged.
 */
export function onTimeIsJudgedByThePromisedDay(one: Judged): boolean | undefined {
  const { status, concludedAt, promisedDue, cards } = one
  if (!concludedAt || !promisedDue || (status !== 'granted' && status !== 'refused')) return undefined
  const lifted = cards.some(
    ({ colour, clock, ruling }) => colour === 'red' && clock === 'promised' && ruling?.outcome === 'lifted',
  )
  return lifted || legalDayOf(concludedAt) <= promisedDue
}
