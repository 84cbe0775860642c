import { SheetMaterial, SheetQuestion, Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false }

/** Values as they travel; checked field by field against the definitions. */
export const BundleAnswers = Type.Record(Type.String({ maxLength: 60 }), Type.Unknown())

/** 一次填报 — what the items of a bundle ask together, or what is asked to be corrected together. */
export const BundleSheet = Type.Object(
  {
    id: Type.String(),
    /** `main`, or `correction`. */
    sheet: Type.Enum(['main', 'correction']),
    name: Text,
    savedAt: Type.Optional(Type.String()),
    /** In whose name, and in whose it may be. */
    applicant: Type.String(),
    applicants: Type.Array(Type.Object({ value: Type.String(), label: Text }, strict)),
    items: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          code: Type.String(),
          name: Text,
          organ: Text,
          /** `next`: handed on by itself once others are granted; `later`: asked once they are. */
          state: Type.Enum(['now', 'next', 'later', 'applied']),
          waitsFor: Type.Array(Text),
          lacks: Type.Integer(),
        },
        strict,
      ),
    ),
    questions: Type.Array(SheetQuestion),
    answers: BundleAnswers,
    materials: Type.Array(SheetMaterial),
    /** What the city holds and may use if the applicant consents: nothing need be uploaded. */
    held: Type.Array(
      Type.Object({ key: Type.String(), name: Text, evidence: Text, free: Type.Boolean() }, strict),
    ),
    /** Materials for which the result of an earlier item stands. */
    results: Type.Array(Type.Object({ name: Text, from: Text, for: Text }, strict)),
    /** What offices said is to be corrected. */
    notes: Type.Array(
      Type.Object({ item: Text, label: Text, what: Type.String(), key: Type.String() }, strict),
    ),
    applicantError: Type.Optional(Type.String()),
    lacks: Type.Integer(),
  },
  strict,
)
export type BundleSheet = Static<typeof BundleSheet>
