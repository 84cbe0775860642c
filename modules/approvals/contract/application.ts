import { CLOCK_STOPS, STEP_KINDS, Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'
import { Delivery, HandedOver, Postage } from './delivery.ts'
import { HeldView } from './evidence.ts'
import { HandlingView } from './handling-view.ts'
import { LicenceView, OfferedLicence } from './licence.ts'
import { ProceedingsView } from './proceedings-view.ts'
import { OrganRef } from './service-item.ts'
import { SignatureView } from './signature.ts'

const strict = { additionalProperties: false }
const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** A UUID as it is written in addresses. */
export const CaseId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })

/** Where an application stands. */
const APPLICATION_STATUSES = [
  'submitted',
  'awaiting-correction',
  'under-review',
  'clock-stopped',
  'granted',
  'refused',
  'declined',
  'not-needed',
  'withdrawn',
  'merged',
] as const
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number]

export const FileView = Type.Object(
  { digest: Digest, name: Type.String(), size: Type.Integer(), type: Type.String() },
  strict,
)
export type FileView = Static<typeof FileView>

/** 材料 — what was given for a material. */
export const MaterialInput = Type.Object(
  {
    material: Type.String({ maxLength: 60 }),
    files: Type.Array(
      Type.Object({ digest: Digest, name: Type.String({ minLength: 1, maxLength: 200 }) }, strict),
      { maxItems: 50 },
    ),
  },
  strict,
)

/** 申请人 — in whose name: oneself, or an enterprise one acts for. */
export const ApplicantInput = Type.Union([
  Type.Object({ kind: Type.Literal('person') }, strict),
  Type.Object({ kind: Type.Literal('enterprise'), uscc: Type.String({ maxLength: 18 }) }, strict),
])

/** Values of a form as they travel; checked field by field against the definition. */
export const FormInput = Type.Record(Type.String({ maxLength: 60 }), Type.Unknown())

/** 草稿 — an application being filled in, kept as one goes, resumed on any device. */
export const Draft = Type.Object(
  {
    id: Type.String(),
    /** The version that the draft is held to: the one in force. */
    item: Type.Object({ code: Type.String(), version: Type.Integer(), name: Text }, strict),
    /** The item has been renewed since the draft was begun. */
    renewed: Type.Optional(
      Type.Object(
        {
          begunWith: Type.Integer(),
          /** First day of the version in force, YYYY-MM-DD. */
          since: Type.String(),
          /** Answers and files given before for which the version in force does not ask. */
          leftBehind: Type.Array(Type.Object({ label: Text, text: Text }, strict)),
        },
        strict,
      ),
    ),
    applicant: ApplicantInput,
    form: FormInput,
    materials: Type.Array(Type.Object({ material: Type.String(), files: Type.Array(FileView) }, strict)),
    /** Materials that the city holds itself and does not ask for again (一次提交), with what it holds. */
    held: Type.Array(HeldView),
    /** 告知承诺 — materials that are declared instead of given. */
    declared: Type.Optional(Type.Array(Type.String())),
    /** 收件人 — the clerk who began it at a window. */
    takenBy: Type.Optional(Type.String()),
    /** Where the form asks for a licence: those the applicant holds of that type. */
    licences: Type.Optional(Type.Array(OfferedLicence)),
    delivery: Delivery,
    /** Grows with each save; a save that saw an older one is refused. */
    revision: Type.Integer(),
    savedAt: Type.String(),
  },
  strict,
)
export type Draft = Static<typeof Draft>

/** One of the two clocks of a case, with its reasons. */
export const ClockView = Type.Object(
  {
    /** YYYY-MM-DD. */
    due: Type.String(),
    provisional: Type.Boolean(),
    stopped: Type.Boolean(),
    /** Working days left; negative when overdue. */
    remaining: Type.Integer(),
    state: Type.Enum(['running', 'soon', 'yellow', 'overdue', 'stopped', 'met', 'missed']),
    /** Why this date, line by line, in the reader's language. */
    explanation: Type.Array(Type.String()),
  },
  strict,
)
export type ClockView = Static<typeof ClockView>

export const StepView = Type.Object(
  {
    id: Type.String(),
    name: Text,
    state: Type.Enum(['done', 'current', 'ahead', 'skipped']),
    role: Type.Optional(Type.String()),
    people: Type.Optional(Type.Integer()),
    /** What the step consists of, where it is more than a review. */
    kind: Type.Optional(Type.Enum(STEP_KINDS)),
    /** How many people sign the decision. */
    signers: Type.Optional(Type.Integer()),
    by: Type.Optional(Type.Array(Type.String())),
    at: Type.Optional(Type.String()),
    findings: Type.Optional(Type.String()),
    passed: Type.Optional(Type.Boolean()),
    /** Due date of this step alone, where it runs now. */
    due: Type.Optional(Type.String()),
  },
  strict,
)
export type StepView = Static<typeof StepView>

export const JournalLine = Type.Object(
  {
    revision: Type.Integer(),
    kind: Type.String(),
    at: Type.String(),
    by: Type.String(),
    title: Text,
    detail: Type.Optional(Type.String()),
    digest: Type.String(),
  },
  strict,
)
export type JournalLine = Static<typeof JournalLine>

export const DocumentView = Type.Object(
  {
    id: Type.String(),
    kind: Type.String(),
    number: Type.String(),
    title: Text,
    at: Type.String(),
    /** Path of the signed PDF. */
    href: Type.String(),
    /** Code that the QR on it carries: `/verify/<code>`. */
    code: Type.String(),
    /** 更正 — number of the document that took its place. */
    replacedBy: Type.Optional(Type.String()),
  },
  strict,
)
export type DocumentView = Static<typeof DocumentView>

const CorrectionPointView = Type.Object({ target: Type.String(), label: Text, what: Type.String() }, strict)

/** 办件 — one application as its reader may see it: personal data masked where not needed. */
export const ApplicationView = Type.Object(
  {
    id: Type.String(),
    number: Type.String(),
    revision: Type.Integer(),
    item: Type.Object(
      { code: Type.String(), version: Type.Integer(), name: Text, handling: Type.String() },
      strict,
    ),
    organ: OrganRef,
    status: Type.Enum(APPLICATION_STATUSES),
    /** Status as a sentence: 正在审查，预计 12 月 3 日前办结. */
    sentence: Text,
    channel: Type.String(),
    submittedAt: Type.String(),
    acceptedAt: Type.Optional(Type.String()),
    concludedAt: Type.Optional(Type.String()),
    applicant: Type.Object(
      {
        kind: Type.Enum(['person', 'enterprise']),
        name: Type.String(),
        code: Type.String(),
        agent: Type.Optional(Type.String()),
        phone: Type.String(),
        masked: Type.Boolean(),
      },
      strict,
    ),
    /** What the enterprise signed it with, where it did. */
    signature: Type.Optional(SignatureView),
    delivery: Delivery,
    /** Raw values, for the correction form. */
    form: FormInput,
    /** The same in words, for reading. */
    answers: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          section: Type.Optional(Text),
          label: Text,
          text: Type.String(),
          changed: Type.Optional(Type.Boolean()),
        },
        strict,
      ),
    ),
    materials: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          name: Text,
          required: Type.Boolean(),
          trust: Type.Optional(Type.Enum(['A', 'B', 'C', 'D'])),
          /** Who saw the original, and when. */
          seen: Type.Optional(Type.Object({ by: Type.String(), at: Type.String() }, strict)),
          /** What the city held in place of an upload. */
          held: Type.Optional(Type.String()),
          /** How many files there are that this reader may not see. */
          hidden: Type.Optional(Type.Integer()),
          files: Type.Array(Type.Object({ ...FileView.properties, href: Type.String() }, strict)),
        },
        strict,
      ),
    ),
    /** 补正 asked for and not yet answered. */
    correction: Type.Optional(
      Type.Object(
        { at: Type.String(), note: Type.String(), points: Type.Array(CorrectionPointView) },
        strict,
      ),
    ),
    clocks: Type.Optional(Type.Object({ promised: ClockView, statutory: ClockView }, strict)),
    /** Before acceptance: the last day to ask for a correction, after which silence = accepted. */
    intakeDue: Type.Optional(ClockView),
    /** 送达: after a grant, until it is delivered, the last day to deliver it. */
    deliveryDue: Type.Optional(ClockView),
    postage: Type.Optional(Postage),
    delivered: Type.Optional(HandedOver),
    steps: Type.Array(StepView),
    /** What each step consisted of beside its conclusion, the one under way last. */
    proceedings: Type.Array(ProceedingsView),
    /** There where it changed hands, was joined with another or had its record put right; and for the office. */
    handling: Type.Optional(HandlingView),
    /** 名额 — of an item with a quota, once accepted: where it stands in the order of acceptance. */
    place: Type.Optional(
      Type.Object(
        {
          state: Type.Enum(['placed', 'waiting', 'entered']),
          position: Type.Optional(Type.Integer()),
          words: Text,
          /** Public page of the places. */
          href: Type.String(),
        },
        strict,
      ),
    ),
    decision: Type.Optional(
      Type.Object(
        {
          outcome: Type.Enum(['grant', 'refuse']),
          reasons: Type.String(),
          at: Type.String(),
          by: Type.String(),
        },
        strict,
      ),
    ),
    /** Rights of the applicant after a refusal or decline, in words with article; for who may give one, before it, too. */
    rights: Type.Optional(Text),
    licence: Type.Optional(LicenceView),
    documents: Type.Array(DocumentView),
    journal: Type.Array(JournalLine),
    cards: Type.Array(
      Type.Object(
        {
          colour: Type.Enum(['yellow', 'red']),
          at: Type.String(),
          due: Type.String(),
          clock: Type.Enum(['promised', 'statutory']),
          appeal: Type.Optional(
            Type.Object({ grounds: Type.String(), at: Type.String(), by: Type.String() }, strict),
          ),
          ruling: Type.Optional(
            Type.Object(
              {
                outcome: Type.Enum(['upheld', 'lifted']),
                reasons: Type.String(),
                at: Type.String(),
                by: Type.String(),
              },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
    /** 特别程序 that the item of this case names; for its office alone. */
    clockStops: Type.Optional(Type.Array(Type.Enum(CLOCK_STOPS))),
    /** Names of the commands this reader may give now: `accept`, `correct`, `withdraw` … */
    actions: Type.Array(Type.String()),
    /** 代 — which of them only for another, who gave a mandate. */
    onBehalf: Type.Optional(
      Type.Array(Type.Object({ name: Type.String(), actions: Type.Array(Type.String()) }, strict)),
    ),
  },
  strict,
)
export type ApplicationView = Static<typeof ApplicationView>

/** What one sees by number and phone, without signing in: no personal data. */
export const TrackView = Type.Object(
  {
    number: Type.String(),
    item: Text,
    organ: OrganRef,
    status: Type.Enum(APPLICATION_STATUSES),
    sentence: Text,
    /** Who has it now: organ's office and step. */
    holder: Text,
    submittedAt: Type.String(),
    clocks: Type.Optional(Type.Object({ promised: ClockView, statutory: ClockView }, strict)),
    intakeDue: Type.Optional(ClockView),
    steps: Type.Array(StepView),
    journal: Type.Array(JournalLine),
  },
  strict,
)
export type TrackView = Static<typeof TrackView>

/** A line of "my applications" and of the desk's inbox. */
export const ApplicationRow = Type.Object(
  {
    id: Type.String(),
    number: Type.String(),
    revision: Type.Integer(),
    item: Type.Object({ code: Type.String(), name: Text }, strict),
    organ: OrganRef,
    applicant: Type.String(),
    status: Type.Enum(APPLICATION_STATUSES),
    step: Type.Optional(Text),
    submittedAt: Type.String(),
    /** Promised and statutory due day; absent while nothing runs. */
    promisedDue: Type.Optional(Type.String()),
    statutoryDue: Type.Optional(Type.String()),
    remaining: Type.Optional(Type.Integer()),
    state: Type.Enum(['none', 'running', 'soon', 'yellow', 'overdue', 'stopped', 'met', 'missed']),
    cards: Type.Array(Type.Enum(['yellow', 'red'])),
    /** 代 — it stands in this inbox for another, who gave a mandate. */
    onBehalf: Type.Optional(Type.String()),
    /** 送达: there while a decision waits to be delivered; of a grant with the last day to deliver it. */
    delivery: Type.Optional(
      Type.Object(
        {
          due: Type.Optional(Type.String()),
          remaining: Type.Optional(Type.Integer()),
          state: Type.Enum(['none', 'running', 'soon', 'overdue']),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type ApplicationRow = Static<typeof ApplicationRow>

/** What a submission is answered with: number, and where its receipt is. */
export const Submission = Type.Object(
  { id: Type.String(), number: Type.String(), submittedAt: Type.String(), revision: Type.Integer() },
  strict,
)
export type Submission = Static<typeof Submission>
