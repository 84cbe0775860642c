import { CLOCK_STOPS, Text } from '@mashang/flow'
import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { ApplicationRow, ApplicationView, CaseId } from './application.ts'
import { OrganRef } from './service-item.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: CaseId }, strict)
const Reason = Type.String({ minLength: 2, maxLength: 2000 })
/** Every command says which revision it has seen, so that two officers cannot overwrite one another. */
const seen = { expected: Type.Integer({ minimum: 1 }) }
const office = {
  for: 'some',
  staff: ['window-clerk', 'handling-officer', 'inspector', 'approval-head'],
  row: 'own-organ',
} as const
const readers = { ...office, staff: [...office.staff, 'supervisor'] } as const
const intake = { ...office, staff: ['window-clerk', 'handling-officer'] } as const
const officers = { ...office, staff: ['handling-officer', 'approval-head'] } as const
const head = { ...office, staff: ['approval-head'] } as const
const supervisors = { for: 'some', staff: ['supervisor', 'administrator'] } as const
const gone = ['case-not-found', 'case-changed', 'case-already-concluded'] as const

export const INBOX_VIEWS = [
  'to-do',
  'intake',
  'awaiting-correction',
  'review',
  'decision',
  'opinions',
  'stopped',
  'overdue',
  'to-deliver',
  'concluded',
  'all',
] as const

export const deskEndpoints = endpoints({
  listInbox: {
    method: 'GET',
    path: '/api/approvals/desk/inbox',
    summary: { zh: '收件箱，按到期日', en: 'Inbox by due date' },
    access: readers,
    query: Type.Object(
      {
        view: Type.Optional(Type.Enum(INBOX_VIEWS)),
        item: Type.Optional(Type.String({ maxLength: 64 })),
        organ: Type.Optional(Type.String({ maxLength: 60 })),
        text: Type.Optional(Type.String({ maxLength: 60 })),
        /** Opaque, from `next` of the page before. */
        after: Type.Optional(Type.String({ maxLength: 200 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      },
      strict,
    ),
    output: Type.Object(
      {
        rows: Type.Array(ApplicationRow),
        next: Type.Optional(Type.String()),
        counts: Type.Record(Type.String(), Type.Integer()),
        items: Type.Array(Type.Object({ code: Type.String(), name: Text }, strict)),
      },
      strict,
    ),
    refusals: [],
    perMinute: 1200,
  },
  getCase: {
    method: 'GET',
    path: '/api/approvals/desk/applications/:id',
    summary: { zh: '办件页', en: 'The case page' },
    access: readers,
    params: Id,
    output: ApplicationView,
    refusals: ['case-not-found'],
    perMinute: 1200,
  },
  findCaseByNumber: {
    method: 'GET',
    path: '/api/approvals/desk/search',
    summary: { zh: '按编号、申请人、事项查找', en: 'Find cases by number, applicant or item' },
    access: readers,
    query: Type.Object({ text: Type.String({ minLength: 1, maxLength: 60 }) }, strict),
    output: Type.Object({ rows: Type.Array(ApplicationRow) }, strict),
    refusals: [],
    perMinute: 1200,
  },
  acceptApplication: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/accept',
    summary: { zh: '受理', en: 'Accept' },
    access: intake,
    params: Id,
    input: Type.Object({ ...seen, note: Type.Optional(Type.String({ maxLength: 2000 })) }, strict),
    output: ApplicationView,
    refusals: [...gone, 'not-at-intake', 'quota-is-full'],
  },
  requestCorrection: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/request-correction',
    summary: { zh: '一次性告知补正', en: 'Ask for a correction, once and in full' },
    access: intake,
    params: Id,
    input: Type.Object(
      {
        ...seen,
        points: Type.Array(
          Type.Object(
            { target: Type.String({ maxLength: 100 }), what: Type.String({ minLength: 2, maxLength: 1000 }) },
            strict,
          ),
          { minItems: 1, maxItems: 100 },
        ),
        note: Type.Optional(Type.String({ maxLength: 2000 })),
      },
      strict,
    ),
    output: ApplicationView,
    refusals: [
      ...gone,
      'not-at-intake',
      'correction-already-asked',
      'correction-too-late',
      'correction-point-unknown',
    ],
  },
  declineApplication: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/decline',
    summary: { zh: '不予受理，告知有权机关', en: 'Decline, naming the right organ' },
    access: intake,
    params: Id,
    input: Type.Object({ ...seen, reason: Reason, rightOrgan: Type.String({ maxLength: 200 }) }, strict),
    output: ApplicationView,
    refusals: [...gone, 'not-at-intake', 'right-organ-missing'],
  },
  findNotNeeded: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/not-needed',
    summary: { zh: '不需要取得许可', en: 'No licence is needed' },
    access: intake,
    params: Id,
    input: Type.Object({ ...seen, reason: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'not-at-intake'],
  },
  correctOnTheSpot: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/correct-on-the-spot',
    summary: { zh: '当场更正并受理', en: 'Correct a mistake on the spot and accept' },
    access: intake,
    params: Id,
    input: Type.Object(
      { ...seen, form: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown()), note: Reason },
      strict,
    ),
    output: ApplicationView,
    refusals: [...gone, 'not-at-intake', 'form-has-errors', 'licence-cannot-be-exchanged'],
  },
  concludeStep: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/conclude-step',
    summary: { zh: '办结当前环节', en: 'Conclude the current review step' },
    access: { ...office, row: 'own-organ-and-role-of-step' },
    params: Id,
    input: Type.Object(
      {
        ...seen,
        passed: Type.Boolean(),
        findings: Reason,
        /** Names of further members of staff who took part. */
        with: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 })),
      },
      strict,
    ),
    output: ApplicationView,
    refusals: [
      ...gone,
      'not-under-review',
      'step-not-yours',
      'clock-is-stopped',
      'too-few-people-on-site',
      'step-is-the-decision',
      'case-in-other-hands',
    ],
  },
  stopClock: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/stop-clock',
    summary: { zh: '启动特别程序', en: 'Stop the clock for a special procedure' },
    access: officers,
    params: Id,
    input: Type.Object(
      {
        ...seen,
        kind: Type.Enum(CLOCK_STOPS),
        reason: Reason,
        length: Type.String({ pattern: '^\\d{1,3}(wd|d)$' }),
      },
      strict,
    ),
    output: ApplicationView,
    refusals: [...gone, 'not-under-review', 'clock-is-stopped', 'clock-stop-not-allowed'],
  },
  resumeClock: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/resume-clock',
    summary: { zh: '结束特别程序', en: 'Resume the clock' },
    access: officers,
    params: Id,
    input: Type.Object({ ...seen, note: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'clock-not-stopped'],
  },
  extendLimit: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/extend',
    summary: { zh: '批准延期', en: 'Grant an extension' },
    // An officer only for a head who gave him a mandate.
    access: officers,
    params: Id,
    input: Type.Object({ ...seen, reason: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'not-under-review', 'already-extended', 'extension-too-late', 'outside-mandate'],
  },
  decideApplication: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/decide',
    summary: { zh: '作出准予或不予许可的决定', en: 'Grant or refuse' },
    access: {
      ...head,
      staff: ['approval-head', 'handling-officer', 'window-clerk'],
      row: 'own-organ-and-role-of-step',
    },
    params: Id,
    input: Type.Object(
      { ...seen, outcome: Type.Enum(['grant', 'refuse']), reasons: Type.String({ maxLength: 4000 }) },
      strict,
    ),
    output: ApplicationView,
    refusals: [
      ...gone,
      'not-under-review',
      'step-not-yours',
      'clock-is-stopped',
      'refusal-needs-reasons',
      'steps-still-open',
      'step-failed',
      'outside-mandate',
      'handled-it-oneself',
      'no-place-in-quota',
    ],
  },
  remindOffice: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/remind',
    summary: { zh: '督办提醒', en: 'Remind the office in charge' },
    access: supervisors,
    params: Id,
    input: Type.Object({ ...seen, note: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone],
  },
  getSupervision: {
    method: 'GET',
    path: '/api/approvals/desk/supervision',
    summary: { zh: '电子监察', en: 'Electronic supervision' },
    access: supervisors,
    query: Type.Object({ organ: Type.Optional(Type.String({ maxLength: 60 })) }, strict),
    output: Type.Object(
      {
        byOrgan: Type.Array(
          Type.Object(
            {
              organ: OrganRef,
              running: Type.Integer(),
              soon: Type.Integer(),
              yellow: Type.Integer(),
              red: Type.Integer(),
              stopped: Type.Integer(),
              concluded: Type.Integer(),
              onTime: Type.Integer(),
            },
            strict,
          ),
        ),
        carded: Type.Array(ApplicationRow),
      },
      strict,
    ),
    refusals: [],
  },
})
