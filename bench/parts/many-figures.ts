import type { ServiceItem } from '@mashang/flow'
import type { Alongside } from '@mashang/store'
import { type Expression, type Kysely, sql } from 'kysely'

/** Fills a year with cases of all items, a tenth of them open, and adds their days up as `mashang rebuild` does. */
export async function fillFigures(
  db: Kysely<unknown>,
  items: readonly ServiceItem[],
  count: number,
  adding: readonly Alongside[],
) {
  const codes = items.map(({ code }) => code)
  const organs = items.map(({ organ }) => organ)
  await sql`
    insert into insight."case" (id, revision, number, organ, item_code, item_name, status, received_on, accepted_on,
      concluded_on, promised_due, statutory_due, on_time, days_used, days_promised, cards)
    select (lpad(to_hex(1600000000000 + n::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
      5, '210200-' || n, (${organs}::text[])[i], (${codes}::text[])[i], '{"zh": "事项", "en": "Item"}',
      case when open then 'under-review' when n % 17 = 0 then 'refused' else 'granted' end,
      day, day + 1, case when not open then day + 1 + n % 12 end, day + 11, day + 29,
      case when not open then n % 12 <= 10 end, case when not open then n % 12 end, 10,
      case when n % 12 > 10 then '{red}'::text[] else '{}' end
    from (
      select n, 1 + floor(random() * ${codes.length})::int as i, n % 10 = 0 as open,
        date_trunc('year', current_date)::date + floor(random() * 340)::int as day
      from generate_series(1, ${count}::int) as n
    ) as drawn`.execute(db)
  await sql`vacuum (analyze) insight."case"`.execute(db)
  await fillSteps(db)
  const begun = performance.now()
  await db.transaction().execute(async (trx) => {
    for (const statement of adding) await sql`${statement as Expression<unknown>}`.execute(trx)
  })
  const rebuilt = performance.now() - begun
  await sql`vacuum (analyze) insight.day`.execute(db)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from insight.day`.execute(db)
  return { days: rows[0]?.n ?? 0, rebuilt }
}

/** Two steps of every concluded case. */
async function fillSteps(db: Kysely<unknown>) {
  await sql`
    insert into insight.step (case_id, place, organ, item_code, step, name, role, concluded_on, days)
    select id, place, organ, item_code, 'step-' || place, jsonb_build_object('zh', '环节' || place, 'en', 'Step'),
      'handling-officer', concluded_on, (days_used + place) / 2
    from insight."case", generate_series(0, 1) as place where concluded_on is not null`.execute(db)
  await sql`vacuum (analyze) insight.step`.execute(db)
}
