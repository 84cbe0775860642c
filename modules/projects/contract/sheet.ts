import { SheetMaterial, SheetQuestion, Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { FactsInput, ProjectOrgan } from './project.ts'

const strict = { additionalProperties: false }

/** 一次提交 — what the applications of one stage ask together, and what each of them still lacks. */
export const StageSheet = Type.Object(
  {
    project: Type.Object(
      { id: Type.String(), name: Type.String(), code: Type.String(), owner: Type.String() },
      strict,
    ),
    stage: Type.Object({ id: Type.String(), name: Text }, strict),
    revision: Type.Integer(),
    savedAt: Type.Optional(Type.String()),
    items: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          code: Type.String(),
          name: Text,
          organ: ProjectOrgan,
          days: Type.Integer(),
          /** `waiting`: what must come first is not done yet. */
          state: Type.Enum(['open', 'waiting', 'applied']),
          waitsFor: Type.Array(Text),
          lacks: Type.Integer(),
        },
        strict,
      ),
    ),
    /** Of the items that are open. */
    questions: Type.Array(SheetQuestion),
    answers: FactsInput,
    materials: Type.Array(SheetMaterial),
    /** Keys of materials in whose place the house puts what it holds: the owner need not give them again. */
    served: Type.Array(Type.String()),
    lacks: Type.Integer(),
  },
  strict,
)
export type StageSheet = Static<typeof StageSheet>

export const StageSubmission = Type.Object(
  {
    submitted: Type.Array(
      Type.Object({ id: Type.String(), number: Type.String(), item: Type.String(), name: Text }, strict),
    ),
  },
  strict,
)
export type StageSubmission = Static<typeof StageSubmission>
