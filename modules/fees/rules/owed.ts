/** What a case owes that is due by a certain step of it. */
import type { Basis, Fee, FeeDue } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import { type Charge, statusOf } from './charge.ts'
import { bothOf } from './lines.ts'

interface Owed {
  readonly amount?: number
  readonly fee: Words
  readonly due: FeeDue
  readonly basis: Basis
}

const isDue = (due: FeeDue, before: FeeDue) => due === 'before-decision' || before === 'before-delivery'

/** A charge is paid as a whole, hence owed by the first of its days; a fee that nobody assessed is owed, too. */
export function owedOf(open: readonly Fee[], charge: Charge | undefined, before: FeeDue): Owed | undefined {
  if (!charge) {
    const fee = open.find(({ due }) => due !== undefined && isDue(due, before))
    return fee?.due && { fee: bothOf(fee.name), due: fee.due, basis: fee.basis }
  }
  if (statusOf(charge) !== 'owed' || charge.total === 0) return undefined
  const line = charge.lines.find(({ due, amount }) => amount > 0 && isDue(due, before))
  return line && { amount: charge.total, fee: line.name, due: line.due, basis: { law: line.basis } }
}
