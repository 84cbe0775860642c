import { endpoints } from '@mashang/kit'
import { Type } from 'typebox'
import { FollowUpInput, RATING_VIEWS, RatingId, RatingRow, RatingView } from './rating.ts'

const strict = { additionalProperties: false }
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.Object({ id: RatingId }, strict)
const expected = { expected: Type.Optional(Type.Integer({ minimum: 1 })) }
const readers = {
  for: 'some',
  staff: ['handling-officer', 'inspector', 'approval-head', 'supervisor'],
  row: 'rating-of-own-organ',
} as const
const heads = { for: 'some', staff: ['approval-head'], row: 'rating-of-own-organ' } as const
const supervisors = { for: 'some', staff: ['supervisor'] } as const
const atHand = {
  for: 'some',
  staff: ['window-clerk', 'handling-officer'],
  row: 'own-organ',
} as const
const changed = ['rating-not-found', 'case-changed'] as const
const Reasons = Type.String({ minLength: 5, maxLength: 1000 })

/** What the desk does with ratings: hands out codes, follows bad ones up, rules on appeals. */
export const deskRatingEndpoints = endpoints({
  openRating: {
    method: 'POST',
    path: '/api/hall/desk/codes',
    summary: {
      zh: '为申请人打印或显示评价码',
      en: 'A code to rate with, to be printed or shown to the applicant',
    },
    access: atHand,
    input: Type.Object({ application: RatingId }, strict),
    output: Type.Object(
      {
        /** One for what is not rated yet: the case once concluded, else the latest visit. */
        code: Type.Optional(Type.String()),
        address: Type.Optional(Type.String()),
        until: Type.Optional(Type.String()),
        kind: Type.Optional(RatingRow.properties.kind),
        state: Type.Enum(['open', 'rated', 'nothing-yet']),
      },
      strict,
    ),
    refusals: ['case-not-found', 'case-changed'],
  },
  listRatings: {
    method: 'GET',
    path: '/api/hall/desk/ratings',
    summary: { zh: '本部门的评价和差评整改', en: 'Ratings of one’s office and their follow-ups' },
    access: readers,
    query: Type.Object(
      {
        view: Type.Optional(Type.Enum(RATING_VIEWS)),
        /** Rated from a day to a day. */
        from: Type.Optional(Day),
        to: Type.Optional(Day),
        /** Only what counts in the figures: not what was ruled out or disowned. */
        counted: Type.Optional(Type.Boolean()),
        organ: Type.Optional(Type.String({ maxLength: 60 })),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
      },
      strict,
    ),
    output: Type.Object(
      {
        ratings: Type.Array(RatingRow),
        total: Type.Integer(),
        page: Type.Integer(),
        pages: Type.Integer(),
        counts: Type.Record(Type.String(), Type.Integer()),
      },
      strict,
    ),
    refusals: [],
  },
  getRating: {
    method: 'GET',
    path: '/api/hall/desk/ratings/:id',
    summary: { zh: '一次评价和它的整改', en: 'One rating and its follow-up' },
    access: readers,
    params: Id,
    output: RatingView,
    refusals: ['rating-not-found'],
  },
  continueFollowUp: {
    method: 'POST',
    path: '/api/hall/desk/ratings/:id/follow-up',
    summary: { zh: '差评整改：回访、核实、整改、答复', en: 'Call back, verify, fix, answer' },
    access: heads,
    params: Id,
    input: FollowUpInput,
    output: RatingView,
    refusals: [...changed, 'no-follow-up', 'follow-up-out-of-order'],
  },
  appealRating: {
    method: 'POST',
    path: '/api/hall/desk/ratings/:id/appeal',
    summary: { zh: '差评申诉', en: 'Appeal a rating that is a mistake or malicious' },
    access: heads,
    params: Id,
    input: Type.Object({ ...expected, grounds: Reasons }, strict),
    output: RatingView,
    refusals: [...changed, 'no-follow-up', 'rating-already-appealed', 'rating-appeal-too-late'],
  },
  ruleOnRating: {
    method: 'POST',
    path: '/api/hall/desk/ratings/:id/ruling',
    summary: { zh: '裁定差评申诉', en: 'Rule on the appeal of a rating' },
    access: supervisors,
    params: Id,
    input: Type.Object({ ...expected, outcome: Type.Enum(['stands', 'excluded']), reasons: Reasons }, strict),
    output: RatingView,
    refusals: [...changed, 'rating-not-appealed', 'rating-already-ruled', 'rating-ruled-by-own-office'],
  },
  reviewWords: {
    method: 'POST',
    path: '/api/hall/desk/ratings/:id/words',
    summary: { zh: '审核公开的评价内容', en: 'Review words before they are published' },
    access: supervisors,
    params: Id,
    input: Type.Object(
      {
        ...expected,
        outcome: Type.Enum(['published', 'withheld']),
        /** As they are published, or why they are not. */
        text: Type.String({ minLength: 2, maxLength: 500 }),
      },
      strict,
    ),
    output: RatingView,
    refusals: [...changed, 'words-not-to-publish', 'words-hold-personal-data'],
  },
})
