/**
 * 进度计划 — the plan of a project, stage after stage, and what became of it. Pure; legal days, counted by the calendar.
 */
import {
  type FormValues,
  type PlannedWorks,
  type Progress,
  type ProjectStage,
  planWorks,
  type Reckoning,
} from '@mashang/flow'
import { type LegalDay, legalDayOf } from '@mashang/kit'
import { itemsThatApply, worksOf } from './stages.ts'

export interface PlannedStage extends PlannedWorks {
  readonly id: string
}

/** Plans every stage: one that was begun from the day it was, one ahead from where the one before it is planned to end. */
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
    const works = planWorks(worksOf(itemsThatApply(stage, facts)), start, progress, reckoning)
    planned.push({ id: stage.id, ...works })
  }
  return planned
}

function laterOf(one: LegalDay | undefined, other: LegalDay): LegalDay {
  return one !== undefined && one > other ? one : other
}
