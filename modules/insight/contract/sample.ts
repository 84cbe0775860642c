import { type Static, Type } from 'typebox'
import { CaseId, Day, OrganId } from './figures.ts'

const strict = { additionalProperties: false }
const Words = Type.Object({ zh: Type.String(), en: Type.String() }, strict)

export const DrawInput = Type.Object(
  {
    /** Cases concluded from this day to that. */
    from: Day,
    to: Day,
    organ: Type.Optional(OrganId),
    size: Type.Integer({ minimum: 1, maximum: 200 }),
    /** So many of each organ instead of all together. */
    ofEachOrgan: Type.Boolean(),
  },
  strict,
)

export const RESULTS = ['in-order', 'faults'] as const

export const InspectionInput = Type.Object(
  {
    case: CaseId,
    result: Type.Enum(RESULTS),
    note: Type.String({ minLength: 2, maxLength: 2000 }),
  },
  strict,
)

const SampleCase = Type.Object(
  {
    id: CaseId,
    number: Type.String(),
    organ: Words,
    item: Words,
    inspection: Type.Optional(
      Type.Object(
        { result: Type.Enum(RESULTS), note: Type.String(), at: Type.String(), by: Type.String() },
        strict,
      ),
    ),
  },
  strict,
)

/** 抽查 — a sample of concluded cases, drawn by the public log so that anybody can draw it again. */
export const Sample = Type.Object(
  {
    id: Type.String(),
    drawnAt: Type.String(),
    by: Type.String(),
    from: Day,
    to: Day,
    organ: Type.Optional(Words),
    ofEachOrgan: Type.Boolean(),
    population: Type.Integer(),
    /** Size and root of the public log that drew it. */
    log: Type.Object({ size: Type.Integer(), root: Type.String() }, strict),
    cases: Type.Array(SampleCase),
  },
  strict,
)
export type Sample = Static<typeof Sample>
