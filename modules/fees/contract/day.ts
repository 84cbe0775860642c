import { type Static, Type } from 'typebox'
import { Fen } from './charge.ts'
import { METHODS } from './entries.ts'

const strict = { additionalProperties: false }

/** 对账 — one order as we have it and as the bank has it. */
export const ComparedView = Type.Object(
  {
    key: Type.String(),
    state: Type.Enum(['matched', 'ours-only', 'bank-only', 'amount-differs'] as const),
    order: Type.String(),
    kind: Type.Enum(['in', 'out'] as const),
    ours: Type.Optional(Fen),
    bank: Type.Optional(Fen),
    /** The case it belongs to, where it is ours. */
    number: Type.Optional(Type.String()),
    settled: Type.Optional(
      Type.Object({ note: Type.String(), by: Type.String(), at: Type.String() }, strict),
    ),
  },
  strict,
)
export type ComparedView = Static<typeof ComparedView>

/** 日结 — the till of one cashier on a day: cash in and out, and what was counted. */
export const TillView = Type.Object(
  {
    cashier: Type.Object({ id: Type.String(), name: Type.String() }, strict),
    received: Fen,
    paidOut: Fen,
    expected: Fen,
    card: Fen,
    payments: Type.Integer(),
    counted: Type.Optional(Fen),
    note: Type.Optional(Type.String()),
    countedAt: Type.Optional(Type.String()),
    /** Whether the reader is this cashier. */
    own: Type.Boolean(),
  },
  strict,
)
export type TillView = Static<typeof TillView>

/** 日账 — the accounts of a day. */
export const DayView = Type.Object(
  {
    day: Type.String(),
    totals: Type.Array(
      Type.Object(
        {
          method: Type.Enum(METHODS),
          received: Fen,
          refunded: Fen,
          payments: Type.Integer(),
        },
        strict,
      ),
    ),
    file: Type.Optional(
      Type.Object(
        {
          name: Type.String(),
          lines: Type.Integer(),
          encoding: Type.String(),
          at: Type.String(),
          by: Type.String(),
        },
        strict,
      ),
    ),
    compared: Type.Array(ComparedView),
    counts: Type.Object(
      {
        matched: Type.Integer(),
        oursOnly: Type.Integer(),
        bankOnly: Type.Integer(),
        differs: Type.Integer(),
        open: Type.Integer(),
      },
      strict,
    ),
    tills: Type.Array(TillView),
    signed: Type.Optional(Type.Object({ at: Type.String(), by: Type.String() }, strict)),
  },
  strict,
)
export type DayView = Static<typeof DayView>
