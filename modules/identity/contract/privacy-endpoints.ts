import { type Access, endpoints } from '@mashang/kit'
import Type, { type Static } from 'typebox'
import { PersonName } from './account.ts'

const closed = { additionalProperties: false } as const
const own: Access = { for: 'some', citizen: true, row: 'own-account' }
const administrators: Access = { for: 'some', staff: ['administrator'] }
const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/** What of one's data is wrong. */
export const CORRECTION_SUBJECTS = ['name', 'id-card', 'phone', 'case', 'other'] as const
export type CorrectionSubject = (typeof CORRECTION_SUBJECTS)[number]

const DATA_REQUEST_STATUSES = ['open', 'corrected', 'declined'] as const

/** 更正请求 — a person asks for the correction of personal data that the city keeps (个人信息保护法 46). */
export const DataRequest = Type.Object({
  id: Type.String(),
  subject: Type.Enum([...CORRECTION_SUBJECTS]),
  text: Type.String(),
  askedAt: Type.String(),
  status: Type.Enum([...DATA_REQUEST_STATUSES]),
  /** Once answered: what was done, or why not. */
  answer: Type.Optional(Type.String()),
  answeredAt: Type.Optional(Type.String()),
  answeredBy: Type.Optional(Type.String()),
})
export type DataRequest = Static<typeof DataRequest>

/** The same with whom it is about, for who answers it; each showing is a journaled look. */
export const DataRequestAtDesk = Type.Object({
  ...DataRequest.properties,
  person: Type.Object({ name: Type.String(), idCard: Type.String(), phone: Type.String() }),
})
export type DataRequestAtDesk = Static<typeof DataRequestAtDesk>

export const privacyEndpoints = endpoints({
  listLooks: {
    method: 'GET',
    path: '/api/identity/privacy/looks',
    summary: { zh: '谁查看过我的信息', en: 'Who looked at my data, and why' },
    access: own,
    query: Type.Object({ before: Type.Optional(Type.String({ format: 'uuid', maxLength: 36 })) }, closed),
    output: Type.Object({
      looks: Type.Array(
        Type.Object({
          id: Type.String(),
          at: Type.String(),
          /** Name of who looked, and the organ's code; without one it was not a member of staff. */
          by: Type.String(),
          organ: Type.Optional(Type.String()),
          reason: Words,
          /** What it was about: the account, or a case with its number and page. */
          about: Type.Object({
            title: Words,
            number: Type.Optional(Type.String()),
            href: Type.Optional(Type.String()),
          }),
        }),
      ),
      /** The next page begins before this one. */
      next: Type.Optional(Type.String()),
    }),
    refusals: [],
  },
  copyOwnData: {
    method: 'GET',
    path: '/api/identity/privacy/copy',
    summary: { zh: '下载我的个人信息副本（JSON）', en: 'A copy of my personal data (JSON)' },
    access: own,
    output: 'stream',
    refusals: ['not-signed-in'],
    perMinute: 10,
  },
  listDataRequests: {
    method: 'GET',
    path: '/api/identity/privacy/requests',
    summary: { zh: '我的更正请求', en: 'My requests for correction' },
    access: own,
    output: Type.Object({ requests: Type.Array(DataRequest) }),
    refusals: [],
  },
  askCorrection: {
    method: 'POST',
    path: '/api/identity/privacy/requests',
    summary: { zh: '请求更正个人信息', en: 'Ask for the correction of personal data' },
    access: own,
    input: Type.Object(
      {
        subject: Type.Enum([...CORRECTION_SUBJECTS]),
        text: Type.String({ minLength: 5, maxLength: 1000 }),
      },
      closed,
    ),
    output: DataRequest,
    refusals: ['data-request-open', 'case-changed'],
    perMinute: 20,
  },
  listDataRequestsAtDesk: {
    method: 'GET',
    path: '/api/identity/privacy/desk/requests',
    summary: { zh: '个人信息更正请求（管理）', en: 'Requests for correction (office)' },
    access: administrators,
    query: Type.Object({ open: Type.Optional(Type.Boolean()) }, closed),
    output: Type.Object({ requests: Type.Array(DataRequestAtDesk) }),
    refusals: [],
  },
  answerDataRequest: {
    method: 'POST',
    path: '/api/identity/privacy/desk/requests/:id/answer',
    summary: { zh: '答复更正请求', en: 'Answer a request for correction' },
    access: administrators,
    params: Type.Object({ id: Type.String({ format: 'uuid', maxLength: 36 }) }, closed),
    input: Type.Object(
      {
        outcome: Type.Enum(['corrected', 'declined']),
        answer: Type.String({ minLength: 5, maxLength: 1000 }),
        /** A right name to put into the account, where that is what was wrong. */
        name: Type.Optional(PersonName),
      },
      closed,
    ),
    output: DataRequestAtDesk,
    refusals: ['data-request-not-found', 'data-request-answered', 'case-changed'],
  },
})
