import { Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false }

/** A UUID as it is written in addresses. */
export const QuestionId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
export const QuestionText = Type.String({ maxLength: 1000 })
export const CitedInput = Type.Object(
  { law: Type.String({ maxLength: 60 }), article: Type.String({ maxLength: 60 }) },
  strict,
)
export const OrganRef = Type.Object({ id: Type.String(), name: Text, short: Text }, strict)
export const ItemRef = Type.Object({ code: Type.String(), name: Text }, strict)
const QUESTION_STATUSES = ['waiting', 'answered'] as const
export type QuestionStatus = (typeof QUESTION_STATUSES)[number]

/** A line of a list of questions. */
export const QuestionRow = Type.Object(
  {
    id: Type.String(),
    item: ItemRef,
    organ: OrganRef,
    text: Type.String(),
    status: Type.Enum(QUESTION_STATUSES),
    askedAt: Type.String(),
    /** Last day to answer, while it waits. */
    due: Type.Optional(Type.String()),
    /** Working days left; negative once overdue. */
    remaining: Type.Optional(Type.Integer()),
    overdue: Type.Boolean(),
    answeredAt: Type.Optional(Type.String()),
    helped: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type QuestionRow = Static<typeof QuestionRow>

const Answer = Type.Object(
  {
    text: Type.String(),
    cited: Type.Array(CitedInput),
    organ: OrganRef,
    by: Type.String(),
    at: Type.String(),
    late: Type.Boolean(),
  },
  strict,
)

/** 咨询 — a question about a service item with its answers, as its reader may see it. */
export const QuestionView = Type.Object(
  {
    id: Type.String(),
    revision: Type.Integer(),
    item: ItemRef,
    organ: OrganRef,
    application: Type.Optional(Type.Object({ id: Type.String(), number: Type.String() }, strict)),
    /** Masked to everyone but the asker. */
    asker: Type.String(),
    status: Type.Enum(QUESTION_STATUSES),
    /** The question, then the further question. */
    rounds: Type.Array(
      Type.Object(
        {
          text: Type.String(),
          askedAt: Type.String(),
          due: Type.String(),
          remaining: Type.Integer(),
          overdue: Type.Boolean(),
          /** Why the answer is due that day. */
          explanation: Type.Array(Type.String()),
          answer: Type.Optional(Answer),
        },
        strict,
      ),
    ),
    passed: Type.Array(
      Type.Object({ from: OrganRef, to: OrganRef, reason: Type.String(), at: Type.String() }, strict),
    ),
    helped: Type.Optional(Type.Boolean()),
    /** Commands this reader may give now, by the endpoint's name. */
    actions: Type.Array(Type.String()),
    /** Laws an answer may cite; for the office that answers. */
    laws: Type.Array(Type.String()),
  },
  strict,
)
export type QuestionView = Static<typeof QuestionView>
