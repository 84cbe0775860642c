/**
 * The stages of construction approval as data: which items a project needs in each, side by side or one after another,
 * within what time, and who looks together at its drawings and at the finished works.
 */
import { type Static, Type } from 'typebox'
import { Basis } from './definition.ts'
import { Condition, Field, Text } from './field.ts'

const strict = { additionalProperties: false }
const Id = Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' })
const WorkingDays = Type.String({ pattern: '^\\d{1,3}wd$' })

/** One thing that a project needs in a stage: an item to apply for, or something done jointly. */
const StageItem = Type.Object(
  {
    id: Id,
    name: Text,
    organ: Id,
    /** Code of the service item to apply for; without one it is not applied for here. */
    item: Type.Optional(Type.String()),
    /** Done by several offices together, once, instead of an application to each. */
    joint: Type.Optional(Type.Enum(['drawing-review', 'acceptance'] as const)),
    /** Facts of the project under which it is needed; without them always. */
    when: Type.Optional(Condition),
    /** Promised limit in parallel approval. */
    days: WorkingDays,
    /** What must be there first; all others of the stage run side by side. */
    after: Type.Optional(Type.Array(Id)),
    note: Type.Optional(Text),
  },
  strict,
)
export type StageItem = Static<typeof StageItem>

/** 审批阶段 — one of the stages of construction approval, with the organ that leads it. */
export const ProjectStage = Type.Object(
  { id: Id, name: Text, lead: Id, items: Type.Array(StageItem, { minItems: 1 }) },
  strict,
)
export type ProjectStage = Static<typeof ProjectStage>

/** What several offices do together: who leads, who takes part, within what time. */
const Together = Type.Object(
  {
    lead: Id,
    within: WorkingDays,
    /** For each later version of the same drawings; `within` where it is not given. */
    again: Type.Optional(WorkingDays),
    /** Ids of stage items that must be granted before. */
    after: Type.Optional(Type.Array(Id)),
    /** Materials, by their Chinese names, in whose place the joint opinion stands. */
    serves: Type.Optional(Type.Array(Type.String())),
    basis: Basis,
    offices: Type.Array(Type.Object({ organ: Id, looks: Text, when: Type.Optional(Condition) }, strict), {
      minItems: 1,
    }),
  },
  strict,
)

/** 并联审批 — everything a city says about investment projects and the stages of their approval. */
export const ProjectStages = Type.Object(
  {
    basis: Type.Array(Basis, { minItems: 1 }),
    /** How a new project code is made: GB/T 40058. */
    code: Type.Object(
      {
        department: Type.String({ pattern: '^\\d{2}$' }),
        /** Two digits by the value of the fact `kind`. */
        types: Type.Record(Type.String(), Type.String({ pattern: '^\\d{2}$' })),
        basis: Basis,
      },
      strict,
    ),
    /** Facts of a project; conditions below compare them. */
    fields: Type.Array(Field, { minItems: 1 }),
    /** Field of an application's form → fact that fills it in. */
    prefill: Type.Record(Type.String(), Id),
    stages: Type.Array(ProjectStage, { minItems: 1 }),
    /** Kinds of projects with the sum of their critical paths; reckoned again by the check of definitions. */
    types: Type.Array(
      Type.Object(
        { id: Id, name: Text, facts: Type.Record(Type.String(), Type.Unknown()), total: WorkingDays },
        strict,
      ),
      { minItems: 1 },
    ),
    'drawing-review': Together,
    acceptance: Together,
  },
  strict,
)
export type ProjectStages = Static<typeof ProjectStages>
