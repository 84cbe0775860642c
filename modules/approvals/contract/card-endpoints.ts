import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { ApplicationView, CaseId } from './application.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: CaseId }, strict)
const Reason = Type.String({ minLength: 2, maxLength: 2000 })
const card = {
  expected: Type.Integer({ minimum: 1 }),
  colour: Type.Enum(['yellow', 'red']),
  clock: Type.Enum(['promised', 'statutory']),
}

/** What may be said about a card. */
export const cardEndpoints = endpoints({
  appealCard: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/appeal-card',
    summary: { zh: '对红黄牌提出申诉', en: 'Appeal a card' },
    access: { for: 'some', staff: ['approval-head'], row: 'own-organ' },
    params: Id,
    input: Type.Object({ ...card, grounds: Reason }, strict),
    output: ApplicationView,
    refusals: [
      'case-not-found',
      'case-changed',
      'card-not-found',
      'card-already-appealed',
      'card-appeal-too-late',
      'not-allowed',
    ],
  },
  ruleOnCard: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/rule-on-card',
    summary: { zh: '对申诉作出裁定', en: 'Rule on the appeal of a card' },
    access: { for: 'some', staff: ['supervisor'] },
    params: Id,
    input: Type.Object({ ...card, outcome: Type.Enum(['upheld', 'lifted']), reasons: Reason }, strict),
    output: ApplicationView,
    refusals: [
      'case-not-found',
      'case-changed',
      'card-not-found',
      'card-not-appealed',
      'card-already-ruled',
      'card-ruled-by-own-office',
    ],
  },
})
