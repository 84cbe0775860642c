import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, chmod, copyFile, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { OperatorError } from '@mashang/kit'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Migrations } from '../contract.ts'
import { openDatabase } from '../database.ts'
import type { FileStore } from '../files/index.ts'
import { addressOf } from '../files/keeper.ts'
import { migrateJobs } from '../jobs.ts'
import { migrate } from '../migrate.ts'
import { journalMigrations } from '../migrations.ts'
import {
  type BackedUpTable,
  type BackupProgress,
  FILE_LIST,
  type Manifest,
  readManifest,
  tableFile,
} from './manifest.ts'
import { copyOut, hashing, listSchemas, listTables, nowhere, quoted, SAME_TEXT } from './tables.ts'

export interface RestoreOptions {
  /** An empty database: nothing of ours was ever migrated into it. */
  readonly url: string
  /** Of the modules, as for `openStore`. */
  readonly migrations: readonly Migrations[]
  readonly files?: FileStore
  /** Gets the key of the public log back, unless it has one. */
  readonly dataFolder?: string
  readonly folder: string
  readonly onProgress?: (progress: BackupProgress) => void
}

export interface Restored {
  readonly manifest: Manifest
  readonly rows: number
  readonly files: number
}

/**
 * Fills an empty database from a backup: schemas as they were then, rows, sequences, files; every table and file
 * is compared with its digest; at last the newer migrations. What went wrong leaves the database empty.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { folder, url, onProgress = () => {} } = options
  const manifest = await readManifest(folder)
  const database = openDatabase({ url, poolSize: 2 })
  const client = new pg.Client({ connectionString: url, application_name: 'mashang-restore' })
  await client.connect()
  try {
    await refuseUnlessEmpty(client)
    try {
      const modules = [journalMigrations, ...options.migrations]
      await migrate(database.db, modules, { upTo: manifest.migrations })
      await migrateJobs(url)
      await fill(client, folder, manifest, onProgress)
      const files = await restoreFiles(options, manifest, onProgress)
      await restoreSecrets(options, manifest)
      await migrate(database.db, modules)
      return { manifest, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), files }
    } catch (error) {
      await removeSchemas(client, manifest)
      throw error
    }
  } finally {
    await client.end()
    await database.close()
  }
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const found = await client.query(`select 1 from pg_namespace where nspname in ('migration', 'journal')`)
  if (found.rows.length > 0) {
    throw new OperatorError({
      zh: '备份只能恢复到空数据库，这个数据库已经初始化过。请换一个新的数据文件夹或数据库。',
      en: 'A backup is restored into an empty database only; this one was set up before. Choose a new data folder or database.',
    })
  }
}

async function fill(
  client: pg.Client,
  folder: string,
  manifest: Manifest,
  onProgress: (progress: BackupProgress) => void,
): Promise<void> {
  await client.query('begin')
  await client.query(SAME_TEXT)
  const tables = await listTables(client, await listSchemas(client))
  checkSameTables(tables, manifest.tables)
  // Rows that migrations put in are in the backup, as they were by then.
  await client.query(`truncate ${tables.map(({ schema, name }) => quoted(schema, name)).join(', ')}`)
  const total = manifest.tables.length
  for (const [done, table] of manifest.tables.entries()) {
    onProgress({ stage: 'tables', name: `${table.schema}.${table.name}`, done, total })
    await copyIn(client, folder, table)
  }
  for (const { schema, name, value } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2::bigint)', [quoted(schema, name), value])
  }
  // Nobody works on a job here yet, whatever the backup says.
  await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null')
  await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null')
  for (const [done, table] of tables.entries()) {
    const wanted = manifest.tables.find(({ schema, name }) => schema === table.schema && name === table.name)
    if (wanted === undefined || table.schema === 'graphile_worker') continue
    onProgress({ stage: 'check', name: `${table.schema}.${table.name}`, done, total })
    const found = await copyOut(client, { ...table, columns: wanted.columns }, nowhere())
    if (found.rows !== wanted.rows || found.digest !== wanted.digest) throw damaged(wanted)
  }
  await client.query('commit')
}

function damaged({ schema, name }: BackedUpTable): Error {
  return new OperatorError({
    zh: `备份中的表 ${schema}.${name} 已损坏：行数或内容与备份时不同。请换一份备份。`,
    en: `The table ${schema}.${name} of the backup is damaged: its rows are not those that were copied. Use another backup.`,
  })
}

async function copyIn(client: pg.Client, folder: string, table: BackedUpTable): Promise<void> {
  const { schema, name, columns } = table
  const hash = createHash('sha256')
  const sink = client.query(
    copyFrom(
      `copy ${quoted(schema, name)} (${columns.map((column) => quoted(column)).join(', ')}) from stdin`,
    ),
  )
  await pipeline(createReadStream(tableFile(folder, table)), createGunzip(), hashing(hash), sink)
  if (sink.rowCount !== table.rows || hash.digest('hex') !== table.digest) throw damaged(table)
}

function checkSameTables(
  here: readonly { schema: string; name: string }[],
  there: readonly { schema: string; name: string }[],
): void {
  const names = (tables: readonly { schema: string; name: string }[]) =>
    new Set(tables.map(({ schema, name }) => `${schema}.${name}`))
  const [ours, theirs] = [names(here), names(there)]
  const missing = [...theirs].filter((name) => !ours.has(name))
  if (missing.length > 0)
    throw new OperatorError({
      zh: `备份中有本版本不认识的表：${missing.join('、')}。请用做备份的版本恢复。`,
      en: `The backup has tables that are not known here: ${missing.join(', ')}. Restore it with the version that made it.`,
    })
}

async function restoreFiles(
  { files, folder }: RestoreOptions,
  manifest: Manifest,
  onProgress: (progress: BackupProgress) => void,
): Promise<number> {
  if (files === undefined || !manifest.files.included) return 0
  let done = 0
  for await (const line of createInterface({ input: createReadStream(join(folder, FILE_LIST)) })) {
    const { digest } = JSON.parse(line) as { digest: string }
    await files.restore(digest, createReadStream(join(folder, 'files', addressOf(digest))))
    done += 1
    onProgress({ stage: 'files', name: digest, done, total: manifest.files.count })
  }
  if (done !== manifest.files.count)
    throw new OperatorError({
      zh: `备份的文件清单已损坏：应有 ${manifest.files.count} 个，只有 ${done} 个。请换一份备份。`,
      en: `The list of files is damaged: ${done} of ${manifest.files.count}. Use another backup.`,
    })
  return done
}

async function restoreSecrets({ dataFolder, folder }: RestoreOptions, manifest: Manifest): Promise<void> {
  if (dataFolder === undefined) return
  await mkdir(dataFolder, { recursive: true })
  for (const name of manifest.secrets) {
    const path = join(dataFolder, name)
    if ((await stat(path).catch(() => undefined)) !== undefined) continue
    await access(join(folder, name))
    await copyFile(join(folder, name), path)
    await chmod(path, 0o600)
  }
}

/** Back to empty, so that the restore can be tried again. */
async function removeSchemas(client: pg.Client, manifest: Manifest): Promise<void> {
  await client.query('rollback')
  const modules = manifest.migrations.map(({ module }) => module)
  for (const schema of new Set([...modules, 'migration', 'graphile_worker'])) {
    await client.query(`drop schema if exists ${quoted(schema)} cascade`)
  }
}
