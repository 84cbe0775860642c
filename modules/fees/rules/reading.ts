/** Who may see and do what about the fees of a case. */
import type { StaffRole, Who } from '@mashang/kit'
import { type Charge, refundStatusOf, statusOf } from './charge.ts'
import { hasRefundUnderWay, leftOf } from './refund.ts'

/** How a reader stands to the fees of a case; undefined = to him there are none. */
export type Standing = 'payer' | 'cashier' | 'office' | 'supervisor'

const OFFICE: readonly StaffRole[] = ['handling-officer', 'approval-head']

/** The payer reads his own, an office its organ's; the till and the windows take for every organ, supervision reads all. */
export function standingOf(
  who: Who,
  { organ, personId }: { readonly organ: string; readonly personId: string },
): Standing | undefined {
  if (who.kind === 'citizen') return who.id === personId ? 'payer' : undefined
  if (who.kind !== 'staff') return undefined
  if (who.roles.includes('cashier')) return 'cashier'
  if (who.organ === organ && who.roles.some((role) => OFFICE.includes(role))) return 'office'
  if (who.roles.includes('window-clerk')) return 'office'
  return who.roles.includes('supervisor') ? 'supervisor' : undefined
}

/** Whether a reader rules on refunds of an organ: supervision on all, its head on its own. */
export function mayRule(who: Who, organ: string): boolean {
  if (who.kind !== 'staff') return false
  return who.roles.includes('supervisor') || (who.organ === organ && who.roles.includes('approval-head'))
}

/** Commands a reader may give now, by the endpoint's name; the rules themselves still judge each of them. */
export function actionsOf(who: Who, charge: Charge): readonly string[] {
  const status = statusOf(charge)
  if (who.kind === 'citizen') return actionsOfPayer(charge)
  if (who.kind !== 'staff') return []
  const has = (role: StaffRole) => who.roles.includes(role)
  const officer = who.organ === charge.organ && has('handling-officer')
  const inState = (state: string) => charge.refunds.filter((one) => refundStatusOf(one) === state)
  const open = inState('asked')
  return [
    ...(status === 'owed' && has('cashier') ? ['takePayment'] : []),
    ...(charge.payment && leftOf(charge) > 0 && (has('cashier') || officer) ? ['askRefund'] : []),
    ...(open.some(({ by }) => by.id !== who.id) && mayRule(who, charge.organ) ? ['ruleRefund'] : []),
    ...(inState('requested').length > 0 && has('cashier') ? ['answerRefundRequest'] : []),
    ...(inState('approved').length > 0 && has('cashier') ? ['payRefund'] : []),
  ]
}

function actionsOfPayer(charge: Charge): readonly string[] {
  if (statusOf(charge) === 'owed') return ['payOnline']
  return charge.payment && leftOf(charge) > 0 && !hasRefundUnderWay(charge) ? ['requestRefund'] : []
}
