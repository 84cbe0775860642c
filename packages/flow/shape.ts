/** Shapes that every part of a definition is made of. */
import { type Static, Type } from 'typebox'

export const strict = { additionalProperties: false }
export const Id = Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' })
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
/** `20wd` working days, `45d` calendar days, `0wd` on the same day. */
export const Period = Type.String({ pattern: '^\\d{1,3}(wd|d)$' })
/** 依据 — law and article a thing rests on. */
export const Basis = Type.Object({ law: Type.String(), article: Type.Optional(Type.String()) }, strict)
export type Basis = Static<typeof Basis>
