/** The accounts of a day: what moved, what the bank says, what each till holds. */
import type { Who } from '@mashang/kit'
import type { ComparedView, DayView } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import type { Day } from '../rules/day.ts'
import { type Compared, linesMatchToTheFen } from '../rules/reconcile.ts'
import { movementsOf } from '../store/days.ts'

type Moved = Awaited<ReturnType<typeof movementsOf>>[number]

const sum = (list: readonly Moved[]) => list.reduce((total, { amount }) => total + amount, 0)
const into = (list: readonly Moved[]) => list.filter(({ kind }) => kind === 'in')
const out = (list: readonly Moved[]) => list.filter(({ kind }) => kind === 'out')

/** What a day adds up to, from the movements that stand in it. */
export async function reckonDay(inside: Inside, day: Day) {
  const moved = await movementsOf(inside, day.day)
  const bank = moved.filter(({ method }) => method !== 'cash')
  const ours = bank.map(({ order_number: order, kind, amount, at }) => ({ order, kind, amount, at }))
  return {
    moved,
    throughBank: bank.length,
    compared: day.file ? linesMatchToTheFen(ours, day.file.lines) : [],
    tills: tillsOf(day, moved),
    received: sum(into(moved)),
    refunded: sum(out(moved)),
  }
}

function tillsOf(day: Day, moved: readonly Moved[]) {
  const atWindows = moved.filter(({ method }) => method !== 'online')
  const cashiers = new Map(atWindows.map(({ by_id: id, by_name: name }) => [id, name]))
  return [...cashiers].map(([id, name]) => {
    const own = atWindows.filter(({ by_id }) => by_id === id)
    const cash = own.filter(({ method }) => method === 'cash')
    const count = day.tills.get(id)
    const [received, paidOut] = [sum(into(cash)), sum(out(cash))]
    return {
      cashier: { id, name },
      received,
      paidOut,
      expected: received - paidOut,
      card: sum(into(own.filter(({ method }) => method === 'card'))),
      payments: into(own).length,
      ...(count
        ? { counted: count.counted, note: count.note, countedAt: count.at, countedFor: count.expected }
        : {}),
    }
  })
}

export async function dayViewOf(inside: Inside, day: Day, who: Who): Promise<DayView> {
  const { moved, compared, tills } = await reckonDay(inside, day)
  const count = (state: Compared['state']) => compared.filter((one) => one.state === state).length
  const numbers = new Map(moved.map(({ order_number: order, case_number: number }) => [order, number]))
  return {
    day: day.day,
    totals: (['cash', 'card', 'online'] as const).map((method) => {
      const own = moved.filter((one) => one.method === method)
      return { method, received: sum(into(own)), refunded: sum(out(own)), payments: into(own).length }
    }),
    ...(day.file
      ? {
          file: {
            name: day.file.name,
            lines: day.file.lines.length,
            encoding: day.file.encoding,
            at: day.file.at,
            by: day.file.by,
          },
        }
      : {}),
    compared: compared.map((one): ComparedView => {
      const settled = day.settled.get(one.key)
      const number = numbers.get(one.order)
      return {
        ...one,
        ...(number ? { number } : {}),
        ...(settled ? { settled: { note: settled.note, by: settled.by, at: settled.at } } : {}),
      }
    }),
    counts: {
      matched: count('matched'),
      oursOnly: count('ours-only'),
      bankOnly: count('bank-only'),
      differs: count('amount-differs'),
      open: compared.filter(({ state, key }) => state !== 'matched' && !day.settled.has(key)).length,
    },
    tills: tills.map(({ countedFor: _, ...till }) => ({
      ...till,
      own: who.kind === 'staff' && who.id === till.cashier.id,
    })),
    ...(day.signed ? { signed: { at: day.signed.at, by: day.signed.by } } : {}),
  }
}
