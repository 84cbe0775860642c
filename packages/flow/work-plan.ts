/**
 * 进度计划 — the plan of works side by side and what became of it: from which day to which each is planned, by the
 * critical path of promised limits, and what is late and why. Pure; legal days, counted by the calendar.
 */
import { type Calendar, type LegalDay, legalDayOf } from '@mashang/kit'
import { criticalPathOf, type Work } from './critical-path.ts'

/** What is known of one piece of work: an application, or something done jointly. */
export interface Progress {
  readonly begunAt: string
  readonly acceptedAt?: string
  readonly concludedAt?: string
  /** Last day of its promised limit, once accepted. */
  readonly due?: LegalDay
  /** While the clock did not run: special procedures, and corrections that were waited for. */
  readonly pauses: readonly { readonly cause: PauseCause; readonly from: string; readonly to?: string }[]
}

type PauseCause = 'correction' | 'clock-stop'

/** Why something is late, and for how many working days each cause answers. */
export interface LateCause {
  readonly cause: 'begun-late' | 'intake' | PauseCause | 'office'
  readonly days: number
}

export interface PlannedWork {
  readonly id: string
  readonly days: number
  readonly critical: boolean
  readonly slack: number
  readonly after: readonly string[]
  /** Planned first and last day. */
  readonly from: LegalDay
  readonly to: LegalDay
  /** Working days it is, or was, behind its plan; none when in time. */
  readonly late: number
  readonly why: readonly LateCause[]
}

export interface PlannedWorks {
  /** Working days of the critical path. */
  readonly days: number
  readonly from: LegalDay
  readonly to: LegalDay
  readonly works: readonly PlannedWork[]
}

export interface Reckoning {
  readonly calendar: Calendar
  readonly today: LegalDay
}

/** What approvals tell of an application that is one of the works. */
export interface ApplicationProgress {
  readonly submittedAt: string
  readonly acceptedAt?: string
  readonly concludedAt?: string
  readonly due?: LegalDay
  readonly stops: readonly { readonly from: string; readonly to?: string }[]
  readonly correction?: { readonly from: string; readonly to?: string }
}

/** What became of an application, as the plan looks at it. */
export function progressOf(application: ApplicationProgress): Progress {
  const { submittedAt, acceptedAt, concludedAt, due, stops, correction } = application
  return {
    begunAt: submittedAt,
    acceptedAt,
    concludedAt,
    due,
    pauses: [
      ...(correction ? [{ cause: 'correction' as const, ...correction }] : []),
      ...stops.map((stop) => ({ cause: 'clock-stop' as const, ...stop })),
    ],
  }
}

/**
 * Plans works from the day they begin. The day of the event is not counted, so that a work of n working days ends n
 * working days after that day.
 */
export function planWorks(
  works: readonly Work[],
  start: LegalDay,
  progress: ReadonlyMap<string, Progress>,
  reckoning: Reckoning,
): PlannedWorks {
  const path = criticalPathOf(works)
  const dayAfter = (days: number) => addWorkingDays(reckoning.calendar, start, days)
  return {
    days: path.length,
    from: start,
    to: dayAfter(path.length),
    works: path.works.map(({ id, from, to, critical, slack }, at) => {
      const plan = { from: dayAfter(from), to: dayAfter(to) }
      const own = progress.get(id)
      return {
        ...{ id, days: to - from, critical, slack },
        after: works[at]?.after ?? [],
        ...plan,
        ...(own ? latenessOf(plan, own, reckoning) : { late: 0, why: [] }),
      }
    }),
  }
}

/** How late something is against its plan, and why: each working day of delay is put down to what took it. */
export function latenessOf(
  plan: { readonly from: LegalDay; readonly to: LegalDay },
  progress: Progress,
  { calendar, today }: Reckoning,
): Pick<PlannedWork, 'late' | 'why'> {
  const end = progress.concludedAt ? legalDayOf(progress.concludedAt) : today
  const late = workingDays(calendar, plan.to, end)
  if (late === 0) return { late, why: [] }
  const begun = legalDayOf(progress.begunAt)
  const pauses = progress.pauses.map(({ cause, from, to }) => ({
    cause,
    days: workingDays(calendar, legalDayOf(from), to ? legalDayOf(to) : end),
  }))
  const sum = (wanted: PauseCause) =>
    pauses.filter(({ cause }) => cause === wanted).reduce((all, { days }) => all + days, 0)
  const correction = sum('correction')
  const accepted = progress.acceptedAt ? legalDayOf(progress.acceptedAt) : end
  const causes: LateCause[] = [
    { cause: 'begun-late', days: workingDays(calendar, plan.from, begun) },
    { cause: 'correction', days: correction },
    { cause: 'clock-stop', days: sum('clock-stop') },
    { cause: 'intake', days: Math.max(0, workingDays(calendar, begun, accepted) - correction) },
    { cause: 'office', days: progress.due ? workingDays(calendar, progress.due, end) : 0 },
  ]
  return { late, why: causes.filter(({ days }) => days > 0) }
}

/** Working days after one day up to and including another; none when it does not come after. */
function workingDays(calendar: Calendar, after: LegalDay, through: LegalDay): number {
  return through > after ? calendar.countWorkingDays(after, through) : 0
}

function addWorkingDays(calendar: Calendar, day: LegalDay, days: number): LegalDay {
  return days === 0 ? day : (calendar.addWorkingDays(day, days) ?? day)
}
