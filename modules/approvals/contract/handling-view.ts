import { Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { OrganRef } from './service-item.ts'

const strict = { additionalProperties: false }
const Signed = { at: Type.String(), by: Type.String() }

const SlipView = Type.Object(
  {
    target: Type.String(),
    label: Text,
    /** In words; of another's eyes `***`. */
    was: Type.String(),
    is: Type.String(),
  },
  strict,
)

const RectificationView = {
  slips: Type.Array(SlipView),
  reason: Type.String(),
  /** Numbers of the documents that are issued anew. */
  documents: Type.Array(Type.String()),
  ...Signed,
}

/** 经办 — in whose hands a case is, what was joined with it, and what was put right in its record. */
export const HandlingView = Type.Object(
  {
    /** What happened, in a sentence each, the last one last: for the applicant and for the desk alike. */
    happened: Type.Array(Type.Object({ at: Type.String(), words: Text }, strict)),
    /** Who was handed it within the organ; for the office alone. */
    assignee: Type.Optional(Type.String()),
    transfer: Type.Optional(
      Type.Object(
        {
          from: OrganRef,
          to: OrganRef,
          reason: Type.String(),
          basis: Type.String(),
          ...Signed,
          state: Type.Enum(['offered', 'sent-back', 'settled']),
          sentBack: Type.Optional(Type.Object({ ...Signed, reason: Type.String() }, strict)),
          settled: Type.Optional(
            Type.Object({ ...Signed, organ: OrganRef, ruling: Type.Optional(Type.String()) }, strict),
          ),
        },
        strict,
      ),
    ),
    mergedInto: Type.Optional(Type.Object({ id: Type.String(), number: Type.String() }, strict)),
    mergedIn: Type.Array(
      Type.Object(
        { id: Type.String(), number: Type.String(), submittedAt: Type.String(), reason: Type.String() },
        strict,
      ),
    ),
    /** Proposed, and waiting for a second person; for the office alone. */
    proposal: Type.Optional(Type.Object({ ...RectificationView, own: Type.Boolean() }, strict)),
    rectified: Type.Array(Type.Object({ ...RectificationView, proposedBy: Type.String() }, strict)),
    /** 疑似重复 — open cases of the same applicant that look like the same matter; for the office alone. */
    duplicates: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          number: Type.String(),
          submittedAt: Type.String(),
          acceptedAt: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type HandlingView = Static<typeof HandlingView>
