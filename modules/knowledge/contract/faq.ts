import { Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { CitedInput, ItemRef, OrganRef } from './question.ts'

const strict = { additionalProperties: false }
const Both = (maxLength: number) =>
  Type.Object({ zh: Type.String({ maxLength }), en: Type.String({ maxLength }) }, strict)

/** Texts of a question often asked as they are typed. */
export const FaqInput = { question: Both(300), answer: Both(3000) }

/** An answer the public may read: published out of questions, or part of an item's guide. */
export const PublicAnswer = Type.Object(
  {
    /** Absent where it is part of the item's guide. */
    id: Type.Optional(Type.String()),
    item: ItemRef,
    question: Text,
    answer: Text,
    cited: Type.Array(CitedInput),
    publishedAt: Type.Optional(Type.String()),
  },
  strict,
)
export type PublicAnswer = Static<typeof PublicAnswer>

export const FAQ_STATUSES = ['proposed', 'published', 'declined', 'withdrawn', 'superseded'] as const
export type FaqStatus = (typeof FAQ_STATUSES)[number]

/** 常见问题 — one question often asked, from its proposal to its end, as the desk reads it. */
export const FaqView = Type.Object(
  {
    id: Type.String(),
    revision: Type.Integer(),
    item: ItemRef,
    /** Version of the item it was last read against, and the one in force. */
    version: Type.Integer(),
    inForce: Type.Optional(Type.Integer()),
    /** Published, but the item has changed since: not shown to the public until somebody has read it again. */
    toReview: Type.Boolean(),
    organ: OrganRef,
    question: Both(300),
    answer: Both(3000),
    cited: Type.Array(CitedInput),
    status: Type.Enum(FAQ_STATUSES),
    proposedBy: Type.String(),
    proposedAt: Type.String(),
    publishedAt: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
    actions: Type.Array(Type.String()),
  },
  strict,
)
export type FaqView = Static<typeof FaqView>
