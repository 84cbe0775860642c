/** Steps of the review, and the closed register of their kinds. */
import { type Static, Type } from 'typebox'
import { Condition, Text } from './field.ts'
import { Basis, Id, Period, strict } from './shape.ts'

/** Roles that may be named by a step. */
export const STEP_ROLES = ['window-clerk', 'handling-officer', 'inspector', 'approval-head'] as const

/** How a step may end a case. */
export const OUTCOMES = ['grant', 'refuse'] as const

/** 环节类型 — what a step consists of: an ordinary review, or a procedure with rules of its own. */
export const STEP_KINDS = [
  'review',
  'joint-review',
  'lower-review',
  'hearing',
  'expert-review',
  'announcement',
] as const
export type StepKindName = (typeof STEP_KINDS)[number]

/** 环节 — one step of the review, after acceptance. The last step `ends` the case by deciding it. */
export const Step = Type.Object(
  {
    id: Id,
    name: Text,
    by: Type.Enum(STEP_ROLES),
    /** An ordinary review where none is named. */
    kind: Type.Optional(Type.Enum(STEP_KINDS)),
    /** Members of staff who must take part; 2 for a check of substance on site (许可法 34). */
    people: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
    within: Period,
    when: Type.Optional(Condition),
    /** Steps that may follow, in order of preference: the first whose `when` holds is next. */
    to: Type.Optional(Type.Array(Id)),
    ends: Type.Optional(Type.Array(Type.Enum(OUTCOMES), { minItems: 1 })),
    basis: Type.Optional(Basis),
    /** Clock stop that is usual in this step, e.g. expert review. */
    'clock-stop': Type.Optional(Id),
    /** Joint review: the organs that are asked. */
    organs: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 20 })),
    /** Lower-level review: the address of the form whose district reviews first. */
    'by-region-of': Type.Optional(Id),
    /** A decision that so many different people of the role sign. */
    signers: Type.Optional(Type.Integer({ minimum: 2, maximum: 9 })),
    /** Expert review: the smallest panel; panels are odd. */
    experts: Type.Optional(Type.Integer({ minimum: 3, maximum: 99 })),
    announcement: Type.Optional(Type.Object({ days: Period }, strict)),
  },
  strict,
)
export type Step = Static<typeof Step>
