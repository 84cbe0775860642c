import { createWriteStream } from 'node:fs'
import { chmod, copyFile, mkdir, open, readdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { OperatorError } from '@mashang/kit'
import pg from 'pg'
import { addressOf, type Keeper } from '../files/keeper.ts'
import type { AppliedMigration } from '../migrate.ts'
import {
  type BackedUpTable,
  type BackupProgress,
  FILE_LIST,
  MANIFEST,
  type Manifest,
  tableFile,
} from './manifest.ts'
import { copyOut, listSchemas, listTables, SAME_TEXT } from './tables.ts'

export interface BackupOptions {
  readonly url: string
  /** The stored files; without them only the tables are backed up. */
  readonly keeper?: Keeper
  /** Off where the bucket is backed up by other means: then only the list of files is written. Default on. */
  readonly withFiles?: boolean
  /** The data folder, for the key of the public log. */
  readonly dataFolder?: string
  /** Must be empty or not exist. */
  readonly folder: string
  readonly onProgress?: (progress: BackupProgress) => void
}

const SECRETS = ['log.key']

/**
 * Writes everything to one folder while the server goes on: all tables as they were at one moment, then every
 * file stored until then. It is complete once `manifest.json` is there.
 */
export async function backup(options: BackupOptions): Promise<Manifest> {
  const { folder, onProgress = () => {} } = options
  await prepareFolder(folder)
  const client = new pg.Client({ connectionString: options.url, application_name: 'mashang-backup' })
  await client.connect()
  try {
    // Transaction-wide settings keep the values' text the same; read only keeps us from harm.
    await client.query('begin isolation level repeatable read read only')
    await client.query(SAME_TEXT)
    const { at, postgresql } = await describeServer(client)
    const migrations = await client.query<AppliedMigration>(
      'select module, name, digest from migration.applied order by module, name',
    )
    const schemas = await listSchemas(client)
    const tables = await writeTables(client, folder, schemas, onProgress)
    // After the tables: a sequence may only be ahead of them, never behind.
    const sequences = await client.query<Manifest['sequences'][number]>(
      `select schemaname::text as schema, sequencename::text as name, last_value::float8 as value from pg_sequences
       where last_value is not null and schemaname = any($1) order by 1, 2`,
      [schemas],
    )
    await client.query('commit')
    const files = await writeFiles(options, onProgress)
    const secrets = await copySecrets(options)
    const manifest: Manifest = {
      format: 'mashang-backup',
      version: 1,
      at,
      postgresql,
      migrations: migrations.rows,
      tables,
      sequences: sequences.rows,
      files,
      secrets,
    }
    await writeWhole(join(folder, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`)
    return manifest
  } finally {
    await client.end()
  }
}

async function prepareFolder(folder: string): Promise<void> {
  await mkdir(join(folder), { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0)
    throw new OperatorError({
      zh: `${folder} 不是空文件夹：备份需要一个单独的空文件夹。`,
      en: `${folder} is not empty: a backup needs a folder of its own.`,
    })
  await mkdir(join(folder, 'tables'), { mode: 0o700 })
}

async function describeServer(client: pg.Client): Promise<{ at: string; postgresql: string }> {
  const found = await client.query<{ at: Date; version: string }>(
    `select now() as at, split_part(current_setting('server_version'), ' ', 1) as version`,
  )
  const { at = new Date(), version = '' } = found.rows[0] ?? {}
  return { at: at.toISOString(), postgresql: version }
}

async function writeTables(
  client: pg.Client,
  folder: string,
  schemas: readonly string[],
  onProgress: (progress: BackupProgress) => void,
): Promise<readonly BackedUpTable[]> {
  const tables = await listTables(client, schemas)
  const written: BackedUpTable[] = []
  for (const [done, table] of tables.entries()) {
    const { schema, name, columns } = table
    onProgress({ stage: 'tables', name: `${schema}.${name}`, done, total: tables.length })
    const path = tableFile(folder, table)
    const copied = await copyOut(
      client,
      table,
      createGzip({ level: 1 }),
      createWriteStream(path, { mode: 0o600 }),
    )
    await sync(path)
    written.push({ schema, name, columns, ...copied })
  }
  return written
}

async function writeFiles(
  { keeper, withFiles = true, folder }: BackupOptions,
  onProgress: (progress: BackupProgress) => void,
): Promise<Manifest['files']> {
  if (keeper === undefined) return { count: 0, bytes: 0, included: false }
  const list = await open(join(folder, FILE_LIST), 'wx', 0o600)
  let count = 0
  let bytes = 0
  try {
    for await (const { digest, size } of keeper.list()) {
      await list.write(`${JSON.stringify({ digest, size })}\n`)
      if (withFiles) await copyFileOut(keeper, digest, join(folder, 'files', addressOf(digest)))
      count += 1
      bytes += size
      onProgress({ stage: 'files', name: digest, done: count, total: 0 })
    }
    await list.sync()
  } finally {
    await list.close()
  }
  return { count, bytes, included: withFiles }
}

async function copyFileOut(keeper: Keeper, digest: string, path: string): Promise<void> {
  const found = await keeper.open(digest)
  if (found === undefined) throw new Error(`The stored file ${digest} vanished during the backup.`)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await pipeline(Readable.from(found.body), createWriteStream(path, { mode: 0o600 }))
  await sync(path)
}

async function copySecrets({ dataFolder, folder }: BackupOptions): Promise<readonly string[]> {
  if (dataFolder === undefined) return []
  const copied: string[] = []
  for (const name of SECRETS) {
    if ((await stat(join(dataFolder, name)).catch(() => undefined)) === undefined) continue
    await copyFile(join(dataFolder, name), join(folder, name))
    await chmod(join(folder, name), 0o600)
    copied.push(name)
  }
  return copied
}

async function writeWhole(path: string, text: string): Promise<void> {
  const aside = `${path}.part`
  const file = await open(aside, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
  await sync(dirname(path))
}

async function sync(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
