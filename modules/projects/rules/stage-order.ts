import type { ProjectStage, StageItem } from '@mashang/flow'
import type { Project } from './project.ts'
import { itemsThatApply } from './stages.ts'

/** Whether the work on an item is done: its application was granted, or what offices do together has ended well. */
export function isDone(project: Project, item: StageItem): boolean {
  if (item.joint) return project.concluded.has(item.joint)
  return project.applications.some(
    (one) => one.item === item.item && (one.outcome === 'granted' || one.outcome === 'not-needed'),
  )
}

/** Whether there is an application for an item that is open or granted. */
export function isAppliedFor(project: Project, item: StageItem): boolean {
  return project.applications.some(
    (one) =>
      one.item === item.item &&
      (one.outcome === undefined || one.outcome === 'granted' || one.outcome === 'not-needed'),
  )
}

/** What must come first in the same stage and is not done yet; what cannot be applied for here holds nothing up. */
export function whatComesFirst(project: Project, stage: ProjectStage, item: StageItem): readonly StageItem[] {
  return itemsThatApply(stage, project.facts).filter(
    (one) =>
      (item.after ?? []).includes(one.id) &&
      (one.item !== undefined || one.joint !== undefined) &&
      !isDone(project, one),
  )
}
