/**
 * Definitions: data that says what may happen. Versioned; immutable once published.
 */
import { type Static, Type } from 'typebox'
import { Fee } from './fee.ts'
import { Condition, Field, Text } from './field.ts'
import { Basis, Day, Id, Period, strict } from './shape.ts'
import { Step } from './step.ts'

export { Basis }

/** Kinds of administrative power (权力类型). `licence` = 行政许可, `public-service` = 公共服务. */
export const ITEM_TYPES = [
  'licence',
  'confirmation',
  'payment',
  'reward',
  'other-power',
  'public-service',
] as const
export type ItemType = (typeof ITEM_TYPES)[number]

/** 材料来源 — who issues a material. */
const MATERIAL_SOURCES = ['applicant', 'government', 'other-organ', 'intermediary'] as const
const MATERIAL_FORMS = ['original', 'copy', 'electronic', 'original-and-copy'] as const

/** 材料 — one document the applicant gives. */
export const Material = Type.Object(
  {
    id: Id,
    name: Text,
    source: Type.Enum(MATERIAL_SOURCES),
    /** Issuing organ or institution, where the source is not the applicant. */
    issuer: Type.Optional(Text),
    form: Type.Enum(MATERIAL_FORMS),
    copies: Type.Integer({ minimum: 0, maximum: 20 }),
    /** 必要性: always, never, or only when a condition on the form holds. */
    required: Type.Union([Type.Boolean(), Condition]),
    /** A form to fill in has a blank and a filled sample, both printed from these fields. */
    'fill-in': Type.Optional(
      Type.Object({ title: Text, fields: Type.Array(Field, { minItems: 1 }) }, strict),
    ),
    /** For what is no form: what a good one shows, in words. */
    requirements: Type.Optional(Text),
    /** Kind of licence or evidence that stands in its place where the city holds one (一次提交). */
    'satisfied-by': Type.Optional(Type.Object({ 'licence-type': Type.String() }, strict)),
    /** Kind under which it is kept as evidence of its holder once its original has been seen at a window. */
    'keeps-as': Type.Optional(Id),
    /** How long kept evidence stands from the day it was seen, where the document names no last day; `1y`. */
    'keeps-for': Type.Optional(Type.String({ pattern: '^\\d{1,3}(y|m|d)$' })),
    /** 告知承诺 — the applicant may declare it instead of giving it. */
    declarable: Type.Optional(Type.Boolean()),
    accepts: Type.Array(Type.Enum(['pdf', 'jpeg', 'png', 'docx', 'xlsx'] as const), { minItems: 1 }),
    'max-size': Type.String({ pattern: '^\\d{1,4}MB$' }),
    'max-files': Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    basis: Type.Optional(Basis),
  },
  strict,
)
export type Material = Static<typeof Material>

/** 特别程序 — kinds of clock stop (许可法 45). */
export const CLOCK_STOPS = [
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
] as const
export type ClockStopKind = (typeof CLOCK_STOPS)[number]

/** 业务情形 — what an item settles. */
export const SITUATIONS = ['first', 'change', 'renewal', 'reissue', 'cancellation'] as const
export type Situation = (typeof SITUATIONS)[number]

const Limit = Type.Object({ days: Period, basis: Type.Optional(Basis), note: Type.Optional(Text) }, strict)

/** 数量限制 — how many can be granted (许可法 57): by the order of acceptance, or by a public draw where the law says so. */
export const Quota = Type.Object(
  {
    places: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    /** So many each year, or once and for all. */
    per: Type.Enum(['year', 'all'] as const),
    /** A choice of the form, or an address whose district counts: each value has so many places of its own. */
    'by-field': Type.Optional(Id),
    method: Type.Enum(['in-order', 'draw'] as const),
    /** Of a draw: the last day to apply. */
    closes: Type.Optional(Day),
    /** Who comes when all places are taken waits in order, or is refused. */
    beyond: Type.Enum(['wait', 'refuse'] as const),
    basis: Basis,
  },
  strict,
)
export type Quota = Static<typeof Quota>

/** 事项 — one service item of the published catalogue (办事指南), complete to the last element. */
export const ServiceItem = Type.Object(
  {
    kind: Type.Literal('service-item'),
    /** Basic catalogue code, e.g. `2102-SJ-XK-0001`. */
    code: Type.String({ pattern: '^[0-9A-Z][0-9A-Za-z-]{5,60}$' }),
    version: Type.Integer({ minimum: 1 }),
    effective: Type.Object({ from: Day, to: Type.Optional(Day) }, strict),
    name: Text,
    summary: Type.Optional(Text),
    /** Codes of the items whose place this one takes: they end on the day it comes into force (拆分、合并). */
    replaces: Type.Optional(
      Type.Array(Type.String({ pattern: '^[0-9A-Z][0-9A-Za-z-]{5,60}$' }), { minItems: 1 }),
    ),
    /** Id of the organ that decides; a file of `organs.yaml`. */
    organ: Id,
    type: Type.Enum(ITEM_TYPES),
    /** 即办件 / 承诺件. */
    handling: Type.Enum(['on-the-spot', 'promised'] as const),
    /** What this item settles: a first application, a change, a renewal, a reissue or a cancellation. */
    situation: Type.Optional(Type.Enum(SITUATIONS)),
    /** Type of the licence that a change, renewal, reissue or cancellation acts on; a field of type `licence` names it. */
    concerns: Type.Optional(Id),
    basis: Type.Array(Basis, { minItems: 1 }),
    applicants: Type.Array(Type.Enum(['person', 'enterprise'] as const), { minItems: 1 }),
    /** 受理条件. */
    conditions: Type.Array(Text, { minItems: 1 }),
    limits: Type.Object({ statutory: Limit, promised: Limit }, strict),
    visits: Type.Integer({ minimum: 0, maximum: 9 }),
    'visits-reason': Type.Optional(Text),
    /** Online depth I–IV (1–4); 4 = wholly online. */
    depth: Type.Integer({ minimum: 1, maximum: 4 }),
    delivery: Type.Array(Type.Enum(['electronic', 'post', 'window'] as const), { minItems: 1 }),
    fees: Type.Array(Fee),
    'online-payment': Type.Boolean(),
    /** 电子签名 — an enterprise signs its submission with this; absent = it may, and need not. */
    signature: Type.Optional(Type.Enum(['certificate'] as const)),
    themes: Type.Array(Id, { minItems: 1 }),
    'everyday-words': Type.Array(Type.String({ minLength: 1 })),
    phones: Type.Object({ consultation: Type.String(), complaint: Type.String() }, strict),
    fields: Type.Array(Field),
    materials: Type.Array(Material),
    steps: Type.Array(Step, { minItems: 1 }),
    'clock-stops': Type.Array(Type.Enum(CLOCK_STOPS)),
    quota: Type.Optional(Quota),
    result: Type.Object(
      {
        name: Text,
        /** Type of licence issued, if the result is one. */
        licence: Type.Optional(Id),
        /** `5y`, `6m`; absent = valid without limit. */
        valid: Type.Optional(Type.String({ pattern: '^\\d{1,3}(y|m|d)$' })),
        renewal: Type.Optional(Type.Object({ 'ask-before': Period, basis: Type.Optional(Basis) }, strict)),
        /** Fields of the form that the licence repeats (许可内容), in order. */
        shows: Type.Optional(Type.Array(Id)),
      },
      strict,
    ),
    windows: Type.Array(Id, { minItems: 1 }),
    faq: Type.Array(Type.Object({ q: Text, a: Text }, strict)),
    /** Replayed by `mashang definitions check`. */
    examples: Type.Optional(
      Type.Array(
        Type.Object(
          {
            given: Type.Record(Type.String(), Type.Unknown()),
            path: Type.Optional(Type.Array(Id)),
            due: Type.Optional(Period),
            refused: Type.Optional(Type.String()),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
)
export type ServiceItem = Static<typeof ServiceItem>

/** 部门 — an organ with an approval office, its head's delegated authority and its seal. */
export const Organ = Type.Object(
  {
    id: Id,
    name: Text,
    short: Text,
    /** `district`: the approval bureau of a district or county, which decides none of the city's items. */
    kind: Type.Enum(['department', 'public-enterprise', 'district'] as const),
    /** Unified social credit code, where invented it says so in `note`. */
    uscc: Type.Optional(Type.String()),
    'approval-office': Text,
    /** The head and what is delegated (授权): an invented person. */
    head: Type.Object({ title: Text, name: Type.String(), delegated: Text }, strict),
    seal: Type.Object({ name: Type.String(), purpose: Type.String() }, strict),
    /** Six digits, GB/T 2260: the approval bureau of this district, to which lower-level review goes. */
    region: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
    /** Character used in document numbers, e.g. 市监 in 大市监审受字〔2026〕第000001号. */
    'document-word': Type.String({ minLength: 1, maxLength: 6 }),
    phone: Type.String(),
    address: Text,
    note: Type.Optional(Type.String()),
  },
  strict,
)
export type Organ = Static<typeof Organ>

export const Theme = Type.Object(
  { id: Id, name: Text, for: Type.Enum(['person', 'enterprise', 'both'] as const), icon: Type.Optional(Id) },
  strict,
)
export type Theme = Static<typeof Theme>

/** 窗口 — a window of the hall. */
export const Window = Type.Object(
  {
    id: Id,
    number: Type.String(),
    hall: Text,
    floor: Type.String(),
    hours: Text,
    address: Text,
    phone: Type.String(),
  },
  strict,
)
export type Window = Static<typeof Window>

/** 承运人 — one who carries results by post: its name, what its tracking numbers look like, where one follows them. */
export const Carrier = Type.Object(
  {
    id: Id,
    name: Text,
    /** Regular expression that a whole tracking number fits. */
    number: Type.String({ minLength: 1 }),
    example: Type.String({ minLength: 1 }),
    /** Public page that follows a parcel. */
    track: Type.Optional(Type.String({ pattern: '^https://' })),
  },
  strict,
)
export type Carrier = Static<typeof Carrier>

/** 时限与电子监察参数 — numbers of law and of the city's profile, each with its article. */
export const CityLimits = Type.Object(
  {
    'correction-notice': Type.Object({ days: Period, basis: Basis }, strict),
    'extension-unified': Type.Object({ days: Period, basis: Basis }, strict),
    extension: Type.Object({ days: Period, basis: Basis }, strict),
    delivery: Type.Object({ days: Period, basis: Basis }, strict),
    'site-check-people': Type.Object({ count: Type.Integer({ minimum: 1 }), basis: Basis }, strict),
    /** 许可法 47, 48: asked for within, told ahead by, held within. */
    hearing: Type.Object(
      {
        request: Period,
        notice: Period,
        held: Period,
        basis: Type.Object({ request: Basis, notice: Basis, held: Basis }, strict),
      },
      strict,
    ),
    'lower-review': Type.Object({ days: Period, basis: Basis }, strict),
    /** An organ that is asked in joint review and does not answer in time has agreed. */
    'joint-review': Type.Object(
      { silence: Type.Enum(['agreed', 'outstanding'] as const), basis: Basis },
      strict,
    ),
    /** 代理授权 lasts no longer than this. */
    mandate: Type.Object({ longest: Period, basis: Basis }, strict),
    reconsideration: Type.Object({ days: Type.String(), basis: Basis }, strict),
    suit: Type.Object({ days: Type.String(), basis: Basis }, strict),
    /** A request for help is taken by an assistant within this. */
    help: Type.Object({ days: Period, basis: Basis }, strict),
    /** A question is answered within this; after an answer one may ask so many times more. */
    question: Type.Object({ days: Period, further: Type.Integer({ minimum: 0 }), basis: Basis }, strict),
    supervision: Type.Object(
      {
        'remind-before': Period,
        'yellow-at-percent': Type.Integer({ minimum: 1, maximum: 100 }),
        /** A card is appealed within this, from the day it was given. */
        appeal: Type.Object({ days: Period, basis: Basis }, strict),
        basis: Basis,
      },
      strict,
    ),
  },
  strict,
)
export type CityLimits = Static<typeof CityLimits>

/** 法律法规 — one entry of the city's table of laws: the short name that definitions cite, and what it stands for. */
export const Law = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    /** Official title, where the short name leaves something out. */
    full: Type.Optional(Type.String({ minLength: 1 })),
    en: Type.String({ minLength: 1 }),
    /** Day from which the version that is cited applies, where it is known. */
    from: Type.Optional(Day),
  },
  strict,
)
export type Law = Static<typeof Law>

/** 城市 — one city profile: who it is and how it names itself. */
export const City = Type.Object(
  {
    id: Id,
    name: Text,
    /** Six digits, GB/T 2260. */
    region: Type.String({ pattern: '^\\d{6}$' }),
    centre: Text,
    hotline: Type.String(),
    demo: Type.Boolean(),
    'document-word': Type.String(),
    /** Codes of items to show first while nobody has applied for anything yet. */
    popular: Type.Optional(Type.Array(Type.String())),
  },
  strict,
)
export type City = Static<typeof City>
