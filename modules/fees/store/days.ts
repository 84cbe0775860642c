/** The accounts of a day: loaded, written, and what moved in them. */
import { type Actor, addDays, isRefusal, legalDayOf, type Refusal } from '@mashang/kit'
import type { Inside } from '../inside.ts'
import { type Day, dayOf, type OpenedDayEntries } from '../rules/day.ts'
import { dayIdFor } from '../rules/ids.ts'
import { saveDay } from './summaries.ts'

export type DayEntry = {
  [K in keyof OpenedDayEntries]: { readonly kind: K; readonly content: OpenedDayEntries[K] }
}[keyof OpenedDayEntries]

const STREAM = 'fee-day'

export async function findDay(inside: Inside, day: string): Promise<Day> {
  const found = dayOf(await inside.journal.read(STREAM, dayIdFor(day)))
  return found ?? { day, revision: 0, settled: new Map(), tills: new Map() }
}

export async function writeDay(
  inside: Inside,
  before: Day,
  entry: DayEntry,
  actor: Actor,
): Promise<Day | Refusal> {
  const id = dayIdFor(before.day)
  const at = inside.clock.now().toISOString()
  const opened: DayEntry = { kind: 'opened', content: { day: before.day } }
  const news = before.revision === 0 ? [opened, entry] : [entry]
  const entries = await inside.journal.read(STREAM, id)
  const folded = news.map((one, i) => ({ ...one, revision: before.revision + i + 1, at, actor }))
  const day = dayOf([...entries, ...folded])
  if (!day) throw new Error('a day that is written to exists')
  const appended = await inside.journal.append({
    stream: STREAM,
    caseId: id,
    expected: before.revision,
    at,
    actor,
    entries: news,
    alongside: saveDay(inside.db, id, day),
  })
  return isRefusal(appended) ? appended : day
}

/** Day in whose accounts money stands that moves now: today, or the first after it that is not signed yet. */
export async function bookingDay({ db, clock }: Inside): Promise<string> {
  let day = legalDayOf(clock.now())
  const signed = await db
    .selectFrom('day')
    .select('day')
    .where('day', '>=', day)
    .where('signed_at', 'is not', null)
    .execute()
  const closed = new Set(signed.map((one) => String(one.day)))
  while (closed.has(day)) day = addDays(day, 1)
  return day
}

export async function movementsOf({ db }: Inside, day: string) {
  const rows = await db
    .selectFrom('movement')
    .selectAll()
    .where('day', '=', day)
    .orderBy('at')
    .orderBy('order_number')
    .execute()
  return rows.map((row) => ({ ...row, amount: Number(row.amount), at: row.at.toISOString() }))
}
