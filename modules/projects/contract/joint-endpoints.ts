import { endpoints, UPLOAD_REFUSALS } from '@mashang/kit'
import { Type } from 'typebox'
import { AcceptanceView, DrawingsView, ProjectDuty } from './joint.ts'
import { ProjectId } from './project.ts'
import { CASE, Day, desk, Id, Line, own, readers, strict } from './reach.ts'

const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })
const UPLOADS = [...UPLOAD_REFUSALS, 'too-many-files'] as const

/** 联合审图. */
const drawingsEndpoints = endpoints({
  getDrawings: {
    method: 'GET',
    path: `${CASE}/drawings`,
    summary: { zh: '联合审图', en: 'Joint review of the drawings' },
    access: readers,
    params: Id,
    output: DrawingsView,
    refusals: ['project-not-found'],
  },
  addDrawing: {
    method: 'POST',
    path: `${CASE}/drawings/files`,
    summary: { zh: '上传图纸', en: 'Upload a drawing for the next version' },
    access: own,
    params: Id,
    takes: 'multipart',
    output: DrawingsView,
    refusals: ['project-not-found', 'drawings-under-review', 'drawings-passed-already', ...UPLOADS],
    perMinute: 300,
  },
  dropDrawing: {
    method: 'DELETE',
    path: `${CASE}/drawings/files/:digest`,
    summary: { zh: '移除图纸', en: 'Remove an uploaded drawing that was not given yet' },
    access: own,
    params: Type.Object({ id: ProjectId, digest: Digest }, strict),
    output: DrawingsView,
    refusals: ['project-not-found'],
  },
  saveAnswers: {
    method: 'PUT',
    path: `${CASE}/drawings/answers`,
    summary: { zh: '保存答复', en: 'Keep answers to comments as typed' },
    access: own,
    params: Id,
    input: Type.Object(
      { answers: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 4000 })) },
      strict,
    ),
    output: DrawingsView,
    refusals: ['project-not-found'],
  },
  giveDrawings: {
    method: 'POST',
    path: `${CASE}/drawings`,
    summary: { zh: '提交图纸送审', en: 'Give a version of the drawings to all offices' },
    access: own,
    params: Id,
    input: Type.Object({ note: Type.String({ maxLength: 2000 }) }, strict),
    output: DrawingsView,
    refusals: [
      'project-not-found',
      'project-withdrawn',
      'drawings-under-review',
      'drawings-passed-already',
      'drawings-no-file',
      'comments-not-answered',
    ],
  },
  reviewDrawings: {
    method: 'POST',
    path: `${CASE}/drawings/review`,
    summary: { zh: '提出审图意见', en: 'Answer for one’s office on the version at hand' },
    access: desk,
    params: Id,
    input: Type.Object(
      {
        opinion: Line(2000),
        comments: Type.Array(
          Type.Object(
            {
              sheet: Line(80),
              place: Type.String({ maxLength: 200 }),
              text: Line(2000),
              article: Type.String({ maxLength: 200 }),
              severity: Type.Enum(['must', 'should']),
              because: Type.Optional(Type.String({ maxLength: 500 })),
            },
            strict,
          ),
          { maxItems: 200 },
        ),
        settled: Type.Array(
          Type.Object(
            { comment: ProjectId, resolved: Type.Boolean(), why: Type.String({ maxLength: 1000 }) },
            strict,
          ),
          { maxItems: 400 },
        ),
      },
      strict,
    ),
    output: DrawingsView,
    refusals: [
      'project-not-found',
      'drawings-not-yours',
      'drawings-passed-already',
      'drawings-answered-already',
      'comments-not-settled',
      'kept-comment-needs-why',
      'comment-needs-its-cause',
    ],
  },
  openProjectFile: {
    method: 'GET',
    path: `${CASE}/files/:digest`,
    summary: { zh: '查看图纸或照片', en: 'Open a file of a project' },
    access: readers,
    params: Type.Object({ id: ProjectId, digest: Digest }, strict),
    output: 'stream',
    refusals: ['project-not-found', 'file-not-found'],
  },
  openProjectDocument: {
    method: 'GET',
    path: `${CASE}/documents/:document`,
    summary: { zh: '查看项目文书', en: 'Open a document issued for a project' },
    access: readers,
    params: Type.Object({ id: ProjectId, document: ProjectId }, strict),
    output: 'stream',
    refusals: ['project-not-found', 'document-not-found'],
  },
  listProjectDuties: {
    method: 'GET',
    path: '/api/projects/duties',
    summary: { zh: '等本部门办的', en: 'What one’s office is waited for' },
    access: desk,
    output: Type.Object({ duties: Type.Array(ProjectDuty) }, strict),
    refusals: [],
  },
})

/** 联合验收. */
const acceptanceEndpoints = endpoints({
  getAcceptance: {
    method: 'GET',
    path: `${CASE}/acceptance`,
    summary: { zh: '联合验收', en: 'Joint acceptance of the works' },
    access: readers,
    params: Id,
    output: AcceptanceView,
    refusals: ['project-not-found'],
  },
  requestAcceptance: {
    method: 'POST',
    path: `${CASE}/acceptance`,
    summary: { zh: '申请联合验收', en: 'Ask for the joint acceptance' },
    access: own,
    params: Id,
    input: Type.Object(
      { completedOn: Day, contact: Line(100), note: Type.String({ maxLength: 2000 }) },
      strict,
    ),
    output: AcceptanceView,
    refusals: [
      'project-not-found',
      'project-withdrawn',
      'acceptance-requested-already',
      'works-not-permitted',
      'works-not-finished',
    ],
  },
  setVisit: {
    method: 'POST',
    path: `${CASE}/acceptance/visits`,
    summary: { zh: '定验收日期', en: 'Set the day of the visit, or of the visit again' },
    access: desk,
    params: Id,
    input: Type.Object(
      { on: Day, time: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }), place: Line(300) },
      strict,
    ),
    output: AcceptanceView,
    refusals: [
      'project-not-found',
      'not-the-lead-office',
      'acceptance-not-requested',
      'works-accepted-already',
      'visit-not-over',
      'rectification-open',
      'visit-day-past',
    ],
  },
  staffVisit: {
    method: 'POST',
    path: `${CASE}/acceptance/staff`,
    summary: { zh: '确定验收人员', en: 'Name the staff of one’s office for the visit' },
    access: desk,
    params: Id,
    input: Type.Object({ staff: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 }) }, strict),
    output: AcceptanceView,
    refusals: ['project-not-found', 'visit-not-yours', 'visit-concluded-already', 'visit-needs-two'],
  },
  concludeVisit: {
    method: 'POST',
    path: `${CASE}/acceptance/conclusion`,
    summary: { zh: '提出验收结论', en: 'Conclude for one’s office' },
    access: desk,
    params: Id,
    input: Type.Object(
      {
        passed: Type.Boolean(),
        findings: Line(2000),
        items: Type.Array(
          Type.Object({ text: Line(1000), article: Type.String({ maxLength: 200 }), due: Day }, strict),
          { maxItems: 100 },
        ),
        cleared: Type.Array(ProjectId, { maxItems: 200 }),
      },
      strict,
    ),
    output: AcceptanceView,
    refusals: [
      'project-not-found',
      'visit-not-yours',
      'visit-concluded-already',
      'visit-not-held-yet',
      'visit-needs-two',
      'passed-with-items',
      'failed-without-items',
      'rectification-due-too-early',
    ],
  },
  reportRectified: {
    method: 'POST',
    path: `${CASE}/acceptance/rectified`,
    summary: { zh: '报告整改完成', en: 'Report what was put right' },
    access: own,
    params: Id,
    input: Type.Object(
      { items: Type.Array(Type.Object({ item: ProjectId, text: Line(1000) }, strict), { maxItems: 100 }) },
      strict,
    ),
    output: AcceptanceView,
    refusals: ['project-not-found', 'rectification-not-open'],
  },
})

/** What several offices do together on a project. */
export const jointEndpoints = { ...drawingsEndpoints, ...acceptanceEndpoints }
