import { Field, Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false }

/** A UUID as it is written in addresses. */
export const BundleCaseId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
/** Id of a definition. */
export const BundleId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$' })

const Organ = Type.Object({ id: Type.String(), name: Text, short: Text }, strict)

/** 一件事 — a line of the list of bundles. */
export const BundleRow = Type.Object(
  {
    id: Type.String(),
    name: Text,
    summary: Text,
    drawing: Type.String(),
    lead: Organ,
    /** How many items there are, of how many offices. */
    items: Type.Integer(),
    offices: Type.Integer(),
    /** Working days, from the quickest circumstance to the longest. */
    days: Type.Object({ least: Type.Integer(), most: Type.Integer() }, strict),
  },
  strict,
)
export type BundleRow = Static<typeof BundleRow>

/** One item of a bundle and its place in the order of decisions. */
export const PlannedPart = Type.Object(
  {
    id: Type.String(),
    item: Type.String(),
    name: Text,
    organ: Organ,
    /** When it is needed, in words; absent where always. */
    why: Type.Optional(Text),
    needed: Type.Boolean(),
    /** Promised working days, and from which day of the bundle to which. */
    days: Type.Integer(),
    from: Type.Integer(),
    to: Type.Integer(),
    critical: Type.Boolean(),
    after: Type.Array(Type.String()),
    result: Text,
    visits: Type.Integer(),
    fees: Type.Array(Type.Object({ name: Text, standard: Text }, strict)),
  },
  strict,
)
export type PlannedPart = Static<typeof PlannedPart>

/** 办事指南 — a bundle as the public reads it, for the circumstances that were answered. */
export const BundleGuide = Type.Object(
  {
    id: Type.String(),
    name: Text,
    summary: Text,
    drawing: Type.String(),
    lead: Organ,
    conditions: Type.Array(Text),
    circumstances: Type.Array(Field),
    answers: Type.Record(Type.String(), Type.Unknown()),
    /** Circumstances that are not answered yet, or wrongly. */
    errors: Type.Array(Type.Object({ id: Type.String(), message: Type.String() }, strict)),
    parts: Type.Array(PlannedPart),
    /** Working days of the critical path, and one after another. */
    days: Type.Integer(),
    daysOneByOne: Type.Integer(),
    questions: Type.Object({ asked: Type.Integer(), oneByOne: Type.Integer() }, strict),
    materials: Type.Object(
      {
        asked: Type.Array(
          Type.Object(
            { name: Text, for: Type.Array(Text), always: Type.Boolean(), held: Type.Boolean() },
            strict,
          ),
        ),
        oneByOne: Type.Integer(),
      },
      strict,
    ),
    windows: Type.Array(
      Type.Object(
        { number: Type.String(), hall: Text, address: Text, hours: Text, phone: Type.String() },
        strict,
      ),
    ),
    faq: Type.Array(Type.Object({ q: Text, a: Text }, strict)),
  },
  strict,
)
export type BundleGuide = Static<typeof BundleGuide>

const CAUSES = ['begun-late', 'intake', 'correction', 'clock-stop', 'office'] as const
const PART_STATES = [
  'open',
  'later',
  'ordered',
  'blocked',
  'running',
  'waiting',
  'stopped',
  'done',
  'failed',
] as const
export type PartState = (typeof PART_STATES)[number]

/** How one item of a bundle stands. */
export const PartView = Type.Object(
  {
    id: Type.String(),
    item: Type.String(),
    name: Text,
    organ: Organ,
    days: Type.Integer(),
    after: Type.Array(Type.String()),
    critical: Type.Boolean(),
    /** Planned first and last day, YYYY-MM-DD. */
    from: Type.String(),
    to: Type.String(),
    state: Type.Enum(PART_STATES),
    begunAt: Type.Optional(Type.String()),
    concludedAt: Type.Optional(Type.String()),
    pauses: Type.Array(
      Type.Object(
        { cause: Type.Enum(CAUSES), from: Type.String(), to: Type.Optional(Type.String()) },
        strict,
      ),
    ),
    late: Type.Integer(),
    why: Type.Array(Type.Object({ cause: Type.Enum(CAUSES), days: Type.Integer() }, strict)),
    /** Of its own office, and of the applicant. */
    application: Type.Optional(
      Type.Object({ id: Type.String(), number: Type.String(), due: Type.Optional(Type.String()) }, strict),
    ),
    /** For the applicant alone. */
    sentence: Type.Optional(Text),
    refusal: Type.Optional(Type.Object({ reasons: Type.String(), rights: Type.Optional(Text) }, strict)),
    /** Why its office could not be given it. */
    returned: Type.Optional(Type.String()),
    licence: Type.Optional(
      Type.Object(
        {
          title: Type.String(),
          number: Type.String(),
          holder: Type.String(),
          from: Type.String(),
          to: Type.Optional(Type.String()),
          code: Type.String(),
          href: Type.Optional(Type.String()),
          shows: Type.Array(Type.Object({ label: Type.String(), text: Type.String() }, strict)),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type PartView = Static<typeof PartView>

const BUNDLE_STATUSES = ['draft', 'under-way', 'waiting', 'done', 'partly-done', 'dropped'] as const
export type BundleStatus = (typeof BUNDLE_STATUSES)[number]

/** 一件事办件 — one running bundle as its reader may see it. */
export const BundleView = Type.Object(
  {
    id: Type.String(),
    revision: Type.Integer(),
    bundle: Type.String(),
    name: Text,
    drawing: Type.String(),
    lead: Organ,
    status: Type.Enum(BUNDLE_STATUSES),
    /** Status as a sentence. */
    sentence: Text,
    owner: Type.Object({ name: Type.String(), phone: Type.String(), masked: Type.Boolean() }, strict),
    /** In whose name, once submitted. */
    applicant: Type.Optional(Type.String()),
    circumstances: Type.Array(Type.Object({ label: Text, text: Type.String() }, strict)),
    begunAt: Type.String(),
    submittedAt: Type.Optional(Type.String()),
    concludedAt: Type.Optional(Type.String()),
    /** Working days of the critical path, and the last of them. */
    days: Type.Integer(),
    to: Type.String(),
    today: Type.String(),
    parts: Type.Array(PartView),
    /** Commands this reader may give now, by the endpoint's name. */
    actions: Type.Array(Type.String()),
  },
  strict,
)
export type BundleView = Static<typeof BundleView>

/** A line of the lists of running bundles. */
export const BundleCaseRow = Type.Object(
  {
    id: Type.String(),
    bundle: Type.String(),
    name: Text,
    drawing: Type.String(),
    applicant: Type.String(),
    lead: Organ,
    status: Type.Enum(BUNDLE_STATUSES),
    begunAt: Type.String(),
    submittedAt: Type.Optional(Type.String()),
    due: Type.Optional(Type.String()),
    parts: Type.Integer(),
    done: Type.Integer(),
    /** Names of the parts that are behind the plan. */
    late: Type.Array(Text),
  },
  strict,
)
export type BundleCaseRow = Static<typeof BundleCaseRow>
