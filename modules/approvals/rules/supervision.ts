/**
 * 电子监察 — electronic supervision: reminder, yellow card, red card; the numbers are the city's (limits.yaml).
 */
import { type CityLimits, type Due, supervisionState } from '@mashang/flow'
import { addDays, type Calendar, isRefusal, type LegalDay, legalDayOf } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { Application } from './application.ts'
import { type CaseClocks, periodOf, type Reckoning } from './time-limit.ts'

export type WatchState = 'running' | 'soon' | 'yellow' | 'overdue' | 'stopped' | 'met' | 'missed'

function profileOf({ supervision }: CityLimits) {
  return {
    remindBefore: periodOf(supervision['remind-before']).count,
    yellowAtPercent: supervision['yellow-at-percent'],
  }
}

/** How the promised limit stands today. */
export function watchStateOf(
  clocks: CaseClocks,
  reckoning: Reckoning,
  concludedAt: string | undefined,
): WatchState {
  if (concludedAt) return settled(clocks.promised, concludedAt)
  if (clocks.promised.state === 'stopped') return 'stopped'
  const state = supervisionState(clocks.watched, profileOf(reckoning.limits))
  if (isRefusal(state)) throw new Error(`supervision cannot read a clock: ${state.code}`)
  return ({ none: 'running', reminder: 'soon', yellow: 'yellow', red: 'overdue' } as const)[state]
}

/** A clock without supervision of its own (statutory, intake): running, overdue, stopped, or met and missed. */
export function plainStateOf(clock: Due, concludedAt: string | undefined): WatchState {
  return concludedAt ? settled(clock, concludedAt) : clock.state
}

function settled(clock: Due, concludedAt: string): WatchState {
  return legalDayOf(concludedAt) <= clock.due ? 'met' : 'missed'
}

/**
 * What supervision has to write today: a reminder once, a yellow and a red card once for the promised limit,
 * and a red card for the statutory one. Cards are events and are never taken back.
 */
export function cardsAreEventsOnce(
  application: Application,
  clocks: CaseClocks,
  reckoning: Reckoning,
): readonly NewEntry[] {
  const state = watchStateOf(clocks, reckoning, application.concludedAt)
  const { promised, statutory } = clocks
  const entries: NewEntry[] = []
  if (state === 'soon' && !application.remindedAt) {
    entries.push({ kind: 'reminded', content: { note: `承诺期限 ${promised.due} 将到`, automatic: true } })
  }
  const card = (colour: 'yellow' | 'red', clock: 'promised' | 'statutory', due: LegalDay) => {
    if (!hasCard(application, colour, clock))
      entries.push({ kind: 'carded', content: { colour, clock, due } })
  }
  if (state === 'yellow') card('yellow', 'promised', promised.due)
  if (state === 'overdue') card('red', 'promised', promised.due)
  if (statutory.state === 'overdue') card('red', 'statutory', statutory.due)
  return entries
}

function hasCard(application: Application, colour: string, clock: string): boolean {
  return application.cards.some((card) => card.colour === colour && card.clock === clock)
}

/**
 * The next day on which supervision has to look at a case: the first of its thresholds that is not yet written.
 * Reckoned back from the due day, so that it does not depend on the day it is asked.
 */
export function nextWatchDay(
  application: Application,
  clocks: CaseClocks | undefined,
  intakeDue: LegalDay,
  { calendar, limits }: Reckoning,
): LegalDay | undefined {
  if (application.status === 'submitted') return addDays(intakeDue, 1)
  if (application.status !== 'under-review' || !clocks) return undefined
  const { promised, statutory, watched } = clocks
  const { remindBefore, yellowAtPercent } = profileOf(limits)
  const total = watched.period.count + (watched.extensions ?? []).reduce((sum, one) => sum + one.by.count, 0)
  const atYellow = Math.floor((total * (100 - yellowAtPercent)) / 100)
  const days: LegalDay[] = []
  if (!application.remindedAt) days.push(workingDaysBefore(calendar, promised.due, remindBefore))
  if (application.cards.length === 0) days.push(workingDaysBefore(calendar, promised.due, atYellow))
  if (!hasCard(application, 'red', 'promised')) days.push(addDays(promised.due, 1))
  if (!hasCard(application, 'red', 'statutory')) days.push(addDays(statutory.due, 1))
  return days.sort()[0]
}

/** The last day with at least `count` working days after it, up to and including `due`. */
function workingDaysBefore(calendar: Calendar, due: LegalDay, count: number): LegalDay {
  let day = due
  while (calendar.countWorkingDays(day, due) < count && calendar.covers(addDays(day, -1)))
    day = addDays(day, -1)
  return day
}
