import { join } from 'node:path'
import { OperatorError } from '@mashang/kit'
import { sql } from 'kysely'
import type { Migrations, Store } from './contract.ts'
import { type Database, openDatabase } from './database.ts'
import { findEmbedded, startEmbedded } from './embedded/index.ts'
import { createFiles, type FileStore } from './files/index.ts'
import type { S3Settings } from './files/s3.ts'
import type { ZipLimits } from './files/zip.ts'
import { createJobs, migrateJobs } from './jobs.ts'
import { createJournal } from './journal.ts'
import { type Log, silentLog } from './logger.ts'
import { migrate } from './migrate.ts'
import { journalMigrations } from './migrations.ts'

export interface StoreOptions {
  /** Holds the files, and the database unless `databaseUrl` names another. */
  readonly dataFolder: string
  /** Any PostgreSQL from 15; without it the embedded server is started. */
  readonly databaseUrl?: string
  /** Use the embedded server that another process of ours runs on this folder, if one does. */
  readonly share?: boolean
  readonly poolSize?: number
  /** Keep files in a bucket instead of the data folder. */
  readonly s3?: S3Settings
  readonly zipLimits?: ZipLimits
  /** Of the modules, in order; the journal's own come first. */
  readonly migrations: readonly Migrations[]
  /** Off for a process that must not change the database (it then has to be migrated). Default on. */
  readonly migrate?: boolean
  readonly log?: Log
}

/** A store with the means to run and to close it. */
export interface OpenStore extends Store {
  /** Address of the database, for the workers of jobs and subscriptions. */
  readonly url: string
  /** Connections of the pool: all, idle ones, and requests that wait for one. */
  connections(): { readonly total: number; readonly idle: number; readonly waiting: number }
  readonly files: FileStore
  /** Closes every connection and stops the embedded server where this process runs it. */
  close(): Promise<void>
}

const OLDEST_VERSION = 150_000

/** Starts or finds the database, brings it up to date and hands out everything a module needs. */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const log = options.log ?? silentLog
  const server = await findServer(options, log)
  const database = openDatabase({
    url: server.url,
    poolSize: options.poolSize,
    onError: (error) => log.warn({ err: error }, 'a connection to the database broke'),
  })
  try {
    await checkServer(database)
    if (options.migrate !== false) {
      await migrate(database.db, [journalMigrations, ...options.migrations], { log })
      await migrateJobs(server.url)
    }
    const { dataFolder, s3, zipLimits } = options
    const files = await createFiles({ folder: join(dataFolder, 'files'), s3, zipLimits })
    const { db } = database
    return {
      db,
      journal: createJournal(db),
      files,
      jobs: createJobs(db),
      url: server.url,
      connections: () => {
        const { totalCount, idleCount, waitingCount } = database.pool
        return { total: totalCount, idle: idleCount, waiting: waitingCount }
      },
      close: async () => {
        files.close()
        await database.close()
        await server.stop()
      },
    }
  } catch (error) {
    await database.close()
    await server.stop()
    throw error
  }
}

interface Server {
  readonly url: string
  stop(): Promise<void>
}

async function findServer(options: StoreOptions, log: Log): Promise<Server> {
  const { databaseUrl, dataFolder } = options
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: async () => {} }
  const shared = options.share === true ? await findEmbedded(dataFolder) : undefined
  if (shared !== undefined) return { url: shared, stop: async () => {} }
  return startEmbedded({ dataFolder, log })
}

async function checkServer({ db }: Database): Promise<void> {
  const found = await sql<{ version: number; encoding: string }>`
    select current_setting('server_version_num')::integer as version,
      current_setting('server_encoding') as encoding`.execute(db)
  const { version = 0, encoding = '' } = found.rows[0] ?? {}
  if (version < OLDEST_VERSION) {
    const found = Math.floor(version / 10_000)
    throw new OperatorError({
      zh: `需要 PostgreSQL 15 或更高版本；DATABASE_URL 指向的是 ${found}。`,
      en: `PostgreSQL 15 or newer is needed; DATABASE_URL leads to version ${found}.`,
    })
  }
  if (encoding !== 'UTF8') {
    throw new OperatorError({
      zh: `数据库编码须为 UTF8，现在是 ${encoding}：create database … encoding 'UTF8'。`,
      en: `The database must have the encoding UTF8, not ${encoding}: create database … encoding 'UTF8'.`,
    })
  }
}
