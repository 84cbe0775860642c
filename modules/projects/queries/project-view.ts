/**
 * A project as its reader may see it: the plan beside what became of it, personal data masked where not needed, every
 * look of staff journaled.
 */
import { fieldText, type PlannedWork, type Progress, progressOf, visibleFields } from '@mashang/flow'
import { actorOf, legalDayOf, maskName, maskPhone, type Who } from '@mashang/kit'
import type { ProjectView, StageItemView, StageView } from '../contract/index.ts'
import { type ApplicationFacts, getOrgan, type Inside } from '../inside.ts'
import { actionsOf } from '../rules/actions.ts'
import { theOwnersTimeIsNotTheOffices } from '../rules/joint-progress.ts'
import type { Project } from '../rules/project.ts'
import { planOf } from '../rules/schedule.ts'
import { isSecret, type Standing, standingOf } from '../rules/secrecy.ts'
import type { Case } from '../store/cases.ts'
import { stageOf, statusOf } from '../store/summaries.ts'
import { journalOf } from './journal-lines.ts'

/** The view of a project for one reader who may see it; a look by staff at personal data is recorded first. */
export async function viewOf(
  inside: Inside,
  found: Case,
  who: Who,
  language: 'zh' | 'en',
): Promise<ProjectView> {
  const { project, id } = found
  const standing = standingOf(who, project, inside.stages)
  if (standing === 'office') {
    const at = inside.clock.now().toISOString()
    await inside.journal.recordLook({
      actor: actorOf(who),
      at,
      caseId: id,
      what: 'project',
      reason: 'project-page',
    })
  }
  const stages = await stagesOf(inside, project)
  const { facts } = project
  return {
    id,
    revision: project.revision,
    code: project.code?.code,
    minted: project.code?.minted ?? false,
    name: String(facts.name),
    secret: isSecret(facts),
    status: statusOf(project),
    owner: ownerOf(project, standing),
    registeredAt: project.registeredAt,
    facts: visibleFields(inside.stages.fields, facts).map((field) => ({
      id: field.id,
      label: field.label,
      text: fieldText(field, facts[field.id], language, inside.regionNames),
    })),
    stage: stageOf(project, inside.stages),
    stages,
    total: stages.reduce((sum, { days }) => sum + days, 0),
    today: legalDayOf(inside.clock.now()),
    journal: journalOf(inside, found),
    actions: [...actionsOf(who, standing, project)],
  }
}

function ownerOf({ owner }: Project, standing: Standing | undefined): ProjectView['owner'] {
  const masked = standing !== 'owner' && standing !== 'office'
  return {
    name: owner.name,
    uscc: owner.uscc,
    agent: masked ? maskName(owner.agent) : owner.agent,
    phone: masked ? maskPhone(owner.phone) : owner.phone,
    masked,
  }
}

type Found = ReadonlyMap<string, ApplicationFacts>

async function stagesOf(inside: Inside, project: Project): Promise<StageView[]> {
  const asked = await inside.findApplications(project.applications.map(({ application }) => application))
  const byItem: Found = new Map(asked.map((one) => [one.item, one]))
  const progress = new Map(
    inside.stages.stages.flatMap(({ items }) =>
      items.flatMap(({ id, item, joint }) => {
        const together = theOwnersTimeIsNotTheOffices(project, joint)
        if (together) return [[id, together] as const]
        const application = item === undefined ? undefined : byItem.get(item)
        return application ? [[id, progressOf(application)] as const] : []
      }),
    ),
  )
  const reckoning = { calendar: inside.calendar, today: legalDayOf(inside.clock.now()) }
  const plan = planOf(inside.stages.stages, project.facts, project.stages, progress, reckoning)
  return plan.map((planned) => {
    const stage = inside.stages.stages.find(({ id }) => id === planned.id)
    if (!stage) throw new Error(`the plan holds a stage that there is not: ${planned.id}`)
    return {
      id: stage.id,
      name: stage.name,
      lead: getOrgan(inside, stage.lead),
      days: planned.days,
      from: planned.from,
      to: planned.to,
      begunAt: project.stages.get(stage.id),
      items: planned.works.map((item) =>
        itemView(inside, project, item, { byItem, progress: progress.get(item.id) }),
      ),
    }
  })
}

function itemView(
  inside: Inside,
  project: Project,
  planned: PlannedWork,
  { byItem, progress }: { readonly byItem: Found; readonly progress: Progress | undefined },
): StageItemView {
  const item = inside.stages.stages.flatMap(({ items }) => items).find(({ id }) => id === planned.id)
  if (!item) throw new Error(`the plan holds an item that there is not: ${planned.id}`)
  const application = item.item === undefined ? undefined : byItem.get(item.item)
  const { id, days, critical, slack, from, to, late } = planned
  return {
    id,
    name: item.name,
    organ: getOrgan(inside, item.organ),
    item: item.item,
    joint: item.joint,
    note: item.note,
    days,
    after: [...planned.after],
    critical,
    slack,
    from,
    to,
    late,
    state: item.joint && progress ? jointStateOf(project, item.joint, progress) : stateOf(application),
    application: application && {
      id: application.id,
      number: application.number,
      status: application.status,
      due: application.due,
    },
    begunAt: progress?.begunAt,
    concludedAt: progress?.concludedAt,
    pauses: progress ? progress.pauses.map((pause) => ({ ...pause })) : [],
    why: planned.why.map((cause) => ({ ...cause })),
  }
}

function jointStateOf(
  { concluded }: Project,
  joint: 'drawing-review' | 'acceptance',
  { pauses }: Progress,
): StageItemView['state'] {
  if (concluded.has(joint)) return 'done'
  return pauses.some(({ to }) => to === undefined) ? 'waiting' : 'running'
}

function stateOf(application: ApplicationFacts | undefined): StageItemView['state'] {
  switch (application?.status) {
    case undefined:
      return 'ahead'
    case 'awaiting-correction':
      return 'waiting'
    case 'clock-stopped':
      return 'stopped'
    case 'granted':
    case 'not-needed':
      return 'done'
    case 'refused':
    case 'declined':
    case 'withdrawn':
      return 'failed'
    default:
      return 'running'
  }
}
