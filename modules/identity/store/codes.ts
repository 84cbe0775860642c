import { randomBytes } from 'node:crypto'
import { type Refusal, refuse } from '@mashang/kit'
import { sql } from 'kysely'
import type { CodePurpose } from '../contract/account.ts'
import type { IdentitySettings } from '../inside.ts'
import { digestOfCode, newOneTimeCode, sameBytes } from './secrets.ts'
import type { IdentityDb } from './tables.ts'

const DAY = 24 * 3_600_000

/** Makes a code for a phone in place of any before, and returns it to be sent; refuses one asked for too soon. */
export async function makeCode(
  db: IdentityDb,
  phone: string,
  purpose: CodePurpose,
  now: Date,
  settings: IdentitySettings,
): Promise<string | Refusal> {
  const code = newOneTimeCode()
  const salt = randomBytes(16)
  const lately = new Date(now.getTime() - settings.codeResendAfter)
  const aDayAgo = new Date(now.getTime() - DAY)
  const fresh = {
    purpose,
    salt,
    digest: digestOfCode(code, salt),
    attempts: 0,
    sent_at: now,
    expires_at: new Date(now.getTime() + settings.codeValid),
  }
  const made = await db
    .insertInto('one_time_code')
    .values({ phone, ...fresh, day_started_at: now, sent_in_day: 1 })
    .onConflict((on) =>
      on
        .column('phone')
        .doUpdateSet({
          ...fresh,
          day_started_at: sql`case when one_time_code.day_started_at <= ${aDayAgo} then ${now} else one_time_code.day_started_at end`,
          sent_in_day: sql`case when one_time_code.day_started_at <= ${aDayAgo} then 1 else one_time_code.sent_in_day + 1 end`,
        })
        .where(
          sql<boolean>`one_time_code.sent_at <= ${lately} and (one_time_code.sent_in_day < ${settings.codesADay} or one_time_code.day_started_at <= ${aDayAgo})`,
        ),
    )
    .returning('phone')
    .executeTakeFirst()
  if (made) return code
  const row = await db
    .selectFrom('one_time_code')
    .select(['sent_at', 'day_started_at', 'sent_in_day'])
    .where('phone', '=', phone)
    .executeTakeFirst()
  const spent = row !== undefined && row.sent_in_day >= settings.codesADay
  const next = spent
    ? row.day_started_at.getTime() + DAY
    : (row?.sent_at ?? now).getTime() + settings.codeResendAfter
  return refuse('code-asked-too-often', {
    rule: 'codesAreSentAtIntervals',
    facts: { seconds: Math.max(1, Math.ceil((next - now.getTime()) / 1000)) },
  })
}

/** A code that could not be sent must not stand in the way of the next. */
export async function dropCode(db: IdentityDb, phone: string): Promise<void> {
  await db.deleteFrom('one_time_code').where('phone', '=', phone).execute()
}

/** A code that proved right; `spend` uses it up, for one of several who try at once. */
export interface ProvenCode {
  spend(): Promise<boolean>
}

/**
 * Judges a code. The try is counted before the comparison, in one statement, so that tries sent at once
 * cannot exceed the limit. Wrong, expired, used up, never sent: all the same refusal.
 */
export async function proveCode(
  db: IdentityDb,
  tried: { readonly phone: string; readonly code: string; readonly purposes: readonly CodePurpose[] },
  now: Date,
  settings: IdentitySettings,
): Promise<ProvenCode | Refusal> {
  const row = await db
    .updateTable('one_time_code')
    .set({ attempts: sql`attempts + 1` })
    .where('phone', '=', tried.phone)
    .where('expires_at', '>', now)
    .where('attempts', '<', settings.triesACode)
    .returning(['salt', 'digest', 'purpose'])
    .executeTakeFirst()
  const right = row !== undefined && sameBytes(digestOfCode(tried.code, row.salt), row.digest)
  if (!right || !tried.purposes.includes(row.purpose)) {
    return refuse('code-wrong', { fields: [{ path: 'code', code: 'code-wrong', facts: {} }] })
  }
  return {
    async spend() {
      const spent = await db
        .updateTable('one_time_code')
        .set({ expires_at: now })
        .where('phone', '=', tried.phone)
        .where('digest', '=', row.digest)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return spent.numUpdatedRows > 0n
    },
  }
}
