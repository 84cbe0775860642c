/** 涉密项目 — what may be known of a secret project, and by whom. Pure. */
import type { FormValues, ProjectStages } from '@mashang/flow'
import type { StaffRole, Who } from '@mashang/kit'
import { OWNER, type Party } from '../contract/index.ts'
import type { Project } from './project.ts'
import { organsOf } from './stages.ts'

export function isSecret(facts: FormValues): boolean {
  return facts.secret === true
}

/** Organs that were asked to take part in something: from then on they may know the project, secret or not. */
function organsAsked({ guidance, meetings, drawings, acceptance }: Project): readonly string[] {
  return [
    ...(guidance?.assistant ? [guidance.assistant.organ] : []),
    ...meetings.flatMap(({ offices }) => offices),
    ...(drawings?.rounds ?? []).flatMap(({ offices }) => offices.map(({ organ }) => organ)),
    ...(acceptance?.offices ?? []).map(({ organ }) => organ),
  ]
}

/**
 * Offices that have to do with a project. A secret one is known to the organ that registers it, to those that have
 * got an application of it and to those asked to take part; to no other, though they may be needed later.
 */
export function officesOf(project: Project, stages: ProjectStages): readonly string[] {
  const asked = organsAsked(project)
  if (!isSecret(project.facts)) return [...new Set([...organsOf(stages, project.facts), ...asked])]
  const first = stages.stages[0]
  const leads = stages.stages.filter(({ id }) => project.stages.has(id)).map(({ lead }) => lead)
  return [
    ...new Set([
      ...(first ? [first.lead] : []),
      ...leads,
      ...project.applications.map(({ organ }) => organ),
      ...asked,
    ]),
  ]
}

/** How a reader stands to a project; undefined = to him it does not exist. */
export type Standing = 'owner' | 'office' | 'supervisor'

/** For whom somebody speaks in what is done together: the owner for himself, staff for their organ. */
export function partyOf(who: Who, standing: Standing): Party | undefined {
  if (standing === 'owner') return OWNER
  return standing === 'office' && who.kind === 'staff' ? who.organ : undefined
}

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
