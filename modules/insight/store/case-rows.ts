import { legalDayOf } from '@mashang/kit'
import type { Alongside } from '@mashang/store'
import { sql } from 'kysely'
import type { CaseFacts, Inside } from '../inside.ts'
import {
  onTimeIsJudgedByThePromisedDay,
  workingDaysPromised,
  workingDaysUsedLeaveOutStops,
} from '../rules/days.ts'
import type { CaseRow, InsightDb } from './tables.ts'

const dayOf = (instant: string | undefined) => (instant ? legalDayOf(instant) : null)

/** The row of a case, from its facts alone. */
export function caseRowOf({ calendar }: Pick<Inside, 'calendar'>, facts: CaseFacts): CaseRow {
  const { acceptedAt, concludedAt, promisedDue, stops } = facts
  const onTime = onTimeIsJudgedByThePromisedDay(facts)
  const judged = onTime !== undefined && acceptedAt && concludedAt && promisedDue
  return {
    id: facts.id,
    revision: facts.revision,
    number: facts.number,
    organ: facts.organ,
    item_code: facts.item.code,
    item_name: facts.item.name,
    status: facts.status,
    received_on: legalDayOf(facts.receivedAt),
    accepted_on: dayOf(acceptedAt),
    concluded_on: dayOf(concludedAt),
    promised_due: promisedDue ?? null,
    statutory_due: facts.statutoryDue ?? null,
    on_time: onTime ?? null,
    days_used: judged ? workingDaysUsedLeaveOutStops(calendar, acceptedAt, concludedAt, stops) : null,
    days_promised: judged ? workingDaysPromised(calendar, acceptedAt, promisedDue, stops) : null,
    holder: facts.holder ?? null,
    officer_id: facts.officer?.id ?? null,
    officer_name: facts.officer?.name ?? null,
    cards: [
      ...new Set(
        facts.cards.filter(({ ruling }) => ruling?.outcome !== 'lifted').map(({ colour }) => colour),
      ),
    ],
  }
}

/** Statements that write the rows of cases, whether or not they are there; never an older state over a newer. */
export function saveCases(
  db: InsightDb,
  inside: Pick<Inside, 'calendar'>,
  all: readonly CaseFacts[],
): readonly Alongside[] {
  if (all.length === 0) return []
  return [
    saveRows(inside, all),
    ...all.flatMap((facts) => [...saveSteps(db, inside, facts), ...saveCards(db, facts)]),
  ]
}

/** One text for any number of cases, so that it is prepared once. */
function saveRows(inside: Pick<Inside, 'calendar'>, all: readonly CaseFacts[]): Alongside {
  const rows = all.map((facts) => caseRowOf(inside, facts))
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id')
  const list = sql.join(columns.map((column) => sql.ref(column)))
  const newer = sql.join(columns.map((column) => sql.ref(`excluded.${column}`)))
  return sql`
    insert into insight."case"
    select * from jsonb_populate_recordset(null::insight."case", ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set (${list}) = row(${newer})
    where insight."case".revision <= excluded.revision`
}

function saveSteps(
  db: InsightDb,
  { calendar }: Pick<Inside, 'calendar'>,
  { id, organ, item, steps, stops }: CaseFacts,
): readonly Alongside[] {
  return steps.map(({ step, name, by, from, to }, place) => {
    const change = {
      organ,
      item_code: item.code,
      step,
      name: JSON.stringify(name),
      role: by,
      concluded_on: legalDayOf(to),
      days: workingDaysUsedLeaveOutStops(calendar, from, to, stops),
    }
    return db
      .insertInto('step')
      .values({ case_id: id, place, ...change })
      .onConflict((on) => on.columns(['case_id', 'place']).doUpdateSet(change))
  })
}

function saveCards(db: InsightDb, { id, organ, cards }: CaseFacts): readonly Alongside[] {
  return cards.map(({ colour, clock, at, due, appeal, ruling }) => {
    const change = {
      organ,
      given_on: legalDayOf(at),
      due,
      appeal: appeal ? JSON.stringify(appeal) : null,
      ruling: ruling ? JSON.stringify(ruling) : null,
    }
    return db
      .insertInto('card')
      .values({ case_id: id, colour, clock, ...change })
      .onConflict((on) => on.columns(['case_id', 'colour', 'clock']).doUpdateSet(change))
  })
}

/** The figures of every day, made from the cases at once. Nobody may write a case meanwhile. */
export function figuresFromCases(): readonly Alongside[] {
  return [
    sql`lock table insight."case" in share mode`,
    sql`delete from insight.day`,
    sql`
      insert into insight.day
      select day, organ, item_code, sum(received), sum(accepted), sum(concluded),
        sum(granted), sum(refused), sum(declined), sum(not_needed), sum(withdrawn),
        sum(on_time), sum(late), sum(days_used), sum(days_promised)
      from (
        select received_on as day, organ, item_code, 1 as received, 0 as accepted, 0 as concluded,
          0 as granted, 0 as refused, 0 as declined, 0 as not_needed, 0 as withdrawn,
          0 as on_time, 0 as late, 0 as days_used, 0 as days_promised
        from insight."case"
        union all
        select accepted_on, organ, item_code, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
        from insight."case" where accepted_on is not null
        union all
        select concluded_on, organ, item_code, 0, 0, 1,
          (status = 'granted')::int, (status = 'refused')::int, (status = 'declined')::int,
          (status = 'not-needed')::int, (status = 'withdrawn')::int,
          coalesce(on_time, false)::int, coalesce(not on_time, false)::int,
          coalesce(days_used, 0), coalesce(days_promised, 0)
        from insight."case" where concluded_on is not null
      ) as part
      group by day, organ, item_code`,
  ]
}
