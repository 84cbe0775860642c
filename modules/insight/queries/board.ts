import { legalDayOf } from '@mashang/kit'
import { sql } from 'kysely'
import type { BoardCounts, BoardLine } from '../contract/index.ts'
import { type Inside, organName } from '../inside.ts'

type Row = { readonly organ: string } & BoardCounts

/** How things stand at this moment, by organ: from the open cases alone. */
export async function boardOf(inside: Inside, organ: string | undefined) {
  const now = inside.clock.now()
  const today = legalDayOf(now)
  const of = organ === undefined ? sql`` : sql`and organ = ${organ}`
  const { rows } = await sql<Row>`
    select organ, sum(today)::int as "receivedToday", sum(open)::int as running,
      sum(due)::int as "dueToday", sum(overdue)::int as overdue, sum(stopped)::int as stopped,
      sum(yellow)::int as yellow, sum(red)::int as red
    from (
      select organ, 0 as today, 1 as open,
        (promised_due = ${today} and status = 'under-review')::int as due,
        (promised_due < ${today} and status = 'under-review')::int as overdue,
        (status = 'clock-stopped')::int as stopped,
        ('yellow' = any(cards) and not 'red' = any(cards))::int as yellow,
        ('red' = any(cards))::int as red
      from insight."case" where concluded_on is null ${of}
      union all
      select organ, received, 0, 0, 0, 0, 0, 0 from insight.day where day = ${today} ${of}
    ) as part
    group by organ order by organ`.execute(inside.db)
  const organs: BoardLine[] = rows.map(({ organ: key, ...counts }) => ({
    key,
    label: organName(inside, key),
    ...numbers(counts),
  }))
  return { at: now.toISOString(), total: sumOf(organs), organs }
}

const NAMES = ['receivedToday', 'running', 'dueToday', 'overdue', 'stopped', 'yellow', 'red'] as const

/** None is null: a day without a promise is neither due nor late. */
function numbers(counts: BoardCounts): BoardCounts {
  return Object.fromEntries(NAMES.map((name) => [name, counts[name] ?? 0])) as unknown as BoardCounts
}

function sumOf(lines: readonly BoardCounts[]): BoardCounts {
  return Object.fromEntries(
    NAMES.map((name) => [name, lines.reduce((sum, line) => sum + line[name], 0)]),
  ) as unknown as BoardCounts
}
