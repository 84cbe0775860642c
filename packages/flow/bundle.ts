/**
 * 一件事 — a bundle as data: several service items that one person asks for, for one purpose; which of them a circumstance
 * calls for, what comes after what, and which of their questions and materials are the same.
 */

import { isRefusal } from '@mashang/kit'
import { type Static, Type } from 'typebox'
import { holds } from './condition.ts'
import type { Work } from './critical-path.ts'
import type { ServiceItem } from './definition.ts'
import { Condition, Field, type FieldValue, type FormValues, Text } from './field.ts'
import { parsePeriod } from './period.ts'
import { strict } from './shape.ts'
import type { SameThings } from './sheet.ts'

const Id = Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$' })
/** `<part>.<field or material>`. */
const Ref = Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}\\.[a-z][a-z0-9-]{0,40}$' })
const Value = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Array(Type.String())])

const BundlePart = Type.Object(
  {
    id: Id,
    /** Code of the service item. */
    item: Type.String(),
    /** Answers to the circumstances under which it is needed; without them always. */
    when: Type.Optional(Condition),
    /** What must be granted first; all others are decided side by side. */
    after: Type.Optional(Type.Array(Id)),
    /** When it is needed, in words. */
    why: Type.Optional(Text),
    /** Its grant makes the enterprise in whose name the rest is asked for: what follows is asked once it is there. */
    founds: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type BundlePart = Static<typeof BundlePart>

export const Bundle = Type.Object(
  {
    kind: Type.Literal('bundle'),
    id: Id,
    version: Type.Integer({ minimum: 1 }),
    name: Text,
    summary: Text,
    /** Organ that coordinates the others (牵头部门). */
    lead: Id,
    /** A drawing of the house. */
    drawing: Id,
    conditions: Type.Array(Text, { minItems: 1 }),
    'everyday-words': Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    /** 情形 — what is asked first, and decides which items are needed. */
    circumstances: Type.Array(Field, { minItems: 1 }),
    items: Type.Array(BundlePart, { minItems: 2 }),
    /** Fields that are the same question under different ids. */
    questions: Type.Array(
      Type.Object(
        {
          id: Id,
          label: Type.Optional(Text),
          hint: Type.Optional(Text),
          section: Type.Optional(Text),
          of: Type.Array(Ref, { minItems: 1 }),
        },
        strict,
      ),
    ),
    /** Materials that are the same paper under different names. */
    materials: Type.Array(
      Type.Object({ id: Id, name: Type.Optional(Text), of: Type.Array(Ref, { minItems: 2 }) }, strict),
    ),
    /** Fields that are another question than those of the same id and kind. */
    apart: Type.Optional(Type.Array(Ref)),
    /** Fields whose answer is plain from what the bundle is. */
    given: Type.Optional(Type.Record(Ref, Value)),
    /** Fields that a circumstance answers. */
    answered: Type.Optional(Type.Record(Ref, Id)),
    /** The licence of an earlier item stands for a material of a later one. */
    results: Type.Array(Type.Object({ of: Id, for: Ref }, strict)),
    /** Replayed by `mashang definitions check`. */
    examples: Type.Array(
      Type.Object(
        {
          given: Type.Record(Type.String(), Type.Unknown()),
          items: Type.Array(Id),
          /** Promised limit of the whole. */
          days: Type.String({ pattern: '^\\d{1,3}wd$' }),
        },
        strict,
      ),
      { minItems: 1 },
    ),
    faq: Type.Array(Type.Object({ q: Text, a: Text }, strict)),
  },
  strict,
)
export type Bundle = Static<typeof Bundle>

/** Parts of a bundle that these circumstances call for. */
export function partsNeeded(
  { items }: Pick<Bundle, 'items'>,
  circumstances: FormValues,
): readonly BundlePart[] {
  return items.filter(({ when }) => when === undefined || holds(when, circumstances))
}

const WEEK = 7
const WORKING_WEEK = 5

/** A promised limit in working days; calendar days as a week has them, rounded up. For the drawing, not for the clock. */
export function workingDaysOfLimit(period: string): number {
  const read = parsePeriod(period)
  if (isRefusal(read)) throw new Error(`a promised limit that cannot be read: ${period}`)
  return read.unit === 'wd' ? read.count : Math.ceil((read.count * WORKING_WEEK) / WEEK)
}

/** A part of a bundle with the item in force. */
export interface PartWithItem {
  readonly part: BundlePart
  readonly item: ServiceItem
}

/** The parts as works on a critical path; what waits for a part that is not needed waits for nothing. */
export function worksOfParts(parts: readonly PartWithItem[]): readonly Work[] {
  return parts.map(({ part, item }) => ({
    id: part.id,
    days: workingDaysOfLimit(item.limits.promised.days),
    after: part.after ?? [],
  }))
}

/** What a bundle says is the same in the items of its parts, by their codes. */
export function sameThingsOf(
  bundle: Bundle,
  parts: readonly PartWithItem[],
  circumstances: FormValues,
): SameThings {
  const codes = new Map(parts.map(({ part, item }) => [part.id, item.code]))
  const named = (ref: string) => {
    const [part = '', id = ''] = ref.split('.')
    const code = codes.get(part)
    return code === undefined ? [] : [`${code}.${id}`]
  }
  const given: Record<string, FieldValue> = {}
  for (const [ref, value] of Object.entries(bundle.given ?? {}))
    for (const place of named(ref)) given[place] = value
  for (const [ref, circumstance] of Object.entries(bundle.answered ?? {})) {
    const value = circumstances[circumstance]
    if (value !== undefined) for (const place of named(ref)) given[place] = value
  }
  return {
    questions: bundle.questions.map((one) => ({ ...one, of: one.of.flatMap(named) })),
    materials: bundle.materials.map((one) => ({ ...one, of: one.of.flatMap(named) })),
    apart: new Set((bundle.apart ?? []).flatMap(named)),
    given,
  }
}
