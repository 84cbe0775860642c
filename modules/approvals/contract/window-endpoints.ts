import { endpoints, UPLOAD_REFUSALS } from '@mashang/kit'
import { type Static, Type } from 'typebox'
import { ApplicantInput, CaseId, Draft, FormInput, Submission } from './application.ts'
import { Delivery } from './delivery.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: CaseId }, strict)
const IntakeMaterial = Type.Object({ id: CaseId, material: Type.String({ maxLength: 60 }) }, strict)
/** An assistant as far as his mandate goes. */
const clerks = { for: 'some', staff: ['window-clerk', 'handling-officer', 'assistant'] } as const
const own = { ...clerks, row: 'own-intake' } as const
const Reason = Type.String({ minLength: 2, maxLength: 2000 })
const Note = Type.Optional(Type.String({ maxLength: 2000 }))

/** 窗口收件 — an application being taken in at a window: its draft, whom it is for, and what the clerk has seen. */
export const Intake = Type.Object(
  {
    draft: Draft,
    applicant: Type.Object(
      {
        kind: Type.Enum(['person', 'enterprise']),
        /** Id of the person who stands at the window. */
        person: Type.String(),
        name: Type.String(),
        /** Masked for a person. */
        code: Type.String(),
        agent: Type.Optional(Type.String()),
        phone: Type.String(),
      },
      strict,
    ),
    /** Materials whose files were compared with their originals. */
    seen: Type.Array(
      Type.Object(
        { material: Type.String(), at: Type.String(), validTo: Type.Optional(Type.String()) },
        strict,
      ),
    ),
  },
  strict,
)
export type Intake = Static<typeof Intake>

/** The five outcomes of 许可法 32, or received only: then the organ has five working days. */
export const IntakeOutcome = Type.Union([
  Type.Object({ kind: Type.Literal('receive') }, strict),
  Type.Object({ kind: Type.Literal('accept'), note: Note }, strict),
  Type.Object({ kind: Type.Literal('correct-on-the-spot'), note: Reason }, strict),
  Type.Object(
    {
      kind: Type.Literal('request-correction'),
      points: Type.Array(
        Type.Object(
          { target: Type.String({ maxLength: 100 }), what: Type.String({ minLength: 2, maxLength: 1000 }) },
          strict,
        ),
        { minItems: 1, maxItems: 100 },
      ),
      note: Note,
    },
    strict,
  ),
  Type.Object(
    { kind: Type.Literal('decline'), reason: Reason, rightOrgan: Type.String({ maxLength: 200 }) },
    strict,
  ),
  Type.Object({ kind: Type.Literal('not-needed'), reason: Reason }, strict),
])
export type IntakeOutcome = Static<typeof IntakeOutcome>

/** Walk-ins: the same drafts and cases as online, with a clerk at the keyboard. */
export const windowEndpoints = endpoints({
  openIntake: {
    method: 'POST',
    path: '/api/approvals/window/drafts',
    summary: { zh: '开始窗口收件', en: 'Begin an intake at a window' },
    access: clerks,
    input: Type.Object(
      { item: Type.String({ maxLength: 64 }), person: CaseId, applicant: ApplicantInput },
      strict,
    ),
    output: Intake,
    refusals: [
      'item-not-found',
      'item-suspended',
      'item-cancelled',
      'item-not-in-effect',
      'item-of-another-organ',
      'applicant-kind-not-served',
      'not-an-agent-of-enterprise',
      'person-not-found',
      'mandate-missing',
      'mandate-outside-its-days',
      'mandate-revoked',
    ],
  },
  listIntakes: {
    method: 'GET',
    path: '/api/approvals/window/drafts',
    summary: { zh: '我没收完的件', en: 'Intakes that I have not finished' },
    access: clerks,
    output: Type.Object({ intakes: Type.Array(Intake) }, strict),
    refusals: [],
  },
  getIntake: {
    method: 'GET',
    path: '/api/approvals/window/drafts/:id',
    summary: { zh: '继续收件', en: 'One intake' },
    access: own,
    params: Id,
    output: Intake,
    refusals: ['draft-not-found'],
  },
  saveIntake: {
    method: 'PUT',
    path: '/api/approvals/window/drafts/:id',
    summary: { zh: '保存收件', en: 'Save what was typed' },
    access: own,
    params: Id,
    input: Type.Object(
      { form: FormInput, delivery: Type.Optional(Delivery), revision: Type.Optional(Type.Integer()) },
      strict,
    ),
    output: Intake,
    refusals: ['draft-not-found', 'draft-changed-elsewhere', 'form-too-large'],
    perMinute: 600,
  },
  dropIntake: {
    method: 'DELETE',
    path: '/api/approvals/window/drafts/:id',
    summary: { zh: '放弃收件', en: 'Drop an intake' },
    access: own,
    params: Id,
    output: Type.Object({ dropped: Type.Boolean() }, strict),
    refusals: ['draft-not-found'],
  },
  addIntakeFile: {
    method: 'POST',
    path: '/api/approvals/window/drafts/:id/materials/:material',
    summary: { zh: '扫描或拍照上传', en: 'Upload a scan or a photograph' },
    access: own,
    params: IntakeMaterial,
    takes: 'multipart',
    output: Intake,
    refusals: ['draft-not-found', 'material-not-in-item', 'too-many-files', ...UPLOAD_REFUSALS],
    perMinute: 300,
  },
  dropIntakeFile: {
    method: 'DELETE',
    path: '/api/approvals/window/drafts/:id/materials/:material/:digest',
    summary: { zh: '移除扫描件', en: 'Remove one file' },
    access: own,
    params: Type.Object(
      { ...IntakeMaterial.properties, digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
      strict,
    ),
    output: Intake,
    refusals: ['draft-not-found'],
  },
  markIntakeMaterial: {
    method: 'PUT',
    path: '/api/approvals/window/drafts/:id/materials/:material',
    summary: { zh: '原件已核验、同意使用、承诺', en: 'Original seen, consent to use, or declaration' },
    access: own,
    params: IntakeMaterial,
    input: Type.Union([
      Type.Object(
        {
          mark: Type.Literal('seen'),
          is: Type.Boolean(),
          /** Last day of the document, where it names one. */
          validTo: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
        },
        strict,
      ),
      // What the applicant said at the window, recorded in his name by the clerk.
      Type.Object({ mark: Type.Literal('consent'), is: Type.Boolean(), source: CaseId }, strict),
      Type.Object({ mark: Type.Literal('declared'), is: Type.Boolean() }, strict),
    ]),
    output: Intake,
    refusals: [
      'draft-not-found',
      'draft-changed-elsewhere',
      'material-not-in-item',
      'material-not-uploaded',
      'material-not-declarable',
      'nothing-held',
      'agent-does-not-decide',
    ],
  },
  submitIntake: {
    method: 'POST',
    path: '/api/approvals/window/drafts/:id/submit',
    summary: { zh: '收件并当场告知结果', en: 'Take it in, with the outcome of intake' },
    access: own,
    params: Id,
    input: Type.Object({ outcome: IntakeOutcome }, strict),
    output: Submission,
    refusals: [
      'draft-not-found',
      'item-not-found',
      'item-suspended',
      'item-cancelled',
      'item-not-in-effect',
      'form-has-errors',
      'materials-missing',
      'licence-not-held',
      'licence-of-another-kind',
      'licence-status-forbids',
      'licence-case-open',
      'renewal-too-late',
      'correction-point-unknown',
      'correction-leaves-out',
      'held-already',
      'right-organ-missing',
      'agent-does-not-decide',
      'mandate-missing',
      'mandate-outside-its-days',
      'mandate-revoked',
    ],
  },
})
