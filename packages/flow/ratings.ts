/**
 * 好差评 as data: the five levels and what each is worth, the reasons that may be ticked, how long a follow-up takes.
 */
import { type Static, Type } from 'typebox'
import { Text } from './field.ts'
import { Basis, Id, Period, strict } from './shape.ts'

/** Levels, the best first. */
export const RATING_LEVELS = [
  'very-satisfied',
  'satisfied',
  'fairly-satisfied',
  'dissatisfied',
  'very-dissatisfied',
] as const
export type RatingLevel = (typeof RATING_LEVELS)[number]

const Level = Type.Object(
  {
    id: Type.Enum(RATING_LEVELS),
    name: Text,
    /** What one rating of this level adds to the satisfaction rate. */
    percent: Type.Integer({ minimum: 0, maximum: 100 }),
    /** 差评 — opens a follow-up. */
    bad: Type.Boolean(),
  },
  strict,
)

const Tag = Type.Object(
  {
    id: Id,
    words: Text,
    /** Offered with good levels or with bad ones. */
    for: Type.Enum(['good', 'bad'] as const),
  },
  strict,
)

/** 好差评 — what a city says about ratings. */
export const RatingLaw = Type.Object(
  {
    basis: Type.Array(Basis, { minItems: 1 }),
    levels: Type.Array(Level, { minItems: RATING_LEVELS.length, maxItems: RATING_LEVELS.length }),
    tags: Type.Array(Tag, { minItems: 2 }),
    /** 评价码 — how long a code that was printed or shown may be used. */
    code: Type.Object({ days: Period }, strict),
    /** 差评整改 — call back, verify, fix, answer: within this, from the day of the rating. */
    'follow-up': Type.Object({ days: Period, basis: Basis }, strict),
    /** 差评申诉 — the office may appeal within this, from the day of the rating. */
    appeal: Type.Object({ days: Period, basis: Basis }, strict),
    /** 满意率 — the formula in words; the numbers stand with the levels. */
    satisfaction: Type.Object({ formula: Text }, strict),
  },
  strict,
)
export type RatingLaw = Static<typeof RatingLaw>
