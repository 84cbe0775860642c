import { RATING_LEVELS, RatingLaw, Text } from '@mashang/flow'
import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false }
const Words = Type.Object({ zh: Type.String(), en: Type.String() }, strict)

/** A UUID as it is written in addresses. */
export const RatingId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
/** As it is typed: letters and digits, with or without its dashes. */
export const RatingCode = Type.String({ minLength: 8, maxLength: 24 })
const LevelId = Type.Enum(RATING_LEVELS)
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Kind = Type.Enum(['case', 'intake', 'delivery'])
const Organ = Type.Object({ id: Type.String(), name: Words, short: Words }, strict)

/** 好差评 — what the city asks: levels, reasons to tick, formula, days. */
export const RatingForm = Type.Object(
  {
    levels: RatingLaw.properties.levels,
    tags: RatingLaw.properties.tags,
    followUpDays: Type.String(),
    appealDays: Type.String(),
    formula: Text,
  },
  strict,
)
export type RatingForm = Static<typeof RatingForm>

/** What a rating consists of, as it is sent. */
export const GivenInput = Type.Object(
  {
    level: LevelId,
    tags: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 12 })),
    words: Type.Optional(Type.String({ maxLength: 500 })),
    publish: Type.Optional(Type.Boolean()),
    anonymous: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type GivenInput = Static<typeof GivenInput>

const GivenView = Type.Object(
  {
    level: LevelId,
    tags: Type.Array(Type.String()),
    words: Type.String(),
    publish: Type.Boolean(),
    at: Type.String(),
  },
  strict,
)
export type GivenView = Static<typeof GivenView>

const subject = {
  id: Type.String(),
  kind: Kind,
  item: Type.Object({ code: Type.String(), name: Words }, strict),
  organ: Organ,
  at: Type.String(),
}

/** What a code opens: which service is rated, and nothing of whose it was. */
export const CodeView = Type.Object({ ...subject, rated: Type.Boolean(), until: Day }, strict)
export type CodeView = Static<typeof CodeView>

/** 我的评价 — a case or visit of one's own, with what one said and what became of it. */
export const MyRating = Type.Object(
  {
    ...subject,
    application: Type.String(),
    number: Type.String(),
    given: Type.Optional(GivenView),
    /** The rating was given by a code, by whoever had it. */
    byCode: Type.Boolean(),
    /** Last day of the follow-up of a bad rating. */
    due: Type.Optional(Day),
    calledBack: Type.Boolean(),
    fix: Type.Optional(Type.String()),
    answer: Type.Optional(Type.Object({ at: Type.String(), text: Type.String() }, strict)),
    appealed: Type.Boolean(),
    ruling: Type.Optional(
      Type.Object({ outcome: Type.Enum(['stands', 'excluded']), reasons: Type.String() }, strict),
    ),
    again: Type.Optional(GivenView),
    wordsAre: Type.Enum(['none', 'private', 'to-review', 'published', 'withheld']),
    actions: Type.Array(Type.Enum(['rate', 'rateAgain', 'disownRating'])),
  },
  strict,
)
export type MyRating = Static<typeof MyRating>

/** A line of the desk's list; whose it is does not stand in it. */
export const RatingRow = Type.Object(
  {
    ...subject,
    ratedAt: Type.String(),
    level: LevelId,
    again: Type.Optional(LevelId),
    tags: Type.Array(Type.String()),
    words: Type.String(),
    bad: Type.Boolean(),
    state: Type.Enum(['none', 'open', 'overdue', 'answered', 'excluded']),
    due: Type.Optional(Day),
    toRule: Type.Boolean(),
    wordsAre: MyRating.properties.wordsAre,
  },
  strict,
)
export type RatingRow = Static<typeof RatingRow>

export const RATING_VIEWS = ['all', 'bad', 'open', 'overdue', 'to-rule', 'excluded', 'words'] as const
export type RatingViewName = (typeof RATING_VIEWS)[number]

const Said = { at: Type.String(), by: Type.String() }

/** 差评整改 — a rating as the desk has it: what was said, how far the follow-up is, who may do what. */
export const RatingView = Type.Object(
  {
    ...subject,
    revision: Type.Integer(),
    given: Type.Optional(GivenView),
    via: Type.Optional(Type.Enum(['account', 'code', 'device'])),
    bad: Type.Boolean(),
    excluded: Type.Optional(Type.Enum(['ruled', 'disowned'])),
    followUp: Type.Optional(
      Type.Object(
        {
          due: Day,
          state: Type.Enum(['open', 'overdue', 'answered', 'closed']),
          remaining: Type.Integer(),
          explanation: Type.Array(Type.String()),
          callBacks: Type.Array(
            Type.Object({ reached: Type.Boolean(), note: Type.String(), ...Said }, strict),
          ),
          verification: Type.Optional(
            Type.Object(
              { found: Type.Enum(['true', 'partly-true', 'not-true']), note: Type.String(), ...Said },
              strict,
            ),
          ),
          fix: Type.Optional(Type.Object({ note: Type.String(), ...Said }, strict)),
          answer: Type.Optional(Type.Object({ text: Type.String(), ...Said }, strict)),
        },
        strict,
      ),
    ),
    appeal: Type.Optional(Type.Object({ grounds: Type.String(), ...Said }, strict)),
    ruling: Type.Optional(
      Type.Object({ outcome: Type.Enum(['stands', 'excluded']), reasons: Type.String(), ...Said }, strict),
    ),
    again: Type.Optional(GivenView),
    wordsAre: MyRating.properties.wordsAre,
    published: Type.Optional(Type.String()),
    /** The case and the person, to whoever holds the follow-up; each such look is journaled. */
    person: Type.Optional(Type.Object({ name: Type.String(), phone: Type.String() }, strict)),
    case: Type.Optional(Type.Object({ id: Type.String(), number: Type.String() }, strict)),
    /** Who served at the window. */
    servedBy: Type.Optional(Type.String()),
    journal: Type.Array(Type.Object({ at: Type.String(), by: Type.String(), title: Words }, strict)),
    /** Commands this reader may give now, by the endpoint's name. */
    actions: Type.Array(Type.String()),
  },
  strict,
)
export type RatingView = Static<typeof RatingView>

export const FollowUpInput = Type.Object(
  {
    expected: Type.Optional(Type.Integer({ minimum: 1 })),
    step: Type.Union([
      Type.Object(
        {
          kind: Type.Literal('called-back'),
          reached: Type.Boolean(),
          note: Type.String({ minLength: 2, maxLength: 1000 }),
        },
        strict,
      ),
      Type.Object(
        {
          kind: Type.Literal('verified'),
          found: Type.Enum(['true', 'partly-true', 'not-true']),
          note: Type.String({ minLength: 2, maxLength: 1000 }),
        },
        strict,
      ),
      Type.Object(
        { kind: Type.Literal('fixed'), note: Type.String({ minLength: 2, maxLength: 1000 }) },
        strict,
      ),
      Type.Object(
        { kind: Type.Literal('answered'), text: Type.String({ minLength: 2, maxLength: 1000 }) },
        strict,
      ),
    ]),
  },
  strict,
)
export type FollowUpStep = Static<typeof FollowUpInput>['step']

const byLevel = Type.Record(Type.String(), Type.Integer())

const line = {
  key: Type.String(),
  label: Words,
  /** Cases concluded and visits made: what might have been rated. */
  asked: Type.Integer(),
  rated: Type.Integer(),
  /** Those that count, by level. */
  levels: byLevel,
  /** In percent, by the city's formula; none where nobody rated. */
  satisfaction: Type.Optional(Type.Number()),
  /** Ruled out, or disowned: listed, not counted. */
  excluded: Type.Integer(),
  again: Type.Integer(),
  /** 差评 whose follow-up is over or past its last day, and those of them answered in time. */
  due: Type.Integer(),
  inTime: Type.Integer(),
  open: Type.Integer(),
}

/** 满意率 — the counts of an organ, an item or a month. */
export const RatingLine = Type.Object(line, strict)
export type RatingLine = Static<typeof RatingLine>

/** 公开评价 — words of a citizen, with consent and as they were reviewed. */
export const PublishedWords = Type.Object(
  {
    on: Day,
    level: LevelId,
    item: Words,
    organ: Words,
    text: Type.String(),
  },
  strict,
)
export type PublishedWords = Static<typeof PublishedWords>

/** A rating that was left out of the figures, with the reasons it was ruled out for. */
export const ExcludedRating = Type.Object(
  { on: Day, organ: Words, item: Words, level: LevelId, reasons: Type.String() },
  strict,
)
export type ExcludedRating = Static<typeof ExcludedRating>
