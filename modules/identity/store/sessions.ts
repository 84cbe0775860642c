import { randomBytes } from 'node:crypto'
import { type SessionChange, uuidv7, type Who } from '@mashang/kit'
import type { Alongside } from '@mashang/store'
import { judgeToken, type SessionLimits } from '../rules/session.ts'
import { createRecent, type Recent } from './recent.ts'
import { csrfTokenOf, hashOfToken, newToken, sameBytes } from './secrets.ts'
import type { IdentityDb } from './tables.ts'

/** A session as its cookie proves it. */
export interface Session {
  readonly who: Extract<Who, { kind: 'citizen' | 'staff' }>
  readonly csrfToken: string
  /** The token was rotated: the new one goes out with this answer. */
  readonly renew?: SessionChange
}

export interface Sessions {
  /** Opens a session; the token is told this once. */
  open(kind: 'citizen' | 'staff', subject: string): Promise<OpenedSession>
  /** `expired`: unknown, ended, stolen, or of a disabled account. */
  find(token: string): Promise<Session | 'expired'>
  end(sessionId: string): Promise<void>
  endAll(subject: string): Promise<void>
  /** The statement that ends all sessions of one subject but `keep`, to go alongside an append. */
  endOthers(subject: string, keep?: string): Alongside
  /** Forgets what this process remembers of a subject, after `endOthers`. */
  forget(subject: string): void
  /** Deletes sessions that are over; how many. */
  sweep(): Promise<number>
}

export interface OpenedSession {
  readonly csrfToken: string
  readonly change: SessionChange
}

/**
 * Other processes learn of an ended session when what they remember of it is this old;
 * the process that ended it forgets it at once.
 */
const REMEMBERED = 3_000
/** The time a session was last seen is kept to this accuracy, to write seldom. */
const SEEN_ACCURACY = 60_000

interface Parts {
  readonly db: IdentityDb
  readonly clock: { now(): Date }
  readonly limits: SessionLimits
  readonly recent: Recent<Session>
}

export function createSessions(db: IdentityDb, clock: { now(): Date }, limits: SessionLimits): Sessions {
  const recent = createRecent<Session>({ most: 20_000, maxAge: REMEMBERED, clock })
  const parts: Parts = { db, clock, limits, recent }
  const forget = (subject: string) => recent.dropWhere((session) => session.who.id === subject)
  return {
    open: (kind, subject) => openSession(parts, kind, subject),
    find: (token) => findSession(parts, token),
    async end(sessionId) {
      await db.deleteFrom('session').where('id', '=', sessionId).execute()
      recent.dropWhere((session) => session.who.session === sessionId)
    },
    async endAll(subject) {
      await db.deleteFrom('session').where('subject', '=', subject).execute()
      forget(subject)
    },
    endOthers(subject, keep) {
      const all = db.deleteFrom('session').where('subject', '=', subject)
      return keep === undefined ? all : all.where('id', '<>', keep)
    },
    forget,
    async sweep() {
      const now = clock.now()
      const gone = await db
        .deleteFrom('session')
        .where((eb) =>
          eb.or([
            eb('expires_at', '<=', now),
            eb('seen_at', '<=', new Date(now.getTime() - limits.idle - SEEN_ACCURACY)),
          ]),
        )
        .executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}

async function openSession(
  { db, clock, limits }: Parts,
  kind: 'citizen' | 'staff',
  subject: string,
): Promise<OpenedSession> {
  const now = clock.now()
  const token = newToken()
  const expires = new Date(now.getTime() + limits.absolute)
  const id = uuidv7()
  const csrfKey = randomBytes(32)
  await db
    .insertInto('session')
    .values({
      id,
      kind,
      subject,
      token_hash: hashOfToken(token),
      csrf_key: csrfKey,
      created_at: now,
      rotated_at: now,
      confirmed_at: now,
      seen_at: now,
      expires_at: expires,
    })
    .execute()
  return { csrfToken: csrfTokenOf(id, csrfKey), change: { set: { token, expires } } }
}

async function findSession(parts: Parts, token: string): Promise<Session | 'expired'> {
  const hash = hashOfToken(token)
  const key = hash.toString('base64')
  const remembered = parts.recent.find(key)
  if (remembered) return remembered
  const row = await readSession(parts.db, hash)
  if (!row) return 'expired'
  const who = whoIs(row)
  const isNewest = sameBytes(row.token_hash, hash)
  const now = parts.clock.now()
  const verdict = judgeToken(
    {
      rotatedAt: row.rotated_at,
      confirmedAt: row.confirmed_at,
      seenAt: row.seen_at,
      expiresAt: row.expires_at,
    },
    isNewest,
    now,
    parts.limits,
  )
  if (!who || verdict === 'stolen' || verdict === 'expired') {
    await parts.db.deleteFrom('session').where('id', '=', row.id).execute()
    parts.recent.dropWhere((session) => session.who.session === row.id)
    return 'expired'
  }
  const session: Session = { who, csrfToken: csrfTokenOf(row.id, row.csrf_key) }
  if (verdict === 'rotate') {
    const renew = await rotate(parts, row, hash, now)
    return renew ? { ...session, renew } : session
  }
  const seen = now.getTime() - row.seen_at.getTime() >= SEEN_ACCURACY
  if (seen || (isNewest && !row.confirmed_at)) {
    await parts.db
      .updateTable('session')
      .set({ seen_at: now, ...(isNewest && !row.confirmed_at ? { confirmed_at: now } : {}) })
      .where('id', '=', row.id)
      .execute()
  }
  // The replaced token is not remembered, so that its end comes on time.
  if (isNewest) parts.recent.keep(key, session)
  return session
}

function readSession(db: IdentityDb, hash: Buffer) {
  return db
    .selectFrom('session')
    .leftJoin('account', 'account.id', 'session.subject')
    .leftJoin('staff', 'staff.id', 'session.subject')
    .select([
      'session.id',
      'session.kind',
      'session.subject',
      'session.token_hash',
      'session.csrf_key',
      'session.rotated_at',
      'session.confirmed_at',
      'session.seen_at',
      'session.expires_at',
      'account.name as citizen_name',
      'staff.name as staff_name',
      'staff.organ',
      'staff.roles',
      'staff.disabled',
    ])
    .where((eb) => eb.or([eb('session.token_hash', '=', hash), eb('session.previous_hash', '=', hash)]))
    .executeTakeFirst()
}

type SessionRow = NonNullable<Awaited<ReturnType<typeof readSession>>>

function whoIs(row: SessionRow): Session['who'] | undefined {
  if (row.kind === 'citizen') {
    if (row.citizen_name === null) return undefined
    return { kind: 'citizen', id: row.subject, name: row.citizen_name, session: row.id }
  }
  if (row.staff_name === null || row.organ === null || row.roles === null || row.disabled !== false)
    return undefined
  return {
    kind: 'staff',
    id: row.subject,
    name: row.staff_name,
    organ: row.organ,
    roles: row.roles,
    session: row.id,
  }
}

/** Puts a new token in place of the one that was shown; of several requests at once one wins. */
async function rotate(
  { db }: Parts,
  row: SessionRow,
  shown: Buffer,
  now: Date,
): Promise<SessionChange | undefined> {
  const token = newToken()
  const turned = await db
    .updateTable('session')
    .set({
      token_hash: hashOfToken(token),
      previous_hash: shown,
      rotated_at: now,
      confirmed_at: null,
      seen_at: now,
    })
    .where('id', '=', row.id)
    .where('token_hash', '=', row.token_hash)
    .executeTakeFirst()
  return turned.numUpdatedRows > 0n ? { set: { token, expires: row.expires_at } } : undefined
}
