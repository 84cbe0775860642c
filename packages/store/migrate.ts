import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '@mashang/kit'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Migrations } from './contract.ts'
import { type Log, silentLog } from './logger.ts'

/** One file of a migration folder. */
interface MigrationFile {
  readonly module: string
  readonly name: string
  readonly text: string
  /** SHA-256 of its bytes in hex. */
  readonly digest: string
}

/** What a database has taken in. */
export interface AppliedMigration {
  readonly module: string
  readonly name: string
  readonly digest: string
}

export interface Migrated {
  /** `module/file`, in the order applied; empty when the database was up to date. */
  readonly applied: readonly string[]
}

export interface MigrateOptions {
  readonly log?: Log
  /** Only these: the state a backup was made in. */
  readonly upTo?: readonly AppliedMigration[]
}

const isSameAs = (one: { module: string; name: string }) => (other: { module: string; name: string }) =>
  one.module === other.module && one.name === other.name

const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/
const MODULE = /^[a-z][a-z_]*$/
/** One number for all nodes: whoever holds its lock migrates, the others wait and find the work done. */
const LOCK = 7703002

/**
 * Brings the database up to the code: a schema for each module, then each file that is not applied yet, in order
 * of modules as given and of names, each in a transaction of its own. Any number of nodes may call it at once.
 * Throws, before changing anything, when an applied file was changed or the database is newer than the code.
 */
export async function migrate(
  db: Kysely<unknown>,
  modules: readonly Migrations[],
  { log = silentLog, upTo }: MigrateOptions = {},
): Promise<Migrated> {
  const all = (await Promise.all(modules.map(readMigrations))).flat()
  if (upTo !== undefined) check(all, upTo)
  const files = upTo === undefined ? all : all.filter((file) => upTo.some(isSameAs(file)))
  await inTurn(db, ensureTable)
  const known = await listApplied(db)
  check(files, known)
  for (const { module } of modules) await inTurn(db, (trx) => ensureSchema(trx, module))
  const applied: string[] = []
  for (const file of files) {
    if (known.some(isSameAs(file))) continue
    const name = `${file.module}/${file.name}`
    if (await inTurn(db, (trx) => apply(trx, file))) {
      applied.push(name)
      log.info({ migration: name }, 'migrated')
    }
  }
  return { applied }
}

/** The files of one module in order; throws where one is misnamed or two share a number. */
export async function readMigrations({ module, folder }: Migrations): Promise<readonly MigrationFile[]> {
  if (!MODULE.test(module))
    throw new Error(`A module that owns a schema needs a plain name, not "${module}".`)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const numbers = names.map((name) => NAME.exec(name)?.[1] ?? failMisnamed(folder, name))
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at)
  if (twice !== undefined) throw new Error(`Two migrations in ${folder} have the number ${twice}.`)
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { module, name, text, digest: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** In the order they were applied; throws where nothing was ever migrated. */
export async function listApplied(db: Kysely<unknown>): Promise<readonly AppliedMigration[]> {
  const found = await sql<AppliedMigration>`
    select module, name, digest from migration.applied order by module, name`.execute(db)
  return found.rows
}

function failMisnamed(folder: string, name: string): never {
  throw new Error(`A migration is named like 0001-what-it-adds.sql; ${join(folder, name)} is not.`)
}

function check(files: readonly MigrationFile[], known: readonly AppliedMigration[]): void {
  const modules = new Set(files.map(({ module }) => module))
  for (const { module, name, digest } of known) {
    if (!modules.has(module)) continue
    const file = files.find((one) => one.module === module && one.name === name)
    if (file === undefined) {
      throw new OperatorError({
        zh: `数据库比程序新：它有本版本不认识的迁移 ${module}/${name}。请启动新版本，或恢复用本版本做的备份。`,
        en:
          `The database is newer than this program: it has the migration ${module}/${name}, which is not known ` +
          'here. Start the newer version, or restore a backup made with this one.',
      })
    }
    if (file.digest !== digest) {
      throw new OperatorError({
        zh: `迁移 ${module}/${name} 在用于本数据库之后又被改动。请把文件改回原样，另加一个新文件来做改动。`,
        en:
          `The migration ${module}/${name} was changed after it had been applied to this database. ` +
          'Put the file back as it was and add a new one for the change.',
      })
    }
  }
  for (const { module, name } of files) {
    const later = known.find((one) => one.module === module && one.name > name)
    const isNew = !known.some((one) => one.module === module && one.name === name)
    if (isNew && later !== undefined) {
      throw new Error(
        `The new migration ${module}/${name} comes before ${later.name}, which is already applied. Give it the next number.`,
      )
    }
  }
}

function inTurn<T>(db: Kysely<unknown>, work: (trx: Transaction<unknown>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx)
    // Not waited for on the disk: what a power cut takes is the newest, and the next start applies it again.
    await sql`set local synchronous_commit = off`.execute(trx)
    return work(trx)
  })
}

async function ensureTable(trx: Transaction<unknown>): Promise<void> {
  await sql`create schema if not exists migration`.execute(trx)
  await sql`create table if not exists migration.applied (
    module text not null,
    name text not null,
    digest text not null,
    at timestamptz not null default now(),
    primary key (module, name)
  )`.execute(trx)
}

async function ensureSchema(trx: Transaction<unknown>, module: string): Promise<void> {
  await sql`create schema if not exists ${sql.id(module)}`.execute(trx)
}

/** False when another node was first. */
async function apply(trx: Transaction<unknown>, file: MigrationFile): Promise<boolean> {
  const taken = await sql`
    insert into migration.applied (module, name, digest) values (${file.module}, ${file.name}, ${file.digest})
    on conflict do nothing`.execute(trx)
  if (taken.numAffectedRows === 0n) return false
  try {
    await sql.raw(file.text).execute(trx)
  } catch (error) {
    throw new Error(
      `The migration ${file.module}/${file.name} failed and was undone: ${(error as Error).message}`,
      {
        cause: error,
      },
    )
  }
  return true
}
