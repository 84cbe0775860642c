/** The catalogue as a list: what each organ may decide or offers, whether its guide is complete yet or not. */
import { type Static, Type } from 'typebox'
import { Text } from './field.ts'
import { Basis, Id, Period } from './shape.ts'

const strict = { additionalProperties: false }

/** The two lists that a centre reports: 行政许可 and 依申请公共服务, to which every other kind of item belongs. */
const ENTRY_TYPES = ['licence', 'public-service'] as const
export type EntryType = (typeof ENTRY_TYPES)[number]

const Line = {
  /** As the guide's, where there is one. */
  code: Type.String({ pattern: '^[0-9A-Z][0-9A-Za-z-]{5,60}$' }),
  name: Text,
  type: Type.Enum(ENTRY_TYPES),
  /** The entry whose further situation this is (change, renewal, reissue, cancellation); it is no entry of its own. */
  'part-of': Type.Optional(Type.String()),
  basis: Type.Array(Basis, { minItems: 1 }),
  limits: Type.Object({ statutory: Period, promised: Period }, strict),
  visits: Type.Integer({ minimum: 0, maximum: 9 }),
  /** Online depth I–IV (1–4); 4 = wholly online. */
  depth: Type.Integer({ minimum: 1, maximum: 4 }),
  fee: Type.Boolean(),
  applicants: Type.Array(Type.Enum(['person', 'enterprise'] as const), { minItems: 1 }),
  themes: Type.Array(Id, { minItems: 1 }),
}

/** A file of `catalogue/`: the lines of one organ. */
export const CatalogueSheet = Type.Object(
  { organ: Id, entries: Type.Array(Type.Object(Line, strict)) },
  strict,
)

const CatalogueEntry = Type.Object({ ...Line, organ: Id }, strict)
/** 目录事项 — one line of the city's catalogue of services. */
export type CatalogueEntry = Static<typeof CatalogueEntry>
