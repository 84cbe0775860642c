import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { preparing } from './prepared.ts'

export interface DatabaseOptions {
  readonly url: string
  /** Connections at most; default 10. */
  readonly poolSize?: number
  /** Shown in `pg_stat_activity`. */
  readonly name?: string
  /** Off behind a pooler that changes the connection between transactions (PgBouncer before 1.21). */
  readonly prepare?: boolean
  /** Told of connections that broke; the pool makes new ones by itself. */
  readonly onError?: (error: Error) => void
}

export interface Database {
  readonly db: Kysely<unknown>
  readonly pool: pg.Pool
  /** Waits for running statements, then closes every connection. */
  close(): Promise<void>
}

const { INT8, DATE } = pg.types.builtins

/** bigint as a number (ours stay below 2^53), dates as `2026-03-01`: a legal day has no time zone. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  if (format === 'binary') return pg.types.getTypeParser(oid, format)
  if (oid === INT8) return toSafeInteger
  if (oid === DATE) return String
  return pg.types.getTypeParser(oid)
}

function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond what a number holds exactly`)
  return value
}

/** Opens a pool of connections; none is made before the first statement. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    application_name: options.name ?? 'mashang',
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 60_000,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  })
  const onError = (error: Error) => options.onError?.(error)
  pool.on('error', onError)
  // The pool listens to idle connections only; one that breaks in use and is heard by nobody ends the process.
  pool.on('connect', (client) => client.on('error', onError))
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: options.prepare === false ? pool : preparing(pool) }),
  })
  return { db, pool, close: () => db.destroy() }
}

/** Serialisation failure, deadlock, and a prepared statement whose tables were migrated under it. */
const TRY_AGAIN = new Set(['40001', '40P01'])

function isTryAgain(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (code === '0A000') return String(message).includes('cached plan must not change result type')
  return typeof code === 'string' && TRY_AGAIN.has(code)
}

/** Runs `work` again, a little later each time, while PostgreSQL asks for that; `work` must be all or nothing. */
export async function withRetry<T>(work: () => Promise<T>, attempts = 8): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= attempts || !isTryAgain(error)) throw error
      await sleep(Math.random() * 5 * 2 ** attempt)
    }
  }
}
