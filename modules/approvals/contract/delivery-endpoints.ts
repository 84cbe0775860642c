import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { ApplicationView, CaseId } from './application.ts'
import { CollectorInput, Delivery } from './delivery.ts'

const strict = { additionalProperties: false }
const Id = Type.Object({ id: CaseId }, strict)
const seen = { expected: Type.Integer({ minimum: 1 }) }
const intake = { for: 'some', staff: ['window-clerk', 'handling-officer'], row: 'own-organ' } as const

/** Originals seen and results handed over: what needs a person at a window. */
export const deliveryEndpoints = endpoints({
  sawOriginal: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/saw-original',
    summary: { zh: '核验原件', en: 'Record that the original of a material was seen' },
    access: intake,
    params: Id,
    input: Type.Object(
      {
        ...seen,
        materials: Type.Array(
          Type.Object(
            {
              material: Type.String({ maxLength: 60 }),
              /** Last day of the document, where it names one. */
              validTo: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
            },
            strict,
          ),
          { minItems: 1, maxItems: 60 },
        ),
      },
      strict,
    ),
    output: ApplicationView,
    refusals: [
      'case-not-found',
      'case-changed',
      'case-already-concluded',
      'material-not-in-item',
      'material-not-uploaded',
      'material-trusted-already',
    ],
  },
  listCarriers: {
    method: 'GET',
    path: '/api/approvals/desk/carriers',
    summary: { zh: '邮寄承运人', en: 'Carriers that results are posted with' },
    access: { for: 'some', staff: ['window-clerk', 'handling-officer'] },
    output: Type.Object(
      {
        carriers: Type.Array(
          Type.Object(
            {
              id: Type.String(),
              name: Type.Object({ zh: Type.String(), en: Type.Optional(Type.String()) }, strict),
              example: Type.String(),
            },
            strict,
          ),
        ),
      },
      strict,
    ),
    refusals: [],
  },
  postResult: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/post',
    summary: { zh: '登记交寄', en: 'Record that the result was posted' },
    access: intake,
    params: Id,
    input: Type.Object(
      { ...seen, carrier: Type.String({ maxLength: 60 }), number: Type.String({ maxLength: 40 }) },
      strict,
    ),
    output: ApplicationView,
    refusals: [
      'case-not-found',
      'case-changed',
      'nothing-to-deliver',
      'already-delivered',
      'already-posted',
      'carrier-unknown',
      'tracking-number-wrong',
    ],
  },
  deliverResult: {
    method: 'POST',
    path: '/api/approvals/desk/applications/:id/deliver',
    summary: { zh: '登记送达', en: 'Record the delivery' },
    access: intake,
    params: Id,
    input: Type.Object(
      {
        ...seen,
        how: Delivery,
        note: Type.Optional(Type.String({ maxLength: 500 })),
        /** Who collects at a window. */
        collector: Type.Optional(CollectorInput),
      },
      strict,
    ),
    output: ApplicationView,
    refusals: [
      'case-not-found',
      'case-changed',
      'nothing-to-deliver',
      'already-delivered',
      'not-posted-yet',
      'collector-missing',
      'collector-not-holder',
      'authorisation-missing',
    ],
  },
})
