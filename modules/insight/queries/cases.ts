import { legalDayOf, type Words } from '@mashang/kit'
import { type RawBuilder, sql } from 'kysely'
import type { CardLine, FigureCase, FigureName } from '../contract/index.ts'
import { type Inside, organName } from '../inside.ts'
import type { CaseRow } from '../store/tables.ts'
import type { Asked } from './figures.ts'

const PAGE = 50

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
const BEHIND: Readonly<Record<FigureName, Where>> = {
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

/** The cases of a number, the newest first. */
export async function casesBehind(inside: Inside, figure: FigureName, asked: Asked, page: number) {
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

const STATES = {
  standing: sql`card.ruling is null or card.ruling->>'outcome' = 'upheld'`,
  'to-rule': sql`card.appeal is not null and card.ruling is null`,
  upheld: sql`card.ruling->>'outcome' = 'upheld'`,
  lifted: sql`card.ruling->>'outcome' = 'lifted'`,
} as const

interface CardRow extends Omit<CardLine, 'organ' | 'appeal' | 'ruling'> {
  readonly organ: string
  readonly appeal: CardLine['appeal'] | null
  readonly ruling: CardLine['ruling'] | null
}

/** Cards given in a time, the newest first, and how many appeals wait for a ruling. */
export async function cardsOf(
  inside: Inside,
  { from, to, organ }: Asked,
  state: keyof typeof STATES | undefined,
  limit = 300,
): Promise<{ cards: CardLine[]; toRule: number }> {
  const of = sql`card.given_on between ${from} and ${to}
    ${organ === undefined ? sql`` : sql`and card.organ = ${organ}`}`
  const { rows } = await sql<CardRow & { item: Words }>`
    select card.case_id as "caseId", c.number, card.organ, c.item_name as item, card.colour, card.clock,
      card.given_on as "givenOn", card.due, card.appeal, card.ruling
    from insight.card join insight."case" c on c.id = card.case_id
    where ${of} ${state ? sql`and (${STATES[state]})` : sql``}
    order by card.given_on desc, card.case_id desc, card.clock limit ${limit}`.execute(inside.db)
  const waiting = await sql<{ n: number }>`
    select count(*)::int as n from insight.card where ${of} and (${STATES['to-rule']})`.execute(inside.db)
  return {
    cards: rows.map(({ organ: id, appeal, ruling, ...row }) => ({
      ...row,
      organ: organName(inside, id),
      appeal: appeal ?? undefined,
      ruling: ruling ?? undefined,
    })),
    toRule: waiting.rows[0]?.n ?? 0,
  }
}
