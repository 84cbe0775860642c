/**
 * 收费 — what an item costs: a fixed amount, or one reckoned from the form by a rule that is data. Integer fen
 * throughout: quantities are taken to a millionth and multiplied as whole numbers.
 */
import { type Static, Type } from 'typebox'
import { holds, isFilled } from './condition.ts'
import { Condition, type FormValues, Text } from './field.ts'
import { Basis, Id, strict } from './shape.ts'

const Fen = Type.Integer({ minimum: 0 })

/** How an amount comes out of the form: one of `unit`, `rates`, `tiers`; the first two times what `per` names. */
export const FeeReckoning = Type.Object(
  {
    /** Fen for one. */
    unit: Type.Optional(Fen),
    /** Fen for one, by what was chosen. */
    rates: Type.Optional(
      Type.Object(
        {
          by: Id,
          of: Type.Array(Type.Object({ is: Type.String({ minLength: 1 }), amount: Fen }, strict), {
            minItems: 1,
          }),
        },
        strict,
      ),
    ),
    /** Fen for all of it, by the first step that a number does not pass; the last has no end. */
    tiers: Type.Optional(
      Type.Object(
        {
          by: Id,
          of: Type.Array(Type.Object({ upto: Type.Optional(Type.Number()), amount: Fen }, strict), {
            minItems: 1,
          }),
        },
        strict,
      ),
    ),
    /** Fields multiplied with one another: a number counts itself, choices those chosen, a list its rows. */
    per: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 3 })),
    /** So many cost nothing. */
    free: Type.Optional(Type.Number({ minimum: 0 })),
    /** Fen, never more. */
    most: Type.Optional(Fen),
  },
  strict,
)
export type FeeReckoning = Static<typeof FeeReckoning>

/** 减免 — part of a fee, or all of it, that is let off where a condition on the form holds, with its article. */
const FeeReduction = Type.Object(
  { when: Condition, percent: Type.Integer({ minimum: 1, maximum: 100 }), reason: Text, basis: Basis },
  strict,
)

export const FEE_DUE = ['before-decision', 'before-delivery'] as const
export type FeeDue = (typeof FEE_DUE)[number]

export const REFUND_AFTER = ['withdrawn', 'refused', 'declined'] as const
export type RefundAfter = (typeof REFUND_AFTER)[number]

export const Fee = Type.Object(
  {
    name: Text,
    /** Integer fen; absent where it is reckoned, or the standard is a table explained in `standard`. */
    amount: Type.Optional(Fen),
    reckon: Type.Optional(FeeReckoning),
    /** Asked only where the condition on the form holds. */
    when: Type.Optional(Condition),
    reductions: Type.Optional(Type.Array(FeeReduction, { minItems: 1 })),
    /** When it must be paid; a fee that does not say is only told, never asked for. */
    due: Type.Optional(Type.Enum(FEE_DUE)),
    /** What part is given back when the case ends without its result. */
    refunds: Type.Optional(
      Type.Array(
        Type.Object(
          { after: Type.Enum(REFUND_AFTER), percent: Type.Integer({ minimum: 1, maximum: 100 }) },
          strict,
        ),
        { minItems: 1 },
      ),
    ),
    standard: Text,
    basis: Basis,
  },
  strict,
)
export type Fee = Static<typeof Fee>

/** One fee of a case as it was reckoned. */
export interface FeeLine {
  readonly fee: Fee
  /** Fen; undefined where no rule says, and an officer must. */
  readonly amount?: number
  /** Before what was let off. */
  readonly full?: number
  /** Words of quantity and rate: `3 × ¥15.00`; absent of a fixed amount. */
  readonly how?: string
  readonly reduction?: NonNullable<Fee['reductions']>[number]
}

const SCALE = 1_000_000n

/** The fees of an item that are asked for, each by its own rule. Pure: the same form gives the same amounts. */
export function feeIsReckonedByItsRule(fees: readonly Fee[], form: FormValues): readonly FeeLine[] {
  return fees
    .filter(({ due, when }) => due !== undefined && (when === undefined || holds(when, form)))
    .map((fee) => reckon(fee, form))
}

function reckon(fee: Fee, form: FormValues): FeeLine {
  const found = fullAmount(fee, form)
  if (!found) return { fee }
  const reduction = (fee.reductions ?? [])
    .filter((one) => holds(one.when, form))
    .reduce<NonNullable<Fee['reductions']>[number] | undefined>(
      (most, one) => (most && most.percent >= one.percent ? most : one),
      undefined,
    )
  const amount = reduction ? found.full - partOf(found.full, reduction.percent) : found.full
  return { fee, ...found, amount, ...(reduction ? { reduction } : {}) }
}

/** A part in percent of an amount, rounded down to the fen: the reader of the rule never gains a fen by rounding. */
export function partOf(amount: number, percent: number): number {
  return Number((BigInt(amount) * BigInt(percent)) / 100n)
}

function fullAmount(
  { amount, reckon: rule }: Fee,
  form: FormValues,
): { full: number; how?: string } | undefined {
  if (!rule) return amount === undefined ? undefined : { full: amount }
  const flat = rule.tiers && tierOf(rule.tiers, form)
  if (flat !== undefined) return { full: capped(flat, rule.most) }
  const unit = rule.rates ? rateOf(rule.rates, form) : rule.unit
  if (unit === undefined) return undefined
  const quantity = quantityOf(rule, form)
  if (quantity === undefined) return undefined
  const full = Number((quantity * BigInt(unit) + SCALE / 2n) / SCALE)
  const how = rule.per ? `${writtenQuantity(quantity)} × ${writtenFen(unit)}` : undefined
  return { full: capped(full, rule.most), ...(how ? { how } : {}) }
}

const capped = (amount: number, most: number | undefined) =>
  most === undefined ? amount : Math.min(amount, most)

function tierOf({ by, of }: NonNullable<FeeReckoning['tiers']>, form: FormValues): number | undefined {
  const value = form[by]
  if (typeof value !== 'number') return undefined
  return of.find(({ upto }) => upto === undefined || value <= upto)?.amount
}

function rateOf({ by, of }: NonNullable<FeeReckoning['rates']>, form: FormValues): number | undefined {
  return of.find(({ is }) => is === form[by])?.amount
}

/** In millionths; undefined where a field that it needs is empty. Below nothing there is nothing. */
function quantityOf({ per = [], free = 0 }: FeeReckoning, form: FormValues): bigint | undefined {
  let product = SCALE
  for (const id of per) {
    const value = form[id]
    const count = typeof value === 'number' ? value : Array.isArray(value) ? value.length : undefined
    if (count === undefined || !Number.isFinite(count)) return undefined
    product = (product * scaled(count)) / SCALE
  }
  const rest = product - scaled(free)
  return rest > 0n ? rest : 0n
}

function scaled(value: number): bigint {
  return BigInt(value.toFixed(6).replace('.', ''))
}

function writtenQuantity(quantity: bigint): string {
  const [whole, rest] = [quantity / SCALE, quantity % SCALE]
  const fraction = String(rest).padStart(6, '0').replace(/0+$/, '')
  return fraction === '' ? String(whole) : `${whole}.${fraction}`
}

function writtenFen(fen: number): string {
  return `¥${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** Fields that the rule of a fee reads. */
export function fieldsOfFee({ reckon: rule }: Fee): readonly string[] {
  return [...(rule?.per ?? []), rule?.rates?.by, rule?.tiers?.by].filter((id) => isFilled(id)) as string[]
}

/** What part of what was paid for a fee is given back by its rule, in fen. */
export function refundableByRule(fee: Pick<Fee, 'refunds'>, amount: number, after: RefundAfter): number {
  const rule = fee.refunds?.find((one) => one.after === after)
  return rule ? partOf(amount, rule.percent) : 0
}
