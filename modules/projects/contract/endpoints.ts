import { Field, ProjectStage } from '@mashang/flow'
import { endpoints, everyone } from '@mashang/kit'
import { Type } from 'typebox'
import { guidanceEndpoints } from './guidance-endpoints.ts'
import { jointEndpoints } from './joint-endpoints.ts'
import { CodeAnswer, FactsInput, ProjectRow, ProjectView, PublicProject } from './project.ts'
import { Id, own, strict } from './reach.ts'
import { sheetEndpoints } from './sheet-endpoints.ts'

const citizens = { for: 'some', citizen: true } as const
const readers = {
  for: 'some',
  staff: ['handling-officer', 'inspector', 'approval-head', 'supervisor'],
  row: 'project-of-own-organ',
} as const

const projectEndpoints = endpoints({
  describeStages: {
    method: 'GET',
    path: '/api/projects/stages',
    summary: {
      zh: '项目信息表和四个审批阶段',
      en: 'The form of a project and the stages of its approval',
    },
    access: everyone,
    output: Type.Object(
      {
        fields: Type.Array(Field),
        stages: Type.Array(ProjectStage),
        /** How a code that is given today begins: month, region, department. */
        codeBegins: Type.String(),
      },
      strict,
    ),
    refusals: [],
  },
  listPublicProjects: {
    method: 'GET',
    path: '/api/projects/public',
    summary: { zh: '公开的在建项目，不含涉密项目', en: 'Public projects; never a secret one' },
    access: everyone,
    query: Type.Object(
      {
        text: Type.Optional(Type.String({ maxLength: 60 })),
        stage: Type.Optional(Type.String({ maxLength: 60 })),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
      },
      strict,
    ),
    output: Type.Object(
      {
        projects: Type.Array(PublicProject),
        total: Type.Integer(),
        page: Type.Integer(),
        pages: Type.Integer(),
        stages: Type.Array(
          Type.Object(
            { id: Type.String(), name: ProjectStage.properties.name, count: Type.Integer() },
            strict,
          ),
        ),
      },
      strict,
    ),
    refusals: [],
  },
  checkCode: {
    method: 'GET',
    path: '/api/projects/code',
    summary: { zh: '校验投资项目代码', en: 'Check an investment project code' },
    access: everyone,
    query: Type.Object({ code: Type.String({ maxLength: 60 }) }, strict),
    output: CodeAnswer,
    refusals: [],
  },
  registerProject: {
    method: 'POST',
    path: '/api/projects',
    summary: { zh: '登记投资项目并赋码', en: 'Register a project and give it its code' },
    access: citizens,
    input: Type.Object(
      {
        /** Credit code of the enterprise or organ that builds. */
        owner: Type.String({ maxLength: 18 }),
        facts: FactsInput,
        /** A code that the project has already. */
        code: Type.Optional(Type.String({ maxLength: 60 })),
      },
      strict,
    ),
    output: ProjectView,
    refusals: [
      'form-has-errors',
      'not-an-agent-of-enterprise',
      'project-code-taken',
      'code-length-wrong',
      'code-character-wrong',
      'code-check-wrong',
      'code-date-wrong',
      'code-groups-wrong',
    ],
  },
  listMyProjects: {
    method: 'GET',
    path: '/api/projects/mine',
    summary: { zh: '我的项目', en: 'My projects' },
    access: citizens,
    output: Type.Object({ projects: Type.Array(ProjectRow) }, strict),
    refusals: [],
  },
  getProject: {
    method: 'GET',
    path: '/api/projects/mine/:id',
    summary: { zh: '项目页', en: 'One project, to its owner' },
    access: own,
    params: Id,
    output: ProjectView,
    refusals: ['project-not-found'],
  },
  withdrawProject: {
    method: 'POST',
    path: '/api/projects/mine/:id/withdraw',
    summary: { zh: '撤销登记', en: 'Take a project back' },
    access: own,
    params: Id,
    input: Type.Object(
      {
        expected: Type.Optional(Type.Integer({ minimum: 1 })),
        reason: Type.String({ minLength: 2, maxLength: 2000 }),
      },
      strict,
    ),
    output: ProjectView,
    refusals: ['project-not-found', 'project-withdrawn', 'project-has-open-applications', 'case-changed'],
  },
  listProjects: {
    method: 'GET',
    path: '/api/projects/desk',
    summary: { zh: '与本部门有关的项目', en: 'Projects that concern one’s office' },
    access: readers,
    query: Type.Object(
      {
        text: Type.Optional(Type.String({ maxLength: 60 })),
        stage: Type.Optional(Type.String({ maxLength: 60 })),
      },
      strict,
    ),
    output: Type.Object({ projects: Type.Array(ProjectRow), stages: Type.Array(ProjectStage) }, strict),
    refusals: [],
  },
  getProjectAtDesk: {
    method: 'GET',
    path: '/api/projects/desk/:id',
    summary: { zh: '项目页（工作台）', en: 'The project page of the desk' },
    access: readers,
    params: Id,
    output: ProjectView,
    refusals: ['project-not-found'],
  },
})

/** Every endpoint of the module. */
export const projectsEndpoints = {
  ...projectEndpoints,
  ...sheetEndpoints,
  ...guidanceEndpoints,
  ...jointEndpoints,
}
