import { SheetFile, Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { ProjectDocument, ProjectHead } from './guidance.ts'
import { ProjectOrgan } from './project.ts'

const strict = { additionalProperties: false }

/** How an office that takes part stands: its last day, why that day, and whether it was kept. */
const Office = Type.Object(
  {
    organ: ProjectOrgan,
    looks: Text,
    due: Type.String(),
    /** The day explained, a sentence a line. */
    why: Type.Array(Type.String()),
    answeredAt: Type.Optional(Type.String()),
    by: Type.Optional(Type.String()),
    opinion: Type.Optional(Type.String()),
    late: Type.Boolean(),
    /** Working days past its last day. */
    lateBy: Type.Integer(),
  },
  strict,
)

/** 审图意见 — a comment on the drawings, with its answer and what became of it. */
export const DrawingComment = Type.Object(
  {
    id: Type.String(),
    organ: ProjectOrgan,
    /** Version it was made on. */
    version: Type.Integer(),
    sheet: Type.String(),
    place: Type.String(),
    text: Type.String(),
    article: Type.String(),
    severity: Type.Enum(['must', 'should']),
    because: Type.Optional(Type.String()),
    /** Made after the first round: it should have been told with the others. */
    later: Type.Boolean(),
    answer: Type.Optional(Type.String()),
    state: Type.Enum(['open', 'kept', 'resolved']),
    why: Type.Optional(Type.String()),
  },
  strict,
)
export type DrawingComment = Static<typeof DrawingComment>

/** 联合审图 — one set of drawings, reviewed side by side, to one opinion. */
export const DrawingsView = Type.Object(
  {
    project: ProjectHead,
    /** `not-begun`, offices at work, the owner’s turn, passed. */
    phase: Type.Enum(['not-begun', 'reviewing', 'answering', 'passed']),
    lead: ProjectOrgan,
    within: Type.String(),
    basis: Type.String(),
    /** Who will review it, or does. */
    offices: Type.Array(Office),
    versions: Type.Array(
      Type.Object(
        { version: Type.Integer(), at: Type.String(), note: Type.String(), files: Type.Array(SheetFile) },
        strict,
      ),
    ),
    /** All of them for the owner once everyone has answered or time is up; an office always sees its own. */
    comments: Type.Array(DrawingComment),
    /** Comments that are there and not shown yet. */
    hidden: Type.Integer(),
    passedAt: Type.Optional(Type.String()),
    document: Type.Optional(ProjectDocument),
    /** Files uploaded for the next version, not given yet. */
    draft: Type.Array(SheetFile),
    /** Answers typed and not given yet, by comment. */
    answers: Type.Record(Type.String(), Type.String()),
    actions: Type.Array(Type.String()),
  },
  strict,
)
export type DrawingsView = Static<typeof DrawingsView>

/** 整改事项 — what is to be put right before an office passes the works. */
export const RectificationItem = Type.Object(
  {
    id: Type.String(),
    organ: ProjectOrgan,
    text: Type.String(),
    article: Type.String(),
    due: Type.String(),
    late: Type.Boolean(),
    done: Type.Optional(Type.Object({ at: Type.String(), text: Type.String() }, strict)),
    cleared: Type.Boolean(),
  },
  strict,
)
export type RectificationItem = Static<typeof RectificationItem>

/** 联合验收 — one request, one visit of all offices, one opinion. */
export const AcceptanceView = Type.Object(
  {
    project: ProjectHead,
    phase: Type.Enum(['not-begun', 'visit-to-set', 'visiting', 'rectifying', 'accepted']),
    /** What must be there before it can be asked for and is not. */
    lacks: Type.Array(Text),
    lead: ProjectOrgan,
    within: Type.String(),
    basis: Type.String(),
    requested: Type.Optional(
      Type.Object(
        { at: Type.String(), completedOn: Type.String(), contact: Type.String(), note: Type.String() },
        strict,
      ),
    ),
    offices: Type.Array(Type.Object({ ...Office.properties, passed: Type.Boolean() }, strict)),
    visits: Type.Array(
      Type.Object(
        {
          round: Type.Integer(),
          on: Type.String(),
          time: Type.String(),
          place: Type.String(),
          offices: Type.Array(
            Type.Object(
              {
                organ: ProjectOrgan,
                staff: Type.Array(Type.String()),
                passed: Type.Optional(Type.Boolean()),
                findings: Type.Optional(Type.String()),
              },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
    items: Type.Array(RectificationItem),
    acceptedAt: Type.Optional(Type.String()),
    document: Type.Optional(ProjectDocument),
    /** What can be applied for after it, in the same stage. */
    next: Type.Array(Type.Object({ name: Text, stage: Type.String() }, strict)),
    actions: Type.Array(Type.String()),
  },
  strict,
)
export type AcceptanceView = Static<typeof AcceptanceView>

/** 待办 — what an office is waited for, over all projects. */
export const ProjectDuty = Type.Object(
  {
    project: Type.Object(
      { id: Type.String(), name: Type.String(), code: Type.String(), secret: Type.Boolean() },
      strict,
    ),
    kind: Type.Enum([
      'name-assistant',
      'give-list',
      'answer-meeting',
      'sign-minutes',
      'finish-point',
      'review-drawings',
      'set-visit',
      'staff-visit',
      'conclude-visit',
    ]),
    detail: Type.String(),
    due: Type.Optional(Type.String()),
    late: Type.Boolean(),
  },
  strict,
)
export type ProjectDuty = Static<typeof ProjectDuty>
