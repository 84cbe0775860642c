import { STEP_KINDS, Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { OrganRef } from './service-item.ts'

const strict = { additionalProperties: false }
export const VerdictInput = Type.Enum(['agree', 'conditions', 'object'] as const)

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
