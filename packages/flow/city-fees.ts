import { type Static, Type } from 'typebox'
import { Text } from './field.ts'
import { Basis, strict } from './shape.ts'

/** 收费参数 — how the city takes payments: where, by what, how long an order stands, and how its receipts are coded. */
export const CityFees = Type.Object(
  {
    /** The office in whose name payments are asked for and receipts given. */
    collector: Text,
    /** Where and how one pays at a window. */
    'how-to-pay': Type.Array(Text, { minItems: 1 }),
    /** Minutes that an online order stands. */
    'order-minutes': Type.Integer({ minimum: 5, maximum: 1440 }),
    /** What a receipt's code is made of, before the two digits of the year. */
    receipt: Type.Object(
      {
        prefix: Type.String({ pattern: '^\\d{6}$' }),
        basis: Basis,
      },
      strict,
    ),
    /** What a fee is asked for by, and why nothing is handed over while it is owed. */
    basis: Basis,
    /** A refund is approved by another than who asked for it. */
    refund: Type.Object({ basis: Basis }, strict),
  },
  strict,
)
export type CityFees = Static<typeof CityFees>
