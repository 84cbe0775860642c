import { randomBytes } from 'node:crypto'
import { type Refusal, refuse, uuidv7 } from '@mashang/kit'
import type { ChallengePurpose } from '../contract/certificate.ts'
import type { Inside } from '../inside.ts'

interface Challenge {
  readonly challenge: string
  readonly text: string
  readonly validSeconds: number
}

/** What is signed says what for: a signature on a sign-in is good for nothing else. */
const textOf = (purpose: ChallengePurpose, id: string, nonce: string) => `mashang:${purpose}:${id}:${nonce}`

export async function makeChallenge(inside: Inside, purpose: ChallengePurpose): Promise<Challenge> {
  const { db, clock, settings } = inside
  const [id, nonce] = [uuidv7(), randomBytes(24).toString('base64url')]
  const expires_at = new Date(clock.now().getTime() + settings.challengeValid)
  await db.insertInto('challenge').values({ id, purpose, nonce, expires_at }).execute()
  return {
    challenge: id,
    text: textOf(purpose, id, nonce),
    validSeconds: Math.round(settings.challengeValid / 1000),
  }
}

/** Uses a challenge up and gives its text in bytes; with one of several who try at once. */
export async function spendChallenge(
  { db, clock }: Inside,
  id: string,
  purpose: ChallengePurpose,
): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  const row = await db
    .deleteFrom('challenge')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .returning(['nonce', 'expires_at'])
    .executeTakeFirst()
  if (!row || row.expires_at < clock.now()) return refuse('challenge-over')
  return new TextEncoder().encode(textOf(purpose, id, row.nonce))
}

/** Drops those that nobody answered in time. */
export async function sweepChallenges({ db, clock }: Pick<Inside, 'db' | 'clock'>): Promise<void> {
  await db.deleteFrom('challenge').where('expires_at', '<', clock.now()).execute()
}
