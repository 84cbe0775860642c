/** 涉密项目 — what may be known of a secret project, and by whom. Pure. */
import type { FormValues, ProjectStages } from '@mashang/flow'
import type { StaffRole, Who } from '@mashang/kit'
import type { Project } from './project.ts'
import { organsOf } from './stages.ts'

export function isSecret(facts: FormValues): boolean {
  return facts.secret === true
}

/**
 * Offices that have to do with a project. A secret one is known to the organ that registers it and to those that have
 * got an application of it; to no other, though they may be needed later.
 */
export function officesOf(project: Project, stages: ProjectStages): readonly string[] {
  if (!isSecret(project.facts)) return organsOf(stages, project.facts)
  const first = stages.stages[0]
  const leads = stages.stages.filter(({ id }) => project.stages.has(id)).map(({ lead }) => lead)
  return [
    ...new Set([...(first ? [first.lead] : []), ...leads, ...project.applications.map(({ organ }) => organ)]),
  ]
}

/** How a reader stands to a project; undefined = to him it does not exist. */
export type Standing = 'owner' | 'office' | 'supervisor'

const OFFICE_ROLES: readonly StaffRole[] = ['handling-officer', 'inspector', 'approval-head']

/**
 * secretProjectsAreLeftOut: the owner sees his own, an office those that concern it, a supervisor all that are not
 * secret.
 */
export function standingOf(who: Who, project: Project, stages: ProjectStages): Standing | undefined {
  if (who.kind === 'citizen') return project.owner.personId === who.id ? 'owner' : undefined
  if (who.kind !== 'staff') return undefined
  const inOffice = who.roles.some((role) => OFFICE_ROLES.includes(role))
  if (inOffice && officesOf(project, stages).includes(who.organ)) return 'office'
  return who.roles.includes('supervisor') && !isSecret(project.facts) ? 'supervisor' : undefined
}
