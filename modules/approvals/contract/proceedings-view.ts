import { STEP_KINDS, Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { OrganRef } from './service-item.ts'

const strict = { additionalProperties: false }
export const VerdictInput = Type.Enum(['agree', 'conditions', 'object'] as const)

/** 异议 — an objection to what is announced, and how it was answered. */
export const ObjectionView = Type.Object(
  {
    number: Type.Integer(),
    at: Type.String(),
    text: Type.String(),
    /** For staff alone. */
    by: Type.Optional(Type.String()),
    phone: Type.Optional(Type.String()),
    answer: Type.Optional(
      Type.Object({ text: Type.String(), upheld: Type.Boolean(), at: Type.String() }, strict),
    ),
  },
  strict,
)
export type ObjectionView = Static<typeof ObjectionView>

/** 公示 — what is announced to the public while a case is under review. */
export const AnnouncementView = Type.Object(
  {
    id: Type.String(),
    item: Type.Object({ code: Type.String(), name: Text }, strict),
    organ: OrganRef,
    /** Of an enterprise in full, of a person masked. */
    applicant: Type.String(),
    text: Type.String(),
    from: Type.String(),
    until: Type.String(),
    open: Type.Boolean(),
  },
  strict,
)
export type AnnouncementView = Static<typeof AnnouncementView>

/** 环节办理内容 — what one pass through a step consisted of, as its reader may see it. */
export const ProceedingsView = Type.Object(
  {
    step: Type.String(),
    since: Type.String(),
    name: Text,
    kind: Type.Enum(STEP_KINDS),
    /** 征求意见: who was asked, until when, and what they answered. */
    asked: Type.Optional(
      Type.Object(
        {
          at: Type.String(),
          due: Type.String(),
          note: Type.String(),
          organs: Type.Array(
            Type.Object(
              {
                organ: OrganRef,
                /** Agreed by not answering in time. */
                silent: Type.Boolean(),
                opinion: Type.Optional(
                  Type.Object(
                    { verdict: VerdictInput, text: Type.String(), by: Type.String(), at: Type.String() },
                    strict,
                  ),
                ),
              },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
    /** 公示 and the objections to it; who objected is for staff alone. */
    announcement: Type.Optional(
      Type.Object({ text: Type.String(), from: Type.String(), until: Type.String() }, strict),
    ),
    objections: Type.Array(ObjectionView),
    /** 听证. */
    hearing: Type.Optional(
      Type.Object(
        {
          until: Type.String(),
          parties: Type.Array(Type.String()),
          waived: Type.Boolean(),
          requested: Type.Optional(Type.Object({ by: Type.String(), heldBy: Type.String() }, strict)),
          set: Type.Optional(
            Type.Object(
              {
                on: Type.String(),
                time: Type.String(),
                place: Type.String(),
                chair: Type.String(),
                recorder: Type.String(),
              },
              strict,
            ),
          ),
          record: Type.Optional(Type.Object({ attendees: Type.String(), text: Type.String() }, strict)),
        },
        strict,
      ),
    ),
    /** 专家评审. */
    panel: Type.Optional(
      Type.Object(
        {
          experts: Type.Array(
            Type.Object(
              {
                name: Type.String(),
                field: Type.String(),
                verdict: Type.Optional(VerdictInput),
                text: Type.Optional(Type.String()),
              },
              strict,
            ),
          ),
          conclusion: Type.Optional(Type.Object({ passed: Type.Boolean(), text: Type.String() }, strict)),
        },
        strict,
      ),
    ),
    /** 会签: who signed what so far; for staff alone. */
    signatures: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          outcome: Type.Enum(['grant', 'refuse']),
          reasons: Type.String(),
          at: Type.String(),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type ProceedingsView = Static<typeof ProceedingsView>
