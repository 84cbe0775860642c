/** 电子监察 — reminders and cards, by the numbers of the city's profile. Pure. */
import type { Calendar, LegalDay, Refusal } from '@mashang/kit'
import { isRefusal, legalDayOf } from '@mashang/kit'
import { type Clock, countDays, countStopped, type Reading, readingOf } from './clock.ts'
import { dueDayOf } from './deadline.ts'
import type { Period } from './period.ts'

/** Numbers of supervision; see `supervision` in the city's `limits.yaml`. */
export interface SupervisionProfile {
  /** Working days before the due day at which a reminder goes out. */
  readonly remindBefore: number
  /** Percent of the promised time used at which a yellow card is given. */
  readonly yellowAtPercent: number
}

/** 提醒、黄牌、红牌 — reminder, yellow card, red card; the gravest one that holds. */
const SUPERVISION_STATES = ['none', 'reminder', 'yellow', 'red'] as const
export type SupervisionState = (typeof SUPERVISION_STATES)[number]

/** Working days left after today: 0 on the last day, negative once overdue. */
export function remainingWorkingDays(now: Date, due: LegalDay, calendar: Calendar): number {
  const today = legalDayOf(now)
  return today <= due ? calendar.countWorkingDays(today, due) : -calendar.countWorkingDays(due, today)
}

/**
 * Share of the time used, today included: 0 on the day of the start, 1 on the last day that counts, more once
 * overdue. Stopped days are not used. A period of no days has no share to use up: 0.
 */
export function usedShare(clock: Clock & { readonly now: Date }): number | Refusal {
  const reading = readingOf(clock)
  if (isRefusal(reading)) return reading
  const periods = [clock.period, ...(clock.extensions ?? []).map((extension) => extension.by)]
  const { unit } = clock.period
  // Where an extension is in another unit, days of the calendar are the only common measure.
  const alike = periods.every((period) => period.unit === unit)
  const end = alike ? undefined : dueDayOf(clock)
  if (isRefusal(end)) return end
  const total = end ? usedDays(reading, 'd', end.due) : periods.reduce((sum, period) => sum + period.count, 0)
  return total === 0 ? 0 : usedDays(reading, end ? 'd' : unit, legalDayOf(clock.now)) / total
}

function usedDays(
  { clock: { calendar }, start, stops }: Reading,
  unit: Period['unit'],
  today: LegalDay,
): number {
  let used = countDays(calendar, unit, start, today)
  for (const stop of stops) used -= countStopped(calendar, unit, stop, start, today)
  return used
}

/** Where a case stands: red once overdue, yellow at a share of the promised time, a reminder before the due day. */
export function supervisionState(
  clock: Clock & { readonly now: Date },
  profile: SupervisionProfile,
): SupervisionState | Refusal {
  const end = dueDayOf(clock)
  if (isRefusal(end)) return end
  if (end.state === 'overdue') return 'red'
  if (end.state === 'stopped') return 'none'
  const share = usedShare(clock)
  if (isRefusal(share)) return share
  // In hundredths of a percent, so that 18 of 20 days is 90 % and not a hair less.
  if (Math.round(share * 10_000) >= profile.yellowAtPercent * 100) return 'yellow'
  return remainingWorkingDays(clock.now, end.due, clock.calendar) <= profile.remindBefore
    ? 'reminder'
    : 'none'
}
