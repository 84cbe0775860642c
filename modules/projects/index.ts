import type { Documents } from '@mashang/document'
import type { Organ, ProjectStages, ServiceItem } from '@mashang/flow'
import { type Calendar, checkProjectCode, type Handlers, isRefusal, legalDayOf } from '@mashang/kit'
import {
  createSheets,
  type Files,
  type Journal,
  type Migrations,
  type Subscriber,
  type Summary,
} from '@mashang/store'
import type { Kysely } from 'kysely'
import { acceptanceCommands } from './commands/acceptance.ts'
import { commandOnProject } from './commands/command.ts'
import { drawingsCommands } from './commands/drawings.ts'
import { guidanceCommands } from './commands/guidance.ts'
import { registerProject } from './commands/register-project.ts'
import { sheetCommands } from './commands/sheet.ts'
import type { projectsEndpoints } from './contract/index.ts'
import type { ApplicationFacts, ApprovalsHandlers, Colleague, Inside, Person } from './inside.ts'
import { checkCode } from './queries/check-code.ts'
import { lists } from './queries/lists.ts'
import { findIssued, type IssuedForProject, papers } from './queries/papers.ts'
import { viewOf } from './queries/project-view.ts'
import { codeBegins, onlyAnIdleProjectIsWithdrawn } from './rules/registration.ts'
import { getCaseFor } from './store/cases.ts'
import { projectsSummaries } from './store/summaries.ts'
import type { ProjectsTables } from './store/tables.ts'
import { followApplications } from './subscribers/follow-applications.ts'
import { issueDocuments } from './subscribers/issue-documents.ts'

export { checkStages } from './rules/stage-checks.ts'

/** Where the module's SQL stands. */
export const projectsMigrations: Migrations = {
  module: 'projects',
  folder: new URL('./migrations/', import.meta.url).pathname,
}

export interface ProjectsNeeds {
  readonly db: Kysely<unknown>
  readonly journal: Journal
  readonly files: Files
  readonly clock: { now(): Date }
  readonly calendar: Calendar
  readonly region: string
  readonly stages: ProjectStages
  readonly organs: readonly Organ[]
  readonly regionNames: (code: string) => readonly string[] | undefined
  /** Asked of identity. */
  readonly findPerson: (id: string) => Promise<Person | undefined>
  readonly findColleagues: (organ: string) => Promise<readonly Colleague[]>
  readonly documents: Documents
  /** Begins the numbers of documents, as the city writes them. */
  readonly documentWord: string
  /** Asked of approvals. */
  readonly findItem: (code: string) => Promise<ServiceItem | undefined>
  readonly approvals: ApprovalsHandlers
  readonly findApplications: (ids: readonly string[]) => Promise<readonly ApplicationFacts[]>
}

export interface Projects {
  readonly handlers: Handlers<typeof projectsEndpoints>
  readonly summaries: readonly Summary[]
  readonly subscribers: readonly Subscriber[]
  /** Catches up with one application at once, as the subscriber does by itself a moment later. */
  followApplication(id: string): Promise<void>
  /** Whether a project of this code is registered and not taken back; of a secret one no more than that. */
  isRegistered(code: string): Promise<boolean>
  /** A document that was issued for a project, to whoever has its code or the file; of a secret project none. */
  findIssued(by: { readonly code: string } | { readonly file: string }): Promise<IssuedForProject | undefined>
}

/** Investment projects: registration and codes, stages, and what offices do together. */
export function createProjects(needs: ProjectsNeeds): Projects {
  const { organs, ...rest } = needs
  const inside: Inside = {
    ...rest,
    db: (needs.db as Kysely<ProjectsTables>).withSchema('projects'),
    sheets: createSheets(needs.db, needs.clock, {
      table: 'projects.sheet',
      caseId: 'project_id',
      part: 'stage',
    }),
    organs: new Map(organs.map((organ) => [organ.id, organ])),
  }
  const follower = followApplications(inside)
  const getProject: Handlers<typeof projectsEndpoints>['getProject'] = async ({ who, params, language }) => {
    const found = await getCaseFor(inside, params.id, who)
    return isRefusal(found) ? found : viewOf(inside, found, who, language)
  }
  return {
    handlers: {
      describeStages: async () => ({
        fields: [...inside.stages.fields],
        stages: [...inside.stages.stages],
        codeBegins: codeBegins({
          today: legalDayOf(inside.clock.now()),
          region: inside.region,
          department: inside.stages.code.department,
        }),
      }),
      ...lists(inside),
      ...sheetCommands(inside),
      ...guidanceCommands(inside),
      ...drawingsCommands(inside),
      ...acceptanceCommands(inside),
      ...papers(inside),
      checkCode: ({ query }) => checkCode(inside, query.code),
      registerProject: (request) => registerProject(inside, request),
      getProject,
      getProjectAtDesk: getProject,
      withdrawProject: (request) =>
        commandOnProject(
          inside,
          request,
          ({ project }) =>
            onlyAnIdleProjectIsWithdrawn(project) ?? [
              { kind: 'withdrawn', content: { reason: request.input.reason } },
            ],
        ),
    },
    summaries: projectsSummaries(inside),
    subscribers: [follower, issueDocuments(inside)],
    findIssued: (by) => findIssued(inside, by),
    followApplication: async (id) => {
      for (const entry of await inside.journal.read('application', id))
        await follower.handle({ ...entry, leaf: 0 })
    },
    isRegistered: async (text) => {
      const checked = checkProjectCode(text)
      if (isRefusal(checked)) return false
      const found = await inside.db
        .selectFrom('project')
        .select('id')
        .where('code', '=', checked.code)
        .where('status', '<>', 'withdrawn')
        .executeTakeFirst()
      return found !== undefined
    },
  }
}
