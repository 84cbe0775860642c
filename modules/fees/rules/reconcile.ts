/** 对账 — ours against the bank's, to the fen, by order number; each difference is settled with a note. */
import { type Refusal, refuse } from '@mashang/kit'
import type { BankLine } from '../contract/entries.ts'

/** Money that moved, as our journals say it. */
export interface OurLine {
  readonly order: string
  readonly kind: 'in' | 'out'
  readonly amount: number
  readonly at: string
}

export type Difference = 'matched' | 'ours-only' | 'bank-only' | 'amount-differs'

export interface Compared {
  /** What a settlement is about; it lapses when the difference changes. */
  readonly key: string
  readonly state: Difference
  readonly order: string
  readonly kind: 'in' | 'out'
  readonly ours?: number
  readonly bank?: number
}

/** Every movement once, in order of its number. A line that the bank names twice is matched once. */
export function linesMatchToTheFen(ours: readonly OurLine[], bank: readonly BankLine[]): readonly Compared[] {
  const rest = [...bank]
  const found = ours.map(({ order, kind, amount }): Compared => {
    const same = rest.filter((line) => line.order === order && line.kind === kind)
    const line = same.find((one) => one.amount === amount) ?? same[0]
    if (line) rest.splice(rest.indexOf(line), 1)
    const state = !line ? 'ours-only' : line.amount === amount ? 'matched' : 'amount-differs'
    return keyed({ state, order, kind, ours: amount, ...(line ? { bank: line.amount } : {}) })
  })
  const strange = rest.map(({ order, kind, amount }) =>
    keyed({ state: 'bank-only', order, kind, bank: amount }),
  )
  return [...found, ...strange].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
}

function keyed(line: Omit<Compared, 'key'>): Compared {
  return { key: [line.state, line.order, line.kind, line.ours ?? '', line.bank ?? ''].join('|'), ...line }
}

/** A day that is signed takes no more changes. */
export function aClosedDayTakesNoMoreChanges(day: {
  readonly day: string
  readonly signed?: unknown
}): Refusal | undefined {
  return day.signed
    ? refuse('day-is-closed', { rule: 'aClosedDayTakesNoMoreChanges', facts: { day: day.day } })
    : undefined
}

/** Signed once the bank's file was read where money moved through it, nothing is open, and every till was counted. */
export function aDayIsSignedWhenEverythingIsSettled(day: {
  readonly hasFile: boolean
  readonly throughBank: number
  readonly open: number
  readonly tillsToCount: readonly string[]
}): Refusal | undefined {
  const rule = 'aDayIsSignedWhenEverythingIsSettled'
  if (day.throughBank > 0 && !day.hasFile) return refuse('bank-file-missing', { rule })
  if (day.open > 0) return refuse('differences-open', { rule, facts: { count: day.open } })
  if (day.tillsToCount.length > 0)
    return refuse('till-not-counted', { rule, facts: { names: day.tillsToCount } })
  return undefined
}
