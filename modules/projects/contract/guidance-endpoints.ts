import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { GuidanceList, GuidanceView } from './guidance.ts'
import { FactsInput, ProjectId } from './project.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: ProjectId }, strict)
const Meeting = Type.Object({ id: ProjectId, meeting: ProjectId }, strict)
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const office = ['handling-officer', 'inspector', 'approval-head'] as const
const own = { for: 'some', citizen: true, row: 'own-project' } as const
const desk = { for: 'some', staff: office, row: 'project-of-own-organ' } as const
const readers = {
  for: 'some',
  citizen: true,
  staff: [...office, 'supervisor'],
  row: 'own-project-or-own-organ',
} as const
const takingPart = { for: 'some', citizen: true, staff: office, row: 'own-project-or-own-organ' } as const
const PATH = '/api/projects/case/:id/guidance'

/** 前期辅导: the personal list, and the meetings. */
export const guidanceEndpoints = endpoints({
  previewGuidance: {
    method: 'POST',
    path: '/api/projects/guidance',
    summary: {
      zh: '登记前先看要办什么',
      en: 'What a project of these facts would need, before it is registered',
    },
    access: { for: 'some', citizen: true },
    input: Type.Object({ facts: FactsInput }, strict),
    output: GuidanceList,
    refusals: ['form-has-errors'],
  },
  getGuidance: {
    method: 'GET',
    path: PATH,
    summary: { zh: '前期辅导', en: 'Early guidance of a project' },
    access: readers,
    params: Id,
    output: GuidanceView,
    refusals: ['project-not-found'],
  },
  requestGuidance: {
    method: 'POST',
    path: PATH,
    summary: { zh: '申请前期辅导', en: 'Ask for guidance' },
    access: own,
    params: Id,
    input: Type.Object({ question: Type.String({ maxLength: 2000 }) }, strict),
    output: GuidanceView,
    refusals: ['project-not-found', 'project-withdrawn', 'guidance-requested-already'],
  },
  assignAssistant: {
    method: 'POST',
    path: `${PATH}/assistant`,
    summary: { zh: '指定辅导专员', en: 'Name the assistant' },
    access: desk,
    params: Id,
    input: Type.Object({ assistant: Line(60), phone: Type.String({ maxLength: 40 }) }, strict),
    output: GuidanceView,
    refusals: [
      'project-not-found',
      'guidance-not-requested',
      'not-the-lead-office',
      'assistant-not-of-office',
    ],
  },
  giveList: {
    method: 'POST',
    path: `${PATH}/list`,
    summary: { zh: '出具审批事项清单', en: 'Give the list of everything the project needs' },
    access: desk,
    params: Id,
    input: Type.Object({ note: Type.String({ maxLength: 2000 }) }, strict),
    output: GuidanceView,
    refusals: ['project-not-found', 'guidance-not-requested', 'not-the-assistant'],
  },
  nameMaterial: {
    method: 'POST',
    path: `${PATH}/materials`,
    summary: { zh: '登记清单外材料', en: 'Name a material that the list left out' },
    access: desk,
    params: Id,
    input: Type.Object({ material: Line(200), reason: Line(2000) }, strict),
    output: GuidanceView,
    refusals: ['project-not-found', 'list-not-given', 'material-named-already'],
  },
  callMeeting: {
    method: 'POST',
    path: `${PATH}/meetings`,
    summary: { zh: '召集辅导会议', en: 'Call a meeting' },
    access: desk,
    params: Id,
    input: Type.Object(
      {
        subject: Line(200),
        on: Day,
        time: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
        place: Line(300),
        online: Type.Boolean(),
        offices: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 40, uniqueItems: true }),
      },
      strict,
    ),
    output: GuidanceView,
    refusals: [
      'project-not-found',
      'guidance-not-requested',
      'not-the-assistant',
      'meeting-day-past',
      'organ-unknown',
    ],
  },
  answerMeeting: {
    method: 'POST',
    path: `${PATH}/meetings/:meeting/answer`,
    summary: { zh: '答复会议邀请', en: 'Say whether one comes' },
    access: takingPart,
    params: Meeting,
    input: Type.Object(
      {
        coming: Type.Boolean(),
        person: Type.String({ maxLength: 60 }),
        note: Type.String({ maxLength: 500 }),
      },
      strict,
    ),
    output: GuidanceView,
    refusals: ['project-not-found', 'meeting-not-found', 'meeting-over', 'meeting-not-invited'],
  },
  cancelMeeting: {
    method: 'POST',
    path: `${PATH}/meetings/:meeting/cancel`,
    summary: { zh: '取消会议', en: 'Call a meeting off' },
    access: desk,
    params: Meeting,
    input: Type.Object({ reason: Line(500) }, strict),
    output: GuidanceView,
    refusals: [
      'project-not-found',
      'meeting-not-found',
      'not-the-assistant',
      'guidance-not-requested',
      'meeting-over',
    ],
  },
  writeMinutes: {
    method: 'POST',
    path: `${PATH}/meetings/:meeting/minutes`,
    summary: { zh: '写会议纪要', en: 'Write the minutes' },
    access: desk,
    params: Meeting,
    input: Type.Object(
      {
        present: Type.Array(Type.Object({ party: Line(60), name: Line(60) }, strict), { maxItems: 40 }),
        summary: Line(5000),
        points: Type.Array(Type.Object({ text: Line(1000), party: Line(60), due: Day }, strict), {
          maxItems: 60,
        }),
        internal: Type.String({ maxLength: 5000 }),
      },
      strict,
    ),
    output: GuidanceView,
    refusals: [
      'project-not-found',
      'meeting-not-found',
      'not-the-assistant',
      'guidance-not-requested',
      'meeting-over',
      'meeting-not-held-yet',
      'meeting-not-invited',
      'minutes-name-nobody',
      'point-due-too-early',
    ],
  },
  signMinutes: {
    method: 'POST',
    path: `${PATH}/meetings/:meeting/sign`,
    summary: { zh: '签署会议纪要', en: 'Sign the minutes' },
    access: takingPart,
    params: Meeting,
    input: Type.Object({}, strict),
    output: GuidanceView,
    refusals: [
      'project-not-found',
      'meeting-not-found',
      'minutes-not-written',
      'minutes-not-present',
      'minutes-signed-already',
    ],
  },
  finishPoint: {
    method: 'POST',
    path: `${PATH}/meetings/:meeting/points/:point`,
    summary: { zh: '办结会议事项', en: 'Report a point of the minutes done' },
    access: takingPart,
    params: Type.Object({ ...Meeting.properties, point: ProjectId }, strict),
    input: Type.Object({ note: Type.String({ maxLength: 1000 }) }, strict),
    output: GuidanceView,
    refusals: [
      'project-not-found',
      'meeting-not-found',
      'minutes-not-signed',
      'point-not-yours',
      'point-done-already',
    ],
  },
})
