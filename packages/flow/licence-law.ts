/**
 * 证照管理参数 — a city's data on licences after they are issued: renewal, and the grounds on which one ends.
 */
import { type Static, Type } from 'typebox'
import { Text } from './field.ts'
import { Basis } from './shape.ts'

const strict = { additionalProperties: false }
const Period = Type.String({ pattern: '^\\d{1,3}(wd|d)$' })

/** Ways in which an organ ends a licence: 注销, 撤销, 撤回, 吊销. */
export const LICENCE_ENDINGS = ['cancelled', 'revoked', 'withdrawn', 'forfeited'] as const
export type LicenceEnding = (typeof LICENCE_ENDINGS)[number]

/** Status of a licence on a day. */
export const LICENCE_STATUSES = ['valid', 'expired', ...LICENCE_ENDINGS] as const
export type LicenceStatus = (typeof LICENCE_STATUSES)[number]

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
export type LicenceGround = Static<typeof Ground>

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
