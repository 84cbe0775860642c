import { legalDayOf, type Who } from '@mashang/kit'
import { sql } from 'kysely'
import type { OfficeMonth, OfficerLoad, OfficeView } from '../contract/index.ts'
import { type Inside, organName } from '../inside.ts'
import { aMonthIsComparedAsFarAsItHasGone } from '../rules/months.ts'
import { countCards } from './cards.ts'

/** 部门负责人视图: what presses today, who has how much in hand, and this month beside the one before. */
export async function officeOf(inside: Inside, who: Who): Promise<OfficeView> {
  const organ = who.kind === 'staff' ? who.organ : ''
  const at = inside.clock.now()
  const today = legalDayOf(at)
  const tomorrow = inside.calendar.nextWorkingDay(today) ?? today
  const spans = aMonthIsComparedAsFarAsItHasGone(today)
  const [now, followUps, officers, month, before] = await Promise.all([
    standing(inside, organ, today, tomorrow),
    inside.countFollowUps(organ),
    loads(inside, organ, tomorrow, spans.month),
    monthOf(inside, organ, spans.month),
    monthOf(inside, organ, spans.before),
  ])
  return {
    at: at.toISOString(),
    organ: { id: organ, name: organName(inside, organ) },
    tomorrow,
    now: { ...now, followUps: followUps.open, followUpsOverdue: followUps.overdue },
    officers,
    month,
    before,
  }
}

type Standing = Omit<OfficeView['now'], 'followUps' | 'followUpsOverdue'>

async function standing({ db }: Inside, organ: string, today: string, tomorrow: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select count(*)::int as running,
      count(*) filter (where review and promised_due = ${today})::int as "dueToday",
      count(*) filter (where review and promised_due = ${tomorrow})::int as "dueTomorrow",
      count(*) filter (where review and promised_due < ${today})::int as overdue,
      count(*) filter (where review and holder = 'approval-head')::int as "toDecide",
      count(*) filter (where status = 'clock-stopped')::int as stopped
    from (select *, status = 'under-review' as review from insight."case"
      where concluded_on is null and organ = ${organ}) as open`.execute(db)
  return rows[0] ?? { running: 0, dueToday: 0, dueTomorrow: 0, overdue: 0, toDecide: 0, stopped: 0 }
}

interface Span {
  readonly from: string
  readonly to: string
}

/** Those with the most in hand first; what nobody has taken up stands at the end. */
async function loads(
  { db }: Inside,
  organ: string,
  tomorrow: string,
  { from, to }: Span,
): Promise<OfficerLoad[]> {
  const { rows } = await sql<
    Omit<OfficerLoad, 'name' | 'median'> & { name: string | null; median: number | null }
  >`
    select coalesce(officer_id, 'none') as id, max(officer_name) as name,
      count(*) filter (where concluded_on is null)::int as open,
      count(*) filter (where concluded_on is null and status = 'under-review'
        and promised_due <= ${tomorrow})::int as "dueSoon",
      count(*) filter (where concluded_on is not null)::int as concluded,
      percentile_disc(0.5) within group (order by days_used)
        filter (where concluded_on is not null) as median
    from insight."case"
    where organ = ${organ} and (concluded_on is null or concluded_on between ${from} and ${to})
    group by officer_id
    order by officer_id is null, open desc, concluded desc, 1`.execute(db)
  return rows.map(({ name, median, ...row }) => ({
    ...row,
    ...(name === null ? {} : { name }),
    ...(median === null ? {} : { median }),
  }))
}

type Counted = Pick<OfficeMonth, 'received' | 'concluded' | 'onTime' | 'late'>

async function monthOf(inside: Inside, organ: string, { from, to }: Span): Promise<OfficeMonth> {
  const [days, middle, cards, ratings] = await Promise.all([
    sql<Counted>`
      select coalesce(sum(received), 0)::int as received, coalesce(sum(concluded), 0)::int as concluded,
        coalesce(sum(on_time), 0)::int as "onTime", coalesce(sum(late), 0)::int as late
      from insight.day where organ = ${organ} and day between ${from} and ${to}`.execute(inside.db),
    sql<{ median: number | null }>`
      select percentile_disc(0.5) within group (order by days_used) as median
      from insight."case" where organ = ${organ} and concluded_on between ${from} and ${to}`.execute(
      inside.db,
    ),
    countCards(inside, { from, to, organ }),
    inside.countRatings(organ, from, to),
  ])
  const counted = days.rows[0] ?? { received: 0, concluded: 0, onTime: 0, late: 0 }
  const median = middle.rows[0]?.median ?? undefined
  const { rated, bad, satisfaction } = ratings
  return {
    from,
    to,
    ...counted,
    ...(median === undefined ? {} : { median }),
    cards: cards.all,
    appealed: cards.appealed,
    rated,
    bad,
    ...(satisfaction === undefined ? {} : { satisfaction }),
  }
}
