/** 网上缴费 — an order at the provider, and what the provider tells of it. */
import { type Actor, actorOf, type Handlers, isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { feesEndpoints } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { getChargeFor, isOnline, viewOf } from '../queries/charge-view.ts'
import { aFeeIsPaidOnceInFull, anOrderIsBookedOnceToTheFen, type PaidOrder } from '../rules/pay.ts'
import { type ChargeEntry, type FoundCharge, findChargeByOrder, writeCharge } from '../store/charges.ts'
import { bookingDay } from '../store/days.ts'
import { takeOrderNumber, takeReceipt } from '../store/numbers.ts'

type Online = Pick<
  Handlers<typeof feesEndpoints>,
  'payOnline' | 'receiveCallback' | 'checkPayment' | 'getDemoOrder' | 'payAtDemoCounter'
>

const TRIES = 10

export function onlineCommands(inside: Inside): Online {
  const ownOrder = async (order: string, who: Parameters<Online['getDemoOrder']>[0]['who']) => {
    const charge = (await findChargeByOrder(inside, order))?.charge
    const isOwn = charge && who.kind === 'citizen' && charge.payer.personId === who.id
    const found = isOwn ? await inside.demo?.findOrder(order) : undefined
    return found ?? refuse('order-not-found', { facts: { order } })
  }
  return {
    payOnline: ({ who, params }) => payOnline(inside, who, params.id),
    receiveCallback: async ({ params, input }) => {
      const { provider } = inside
      if (!provider || provider.id !== params.provider)
        return refuse('provider-unknown', { facts: { provider: params.provider } })
      const paid = provider.readCallback(input)
      if (isRefusal(paid)) return paid
      const booked = await bookOrder(inside, paid)
      return isRefusal(booked) ? booked : { outcome: booked }
    },
    checkPayment: async ({ who, params }) => {
      const all = await getChargeFor(inside, params.id, who)
      if (isRefusal(all)) return all
      for (const { order } of all.found.charge.orders) {
        const paid = await inside.provider?.query(order)
        const booked = paid && (await bookOrder(inside, paid))
        if (isRefusal(booked)) return booked
      }
      const after = await getChargeFor(inside, params.id, who)
      return isRefusal(after) ? after : viewOf(inside, after, who)
    },
    getDemoOrder: async ({ who, params }) => {
      const found = await ownOrder(params.order, who)
      if (isRefusal(found)) return found
      const { number, ...rest } = found
      return { order: number, ...rest }
    },
    payAtDemoCounter: async ({ who, params }) => {
      const found = await ownOrder(params.order, who)
      if (isRefusal(found) || !inside.demo) return isRefusal(found) ? found : refuse('order-not-found')
      const callback = await inside.demo.pay(params.order, inside.clock.now())
      if (isRefusal(callback)) return callback
      const paid = inside.demo.readCallback(callback)
      if (isRefusal(paid)) return paid
      const booked = await bookOrder(inside, paid)
      // What was sent back at once is told on the page of the fees.
      return isRefusal(booked) && booked.code !== 'order-expired' ? booked : { backTo: found.backTo }
    },
  }
}

async function payOnline(inside: Inside, who: Parameters<Online['payOnline']>[0]['who'], caseId: string) {
  const { provider, clock, city } = inside
  const all = await getChargeFor(inside, caseId, who)
  if (isRefusal(all)) return all
  const { charge, id } = all.found
  const shut = aFeeIsPaidOnceInFull(charge)
  if (shut) return shut
  if (!provider || !isOnline(inside, charge)) return refuse('online-payment-not-offered')
  const now = clock.now()
  // An order that stands for a while yet is paid, not made again.
  const standing = charge.orders.at(-1)
  if (standing && new Date(standing.expires).getTime() > now.getTime() + 60_000) {
    const { payAt } = await provider.createOrder(orderToPay(charge, standing, caseId))
    return { order: standing.order, payAt, expires: standing.expires }
  }
  const order = await takeOrderNumber(inside)
  const expires = new Date(now.getTime() + city['order-minutes'] * 60_000).toISOString()
  const content = { order, amount: charge.total, provider: provider.id, expires }
  // Journaled before the provider knows: money that comes for it is always ours.
  const written = await writeCharge(inside, id, all.found, [{ kind: 'ordered', content }], actorOf(who))
  if (isRefusal(written)) return written
  const { payAt } = await provider.createOrder(orderToPay(charge, content, caseId))
  return { order, payAt, expires }
}

function orderToPay(
  charge: FoundCharge['charge'],
  { order, amount, expires }: { order: string; amount: number; expires: string },
  caseId: string,
) {
  return {
    number: order,
    amount,
    expires,
    subject: `${charge.item.name.zh} ${charge.number}`,
    backTo: `/my/applications/${caseId}/fees`,
  }
}

/** Books what a provider says was paid, however often it says so; money that is not wanted goes back at once. */
async function bookOrder(
  inside: Inside,
  paid: PaidOrder,
): Promise<'booked' | 'known' | 'sent-back' | Refusal> {
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await findChargeByOrder(inside, paid.order)
    const verdict = anOrderIsBookedOnceToTheFen(found?.charge, paid)
    if (isRefusal(verdict)) return verdict
    if (verdict.do === 'nothing' || !found) return 'known'
    const entry =
      verdict.do === 'book' ? await booking(inside, paid) : await sendingBack(inside, paid, verdict.why)
    const written = await writeCharge(inside, found.id, found, [entry], providerActor(inside))
    if (!isRefusal(written)) {
      if (verdict.do === 'send-back' && verdict.why === 'expired')
        return refuse('order-expired', { rule: 'anOrderIsBookedOnceToTheFen', facts: { order: paid.order } })
      return verdict.do === 'book' ? 'booked' : 'sent-back'
    }
    if (written.code !== 'case-changed') return written
  }
  throw new Error(`the order ${paid.order} could not be booked in ${TRIES} tries`)
}

function providerActor({ provider }: Inside): Actor {
  return { kind: 'system', id: `fees.provider.${provider?.id ?? 'none'}`, name: '' }
}

async function booking(inside: Inside, { order, amount, reference }: PaidOrder): Promise<ChargeEntry> {
  const [day, receipt] = [await bookingDay(inside), await takeReceipt(inside)]
  return { kind: 'paid', content: { method: 'online', amount, order, day, receipt, reference } }
}

async function sendingBack(
  inside: Inside,
  { order, amount }: PaidOrder,
  why: 'paid-already' | 'expired' | 'closed',
): Promise<ChargeEntry> {
  const reference = (await inside.provider?.refund({ order, refund: `back-${order}`, amount })) ?? ''
  return { kind: 'sent-back', content: { order, amount, why, day: await bookingDay(inside), reference } }
}
