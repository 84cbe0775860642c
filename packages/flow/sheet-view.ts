import { type Static, Type } from 'typebox'
import { Material } from './definition.ts'
import { Field } from './field.ts'

const strict = { additionalProperties: false }

/** One file of a sheet, kept by its digest. */
export const SheetFile = Type.Object(
  {
    digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    name: Type.String(),
    size: Type.Integer(),
    type: Type.String(),
  },
  strict,
)
export type SheetFile = Static<typeof SheetFile>

/** A question of a sheet as it travels: the field, who asks, and what is wrong with the answer. */
export const SheetQuestion = Type.Object(
  { field: Field, items: Type.Array(Type.String()), error: Type.Optional(Type.String()) },
  strict,
)
export type SheetQuestion = Static<typeof SheetQuestion>

/** A material of a sheet as it travels. */
export const SheetMaterial = Type.Object(
  {
    key: Type.String(),
    material: Material,
    items: Type.Array(Type.String()),
    missing: Type.Boolean(),
    files: Type.Array(SheetFile),
  },
  strict,
)
export type SheetMaterial = Static<typeof SheetMaterial>
