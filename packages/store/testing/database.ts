import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Migrations } from '../contract.ts'
import { type Database, openDatabase } from '../database.ts'
import { migrateJobs } from '../jobs.ts'
import { migrate, readMigrations } from '../migrate.ts'
import { journalMigrations } from '../migrations.ts'
import { cloneStrategy, testServerUrl } from './server.ts'

/** A database of its own for one test file or case. */
export interface TestDatabase {
  readonly url: string
  readonly db: Kysely<unknown>
  readonly pool: pg.Pool
  /** Closes its connections and removes it; call it in `afterAll` or `afterEach`. */
  drop(): Promise<void>
}

export interface TestDatabaseOptions {
  /** Beside the journal's, which always come first. */
  readonly migrations?: readonly Migrations[]
  readonly poolSize?: number
}

/** One making of templates at a time on a server. */
const LOCK = 7703003

/**
 * A fresh database with the journal and the given modules migrated, cloned from a template that is made once for
 * each set of migration files. On `DATABASE_URL` if set (its role must be allowed to create databases).
 */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const serverUrl = await testServerUrl()
  const modules = [journalMigrations, ...(options.migrations ?? [])]
  const template = await ensureTemplate(serverUrl, modules)
  return makeDatabase(serverUrl, `template ${template} ${cloneStrategy()}`, options)
}

/** A fresh database without anything in it. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return makeDatabase(await testServerUrl(), `template template0 encoding 'UTF8'`, {})
}

async function makeDatabase(
  serverUrl: string,
  likeWhat: string,
  options: TestDatabaseOptions,
): Promise<TestDatabase> {
  const name = `mashang_test_${randomBytes(8).toString('hex')}`
  await onServer(serverUrl, (client) => client.query(`create database ${name} ${likeWhat}`))
  const url = withDatabase(serverUrl, name)
  const database = openDatabase({ url, poolSize: options.poolSize ?? 10, name: 'mashang-test' })
  return {
    url,
    db: database.db,
    pool: database.pool,
    drop: async () => {
      await database.close()
      await onServer(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** Templates this process knows to be there. */
const made = new Map<string, Promise<string>>()

function ensureTemplate(serverUrl: string, modules: readonly Migrations[]): Promise<string> {
  const key = JSON.stringify(modules)
  const known = made.get(key) ?? makeTemplate(serverUrl, modules)
  made.set(key, known)
  return known
}

async function makeTemplate(serverUrl: string, modules: readonly Migrations[]): Promise<string> {
  const files = (await Promise.all(modules.map(readMigrations))).flat()
  const digest = createHash('sha256').update(JSON.stringify(files)).digest('hex')
  const name = `mashang_template_${digest.slice(0, 16)}`
  await onServer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rows.length > 0) return
    const draft = `${name}_draft`
    await client.query(`drop database if exists ${draft} with (force)`)
    await client.query(`create database ${draft} template template0 encoding 'UTF8'`)
    const database: Database = openDatabase({ url: withDatabase(serverUrl, draft), poolSize: 2 })
    try {
      await migrate(database.db, modules)
      await migrateJobs(withDatabase(serverUrl, draft))
    } finally {
      await database.close()
    }
    await client.query(`alter database ${draft} rename to ${name}`)
  })
  return name
}

async function onServer<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: withDatabase(serverUrl, 'postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** `postgresql://…@/mashang?host=…` has no host, which URL would not take: only the path is replaced. */
function withDatabase(url: string, name: string): string {
  const parts = /^(postgres(?:ql)?:\/\/[^/]*\/?)([^?]*)(\?.*)?$/.exec(url)
  if (parts === null) throw new Error('DATABASE_URL is like postgresql://user:password@host:5432/database')
  const [, server = '', , query = ''] = parts
  return `${server.endsWith('/') && !server.endsWith('//') ? server : `${server}/`}${name}${query}`
}
