import { sql } from 'kysely'
import type { Change } from '../rules/figures.ts'
import type { InsightDb } from './tables.ts'

/** Adds to the figures of a day. */
export async function addToDays(db: InsightDb, { day, organ, item_code, counts }: Change): Promise<void> {
  const { received, accepted, concluded, granted, refused, declined, notNeeded, withdrawn } = counts
  const { onTime, late, daysUsed, daysPromised } = counts
  await sql`
    insert into insight.day as d values (${day}, ${organ}, ${item_code},
      ${received}, ${accepted}, ${concluded}, ${granted}, ${refused}, ${declined}, ${notNeeded}, ${withdrawn},
      ${onTime}, ${late}, ${daysUsed}, ${daysPromised})
    on conflict (day, organ, item_code) do update set
      received = d.received + excluded.received,
      accepted = d.accepted + excluded.accepted,
      concluded = d.concluded + excluded.concluded,
      granted = d.granted + excluded.granted,
      refused = d.refused + excluded.refused,
      declined = d.declined + excluded.declined,
      not_needed = d.not_needed + excluded.not_needed,
      withdrawn = d.withdrawn + excluded.withdrawn,
      on_time = d.on_time + excluded.on_time,
      late = d.late + excluded.late,
      days_used = d.days_used + excluded.days_used,
      days_promised = d.days_promised + excluded.days_promised`.execute(db)
}
