import { Text } from '@mashang/flow'
import { Type } from 'typebox'

const strict = { additionalProperties: false }

export const Delivery = Type.Enum(['electronic', 'post', 'window'])

/** 领取人 — who collects at a window, with the identity that is checked. */
export const CollectorInput = Type.Object(
  {
    as: Type.Enum(['holder', 'agent']),
    name: Type.String({ minLength: 1, maxLength: 60 }),
    idLast4: Type.String({ pattern: '^[0-9]{3}[0-9Xx]$' }),
    authorisation: Type.Optional(Type.String({ maxLength: 200 })),
  },
  strict,
)

/** 交寄 — the result is on its way, or has been signed for. */
export const Postage = Type.Object(
  {
    carrier: Text,
    number: Type.String(),
    at: Type.String(),
    track: Type.Optional(Type.String()),
    received: Type.Boolean(),
  },
  strict,
)

/** 送达 — how the result was handed over, and at a window to whom. */
export const HandedOver = Type.Object(
  {
    how: Delivery,
    at: Type.String(),
    by: Type.String(),
    collector: Type.Optional(
      Type.Object(
        {
          as: Type.Enum(['holder', 'agent']),
          name: Type.String(),
          idLast4: Type.String(),
          authorisation: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
  },
  strict,
)
