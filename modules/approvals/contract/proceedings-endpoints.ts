import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { ApplicationView, CaseId } from './application.ts'
import { VerdictInput } from './proceedings-view.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: CaseId }, strict)
const Reason = Type.String({ minLength: 2, maxLength: 2000 })
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
})
