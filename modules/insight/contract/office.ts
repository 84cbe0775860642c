import { type Static, Type } from 'typebox'
import { Day, OrganId } from './figures.ts'

const strict = { additionalProperties: false }
const Words = Type.Object({ zh: Type.String(), en: Type.String() }, strict)
const count = Type.Integer()

/** What an office came to in a time. */
const OfficeMonth = Type.Object(
  {
    from: Day,
    to: Day,
    received: count,
    concluded: count,
    onTime: count,
    late: count,
    /** Working days of decided cases, the one in the middle. */
    median: Type.Optional(count),
    cards: count,
    appealed: count,
    rated: count,
    bad: count,
    satisfaction: Type.Optional(Type.Number()),
  },
  strict,
)
export type OfficeMonth = Static<typeof OfficeMonth>

/** 承办人 — what one member of staff has in hand; without a name: what nobody has taken up yet. */
const OfficerLoad = Type.Object(
  {
    id: Type.String(),
    name: Type.Optional(Type.String()),
    open: count,
    /** Late, or due by the next working day. */
    dueSoon: count,
    concluded: count,
    median: Type.Optional(count),
  },
  strict,
)
export type OfficerLoad = Static<typeof OfficerLoad>

/** 部门负责人视图 — the own office at this moment, its officers, and this month beside the one before. */
export const OfficeView = Type.Object(
  {
    at: Type.String(),
    organ: Type.Object({ id: OrganId, name: Words }, strict),
    /** The next working day. */
    tomorrow: Day,
    now: Type.Object(
      {
        running: count,
        dueToday: count,
        dueTomorrow: count,
        overdue: count,
        toDecide: count,
        stopped: count,
        followUps: count,
        followUpsOverdue: count,
      },
      strict,
    ),
    officers: Type.Array(OfficerLoad),
    month: OfficeMonth,
    /** The month before, as far into it as this one is. */
    before: OfficeMonth,
  },
  strict,
)
export type OfficeView = Static<typeof OfficeView>
