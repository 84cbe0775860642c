import { legalDayOf } from '@mashang/kit'
import { type RawBuilder, sql } from 'kysely'
import type { FigureCase, FigureName } from '../contract/index.ts'
import { type Inside, organName } from '../inside.ts'
import type { CaseRow } from '../store/tables.ts'
import type { Asked } from './figures.ts'

/** Lines of a page of a list. */
export const PAGE = 50

type Where = (asked: Asked, today: string, tomorrow: string) => RawBuilder<unknown>

const concluded =
  (which: RawBuilder<unknown>): Where =>
  ({ from, to }) =>
    sql`concluded_on between ${from} and ${to} and ${which}`
const open =
  (which: (today: string, tomorrow: string) => RawBuilder<unknown>): Where =>
  (_, today, tomorrow) =>
    sql`concluded_on is null and ${which(today, tomorrow)}`

/** Which cases make up each number; the same conditions that the figures and the board count by. */
const BEHIND: Readonly<Record<Exclude<FigureName, 'passes'>, Where>> = {
  received: ({ from, to }) => sql`received_on between ${from} and ${to}`,
  accepted: ({ from, to }) => sql`accepted_on between ${from} and ${to}`,
  concluded: concluded(sql`true`),
  granted: concluded(sql`status = 'granted'`),
  refused: concluded(sql`status = 'refused'`),
  declined: concluded(sql`status = 'declined'`),
  notNeeded: concluded(sql`status = 'not-needed'`),
  withdrawn: concluded(sql`status = 'withdrawn'`),
  onTime: concluded(sql`on_time`),
  late: concluded(sql`not on_time`),
  decided: concluded(sql`on_time is not null`),
  receivedToday: (_, today) => sql`received_on = ${today}`,
  running: open(() => sql`true`),
  dueToday: open((today) => sql`promised_due = ${today} and status = 'under-review'`),
  dueTomorrow: open((_, tomorrow) => sql`promised_due = ${tomorrow} and status = 'under-review'`),
  dueSoon: open((_, tomorrow) => sql`promised_due <= ${tomorrow} and status = 'under-review'`),
  overdue: open((today) => sql`promised_due < ${today} and status = 'under-review'`),
  toDecide: open(() => sql`holder = 'approval-head' and status = 'under-review'`),
  stopped: open(() => sql`status = 'clock-stopped'`),
  yellow: open(() => sql`'yellow' = any(cards) and not 'red' = any(cards)`),
  red: open(() => sql`'red' = any(cards)`),
}

/** The cases of a number, the newest first; passes through steps, the longest first. */
export async function casesBehind(inside: Inside, figure: FigureName, asked: Asked, page: number) {
  if (figure === 'passes') return passesBehind(inside, asked, page)
  const today = legalDayOf(inside.clock.now())
  const tomorrow = inside.calendar.nextWorkingDay(today) ?? today
  const where = sql`${BEHIND[figure](asked, today, tomorrow)}
    ${heldBy(asked.officer)}
    ${asked.organ === undefined ? sql`` : sql`and organ = ${asked.organ}`}
    ${asked.item ? sql`and item_code = ${asked.item}` : sql``}`
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from insight."case" where ${where}`.execute(inside.db)
  const { rows } = await sql<CaseRow>`
    select * from insight."case" where ${where}
    order by id desc limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(inside.db)
  const total = counted.rows[0]?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / PAGE))
  return { cases: rows.map((row) => caseOf(inside, row)), total, page, pages }
}

type PassRow = CaseRow & { readonly place: number; readonly on: string; readonly days: number }

/** Each pass through a step that its time counts: a case that came back to it stands there twice. */
async function passesBehind(inside: Inside, { from, to, organ, step, role }: Asked, page: number) {
  const where = sql`step.concluded_on between ${from} and ${to}
    ${organ === undefined ? sql`` : sql`and step.organ = ${organ}`}
    ${step === undefined ? sql`` : sql`and step.label = ${step}`}
    ${role === undefined ? sql`` : sql`and step.role = ${role}`}`
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from insight.step where ${where}`.execute(inside.db),
    sql<PassRow>`
      select c.*, p.place, p.on, p.days from (
        select case_id, place, concluded_on as on, days from insight.step where ${where}
        order by days desc, case_id desc, place limit ${PAGE} offset ${(page - 1) * PAGE}
      ) as p join insight."case" c on c.id = p.case_id
      order by p.days desc, p.case_id desc, p.place`.execute(inside.db),
  ])
  const total = counted.rows[0]?.total ?? 0
  const cases = rows.map((row): FigureCase => {
    const { place, on, days } = row
    return { ...caseOf(inside, row), pass: { place, on, days } }
  })
  return { cases, total, page, pages: Math.max(1, Math.ceil(total / PAGE)) }
}

function heldBy(officer: string | undefined): RawBuilder<unknown> {
  if (officer === undefined) return sql``
  return officer === 'none' ? sql`and officer_id is null` : sql`and officer_id = ${officer}`
}

function caseOf(inside: Inside, row: CaseRow): FigureCase {
  return {
    id: row.id,
    number: row.number,
    organ: organName(inside, row.organ),
    item: row.item_name,
    status: row.status,
    receivedOn: row.received_on,
    acceptedOn: row.accepted_on ?? undefined,
    concludedOn: row.concluded_on ?? undefined,
    promisedDue: row.promised_due ?? undefined,
    onTime: row.on_time ?? undefined,
    daysUsed: row.days_used ?? undefined,
    daysPromised: row.days_promised ?? undefined,
  }
}
