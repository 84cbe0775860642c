/**
 * Fields: one description renders the web form, validates on the server and in the browser, and prints on the PDF.
 */
import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false }

/** A pair of texts; Chinese is always there, English where a citizen reads it. */
export const Text = Type.Object(
  { zh: Type.String({ minLength: 1 }), en: Type.Optional(Type.String({ minLength: 1 })) },
  strict,
)
export type Text = Static<typeof Text>

const Id = Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$' })

/** One comparison with a field's value. No scripts, no expression language: comparisons joined by all/any. */
export const Comparison = Type.Object(
  {
    field: Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}(\\.[a-z][a-z0-9-]{0,40})?$' }),
    is: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
    'is-not': Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
    'one-of': Type.Optional(Type.Array(Type.Union([Type.String(), Type.Number()]))),
    over: Type.Optional(Type.Number()),
    under: Type.Optional(Type.Number()),
    filled: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type Comparison = Static<typeof Comparison>

export const Condition = Type.Union([
  Comparison,
  Type.Object({ all: Type.Array(Comparison, { minItems: 1 }) }, strict),
  Type.Object({ any: Type.Array(Comparison, { minItems: 1 }) }, strict),
])
export type Condition = Static<typeof Condition>

const FIELD_TYPES = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'yes-no',
  'choice',
  'choices',
  'address',
  'phone',
  'email',
  'id-card',
  'uscc',
  'project-code',
  'licence',
  'list',
  'signature',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

const FieldOption = Type.Object({ value: Type.String({ minLength: 1 }), label: Text }, strict)

/** What one column of a list may be: whatever fits into a cell. */
const COLUMN_TYPES = [
  'text',
  'number',
  'money',
  'date',
  'yes-no',
  'choice',
  'phone',
  'email',
  'id-card',
  'uscc',
] as const

/** One column of a list; lists do not nest. */
export const Column = Type.Object(
  {
    id: Id,
    label: Text,
    type: Type.Enum(COLUMN_TYPES),
    required: Type.Optional(Type.Boolean()),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    'max-length': Type.Optional(Type.Integer({ minimum: 1 })),
    unit: Type.Optional(Text),
    options: Type.Optional(Type.Array(FieldOption, { minItems: 2 })),
    rule: Type.Optional(Type.String()),
    personal: Type.Optional(Type.Boolean()),
    example: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  },
  strict,
)
export type Column = Static<typeof Column>

/**
 * One field of a form. Lengths are characters, `money` is integer fen, `date` is YYYY-MM-DD; `licence` is the number of
 * a licence of the type that the item `concerns`, chosen from those the applicant holds.
 */
export const Field = Type.Object(
  {
    id: Id,
    label: Text,
    hint: Type.Optional(Text),
    type: Type.Enum(FIELD_TYPES),
    /** Heading under which the field stands; consecutive fields of one section make one page of the form. */
    section: Type.Optional(Text),
    required: Type.Optional(Type.Boolean()),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    'min-length': Type.Optional(Type.Integer({ minimum: 0 })),
    'max-length': Type.Optional(Type.Integer({ minimum: 1 })),
    unit: Type.Optional(Text),
    options: Type.Optional(Type.Array(FieldOption, { minItems: 2 })),
    /** For `list`: what each row holds, and how many rows there are. */
    columns: Type.Optional(Type.Array(Column, { minItems: 1, maxItems: 12 })),
    'min-rows': Type.Optional(Type.Integer({ minimum: 0, maximum: 50 })),
    'max-rows': Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    /** For `address`: the level down to which the region is chosen. */
    level: Type.Optional(Type.Enum(['district', 'street', 'community'])),
    /** Shown, asked and kept only when the condition holds. */
    when: Type.Optional(Condition),
    /** Name of a rule of the closed register (`field-rules.ts`), e.g. `dayIsInTheFuture`. */
    rule: Type.Optional(Type.String()),
    /** Personal data: masked wherever the reader does not need it. */
    personal: Type.Optional(Type.Boolean()),
    /** What a filled sample shows. */
    example: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
    /** Filled in from the applicant's account: name, phone, id-card, enterprise-name, uscc. */
    prefill: Type.Optional(Type.Enum(['name', 'phone', 'id-card', 'enterprise-name', 'uscc'])),
  },
  strict,
)
export type Field = Static<typeof Field>

/** Value of an address: the region's code (12 digits for a community) and the rest in words. */
export interface AddressValue {
  readonly region: string
  readonly detail: string
}

/** One row of a list, keyed by the ids of its columns. */
export type RowValue = Readonly<Record<string, string | number | boolean>>

/** A declaration that was ticked: the name that was typed, and when (ISO 8601; empty while it is not ticked). */
export interface SignatureValue {
  readonly signed: string
  readonly at: string
}

export type FieldValue =
  | string
  | number
  | boolean
  | readonly string[]
  | AddressValue
  | readonly RowValue[]
  | SignatureValue

/** What was filled in, keyed by field id. */
export type FormValues = Readonly<Record<string, FieldValue>>
