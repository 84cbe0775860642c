/** What a project needs in each stage, by its facts. Pure. */
import {
  criticalPathOf,
  type FormValues,
  holds,
  type ProjectStage,
  type ProjectStages,
  type StageItem,
  type Work,
} from '@mashang/flow'

/** Items of a stage that a project of these facts needs. */
export function itemsThatApply(stage: ProjectStage, facts: FormValues): readonly StageItem[] {
  return stage.items.filter(({ when }) => when === undefined || holds(when, facts))
}

export function workingDaysOf({ days }: Pick<StageItem, 'days'>): number {
  return Number.parseInt(days, 10)
}

export function worksOf(items: readonly StageItem[]): readonly Work[] {
  return items.map((item) => ({ id: item.id, days: workingDaysOf(item), after: item.after ?? [] }))
}

/** The sum of the stages' critical paths: one stage after another, in each what waits for nothing side by side. */
export function totalOf({ stages }: Pick<ProjectStages, 'stages'>, facts: FormValues): number {
  return stages
    .map((stage) => criticalPathOf(worksOf(itemsThatApply(stage, facts))).length)
    .reduce((sum, length) => sum + length, 0)
}

/** The stage in which an item is applied for. */
export function stageOfItem(
  { stages }: Pick<ProjectStages, 'stages'>,
  code: string,
): ProjectStage | undefined {
  return stages.find((stage) => stage.items.some(({ item }) => item === code))
}

/** Organs that have to do with a project of these facts: those of its items, and those that lead its stages. */
export function organsOf({ stages }: Pick<ProjectStages, 'stages'>, facts: FormValues): readonly string[] {
  return [
    ...new Set(
      stages.flatMap((stage) => [stage.lead, ...itemsThatApply(stage, facts).map(({ organ }) => organ)]),
    ),
  ]
}
