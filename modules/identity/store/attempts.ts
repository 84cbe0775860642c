import { type Refusal, refuse } from '@mashang/kit'
import { type RawBuilder, sql } from 'kysely'
import { type LockoutLimits, lockAfter } from '../rules/lockout.ts'
import type { IdentityDb } from './tables.ts'

/** Tries in a row without success, of one phone or account whether it exists or not. */
export interface Attempts {
  /** Counts a try before it is judged, so that tries sent at once cannot slip by; refuses while locked. */
  take(subject: string): Promise<Refusal | undefined>
  succeed(subject: string): Promise<void>
}

export function createAttempts(db: IdentityDb, clock: { now(): Date }, limits: LockoutLimits): Attempts {
  return {
    take: (subject) => take(db, clock.now(), limits, subject),
    async succeed(subject) {
      await db.deleteFrom('attempt').where('subject', '=', subject).execute()
    },
  }
}

/** Failures beyond this many wait no longer than these: the schedule that the statement looks locks up in. */
const MOST_COUNTED = 60

async function take(
  db: IdentityDb,
  now: Date,
  limits: LockoutLimits,
  subject: string,
): Promise<Refusal | undefined> {
  const forgotten = new Date(now.getTime() - limits.forgetAfter)
  const locks = Array.from({ length: MOST_COUNTED }, (_, i) => lockAfter(i + 1, limits))
  // Counting and locking are one statement: of tries sent at once none may slip in between.
  const failures = sql<number>`case when attempt.last_at < ${forgotten} then 1 else least(attempt.failures + 1, ${MOST_COUNTED}::integer) end`
  const lockOf = (count: RawBuilder<number>) =>
    sql<Date>`${now}::timestamptz + (${locks}::float8[])[${count}] * interval '1 millisecond'`
  const counted = await db
    .insertInto('attempt')
    .values({ subject, failures: 1, last_at: now, locked_until: lockOf(sql`1`) })
    .onConflict((on) =>
      on
        .column('subject')
        .doUpdateSet({ failures, last_at: now, locked_until: lockOf(failures) })
        .where(sql<boolean>`attempt.locked_until is null or attempt.locked_until <= ${now}`),
    )
    .returning('failures')
    .executeTakeFirst()
  return counted ? undefined : locked(db, now, subject)
}

async function locked(db: IdentityDb, now: Date, subject: string): Promise<Refusal> {
  const row = await db
    .selectFrom('attempt')
    .select('locked_until')
    .where('subject', '=', subject)
    .executeTakeFirst()
  const until = row?.locked_until?.getTime() ?? now.getTime()
  return refuse('sign-in-locked', {
    rule: 'triesAreLockedAfterSeveralFailures',
    facts: { seconds: Math.max(1, Math.ceil((until - now.getTime()) / 1000)) },
  })
}
