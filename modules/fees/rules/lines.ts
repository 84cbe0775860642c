/** What a case is charged: the lines of its fees, each by its own rule, and those an officer must assess. */
import { type Basis, type Fee, type FeeLine, type FormValues, feeIsReckonedByItsRule } from '@mashang/flow'
import { type Refusal, refuse, type Words } from '@mashang/kit'
import type { ChargedLine } from '../contract/entries.ts'

export interface Reckoned {
  readonly lines: readonly ChargedLine[]
  /** Fees whose amount no rule says. */
  readonly open: readonly Fee[]
}

export function linesOf(fees: readonly Fee[], form: FormValues): Reckoned {
  const found = feeIsReckonedByItsRule(fees, form)
  return {
    lines: found.flatMap((line) => (line.amount === undefined ? [] : [chargedLine(line, line.amount)])),
    open: found.flatMap(({ fee, amount }) => (amount === undefined ? [fee] : [])),
  }
}

/** 核定 — every fee that no rule reckons gets an amount from an officer, and no other does. */
export function everyOpenFeeIsAssessed(
  { lines, open }: Reckoned,
  amounts: readonly { readonly name: string; readonly amount: number }[],
): readonly ChargedLine[] | Refusal {
  const law = { rule: 'everyOpenFeeIsAssessed' }
  const stranger = amounts.find(({ name }) => !open.some((fee) => fee.name.zh === name))
  if (stranger) return refuse('fee-not-open', { ...law, facts: { fee: stranger.name } })
  const missing = open.find((fee) => !amounts.some(({ name }) => name === fee.name.zh))
  if (missing) return refuse('fee-not-assessed', { ...law, facts: { fee: bothOf(missing.name) } })
  return [
    ...lines,
    ...open.map((fee) => chargedLine({ fee }, amounts.find(({ name }) => name === fee.name.zh)?.amount ?? 0)),
  ]
}

export function totalOf(lines: readonly ChargedLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0)
}

function chargedLine({ fee, full, how, reduction }: FeeLine, amount: number): ChargedLine {
  return {
    name: bothOf(fee.name),
    amount,
    full: full ?? amount,
    ...(how ? { how } : {}),
    ...(reduction
      ? {
          reduction: {
            percent: reduction.percent,
            reason: bothOf(reduction.reason),
            basis: articleOf(reduction.basis),
          },
        }
      : {}),
    basis: articleOf(fee.basis),
    due: fee.due ?? 'before-delivery',
    refunds: fee.refunds ?? [],
  }
}

export function articleOf({ law, article }: Basis): string {
  return [law, article].filter(Boolean).join(' ')
}

export function bothOf({ zh, en = zh }: { readonly zh: string; readonly en?: string }): Words {
  return { zh, en }
}
