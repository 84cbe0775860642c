import { Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { CIRCUMSTANCES, HELP_KINDS, PLACES } from './entries.ts'

const strict = { additionalProperties: false }

/** A UUID as it is written in addresses. */
export const HelpId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
export const HelpDay = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const HELP_STATUSES = ['waiting', 'taken', 'concluded', 'ended'] as const
export type HelpStatus = (typeof HELP_STATUSES)[number]
const ItemRef = Type.Object({ code: Type.String(), name: Text }, strict)

/** A line of a list of requests. */
export const HelpRow = Type.Object(
  {
    id: Type.String(),
    number: Type.String(),
    kind: Type.Enum(HELP_KINDS),
    item: ItemRef,
    /** Masked to whoever does not help. */
    principal: Type.String(),
    circumstance: Type.Enum(CIRCUMSTANCES),
    status: Type.Enum(HELP_STATUSES),
    assistant: Type.Optional(Type.String()),
    requestedAt: Type.String(),
    /** Last day to take it, while it waits. */
    due: Type.String(),
    remaining: Type.Integer(),
    overdue: Type.Boolean(),
    /** Whether a mandate is in force today. */
    mandated: Type.Boolean(),
    application: Type.Optional(Type.String()),
  },
  strict,
)
export type HelpRow = Static<typeof HelpRow>

/** 委托书 — what the principal lets the assistant do in his name, from when to when, and how it stands. */
export const MandateView = Type.Object(
  {
    from: Type.String(),
    to: Type.String(),
    state: Type.Enum(['offered', 'not-begun', 'in-force', 'over', 'revoked']),
    signedAt: Type.Optional(Type.String()),
    revokedAt: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
  },
  strict,
)
export type MandateView = Static<typeof MandateView>

/** 帮办代办 — one request for help as its reader may see it. */
export const HelpView = Type.Object(
  {
    ...HelpRow.properties,
    revision: Type.Integer(),
    by: Type.Enum(['self', 'window']),
    text: Type.String(),
    explanation: Type.Array(Type.String()),
    /** Shown to whoever helps, as long as he helps; the identity number with a mandate in force alone. */
    contact: Type.Object(
      {
        personId: Type.Optional(Type.String()),
        phone: Type.String(),
        idCard: Type.Optional(Type.String()),
        enterprise: Type.Optional(Type.Object({ uscc: Type.String(), name: Type.String() }, strict)),
        masked: Type.Boolean(),
      },
      strict,
    ),
    case: Type.Optional(Type.Object({ id: Type.String(), number: Type.String() }, strict)),
    appointment: Type.Optional(
      Type.Object(
        { day: Type.String(), time: Type.String(), place: Type.Enum(PLACES), detail: Type.String() },
        strict,
      ),
    ),
    checklist: Type.Array(
      Type.Object({ id: Type.String(), name: Text, needed: Type.Boolean(), ready: Type.Boolean() }, strict),
    ),
    mandate: Type.Optional(MandateView),
    /** Drafts that were begun in the principal's name. */
    intakes: Type.Array(Type.String()),
    /** Messages and what happened, oldest first; notes for the office alone. */
    lines: Type.Array(
      Type.Object(
        { at: Type.String(), by: Type.String(), title: Text, text: Type.Optional(Type.String()) },
        strict,
      ),
    ),
    result: Type.Optional(Type.String()),
    /** Commands this reader may give now, by the endpoint's name. */
    actions: Type.Array(Type.String()),
  },
  strict,
)
export type HelpView = Static<typeof HelpView>
