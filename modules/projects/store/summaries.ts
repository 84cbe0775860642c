import type { ProjectStages } from '@mashang/flow'
import type { Alongside, Summary } from '@mashang/store'
import type { Insertable } from 'kysely'
import type { ProjectStatus } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { everyOfficeSeesWhatWaitsForIt } from '../rules/duties.ts'
import { type Project, projectOf } from '../rules/project.ts'
import { isSecret, officesOf } from '../rules/secrecy.ts'
import type { ProjectsDb, ProjectTable } from './tables.ts'

/** The stage that was begun last, or the first where none was. */
export function stageOf(project: Project, { stages }: Pick<ProjectStages, 'stages'>): string {
  return (stages.findLast(({ id }) => project.stages.has(id)) ?? stages[0])?.id ?? ''
}

export function statusOf(project: Project): ProjectStatus {
  if (project.withdrawn) return 'withdrawn'
  return project.stages.size > 0 ? 'under-way' : 'registered'
}

/** The summary row of a project, from its state alone. */
function rowOf(id: string, project: Project, stages: ProjectStages): Insertable<ProjectTable> {
  const { facts, owner } = project
  const { place } = facts
  return {
    id,
    revision: project.revision,
    code: project.code?.code ?? null,
    name: String(facts.name),
    person_id: owner.personId,
    owner: owner.name,
    uscc: owner.uscc,
    kind: String(facts.kind),
    funding: String(facts.funding),
    industry: String(facts.industry),
    region: typeof place === 'object' && 'region' in place ? place.region : '',
    investment: Number(facts.investment),
    floor_area: Number(facts['floor-area']),
    secret: isSecret(facts),
    stage: stageOf(project, stages),
    status: statusOf(project),
    organs: [...officesOf(project, stages)],
    registered_at: project.registeredAt,
  }
}

/** Statements that bring the summaries of one project up to date. */
export function saveSummaries(
  db: ProjectsDb,
  id: string,
  project: Project,
  stages: ProjectStages,
): readonly Alongside[] {
  const { id: _, ...rest } = rowOf(id, project, stages)
  return [
    db
      .insertInto('project')
      .values({ id, ...rest })
      .onConflict((on) => on.column('id').doUpdateSet(rest)),
    ...project.applications.map(({ application }) =>
      db
        .insertInto('application')
        .values({ application_id: application, project_id: id })
        .onConflict((on) => on.column('application_id').doNothing()),
    ),
    ...saveDuties(db, id, project, stages),
    ...saveFilesAndDocuments(db, id, project),
  ]
}

function saveDuties(
  db: ProjectsDb,
  id: string,
  project: Project,
  stages: ProjectStages,
): readonly Alongside[] {
  const rows = everyOfficeSeesWhatWaitsForIt(project, stages).map(({ organ, kind, detail, due }, place) => ({
    ...{ project_id: id, organ, place, kind, detail, due: due ?? null },
  }))
  return [
    db.deleteFrom('duty').where('project_id', '=', id).where('place', '>=', rows.length),
    ...rows.map((row) =>
      db
        .insertInto('duty')
        .values(row)
        .onConflict((on) => on.columns(['project_id', 'place']).doUpdateSet(row)),
    ),
  ]
}

function saveFilesAndDocuments(db: ProjectsDb, id: string, project: Project): readonly Alongside[] {
  const { drawings, documents } = project
  return [
    ...(drawings?.rounds ?? []).flatMap(({ files, at }) =>
      files.map((file) =>
        db
          .insertInto('file')
          .values({ project_id: id, ...file, at })
          .onConflict((on) => on.columns(['project_id', 'digest']).doNothing()),
      ),
    ),
    ...documents.map((document) =>
      db
        .insertInto('document')
        .values({
          id: document.id,
          project_id: id,
          code: document.code,
          number: document.number,
          title: JSON.stringify(document.title),
          organ: document.organ,
          file: document.file,
          revision: document.revision,
          issued_at: document.dated,
        })
        .onConflict((on) => on.column('id').doNothing()),
    ),
  ]
}

/** Summary tables of the module, made again from the journal alone. */
export function projectsSummaries({ db, stages }: Inside): readonly Summary[] {
  return [
    {
      name: 'projects.project',
      streams: ['project'],
      clear: () => [
        db.deleteFrom('application'),
        db.deleteFrom('duty'),
        db.deleteFrom('file'),
        db.deleteFrom('document'),
        db.deleteFrom('project'),
      ],
      project: (caseId, entries) => {
        const project = projectOf(entries)
        return project ? saveSummaries(db, caseId, project, stages) : []
      },
    },
  ]
}
