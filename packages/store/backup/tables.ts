import { createHash, type Hash } from 'node:crypto'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** Jobs that wait; the tables are graphile-worker's own, its migrations come with its version. */
const JOBS = 'graphile_worker'
const NOT_COPIED = new Set([`${JOBS}.migrations`])

export interface Table {
  readonly schema: string
  readonly name: string
  /** Without those the database computes. */
  readonly columns: readonly string[]
  readonly primaryKey: readonly string[]
}

/** Makes the text form of values the same on every server. */
export const SAME_TEXT = `set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'iso_8601';
  set local extra_float_digits = 3; set local bytea_output = 'hex'; set local search_path = pg_catalog`

/** Schemas of the modules that were migrated, and that of the jobs. */
export async function listSchemas(client: pg.ClientBase): Promise<readonly string[]> {
  const found = await client.query<{ module: string }>(
    'select distinct module from migration.applied order by 1',
  )
  return [...found.rows.map(({ module }) => module), JOBS]
}

/** All tables of the schemas, those that others refer to first. */
export async function listTables(
  client: pg.ClientBase,
  schemas: readonly string[],
): Promise<readonly Table[]> {
  const found = await client.query<{
    oid: number
    schema: string
    name: string
    columns: string[]
    key: string[]
  }>(
    `select c.oid, n.nspname as schema, c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
         and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select a.attname::text from pg_index i, unnest(i.indkey::int2[]) with ordinality k(num, place)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num
         where i.indrelid = c.oid and i.indisprimary order by k.place) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1) order by 2, 3`,
    [schemas],
  )
  const references = await client.query<{ from: number; to: number }>(
    `select conrelid as from, confrelid as to from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  )
  const wanted = found.rows.filter(({ schema, name }) => !NOT_COPIED.has(`${schema}.${name}`))
  return inOrder(wanted, references.rows).map(({ schema, name, columns, key }) => ({
    schema,
    name,
    columns,
    primaryKey: key,
  }))
}

function inOrder<T extends { oid: number }>(
  tables: readonly T[],
  references: readonly { from: number; to: number }[],
): T[] {
  const placed = new Set<number>()
  const ordered: T[] = []
  let waiting = [...tables]
  const known = new Set(tables.map(({ oid }) => oid))
  while (waiting.length > 0) {
    const ready = waiting.filter(({ oid }) =>
      references.every(({ from, to }) => from !== oid || placed.has(to) || !known.has(to)),
    )
    if (ready.length === 0)
      throw new Error('Tables refer to one another in a circle; they cannot be restored in order.')
    for (const table of ready) placed.add(table.oid)
    ordered.push(...ready)
    waiting = waiting.filter(({ oid }) => !placed.has(oid))
  }
  return ordered
}

export function quoted(...names: readonly string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.')
}

export interface Copied {
  readonly rows: number
  readonly digest: string
}

/** Streams a table's rows in order of its key through `sink`; their number and digest. */
export async function copyOut(
  client: pg.ClientBase,
  table: Table,
  ...sink: readonly (NodeJS.ReadWriteStream | NodeJS.WritableStream)[]
): Promise<Copied> {
  const columns = table.columns.map((name) => quoted(name)).join(', ')
  // A table without a key has few rows; its own text orders it.
  const order =
    table.primaryKey.length > 0 ? table.primaryKey.map((name) => quoted(name)).join(', ') : 't::text'
  const source = client.query(
    copyTo(`copy (select ${columns} from ${quoted(table.schema, table.name)} t order by ${order}) to stdout`),
  )
  const hash = createHash('sha256')
  await pipeline([source, hashing(hash), ...sink])
  return { rows: source.rowCount, digest: hash.digest('hex') }
}

/** Passes bytes on, adding them to the digest. */
export function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
}

/** Takes bytes in and forgets them. */
export function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
