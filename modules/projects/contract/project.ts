import { Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false }

/** A UUID as it is written in addresses. */
export const ProjectId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })

export const ProjectOrgan = Type.Object({ id: Type.String(), name: Text, short: Text }, strict)
export type ProjectOrgan = Static<typeof ProjectOrgan>

const PROJECT_STATUSES = ['registered', 'under-way', 'completed', 'withdrawn'] as const
export type ProjectStatus = (typeof PROJECT_STATUSES)[number]

/** The facts of a project as they travel; checked field by field against the city's form. */
export const FactsInput = Type.Record(Type.String({ maxLength: 60 }), Type.Unknown())

/** A line of a list of projects, for the owner and the offices. */
export const ProjectRow = Type.Object(
  {
    id: Type.String(),
    code: Type.Optional(Type.String()),
    name: Type.String(),
    owner: Type.String(),
    kind: Text,
    district: Type.String(),
    /** Integer fen. */
    investment: Type.Integer(),
    floorArea: Type.Number(),
    secret: Type.Boolean(),
    stage: Type.Object({ id: Type.String(), name: Text }, strict),
    status: Type.Enum(PROJECT_STATUSES),
    registeredAt: Type.String(),
    applications: Type.Integer(),
  },
  strict,
)
export type ProjectRow = Static<typeof ProjectRow>

/** A project as the public sees it: no person, and never one that is secret. */
export const PublicProject = Type.Object(
  {
    code: Type.String(),
    name: Type.String(),
    owner: Type.String(),
    kind: Text,
    industry: Text,
    district: Type.String(),
    investment: Type.Integer(),
    floorArea: Type.Number(),
    stage: Type.Object({ id: Type.String(), name: Text, number: Type.Integer(), of: Type.Integer() }, strict),
    status: Type.Enum(PROJECT_STATUSES),
    registeredAt: Type.String(),
  },
  strict,
)
export type PublicProject = Static<typeof PublicProject>

/** 投资项目代码 — what checking one tells anyone. */
export const CodeAnswer = Type.Object(
  {
    code: Type.String(),
    valid: Type.Boolean(),
    /** Why not: what stands at which position, and what should. */
    problem: Type.Optional(Text),
    position: Type.Optional(Type.Integer()),
    expected: Type.Optional(Type.String()),
    generation: Type.Optional(Type.Enum(['year', 'month'])),
    parts: Type.Array(
      Type.Object({ label: Text, digits: Type.String(), means: Type.Optional(Text) }, strict),
    ),
    /** The public project that has it, if there is one. */
    project: Type.Optional(PublicProject),
  },
  strict,
)
export type CodeAnswer = Static<typeof CodeAnswer>

const CAUSES = ['begun-late', 'intake', 'correction', 'clock-stop', 'office'] as const

/** How one item of a stage stands. */
export const StageItemView = Type.Object(
  {
    id: Type.String(),
    name: Text,
    organ: ProjectOrgan,
    /** Service item to apply for, where there is one. */
    item: Type.Optional(Type.String()),
    joint: Type.Optional(Type.Enum(['drawing-review', 'acceptance'])),
    note: Type.Optional(Text),
    /** Promised working days. */
    days: Type.Integer(),
    after: Type.Array(Type.String()),
    critical: Type.Boolean(),
    slack: Type.Integer(),
    /** Planned first and last day, YYYY-MM-DD. */
    from: Type.String(),
    to: Type.String(),
    state: Type.Enum(['ahead', 'running', 'waiting', 'stopped', 'done', 'failed']),
    application: Type.Optional(
      Type.Object(
        {
          id: Type.String(),
          number: Type.String(),
          status: Type.String(),
          due: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
    begunAt: Type.Optional(Type.String()),
    concludedAt: Type.Optional(Type.String()),
    pauses: Type.Array(
      Type.Object(
        { cause: Type.Enum(CAUSES), from: Type.String(), to: Type.Optional(Type.String()) },
        strict,
      ),
    ),
    /** Working days behind the plan, and what each cause answers for. */
    late: Type.Integer(),
    why: Type.Array(Type.Object({ cause: Type.Enum(CAUSES), days: Type.Integer() }, strict)),
  },
  strict,
)
export type StageItemView = Static<typeof StageItemView>

export const StageView = Type.Object(
  {
    id: Type.String(),
    name: Text,
    lead: ProjectOrgan,
    /** Working days of its critical path. */
    days: Type.Integer(),
    from: Type.String(),
    to: Type.String(),
    begunAt: Type.Optional(Type.String()),
    items: Type.Array(StageItemView),
  },
  strict,
)
export type StageView = Static<typeof StageView>

/** 投资项目 — one project as its reader may see it. */
export const ProjectView = Type.Object(
  {
    id: Type.String(),
    revision: Type.Integer(),
    code: Type.Optional(Type.String()),
    minted: Type.Boolean(),
    name: Type.String(),
    secret: Type.Boolean(),
    status: Type.Enum(PROJECT_STATUSES),
    owner: Type.Object(
      {
        name: Type.String(),
        uscc: Type.String(),
        agent: Type.String(),
        phone: Type.String(),
        masked: Type.Boolean(),
      },
      strict,
    ),
    registeredAt: Type.String(),
    /** Facts in words. */
    facts: Type.Array(Type.Object({ id: Type.String(), label: Text, text: Type.String() }, strict)),
    stage: Type.String(),
    stages: Type.Array(StageView),
    /** Sum of the critical paths, in working days. */
    total: Type.Integer(),
    today: Type.String(),
    journal: Type.Array(
      Type.Object(
        { at: Type.String(), by: Type.String(), title: Text, detail: Type.Optional(Type.String()) },
        strict,
      ),
    ),
    /** Commands this reader may give now, by the endpoint's name. */
    actions: Type.Array(Type.String()),
  },
  strict,
)
export type ProjectView = Static<typeof ProjectView>
