import type { ServiceItem } from '@mashang/flow'
import { type Kysely, sql } from 'kysely'

const FRESH_SHARE = 0.02

/**
 * Fills the summary table with applications as a city has them, skewed: one office has two fifths of all, most are
 * long concluded, and the newest have all just come in to one office and are known to no statistics.
 */
export async function fillApplications(
  db: Kysely<unknown>,
  items: readonly ServiceItem[],
  count: number,
): Promise<void> {
  await sql`create table public.item_drawn (place serial primary key, code text, version integer, organ text)`.execute(
    db,
  )
  for (const item of items) {
    // Drawn as often as it stands here.
    const times = item.organ === 'market-regulation' ? 12 : (item.code.charCodeAt(8) % 4) + 1
    await sql`insert into public.item_drawn (code, version, organ)
      select ${item.code}::text, ${item.version}::integer, ${item.organ}::text from generate_series(1, ${times}::integer)`.execute(
      db,
    )
  }
  const old = Math.round(count * (1 - FRESH_SHARE))
  // Made anew afterwards, as they would be after years of inserts and vacuums, in a fraction of the time.
  const indexes = await dropIndexes(db)
  await insert(db, { first: 1, last: old, isFresh: false })
  for (const { indexdef } of indexes) await sql.raw(indexdef).execute(db)
  await sql`vacuum (analyze) approvals.application`.execute(db)
  await insert(db, { first: old + 1, last: count, isFresh: true })
}

async function dropIndexes(db: Kysely<unknown>): Promise<readonly { readonly indexdef: string }[]> {
  const { rows } = await sql<{ indexname: string; indexdef: string }>`
    select indexname, indexdef from pg_indexes where schemaname = 'approvals' and tablename = 'application'
      and indexdef not like 'CREATE UNIQUE %'`.execute(db)
  for (const { indexname } of rows) await sql`drop index approvals.${sql.ref(indexname)}`.execute(db)
  return rows
}

interface Part {
  readonly first: number
  readonly last: number
  /** Came in just now, all of them to the office that has most. */
  readonly isFresh: boolean
}

async function insert(db: Kysely<unknown>, { first, last, isFresh }: Part): Promise<void> {
  await sql`
    insert into approvals.application (id, revision, number, item_code, item_version, organ, person_id, applicant,
      status, queue, holder, step, submitted_at, concluded_at, promised_due, statutory_due, sort_day, watch_day, cards)
    select (lpad(to_hex(1600000000000 + n::bigint * 60000), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
      1 + n % 7, '210200-' || n, d.code, d.version, d.organ, 'person-' || n % 300000,
      (array['王', '李', '张', '刘', '陈', '大连海味', '大连星海', '欧阳'])[1 + floor(8 * random() ^ 2)::integer]
        || (array['小海', '大连', '建国', '餐饮有限公司', '商贸有限公司'])[1 + n % 5] || n % 9973,
      q.status, q.queue, q.holder, null, at, case when q.queue = 'concluded' then at + interval '9 days' end,
      (at + interval '9 days')::date, (at + interval '28 days')::date,
      case when q.queue = 'concluded' then (at + interval '9 days')::date else current_date - 20 + n % 45 end,
      case when q.queue <> 'concluded' then current_date + n % 9 end,
      case when n % 50 = 0 then array['yellow'] when n % 170 = 0 then array['yellow', 'red'] else '{}' end
    from generate_series(${first}::integer, ${last}::integer) n
    cross join lateral (select now() - (${last}::integer - n) * interval '2 minutes' as at) t
    join public.item_drawn d on d.place = case when ${isFresh}::boolean
      then (select min(place) from public.item_drawn where organ = 'market-regulation')
      else 1 + (n::bigint * 7919) % (select count(*) from public.item_drawn) end
    cross join lateral (select
      case when ${isFresh}::boolean then 'submitted' when n % 100 < 90 then 'granted'
        else (array['submitted', 'awaiting-correction', 'under-review', 'under-review', 'under-review', 'under-review',
          'under-review', 'under-review', 'clock-stopped', 'granted'])[1 + n % 10] end as status,
      case when ${isFresh}::boolean then 'intake' when n % 100 < 90 then 'concluded'
        else (array['intake', 'correction', 'review', 'review', 'review', 'review', 'review', 'decision', 'stopped',
          'deliver'])[1 + n % 10] end as queue,
      case when ${isFresh}::boolean then 'intake' when n % 100 < 90 then 'none'
        else (array['intake', 'applicant', 'handling-officer', 'handling-officer', 'handling-officer', 'inspector',
          'handling-officer', 'approval-head', 'none', 'delivery'])[1 + n % 10] end as holder) q`.execute(db)
}
