import { endpoints, everyone } from '@mashang/kit'
import { Type } from 'typebox'
import { ApplicationView, CaseId } from './application.ts'
import { AnnouncementView, ObjectionView, VerdictInput } from './proceedings-view.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: CaseId }, strict)
const Reason = Type.String({ minLength: 2, maxLength: 2000 })
const Name = Type.String({ minLength: 2, maxLength: 100 })
const seen = { expected: Type.Integer({ minimum: 1 }) }
const officers = { for: 'some', staff: ['handling-officer', 'approval-head'], row: 'own-organ' } as const
const gone = [
  'case-not-found',
  'case-changed',
  'case-already-concluded',
  'not-under-review',
  'clock-is-stopped',
] as const

/** What the kinds of steps consist of. */
export const proceedingsEndpoints = endpoints({
  requestOpinions: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/request-opinions',
    summary: { zh: '征求有关部门意见', en: 'Ask other organs for their opinion' },
    access: officers,
    params: Id,
    input: Type.Object({ ...seen, note: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'step-of-another-kind', 'opinions-already-requested', 'no-lower-organ'],
  },
  giveOpinion: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/give-opinion',
    summary: { zh: '反馈意见', en: 'Give the opinion one’s organ was asked for' },
    access: { ...officers, row: 'asked-organ' },
    params: Id,
    input: Type.Object({ ...seen, verdict: VerdictInput, text: Type.String({ maxLength: 4000 }) }, strict),
    output: ApplicationView,
    refusals: [...gone, 'step-of-another-kind', 'not-asked', 'opinion-needs-reasons'],
  },
  returnToStep: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/return',
    summary: { zh: '退回环节', en: 'Return to an earlier step' },
    access: {
      ...officers,
      staff: ['window-clerk', 'handling-officer', 'inspector', 'approval-head'],
      row: 'own-organ-and-role-of-step',
    },
    params: Id,
    input: Type.Object({ ...seen, to: Type.String({ maxLength: 61 }), reason: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'step-not-yours', 'step-not-behind'],
  },
  announce: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/announce',
    summary: { zh: '发布公示', en: 'Announce to the public' },
    access: officers,
    params: Id,
    input: Type.Object({ ...seen, text: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'step-of-another-kind', 'already-announced'],
  },
  answerObjection: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/answer-objection',
    summary: { zh: '答复异议', en: 'Answer an objection' },
    access: officers,
    params: Id,
    input: Type.Object(
      { ...seen, number: Type.Integer({ minimum: 1 }), answer: Reason, upheld: Type.Boolean() },
      strict,
    ),
    output: ApplicationView,
    refusals: [...gone, 'step-of-another-kind', 'objection-not-open'],
  },
  offerHearing: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/offer-hearing',
    summary: { zh: '告知听证权利', en: 'Tell of the right to a hearing' },
    access: officers,
    params: Id,
    input: Type.Object({ ...seen, parties: Type.Array(Name, { maxItems: 50 }), note: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'step-of-another-kind', 'hearing-already-offered'],
  },
  setHearing: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/set-hearing',
    summary: { zh: '通知听证', en: 'Call the hearing' },
    access: officers,
    params: Id,
    input: Type.Object(
      {
        ...seen,
        on: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
        time: Type.String({ pattern: '^\\d{2}:\\d{2}$' }),
        place: Name,
        chair: Name,
        recorder: Name,
      },
      strict,
    ),
    output: ApplicationView,
    refusals: [
      ...gone,
      'step-of-another-kind',
      'hearing-not-open',
      'hearing-too-soon',
      'hearing-too-late-held',
      'chair-reviewed-the-case',
    ],
  },
  recordHearing: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/record-hearing',
    summary: { zh: '登记听证笔录', en: 'Record the hearing' },
    access: officers,
    params: Id,
    input: Type.Object(
      { ...seen, attendees: Reason, record: Type.String({ minLength: 10, maxLength: 20000 }) },
      strict,
    ),
    output: ApplicationView,
    refusals: [...gone, 'step-of-another-kind', 'hearing-not-open', 'hearing-not-yet'],
  },
  formPanel: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/form-panel',
    summary: { zh: '组成专家组', en: 'Form a panel of experts' },
    access: officers,
    params: Id,
    input: Type.Object(
      {
        ...seen,
        experts: Type.Array(Type.Object({ name: Name, field: Type.String({ maxLength: 100 }) }, strict), {
          minItems: 1,
          maxItems: 99,
        }),
        note: Reason,
        length: Type.String({ pattern: '^\\d{1,3}(wd|d)$' }),
      },
      strict,
    ),
    output: ApplicationView,
    refusals: [...gone, 'step-of-another-kind', 'panel-already-formed', 'panel-not-odd'],
  },
  recordExpertOpinion: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/expert-opinion',
    summary: { zh: '登记专家意见', en: 'Record the opinion of an expert' },
    access: officers,
    params: Id,
    input: Type.Object({ ...seen, expert: Name, verdict: VerdictInput, text: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'step-of-another-kind', 'not-on-the-panel'],
  },
  concludePanel: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/conclude-panel',
    summary: { zh: '登记专家组结论', en: 'Record the conclusion of the panel' },
    access: officers,
    params: Id,
    input: Type.Object({ ...seen, passed: Type.Boolean(), text: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'step-of-another-kind', 'panel-not-open', 'experts-outstanding'],
  },
  requestHearing: {
    method: 'POST',
    path: '/api/approvals/applications/:id/request-hearing',
    summary: { zh: '要求听证', en: 'Ask for a hearing' },
    access: {
      for: 'some',
      citizen: true,
      staff: ['handling-officer', 'approval-head'],
      row: 'own-application',
    },
    params: Id,
    input: Type.Object(
      {
        expected: Type.Optional(seen.expected),
        reason: Reason,
        /** The party that asks, where staff enter it. */
        by: Type.Optional(Name),
      },
      strict,
    ),
    output: ApplicationView,
    refusals: [...gone, 'step-of-another-kind', 'hearing-not-open', 'hearing-too-late'],
  },
  waiveHearing: {
    method: 'POST',
    path: '/api/approvals/applications/:id/waive-hearing',
    summary: { zh: '放弃听证', en: 'Waive the hearing' },
    access: { for: 'some', citizen: true, row: 'own-application' },
    params: Id,
    input: Type.Object({ expected: Type.Optional(seen.expected) }, strict),
    output: ApplicationView,
    refusals: [...gone, 'step-of-another-kind', 'hearing-not-open'],
  },
  listAnnouncements: {
    method: 'GET',
    path: '/api/approvals/announcements',
    summary: { zh: '公示公告', en: 'Announcements' },
    access: everyone,
    output: Type.Object({ announcements: Type.Array(AnnouncementView) }, strict),
    refusals: [],
  },
  getAnnouncement: {
    method: 'GET',
    path: '/api/approvals/announcements/:id',
    summary: { zh: '一则公示', en: 'One announcement' },
    access: everyone,
    params: Id,
    output: Type.Object({ ...AnnouncementView.properties, objections: Type.Array(ObjectionView) }, strict),
    refusals: ['announcement-not-found'],
  },
  objectToAnnouncement: {
    method: 'POST',
    path: '/api/approvals/announcements/:id/objections',
    summary: { zh: '对公示提出异议', en: 'Object to an announcement' },
    access: { for: 'some', citizen: true },
    params: Id,
    input: Type.Object({ text: Type.String({ minLength: 10, maxLength: 2000 }) }, strict),
    output: ObjectionView,
    refusals: ['announcement-not-found', 'announcement-over', 'objection-of-applicant', 'case-changed'],
    perMinute: 30,
  },
})
