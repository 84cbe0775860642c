import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefusal, uuidv7 } from '@mashang/kit'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Migrations } from '../contract.ts'
import { openDatabase } from '../database.ts'
import { createFiles } from '../files/index.ts'
import { addressOf } from '../files/keeper.ts'
import { createJournal } from '../journal.ts'
import { emptyDatabase, type TestDatabase, type TestStore, testStore } from '../testing/index.ts'
import { type BackupProgress, backup, restore } from './index.ts'

let folder: string
let kites: Migrations
let store: TestStore
let target: TestDatabase

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mashang-backup-'))
  kites = { module: 'kites', folder: join(folder, 'migrations') }
  await mkdir(kites.folder)
  await writeFile(
    join(kites.folder, '0001-kites.sql'),
    `create table kites.kind (name text primary key);
     insert into kites.kind values ('sled');
     create table kites.kite (id int generated always as identity primary key, kind text not null references kites.kind,
       "Odd ""name" text, wingspan float8, twice float8 generated always as (wingspan * 2) stored, flown timestamptz);
     create table kites.a_string (kite int references kites.kite, length numeric);`,
  )
  store = await testStore({ migrations: [kites] })
  target = await emptyDatabase()
})
afterEach(async () => {
  await store.drop()
  await target.drop()
  await rm(folder, { recursive: true })
})

async function fly(): Promise<string> {
  const caseId = uuidv7()
  const appended = await store.journal.append({
    stream: 'kite',
    caseId,
    expected: 0,
    at: '2026-03-02T01:02:03.004Z',
    actor: { kind: 'citizen', id: 'c-1', name: '张三\t"\\.' },
    entries: [{ kind: 'kite-flown', content: { text: '第一行\n第二行\\N', n: 0.1 } }],
    alongside: [
      sql`insert into kites.kite (kind, "Odd ""name", wingspan, flown) values ('sled', ${'a\tb\\n'}, 0.1, now())`,
    ],
  })
  if (isRefusal(appended)) throw new Error(appended.code)
  return caseId
}

async function upload(text: string): Promise<string> {
  const body = (async function* () {
    yield Buffer.from(text)
  })()
  const file = await store.files.put({ name: 'a.txt', body, maxBytes: 1000, accepts: ['text/plain'] })
  if (isRefusal(file)) throw new Error(file.code)
  return file.digest
}

const into = () => join(folder, 'backup')

async function makeBackup(onProgress?: (progress: BackupProgress) => void) {
  return backup({
    url: store.url,
    keeper: store.files.keeper,
    folder: into(),
    dataFolder: folder,
    onProgress,
  })
}

async function restoreInto(change: Partial<Parameters<typeof restore>[0]> = {}) {
  const files = await createFiles({ folder: join(folder, 'restored') })
  return restore({ url: target.url, migrations: [kites], files, folder: into(), ...change })
}

async function rowsOf(db: TestStore['db'], table: string): Promise<unknown[]> {
  const found = await sql<{
    row: unknown
  }>`select to_jsonb(t) as row from ${sql.table(table)} t order by 1`.execute(db)
  return found.rows.map(({ row }) => row)
}

describe('backup and restore', () => {
  it('bring back every row, sequence, waiting job, file and the key of the log', async () => {
    const caseId = await fly()
    await fly()
    await sql`insert into kites.a_string values (1, 12.50), (1, null)`.execute(store.db)
    await store.jobs.enqueue('test:later', { n: 1 }, { at: new Date('2030-01-01') })
    await store.settle()
    const digest = await upload('风筝')
    await writeFile(join(folder, 'log.key'), 'secret', { mode: 0o600 })
    const told: BackupProgress[] = []
    const manifest = await makeBackup((progress) => told.push(progress))
    expect(manifest.tables.find(({ name }) => name === 'entry')).toMatchObject({ schema: 'journal', rows: 2 })
    expect(manifest.files).toEqual({ count: 1, bytes: 6, included: true })
    expect(told.some(({ name }) => name === 'kites.kite')).toBe(true)
    const home = join(folder, 'home')
    expect(await restoreInto({ dataFolder: home })).toMatchObject({ files: 1 })
    for (const table of [
      'journal.entry',
      'journal.leaf',
      'journal.checkpoint',
      'journal.sequencer',
      'kites.kind',
      'kites.kite',
      'kites.a_string',
    ]) {
      expect(await rowsOf(target.db, table), table).toEqual(await rowsOf(store.db, table))
    }
    expect(await createJournal(target.db).read('kite', caseId)).toEqual(
      await store.journal.read('kite', caseId),
    )
    await sql`insert into kites.kite (kind) values ('sled')`.execute(target.db)
    expect(await rowsOf(target.db, 'kites.kite')).toHaveLength(3)
    const waiting = await sql<object>`select task_identifier, run_at from graphile_worker.jobs`.execute(
      target.db,
    )
    expect(waiting.rows).toEqual([{ task_identifier: 'test:later', run_at: new Date('2030-01-01') }])
    expect(await readFile(join(folder, 'restored', addressOf(digest)), 'utf8')).toBe('风筝')
    expect(await readFile(join(home, 'log.key'), 'utf8')).toBe('secret')
    expect((await stat(join(home, 'log.key'))).mode & 0o777).toBe(0o600)
  })

  it('take the tables as they were at one moment, whatever is written meanwhile', async () => {
    for (let n = 0; n < 20; n++) await fly()
    let isDone = false
    const writer = (async () => {
      while (!isDone) await fly()
    })()
    const manifest = await makeBackup()
    isDone = true
    await writer
    const rows = new Map(manifest.tables.map(({ name, rows }) => [name, rows]))
    expect(rows.get('entry')).toBe(rows.get('kite'))
    expect(rows.get('entry')).toBe(rows.get('pending'))
    await restoreInto()
    expect(await rowsOf(target.db, 'kites.kite')).toHaveLength(rows.get('entry') ?? -1)
  })

  it('restore a backup of an older version and bring it up to date', async () => {
    await fly()
    await makeBackup()
    await writeFile(
      join(kites.folder, '0002-colour.sql'),
      `alter table kites.kite add column colour text default 'red'`,
    )
    await restoreInto()
    expect(await rowsOf(target.db, 'kites.kite')).toMatchObject([{ colour: 'red' }])
  })

  it('refuse a database that was set up before, a folder in use, and a backup broken off', async () => {
    await makeBackup()
    await expect(makeBackup()).rejects.toThrow('is not empty')
    await expect(restoreInto({ url: store.url })).rejects.toThrow('empty database only')
    await rm(join(into(), 'manifest.json'))
    await expect(restoreInto()).rejects.toThrow('no complete backup')
  })

  it('notice a damaged table or file and leave the database empty', async () => {
    await fly()
    const digest = await upload('风筝')
    await makeBackup()
    const path = join(into(), 'files', addressOf(digest))
    await writeFile(path, 'else')
    await expect(restoreInto()).rejects.toThrow('another content')
    await writeFile(path, '风筝')
    const tables = join(into(), 'tables')
    const [entry, look] = ['journal.entry.copy.gz', 'journal.look.copy.gz'].map((name) => join(tables, name))
    const good = await readFile(entry ?? '')
    await writeFile(entry ?? '', await readFile(look ?? ''))
    await expect(restoreInto()).rejects.toThrow('journal.entry of the backup is damaged')
    await writeFile(entry ?? '', good)
    expect(await restoreInto()).toMatchObject({ files: 1 })
    expect(await readdir(join(folder, 'restored', 'incoming'))).toEqual([])
  })

  it('refuse a backup that has migrations not known here', async () => {
    await makeBackup()
    await expect(restoreInto({ migrations: [] })).rejects.toThrow('kites.')
    await rm(join(kites.folder, '0001-kites.sql'))
    await writeFile(join(kites.folder, '0001-other.sql'), 'select 1')
    await expect(restoreInto()).rejects.toThrow('newer than this program')
    const database = openDatabase({ url: target.url })
    expect(
      (await sql`select 1 from pg_namespace where nspname = 'journal'`.execute(database.db)).rows,
    ).toEqual([])
    await database.close()
  })
})
