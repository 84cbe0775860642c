import { legalDayOf } from '@mashang/kit'
import { sql } from 'kysely'
import type { PublicLine } from '../contract/index.ts'
import { type Inside, organName } from '../inside.ts'

const MONTHS = 12

/** The last twelve months, the one under way included: `2026-11`, `2026-10`, … */
function lastMonths(today: string, count = MONTHS): readonly string[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const number = year * 12 + month - 1 - back
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
  })
}

/** What everyone may know: by department and month, numbers only. */
export async function publicFigures(inside: Inside) {
  const months = lastMonths(legalDayOf(inside.clock.now()))
  const { rows } = await sql<Omit<PublicLine, 'name'>>`
    select to_char(day, 'YYYY-MM') as month, organ, sum(received)::int as received,
      sum(concluded)::int as concluded, sum(on_time)::int as "onTime", sum(late)::int as late,
      sum(days_used)::int as "daysUsed", sum(days_promised)::int as "daysPromised"
    from insight.day where day >= ${`${months.at(-1)}-01`}::date
    group by 1, 2 order by 1 desc, sum(received) desc, 2`.execute(inside.db)
  const lines: PublicLine[] = rows.map((row) => ({ ...row, name: organName(inside, row.organ) }))
  return { months: [...months], lines }
}
