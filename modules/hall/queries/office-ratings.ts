import { legalDayOf } from '@mashang/kit'
import { sql } from 'kysely'
import type { Inside } from '../inside.ts'
import { type Span, totalOf } from './public-ratings.ts'

/** What other modules may know of how an organ was rated: numbers. */
export interface OfficeRatings {
  readonly asked: number
  readonly rated: number
  readonly satisfaction?: number
  readonly bad: number
}

export async function officeRatings(inside: Inside, span: Span): Promise<OfficeRatings> {
  const { asked, rated, satisfaction, levels } = await totalOf(inside, span)
  const bad = inside.law.levels
    .filter((level) => level.bad)
    .reduce((sum, { id }) => sum + (levels[id] ?? 0), 0)
  return { asked, rated, bad, ...(satisfaction === undefined ? {} : { satisfaction }) }
}

export async function countFollowUps(
  { db, clock }: Inside,
  organ: string,
): Promise<{ readonly open: number; readonly overdue: number }> {
  const { rows } = await sql<{ open: number; overdue: number }>`
    select count(*)::int as open,
      count(*) filter (where due < ${legalDayOf(clock.now())})::int as overdue
    from hall.rating where organ = ${organ} and due is not null and answered_on is null`.execute(db)
  return rows[0] ?? { open: 0, overdue: 0 }
}
