/**
 * 进度计划 — the plan of a project and what became of it: from which day to which each item is planned, by the critical
 * path of promised limits, and what is late and why. Pure; legal days, counted by the calendar.
 */
import type { FormValues, ProjectStage } from '@mashang/flow'
import type { Calendar, LegalDay } from '@mashang/kit'
import { legalDayOf } from '@mashang/kit'
import { criticalPathOf } from './critical-path.ts'
import { itemsThatApply, worksOf } from './stages.ts'

/** What is known of the work on one item: an application, or something done jointly. */
export interface Progress {
  readonly begunAt: string
  readonly acceptedAt?: string
  readonly concludedAt?: string
  /** Last day of its promised limit, once accepted. */
  readonly due?: LegalDay
  /** While the clock did not run: special procedures, and corrections that were waited for. */
  readonly pauses: readonly { readonly cause: PauseCause; readonly from: string; readonly to?: string }[]
}

export type PauseCause = 'correction' | 'clock-stop'

/** Why something is late, and for how many working days each cause answers. */
export interface Cause {
  readonly cause: 'begun-late' | 'intake' | PauseCause | 'office'
  readonly days: number
}

export interface PlannedItem {
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
  readonly why: readonly Cause[]
}

export interface PlannedStage {
  readonly id: string
  readonly days: number
  readonly from: LegalDay
  readonly to: LegalDay
  readonly items: readonly PlannedItem[]
}

interface Reckoning {
  readonly calendar: Calendar
  readonly today: LegalDay
}

/**
 * Plans every stage: one that was begun from the day it was, one ahead from where the one before it is planned to end.
 * The day of the event is not counted, so that an item of n working days ends n working days after that day.
 */
export function planOf(
  stages: readonly ProjectStage[],
  facts: FormValues,
  begun: ReadonlyMap<string, string>,
  progress: ReadonlyMap<string, Progress>,
  reckoning: Reckoning,
): readonly PlannedStage[] {
  const planned: PlannedStage[] = []
  for (const stage of stages) {
    const openedAt = begun.get(stage.id)
    const before = planned.at(-1)?.to
    const start = openedAt ? legalDayOf(openedAt) : laterOf(before, reckoning.today)
    planned.push(planStage(stage, facts, start, progress, reckoning))
  }
  return planned
}

function planStage(
  stage: ProjectStage,
  facts: FormValues,
  start: LegalDay,
  progress: ReadonlyMap<string, Progress>,
  reckoning: Reckoning,
): PlannedStage {
  const items = itemsThatApply(stage, facts)
  const path = criticalPathOf(worksOf(items))
  const dayAfter = (days: number) => addWorkingDays(reckoning.calendar, start, days)
  return {
    id: stage.id,
    days: path.length,
    from: start,
    to: dayAfter(path.length),
    items: items.map((item, at) => {
      const placed = path.works[at]
      if (!placed) throw new Error(`the item ${item.id} was not placed`)
      const plan = { from: dayAfter(placed.from), to: dayAfter(placed.to) }
      const own = progress.get(item.id)
      return {
        id: item.id,
        days: placed.to - placed.from,
        critical: placed.critical,
        slack: placed.slack,
        after: item.after ?? [],
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
): Pick<PlannedItem, 'late' | 'why'> {
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
  const causes: Cause[] = [
    { cause: 'begun-late', days: workingDays(calendar, plan.from, begun) },
    { cause: 'correction', days: correction },
    { cause: 'clock-stop', days: sum('clock-stop') },
    { cause: 'intake', days: Math.max(0, workingDays(calendar, begun, accepted) - correction) },
    { cause: 'office', days: progress.due ? workingDays(calendar, progress.due, end) : 0 },
  ]
  return { late, why: causes.filter(({ days }) => days > 0) }
}

function laterOf(one: LegalDay | undefined, other: LegalDay): LegalDay {
  return one !== undefined && one > other ? one : other
}

/** Working days after one day up to and including another; none when it does not come after. */
function workingDays(calendar: Calendar, after: LegalDay, through: LegalDay): number {
  return through > after ? calendar.countWorkingDays(after, through) : 0
}

function addWorkingDays(calendar: Calendar, day: LegalDay, days: number): LegalDay {
  return days === 0 ? day : (calendar.addWorkingDays(day, days) ?? day)
}
