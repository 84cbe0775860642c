/**
 * Payments of the demonstration: one case that owes, one paid online of which the payer asks something back, one paid in
 * cash with a refund that waits for its approval.
 */
import { approvalsEndpoints } from '@mashang/approvals/contract'
import { feesEndpoints } from '@mashang/fees/contract'
import { identityEndpoints } from '@mashang/identity/contract'
import type { Who } from '@mashang/kit'
import type { Door } from '../door.ts'
import { must } from './must.ts'

const HOUR = 3_600_000

export interface SeedFees {
  readonly door: Door
  readonly clock: { set(at: Date): void }
  readonly citizens: readonly { readonly who: Who }[]
  readonly now: Date
  /** As the subscriber does a moment later. */
  follow(caseId: string): Promise<void>
}

export async function seedFees(needs: SeedFees): Promise<void> {
  needs.clock.set(new Date(needs.now.getTime() - HOUR / 2))
  for (const { who } of needs.citizens) await followed(needs, who)
  const second = needs.citizens[1]
  const permit = second && (await owingOf(needs, second.who))
  if (!permit) return
  await payOnline(needs, permit)
  await payInCash(needs)
  needs.clock.set(needs.now)
}

/** Every accepted case of a citizen asks for what it owes. */
async function followed(needs: SeedFees, who: Who): Promise<void> {
  const mine = must(await callerOf(needs.door, who, approvalsEndpoints).listMyApplications({})).applications
  for (const { id, status } of mine) if (status === 'under-review') await needs.follow(id)
}

interface Owing {
  readonly who: Who
  readonly caseId: string
}

async function owingOf({ door }: SeedFees, who: Who): Promise<Owing | undefined> {
  const { charges } = must(await callerOf(door, who, feesEndpoints).listMyCharges({}))
  const owed = charges.find(({ status }) => status === 'owed')
  return owed && { who, caseId: owed.caseId }
}

async function payOnline({ door }: SeedFees, { who, caseId }: Owing): Promise<void> {
  const me = callerOf(door, who, feesEndpoints)
  const { order } = must(await me.payOnline({ params: { id: caseId }, input: {} }))
  must(await me.payAtDemoCounter({ params: { order }, input: {} }))
  const { charge } = must(await me.getMyFees({ params: { id: caseId } }))
  must(
    await me.requestRefund({
      params: { id: caseId },
      input: {
        amount: charge?.total ?? 0,
        cause: 'paid-twice',
        reason: '网上付款后以为没有成功，又到窗口交了一次现金，票据号码 0000000019。',
      },
    }),
  )
}

/** The last citizen paid at the window, and says afterwards that it was too much. */
async function payInCash(needs: SeedFees): Promise<void> {
  const last = needs.citizens.at(-1)
  const owing = last && (await owingOf(needs, last.who))
  if (!owing) return
  const till = callerOf(needs.door, await cashierOf(needs.door), feesEndpoints)
  const params = { id: owing.caseId }
  const seen = must(await till.getFeesAtDesk({ params })).charge
  if (!seen) return
  const tendered = Math.ceil(seen.total / 10_000) * 10_000
  const input = { expected: seen.revision, method: 'cash' as const, tendered }
  const paid = must(await till.takePayment({ params, input })).charge
  must(
    await till.askRefund({
      params,
      input: {
        expected: paid?.revision ?? 0,
        amount: 1000,
        grounds: 'mistake',
        reason: '只需要一本证书，多收了增领工本费。',
      },
    }),
  )
}

/** The account itself: its till is counted by whoever signs in with it. */
async function cashierOf(door: Door): Promise<Who> {
  const roles = ['administrator'] as const
  const office: Who = { kind: 'staff', id: 'demo', name: '', organ: 'data-bureau', roles, session: 'demo' }
  const { staff } = must(await callerOf(door, office, identityEndpoints).listStaff({}))
  const found = staff.find((one) => one.roles.includes('cashier'))
  if (!found) throw new Error('the demonstration has no cashier')
  const { id, name, organ } = found
  return { kind: 'staff', id, name, organ, roles: ['cashier'], session: 'demo' }
}

function callerOf<T extends typeof feesEndpoints | typeof approvalsEndpoints | typeof identityEndpoints>(
  door: Door,
  who: Who,
  table: T,
) {
  return door.clientOf(table, { who, expired: false, language: 'zh', csrfToken: '' }, {})
}
