import { endpoints, everyone } from '@mashang/kit'
import { Type } from 'typebox'
import { deskRatingEndpoints } from './desk-endpoints.ts'
import {
  CodeView,
  ExcludedRating,
  GivenInput,
  MyRating,
  PublishedWords,
  RatingCode,
  RatingForm,
  RatingId,
  RatingLine,
} from './rating.ts'

const strict = { additionalProperties: false }
const citizens = { for: 'some', citizen: true } as const
const own = { ...citizens, row: 'own-rating' } as const
const Id = Type.Object({ id: RatingId }, strict)
const Code = Type.Object({ code: RatingCode }, strict)
const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })
const codeWrong = ['rating-code-unknown', 'rating-code-over'] as const
const givenWrong = ['already-rated', 'rating-reason-unknown', 'staff-does-not-rate', 'case-changed'] as const

const citizenRatingEndpoints = endpoints({
  describeRatings: {
    method: 'GET',
    path: '/api/hall/ratings/form',
    summary: { zh: '评价等级、理由、时限和算法', en: 'Levels, reasons, days and formula of ratings' },
    access: everyone,
    output: RatingForm,
    refusals: [],
  },
  getByCode: {
    method: 'GET',
    path: '/api/hall/ratings/codes/:code',
    summary: { zh: '评价码对应的服务', en: 'What a rating code is for' },
    access: everyone,
    params: Code,
    output: CodeView,
    refusals: codeWrong,
    perMinute: 60,
  },
  rateByCode: {
    method: 'POST',
    path: '/api/hall/ratings/codes/:code',
    summary: { zh: '凭评价码评价一次', en: 'Rate once by a code, without signing in' },
    access: everyone,
    params: Code,
    input: Type.Object({ ...GivenInput.properties, device: Type.Optional(Type.Boolean()) }, strict),
    output: CodeView,
    refusals: [...codeWrong, ...givenWrong],
    perMinute: 30,
  },
  getPublicRatings: {
    method: 'GET',
    path: '/api/hall/ratings/public',
    summary: { zh: '好差评公开数据', en: 'Published figures of ratings' },
    access: everyone,
    query: Type.Object({ month: Type.Optional(Month) }, strict),
    output: Type.Object(
      {
        months: Type.Array(Month),
        month: Type.Optional(Month),
        total: RatingLine,
        organs: Type.Array(RatingLine),
        items: Type.Array(RatingLine),
        byMonth: Type.Array(RatingLine),
        words: Type.Array(PublishedWords),
        excluded: Type.Array(ExcludedRating),
        form: RatingForm,
      },
      strict,
    ),
    refusals: [],
  },
  listMyRatings: {
    method: 'GET',
    path: '/api/hall/ratings/mine',
    summary: { zh: '我的评价和可以评价的办件', en: 'My ratings, and what I may rate' },
    access: citizens,
    query: Type.Object({ application: Type.Optional(RatingId) }, strict),
    output: Type.Object({ ratings: Type.Array(MyRating) }, strict),
    refusals: [],
  },
  getMyRating: {
    method: 'GET',
    path: '/api/hall/ratings/mine/:id',
    summary: { zh: '我的一次评价', en: 'One rating of mine' },
    access: own,
    params: Id,
    output: MyRating,
    refusals: ['rating-not-found'],
  },
  rate: {
    method: 'POST',
    path: '/api/hall/ratings/mine/:id',
    summary: { zh: '评价', en: 'Rate a case or a visit' },
    access: own,
    params: Id,
    input: GivenInput,
    output: MyRating,
    refusals: ['rating-not-found', ...givenWrong],
  },
  rateAgain: {
    method: 'POST',
    path: '/api/hall/ratings/mine/:id/again',
    summary: { zh: '追评一次', en: 'Rate once more after the answer' },
    access: own,
    params: Id,
    input: GivenInput,
    output: MyRating,
    refusals: ['rating-not-found', 'already-rated-again', 'rating-not-answered', ...givenWrong],
  },
  disownRating: {
    method: 'POST',
    path: '/api/hall/ratings/mine/:id/disown',
    summary: { zh: '声明不是本人评价', en: 'Say that a rating given by code was not mine' },
    access: own,
    params: Id,
    input: Type.Object({ reason: Type.Optional(Type.String({ maxLength: 500 })) }, strict),
    output: MyRating,
    refusals: ['rating-not-found', 'rating-was-own', 'case-changed'],
  },
})

/** Every endpoint of the module. */
export const hallEndpoints = { ...citizenRatingEndpoints, ...deskRatingEndpoints }
