import { LICENCE_STATUSES, Text } from '@mashang/flow'
import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { CaseId } from './application.ts'
import { LicencePage, LicenceRow } from './licence.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: CaseId }, strict)
const Reasons = Type.String({ minLength: 1, maxLength: 4000 })
const seen = { expected: Type.Integer({ minimum: 1 }) }
const grounded = { ...seen, ground: Type.String({ maxLength: 60 }), reasons: Reasons }
const holders = { for: 'some', citizen: true } as const
const organs = ['handling-officer', 'inspector', 'approval-head'] as const
const readers = { for: 'some', staff: [...organs, 'supervisor', 'administrator'], row: 'own-organ' } as const
const officers = { for: 'some', staff: ['handling-officer', 'approval-head'], row: 'own-organ' } as const
const head = { for: 'some', staff: ['approval-head'], row: 'own-organ' } as const
const gone = ['licence-not-found', 'case-changed'] as const
const endingRefused = [...gone, 'ground-unknown', 'ground-does-not-fit', 'reasons-too-short'] as const

/** What the register shows: all, by status, about to expire, with a revocation under way. */
export const REGISTER_VIEWS = ['all', 'expiring', 'proposed', ...LICENCE_STATUSES] as const

const Filter = {
  view: Type.Optional(Type.Enum(REGISTER_VIEWS)),
  /** Number, code of the holder, or the beginning of either's name. */
  text: Type.Optional(Type.String({ maxLength: 60 })),
  type: Type.Optional(Type.String({ maxLength: 60 })),
  organ: Type.Optional(Type.String({ maxLength: 60 })),
  /** For `expiring`: within so many days. */
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
}

/** 证照登记簿 — licences after they are issued: to their holders, and in the register of the organs. */
export const licenceEndpoints = endpoints({
  listMyLicences: {
    method: 'GET',
    path: '/api/approvals/licences',
    summary: { zh: '我的证照', en: 'My licences' },
    access: holders,
    output: Type.Object({ licences: Type.Array(LicencePage) }, strict),
    refusals: [],
  },
  getMyLicence: {
    method: 'GET',
    path: '/api/approvals/licences/:id',
    summary: { zh: '我的一张证照', en: 'One of my licences' },
    access: { ...holders, row: 'own-licence' },
    params: Id,
    output: LicencePage,
    refusals: ['licence-not-found'],
  },
  openLicenceDocument: {
    method: 'GET',
    path: '/api/approvals/licences/:id/documents/:document',
    summary: {
      zh: '打开证照或关于它的文书（PDF）',
      en: 'Open a print of a licence, or a letter about it (PDF)',
    },
    access: { ...readers, citizen: true, row: 'own-licence-or-own-organ' },
    params: Type.Object({ ...Id.properties, document: CaseId }, strict),
    output: 'stream',
    refusals: ['licence-not-found', 'document-not-found'],
  },
  stateAndDefend: {
    method: 'POST',
    path: '/api/approvals/licences/:id/statement',
    summary: { zh: '对拟撤销陈述申辩', en: 'State and defend against an intended revocation' },
    access: { ...holders, row: 'own-licence' },
    params: Id,
    input: Type.Object({ expected: Type.Optional(Type.Integer()), text: Reasons }, strict),
    output: LicencePage,
    refusals: [...gone, 'no-revocation-proposed'],
  },
  listLicences: {
    method: 'GET',
    path: '/api/approvals/desk/licences',
    summary: { zh: '证照登记簿', en: 'The register of licences' },
    access: readers,
    query: Type.Object(
      {
        ...Filter,
        /** Opaque, from `next` of the page before. */
        after: Type.Optional(Type.String({ maxLength: 300 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      },
      strict,
    ),
    output: Type.Object(
      {
        rows: Type.Array(LicenceRow),
        next: Type.Optional(Type.String()),
        /** Types that the reader's organs issue, to filter by. */
        types: Type.Array(Type.Object({ type: Type.String(), name: Text }, strict)),
        organs: Type.Array(Type.Object({ id: Type.String(), name: Text }, strict)),
      },
      strict,
    ),
    refusals: [],
    perMinute: 1200,
  },
  exportLicences: {
    method: 'GET',
    path: '/api/approvals/desk/licence-export',
    summary: { zh: '导出证照登记簿', en: 'Export the register' },
    access: readers,
    query: Type.Object({ ...Filter, as: Type.Optional(Type.Enum(['csv', 'json'])) }, strict),
    output: 'stream',
    refusals: [],
    perMinute: 10,
  },
  importLicences: {
    method: 'POST',
    path: '/api/approvals/desk/licence-import',
    summary: { zh: '历史证照纳管', en: 'Take over licences issued before, from a sheet (CSV)' },
    // Whatever the sheet says, what is taken over belongs to the reader's own organ.
    access: { for: 'some', staff: ['handling-officer', 'approval-head'] },
    takes: 'multipart',
    output: Type.Object({ taken: Type.Integer(), there: Type.Integer() }, strict),
    refusals: ['file-empty', 'file-too-large', 'upload-broken-off', 'import-rows-broken'],
    perMinute: 10,
  },
  getLicence: {
    method: 'GET',
    path: '/api/approvals/desk/licences/:id',
    summary: { zh: '证照页', en: 'The page of a licence' },
    access: readers,
    params: Id,
    output: LicencePage,
    refusals: ['licence-not-found'],
    perMinute: 1200,
  },
  proposeRevocation: {
    method: 'POST',
    path: '/api/approvals/desk/licences/:id/propose-revocation',
    summary: {
      zh: '拟撤销，告知陈述申辩',
      en: 'Propose a revocation and tell the holder of the right to be heard',
    },
    access: officers,
    params: Id,
    input: Type.Object(grounded, strict),
    output: LicencePage,
    refusals: [...endingRefused, 'revocation-already-proposed'],
  },
  recordStatement: {
    method: 'POST',
    path: '/api/approvals/desk/licences/:id/record-statement',
    summary: { zh: '记录陈述申辩', en: 'Record what the holder stated' },
    access: officers,
    params: Id,
    input: Type.Object({ ...seen, text: Reasons }, strict),
    output: LicencePage,
    refusals: [...gone, 'no-revocation-proposed'],
  },
  dropRevocation: {
    method: 'POST',
    path: '/api/approvals/desk/licences/:id/drop-revocation',
    summary: { zh: '决定不予撤销', en: 'Drop a proposed revocation' },
    access: head,
    params: Id,
    input: Type.Object({ ...seen, reasons: Reasons }, strict),
    output: LicencePage,
    refusals: [...gone, 'no-revocation-proposed', 'reasons-too-short'],
  },
  revokeLicence: {
    method: 'POST',
    path: '/api/approvals/desk/licences/:id/revoke',
    summary: { zh: '撤销', en: 'Revoke, on the ground that was proposed' },
    access: head,
    params: Id,
    input: Type.Object({ ...seen, reasons: Reasons }, strict),
    output: LicencePage,
    refusals: [...endingRefused, 'no-revocation-proposed', 'holder-not-heard'],
  },
  cancelLicence: {
    method: 'POST',
    path: '/api/approvals/desk/licences/:id/cancel',
    summary: { zh: '注销', en: 'Cancel' },
    access: head,
    params: Id,
    input: Type.Object(grounded, strict),
    output: LicencePage,
    refusals: endingRefused,
  },
  withdrawLicence: {
    method: 'POST',
    path: '/api/approvals/desk/licences/:id/withdraw',
    summary: { zh: '撤回', en: 'Withdraw, with how the holder is compensated' },
    access: head,
    params: Id,
    input: Type.Object({ ...grounded, compensation: Type.String({ minLength: 2, maxLength: 1000 }) }, strict),
    output: LicencePage,
    refusals: endingRefused,
  },
  forfeitLicence: {
    method: 'POST',
    path: '/api/approvals/desk/licences/:id/forfeit',
    summary: { zh: '登记吊销', en: 'Record that a penalty decision took it away' },
    access: head,
    params: Id,
    input: Type.Object({ ...grounded, decision: Type.String({ minLength: 2, maxLength: 100 }) }, strict),
    output: LicencePage,
    refusals: endingRefused,
  },
  correctLicence: {
    method: 'POST',
    path: '/api/approvals/desk/licences/:id/correct',
    summary: { zh: '更正证照上的笔误', en: 'Correct a slip on the licence' },
    access: head,
    params: Id,
    input: Type.Object(
      {
        ...seen,
        shows: Type.Array(
          Type.Object(
            { label: Type.String({ maxLength: 100 }), text: Type.String({ maxLength: 1000 }) },
            strict,
          ),
          { minItems: 1, maxItems: 60 },
        ),
        reason: Reasons,
      },
      strict,
    ),
    output: LicencePage,
    refusals: [...gone, 'licence-status-forbids', 'correction-changes-nothing', 'reasons-too-short'],
  },
})
