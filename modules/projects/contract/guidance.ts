import { Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { ProjectOrgan } from './project.ts'

const strict = { additionalProperties: false }
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

const GuidanceItem = Type.Object(
  {
    id: Type.String(),
    name: Text,
    organ: ProjectOrgan,
    /** Code of the service item, where one applies for it on this site. */
    code: Type.Optional(Type.String()),
    /** Promised working days in parallel approval. */
    days: Type.Integer(),
    /** Names of what comes first in the same stage; none = side by side with the others. */
    after: Type.Array(Text),
    conditions: Type.Array(Text),
    fees: Type.Array(
      Type.Object({ name: Text, standard: Text, amount: Type.Optional(Type.Integer()) }, strict),
    ),
    note: Type.Optional(Text),
  },
  strict,
)

const GuidanceMaterial = Type.Object(
  {
    name: Text,
    source: Type.Enum(['applicant', 'government', 'other-organ', 'intermediary']),
    issuer: Type.Optional(Text),
    copies: Type.Integer(),
    /** False: only where the form of an item says so. */
    always: Type.Boolean(),
    requirements: Type.Optional(Text),
    /** Ids of the items that need it. */
    items: Type.Array(Type.String()),
    /** The city takes it from its own register where it holds it. */
    held: Type.Boolean(),
  },
  strict,
)

/** 审批事项清单 — everything a project will need over all stages: items in their order, each material once. */
export const GuidanceList = Type.Object(
  {
    stages: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          name: Text,
          lead: ProjectOrgan,
          days: Type.Integer(),
          items: Type.Array(GuidanceItem),
        },
        strict,
      ),
    ),
    materials: Type.Array(GuidanceMaterial),
    /** Sum of the critical paths, in working days. */
    total: Type.Integer(),
  },
  strict,
)
export type GuidanceList = Static<typeof GuidanceList>

const ProjectDocumentRef = Type.Object(
  { id: Type.String(), number: Type.String(), code: Type.String() },
  strict,
)
/** 项目文书 — a document issued for a project: sealed, numbered, verifiable. */
export const ProjectDocument = ProjectDocumentRef
export type ProjectDocument = Static<typeof ProjectDocument>

/** What a list says differently from the one before it. */
export const ListChanges = Type.Object(
  { added: Type.Array(Text), gone: Type.Array(Text), changed: Type.Array(Text) },
  strict,
)
export type ListChanges = Static<typeof ListChanges>

const Who = Type.Object({ party: Type.String(), name: Text }, strict)

/** 辅导会议 — a meeting of the owner with the offices, and its minutes. */
export const MeetingView = Type.Object(
  {
    id: Type.String(),
    subject: Type.String(),
    on: Day,
    time: Type.String(),
    place: Type.String(),
    online: Type.Boolean(),
    calledBy: Type.String(),
    invited: Type.Array(
      Type.Object(
        {
          ...Who.properties,
          answer: Type.Enum(['none', 'coming', 'not-coming']),
          person: Type.Optional(Type.String()),
          note: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
    cancelled: Type.Optional(Type.String()),
    minutes: Type.Optional(
      Type.Object(
        {
          at: Type.String(),
          by: Type.String(),
          summary: Type.String(),
          /** Never shown to the owner. */
          internal: Type.Optional(Type.String()),
          present: Type.Array(
            Type.Object(
              { ...Who.properties, person: Type.String(), signedAt: Type.Optional(Type.String()) },
              strict,
            ),
          ),
          /** Signed by everyone who was there. */
          final: Type.Boolean(),
          points: Type.Array(
            Type.Object(
              {
                ...Who.properties,
                id: Type.String(),
                text: Type.String(),
                due: Day,
                doneAt: Type.Optional(Type.String()),
                note: Type.Optional(Type.String()),
                late: Type.Boolean(),
                /** This reader may say that it is done. */
                mine: Type.Boolean(),
              },
              strict,
            ),
          ),
          document: Type.Optional(ProjectDocumentRef),
        },
        strict,
      ),
    ),
    /** Commands this reader may give about it now. */
    actions: Type.Array(Type.String()),
  },
  strict,
)
export type MeetingView = Static<typeof MeetingView>

/** A project as the pages of what is done together name it. */
export const ProjectHead = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    code: Type.String(),
    owner: Type.String(),
    secret: Type.Boolean(),
    today: Day,
    /** What the reader is to it. */
    standing: Type.Enum(['owner', 'office', 'supervisor']),
  },
  strict,
)
export type ProjectHead = Static<typeof ProjectHead>

/** 前期辅导 — the list, what changed in it, what was named later, and the meetings. */
export const GuidanceView = Type.Object(
  {
    project: ProjectHead,
    requested: Type.Optional(Type.Object({ at: Type.String(), question: Type.String() }, strict)),
    lead: ProjectOrgan,
    assistant: Type.Optional(
      Type.Object({ name: Type.String(), organ: ProjectOrgan, phone: Type.String() }, strict),
    ),
    list: Type.Optional(GuidanceList),
    versions: Type.Array(
      Type.Object(
        {
          version: Type.Integer(),
          at: Type.String(),
          by: Type.String(),
          note: Type.String(),
          changes: Type.Optional(ListChanges),
          document: Type.Optional(ProjectDocumentRef),
        },
        strict,
      ),
    ),
    later: Type.Array(
      Type.Object(
        {
          at: Type.String(),
          organ: ProjectOrgan,
          material: Type.String(),
          reason: Type.String(),
          number: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
    meetings: Type.Array(MeetingView),
    /** Whom the lead office may name, and whom a meeting may invite; empty for all others. */
    colleagues: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, strict)),
    organs: Type.Array(ProjectOrgan),
    actions: Type.Array(Type.String()),
  },
  strict,
)
export type GuidanceView = Static<typeof GuidanceView>
