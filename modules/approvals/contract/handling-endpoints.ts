import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { ApplicationView, CaseId } from './application.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: CaseId }, strict)
const Reason = Type.String({ minLength: 2, maxLength: 2000 })
const Organ = Type.String({ maxLength: 60 })
const seen = { expected: Type.Integer({ minimum: 1 }) }
const officers = { for: 'some', staff: ['handling-officer', 'approval-head'], row: 'own-organ' } as const
const office = { ...officers, staff: ['window-clerk', 'handling-officer', 'approval-head'] } as const
const gone = ['case-not-found', 'case-changed', 'case-already-concluded'] as const

/** 经办 — a case changes hands, is joined with another, and has its record put right. */
export const handlingEndpoints = endpoints({
  listColleagues: {
    method: 'GET',
    path: '/api/approvals/desk/colleagues',
    summary: { zh: '本部门的经办人员', en: 'Who handles cases in the own organ' },
    access: { for: 'some', staff: ['window-clerk', 'handling-officer', 'inspector', 'approval-head'] },
    output: Type.Object(
      {
        colleagues: Type.Array(
          Type.Object({ id: Type.String(), name: Type.String(), roles: Type.Array(Type.String()) }, strict),
        ),
        /** Every organ of the city, to which a case may be transferred. */
        organs: Type.Array(
          Type.Object(
            {
              id: Type.String(),
              name: Type.Object({ zh: Type.String(), en: Type.Optional(Type.String()) }, strict),
            },
            strict,
          ),
        ),
      },
      strict,
    ),
    refusals: [],
    perMinute: 600,
  },
  reassignCase: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/reassign',
    summary: { zh: '转办给本部门的同事', en: 'Hand a case to a colleague of the same organ' },
    access: officers,
    params: Id,
    input: Type.Object({ ...seen, to: CaseId, reason: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'colleague-not-found', 'already-in-these-hands'],
  },
  offerTransfer: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/transfer',
    summary: { zh: '移送有权办理的部门', en: 'Offer a case to the organ that is competent' },
    access: office,
    params: Id,
    input: Type.Object(
      { ...seen, to: Organ, reason: Reason, basis: Type.String({ minLength: 2, maxLength: 200 }) },
      strict,
    ),
    output: ApplicationView,
    refusals: [...gone, 'transfer-under-way', 'transfer-settled', 'organ-not-found'],
  },
  takeTransfer: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/transfer/take',
    summary: { zh: '接收移送的办件', en: 'Take a case that was offered' },
    access: officers,
    params: Id,
    input: Type.Object(seen, strict),
    output: ApplicationView,
    refusals: [...gone, 'no-transfer-offered'],
  },
  sendTransferBack: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/transfer/send-back',
    summary: { zh: '退回移送的办件', en: 'Send a case that was offered back' },
    access: officers,
    params: Id,
    input: Type.Object({ ...seen, reason: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'no-transfer-offered'],
  },
  ruleOnTransfer: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/transfer/rule',
    summary: { zh: '裁定移送的办件由谁办理', en: 'Rule whose case it is after a transfer was sent back' },
    access: { for: 'some', staff: ['supervisor'], row: 'not-own-organ' },
    params: Id,
    input: Type.Object({ ...seen, to: Organ, reason: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'nothing-to-rule-on', 'organ-not-found'],
  },
  mergeCase: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/merge',
    summary: { zh: '合并重复办件', en: 'Merge a duplicate into the case that goes on' },
    access: office,
    params: Id,
    /** The case that goes on, by its number. */
    input: Type.Object({ ...seen, into: Type.String({ maxLength: 40 }), reason: Reason }, strict),
    output: ApplicationView,
    refusals: [
      ...gone,
      'merge-with-nothing',
      'merge-of-another-applicant',
      'merge-of-another-item',
      'merge-the-other-way',
    ],
  },
  undoMerge: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/merge/undo',
    summary: { zh: '撤销合并，本件恢复办理', en: 'Undo a merge: the duplicate goes on by itself' },
    access: office,
    params: Id,
    input: Type.Object({ ...seen, reason: Reason }, strict),
    output: ApplicationView,
    refusals: [
      'case-not-found',
      'case-changed',
      'not-merged',
      'kept-case-concluded',
      'merge-gave-up-a-place',
    ],
  },
  proposeRectification: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/rectification',
    summary: { zh: '提出更正登记中的差错', en: 'Propose to put a slip of the record right' },
    access: office,
    params: Id,
    input: Type.Object(
      {
        ...seen,
        slips: Type.Array(
          Type.Object({ target: Type.String({ maxLength: 100 }), is: Type.Unknown() }, strict),
          { minItems: 1, maxItems: 20 },
        ),
        reason: Reason,
        documents: Type.Array(CaseId, { maxItems: 20 }),
      },
      strict,
    ),
    output: ApplicationView,
    refusals: [
      ...gone,
      'decision-is-not-rectified',
      'licence-says-it',
      'rectification-under-way',
      'nothing-to-rectify',
      'correction-point-unknown',
      'form-has-errors',
    ],
  },
  confirmRectification: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/rectification/confirm',
    summary: { zh: '确认更正', en: 'Confirm a rectification, as a second person' },
    access: officers,
    params: Id,
    input: Type.Object(seen, strict),
    output: ApplicationView,
    refusals: [...gone, 'no-rectification-proposed', 'rectification-needs-another'],
  },
  rejectRectification: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/rectification/reject',
    summary: { zh: '不予更正', en: 'Reject a rectification that was proposed' },
    access: officers,
    params: Id,
    input: Type.Object({ ...seen, reason: Reason }, strict),
    output: ApplicationView,
    refusals: [...gone, 'no-rectification-proposed'],
  },
})
