import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false }
const Words = Type.Object({ zh: Type.String(), en: Type.String() }, strict)
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })
export const OrganId = Type.String({ maxLength: 60 })
export const CaseId = Type.String({ format: 'uuid' })

const counts = {
  received: Type.Integer(),
  accepted: Type.Integer(),
  concluded: Type.Integer(),
  granted: Type.Integer(),
  refused: Type.Integer(),
  declined: Type.Integer(),
  notNeeded: Type.Integer(),
  withdrawn: Type.Integer(),
  onTime: Type.Integer(),
  late: Type.Integer(),
  /** Working days of decided cases: used, stops left out, and promised. */
  daysUsed: Type.Integer(),
  daysPromised: Type.Integer(),
}

/** 统计数据 — figures of a time: what was received, accepted, concluded and how, on time or late, in how many days. */
export const Counts = Type.Object(counts, strict)
export type Counts = Static<typeof Counts>

/** One line of a report: an organ, an item or a month. */
export const FigureLine = Type.Object({ key: Type.String(), label: Words, ...counts }, strict)
export type FigureLine = Static<typeof FigureLine>

const board = {
  receivedToday: Type.Integer(),
  running: Type.Integer(),
  dueToday: Type.Integer(),
  overdue: Type.Integer(),
  stopped: Type.Integer(),
  yellow: Type.Integer(),
  red: Type.Integer(),
}
export const BoardCounts = Type.Object(board, strict)
export type BoardCounts = Static<typeof BoardCounts>
export const BoardLine = Type.Object({ key: Type.String(), label: Words, ...board }, strict)
export type BoardLine = Static<typeof BoardLine>

/** Numbers that open their cases: those of a time, and those of this moment. */
export const FIGURES = [
  'received',
  'accepted',
  'concluded',
  'granted',
  'refused',
  'declined',
  'notNeeded',
  'withdrawn',
  'onTime',
  'late',
  'decided',
  'passes',
  'receivedToday',
  'running',
  'dueToday',
  'dueTomorrow',
  'dueSoon',
  'overdue',
  'toDecide',
  'stopped',
  'yellow',
  'red',
] as const
export type FigureName = (typeof FIGURES)[number]

/** A case behind a number: its times, and nothing of whose it is. */
export const FigureCase = Type.Object(
  {
    id: CaseId,
    number: Type.String(),
    organ: Words,
    item: Words,
    status: Type.String(),
    receivedOn: Day,
    acceptedOn: Type.Optional(Day),
    concludedOn: Type.Optional(Day),
    promisedDue: Type.Optional(Day),
    onTime: Type.Optional(Type.Boolean()),
    daysUsed: Type.Optional(Type.Integer()),
    daysPromised: Type.Optional(Type.Integer()),
    /** Where the number counts passes through a step: which one, the day it was concluded, its working days. */
    pass: Type.Optional(Type.Object({ place: Type.Integer(), on: Day, days: Type.Integer() }, strict)),
  },
  strict,
)
export type FigureCase = Static<typeof FigureCase>

/** How long a step takes in an office. */
export const StepTime = Type.Object(
  {
    organId: OrganId,
    organ: Words,
    step: Words,
    roleId: Type.String(),
    role: Words,
    count: Type.Integer(),
    /** Working days of all of them together, and of the longest. */
    days: Type.Integer(),
    longest: Type.Integer(),
  },
  strict,
)
export type StepTime = Static<typeof StepTime>

const Said = { at: Type.String(), by: Type.String() }

/** 红黄牌 — a card with what was said about it. */
export const CardLine = Type.Object(
  {
    caseId: CaseId,
    number: Type.String(),
    organ: Words,
    item: Words,
    colour: Type.Enum(['yellow', 'red']),
    clock: Type.Enum(['promised', 'statutory']),
    givenOn: Day,
    due: Day,
    appeal: Type.Optional(Type.Object({ grounds: Type.String(), ...Said }, strict)),
    ruling: Type.Optional(
      Type.Object({ outcome: Type.Enum(['upheld', 'lifted']), reasons: Type.String(), ...Said }, strict),
    ),
  },
  strict,
)
export type CardLine = Static<typeof CardLine>

/** Lists of cards, each with its number. */
export const CARD_VIEWS = [
  'all',
  'yellow',
  'red',
  'standing',
  'appealed',
  'to-rule',
  'upheld',
  'lifted',
] as const
export type CardViewName = (typeof CARD_VIEWS)[number]
export const CardCounts = Type.Record(Type.Enum(CARD_VIEWS), Type.Integer())
export type CardCounts = Readonly<Record<CardViewName, number>>

/** 公开数据 — one department in one month. */
export const PublicLine = Type.Object(
  {
    month: Month,
    organ: Type.String(),
    name: Words,
    received: Type.Integer(),
    concluded: Type.Integer(),
    onTime: Type.Integer(),
    late: Type.Integer(),
    daysUsed: Type.Integer(),
    daysPromised: Type.Integer(),
  },
  strict,
)
export type PublicLine = Static<typeof PublicLine>
