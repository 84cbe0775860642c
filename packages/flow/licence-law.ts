/**
 * 证照管理参数 — a city's data on licences after they are issued: renewal, and the grounds on which one ends.
 */
import { type Static, Type } from 'typebox'
import { Text } from './field.ts'
import { Basis } from './shape.ts'

const strict = { additionalProperties: false }
const Period = Type.String({ pattern: '^\\d{1,3}(wd|d)$' })

/** Status of a licence on a day; all but `valid` and `expired` come of an entry in its journal. */
const LICENCE_STATUSES = ['valid', 'expired', 'cancelled', 'revoked', 'withdrawn', 'forfeited'] as const

const Ground = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' }),
    words: Text,
    basis: Basis,
    /** Statuses in which this ground may be used; absent: only a valid licence. */
    in: Type.Optional(Type.Array(Type.Enum(LICENCE_STATUSES), { minItems: 1 })),
    /** Whether it fits a person or an enterprise only. */
    holder: Type.Optional(Type.Enum(['person', 'enterprise'] as const)),
  },
  strict,
)

export const LicenceLaw = Type.Object(
  {
    renewal: Type.Object(
      {
        /** Where the item does not say otherwise. */
        'ask-before': Period,
        basis: Basis,
        /** What becomes of an application that comes later than that: taken with an explanation, or refused. */
        late: Type.Enum(['taken', 'refused'] as const),
        /** Calendar days ahead of the expiry on which the holder is reminded. */
        'remind-before': Type.Array(Type.Integer({ minimum: 1, maximum: 366 }), { minItems: 1 }),
      },
      strict,
    ),
    /** 陈述申辩 — how long a holder may state and defend before a revocation is decided. */
    statement: Type.Object({ days: Period, basis: Basis }, strict),
    /** Fewest characters of the reasons of a decision that ends a licence. */
    reasons: Type.Object({ least: Type.Integer({ minimum: 2 }), basis: Basis }, strict),
    grounds: Type.Object(
      {
        cancelled: Type.Array(Ground, { minItems: 1 }),
        revoked: Type.Array(Ground, { minItems: 1 }),
        withdrawn: Type.Array(Ground, { minItems: 1 }),
        forfeited: Type.Array(Ground, { minItems: 1 }),
      },
      strict,
    ),
  },
  strict,
)
export type LicenceLaw = Static<typeof LicenceLaw>
