import { STEP_ROLE_WORDS } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import { type RawBuilder, sql } from 'kysely'
import type { Counts, FigureLine, StepTime } from '../contract/index.ts'
import { type Inside, organName } from '../inside.ts'
import { figuresOfAMonthAddUpFromDays } from '../rules/figures.ts'

export interface Asked {
  readonly from: string
  readonly to: string
  readonly organ: string | undefined
  readonly item?: string | undefined
  /** Who has it in hand; `none`: nobody. */
  readonly officer?: string | undefined
  /** A step by its Chinese name, and who takes it. */
  readonly step?: string | undefined
  readonly role?: string | undefined
}

const KEYS: Readonly<Record<'organ' | 'item' | 'month', RawBuilder<string>>> = {
  organ: sql`organ`,
  item: sql`item_code`,
  month: sql`to_char(day, 'YYYY-MM')`,
}

const within = ({ organ, item }: Pick<Asked, 'organ' | 'item'>) =>
  sql`${organ === undefined ? sql`` : sql`and organ = ${organ}`} ${item ? sql`and item_code = ${item}` : sql``}`

const SUMS = sql`
  sum(received)::int as received, sum(accepted)::int as accepted, sum(concluded)::int as concluded,
  sum(granted)::int as granted, sum(refused)::int as refused, sum(declined)::int as declined,
  sum(not_needed)::int as "notNeeded", sum(withdrawn)::int as withdrawn,
  sum(on_time)::int as "onTime", sum(late)::int as late,
  sum(days_used)::int as "daysUsed", sum(days_promised)::int as "daysPromised"`

/** Figures of a time, one line an organ, item or month: added up from days. */
export async function figuresOf(inside: Inside, asked: Asked, by: 'organ' | 'item' | 'month') {
  const { rows } = await sql<{ key: string } & Counts>`
    select ${KEYS[by]} as key, ${SUMS}
    from insight.day where day between ${asked.from} and ${asked.to} ${within(asked)}
    group by 1 order by ${by === 'month' ? sql`1` : sql`sum(received) desc, 1`}`.execute(inside.db)
  const names =
    by === 'item'
      ? await itemNames(
          inside,
          rows.map(({ key }) => key),
        )
      : new Map<string, Words>()
  const label = (key: string): Words =>
    by === 'organ' ? organName(inside, key) : (names.get(key) ?? { zh: key, en: key })
  const lines: FigureLine[] = rows.map((row) => ({ ...row, label: label(row.key) }))
  return { total: figuresOfAMonthAddUpFromDays(rows), lines }
}

/** As each item was called in its last case. */
async function itemNames({ db }: Inside, codes: readonly string[]): Promise<Map<string, Words>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: string; name: Words }>`
    select code, (select item_name from insight."case" where item_code = code limit 1) as name
    from unnest(${codes}::text[]) as code`.execute(db)
  return new Map(rows.flatMap(({ code, name }) => (name ? [[code, name] as const] : [])))
}

/** Steps by how long they take on average, the longest first; a step is one by its Chinese name. */
export async function stepTimesOf(inside: Inside, { from, to, organ }: Asked): Promise<StepTime[]> {
  const { rows } = await sql<
    Omit<StepTime, 'organ' | 'organId' | 'role' | 'roleId'> & { organ: string; role: string }
  >`
    select organ, role, count, days, longest,
      (select name from insight.step as one
        where one.organ = sums.organ and one.role = sums.role and one.label = sums.label limit 1) as step
    from (
      select organ, role, label, count(*)::int as count, sum(days)::int as days, max(days) as longest
      from insight.step where concluded_on between ${from} and ${to}
        ${organ === undefined ? sql`` : sql`and organ = ${organ}`}
      group by organ, role, label order by avg(days) desc, count(*) desc limit 200
    ) as sums order by days::float8 / count desc, count desc`.execute(inside.db)
  return rows.map(({ organ: id, role, ...rest }) => ({
    ...rest,
    organId: id,
    organ: organName(inside, id),
    roleId: role,
    role: roleWords(role),
  }))
}

function roleWords(role: string): Words {
  const words = Object.entries(STEP_ROLE_WORDS).find(([name]) => name === role)?.[1]
  return words ?? { zh: role, en: role }
}
