import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { journalMigrations } from './migrations.ts'
import { type TestDatabase, testDatabase } from './testing/index.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'mashang-migrations-'))
})

afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

async function kites(files: Record<string, string>): Promise<{ module: string; folder: string }> {
  await rm(folder, { recursive: true })
  await mkdir(folder)
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return { module: 'kites', folder }
}

const FIRST = {
  '0001-kites.sql': 'create table kites.kite (id int primary key); create index on kites.kite (id);',
}
const SECOND = { '0002-strings.sql': 'alter table kites.kite add column string text;' }

describe('migrate', () => {
  it('applies what is new, in order, and nothing twice', async () => {
    expect(await migrate(database.db, [journalMigrations, await kites(FIRST)])).toEqual({
      applied: ['kites/0001-kites.sql'],
    })
    const both = await kites({ ...FIRST, ...SECOND })
    expect((await migrate(database.db, [both])).applied).toEqual(['kites/0002-strings.sql'])
    expect((await migrate(database.db, [both])).applied).toEqual([])
    await sql`insert into kites.kite values (1, 'silk')`.execute(database.db)
  })

  it('lets four nodes start at once: each file is applied by one of them', async () => {
    const modules = [journalMigrations, await kites({ ...FIRST, ...SECOND })]
    const nodes = Array.from({ length: 4 }, () => openDatabase({ url: database.url, poolSize: 2 }))
    const done = await Promise.all(nodes.map(({ db }) => migrate(db, modules)))
    await Promise.all(nodes.map((node) => node.close()))
    expect(done.flatMap(({ applied }) => applied).sort()).toEqual([
      'kites/0001-kites.sql',
      'kites/0002-strings.sql',
    ])
  })

  it('refuses a file that was changed after it had been applied', async () => {
    await migrate(database.db, [await kites(FIRST)])
    const changed = await kites({ '0001-kites.sql': 'create table kites.kite (id bigint);' })
    await expect(migrate(database.db, [changed])).rejects.toThrow('kites/0001-kites.sql was changed after')
  })

  it('refuses a database newer than the code', async () => {
    await migrate(database.db, [await kites({ ...FIRST, ...SECOND })])
    const older = await kites(FIRST)
    await expect(migrate(database.db, [older])).rejects.toThrow(/newer than this program.*0002-strings/)
  })

  it('refuses a new file whose number was passed, and two files of one number', async () => {
    await migrate(database.db, [await kites({ '0002-kites.sql': 'create table kites.kite (id int);' })])
    const passed = await kites({
      '0001-early.sql': 'select 1;',
      '0002-kites.sql': 'create table kites.kite (id int);',
    })
    await expect(migrate(database.db, [passed])).rejects.toThrow(/0001-early.sql comes before 0002-kites.sql/)
    const twice = await kites({ '0003-one.sql': 'select 1;', '0003-two.sql': 'select 1;' })
    await expect(migrate(database.db, [twice])).rejects.toThrow(/Two migrations .* 0003/)
  })

  it('undoes a file that fails half-way and says which', async () => {
    const broken = await kites({ '0001-kites.sql': 'create table kites.kite (id int); select 1/0;' })
    await expect(migrate(database.db, [broken])).rejects.toThrow(
      /kites\/0001-kites.sql failed .*division by zero/,
    )
    await expect(sql`select * from kites.kite`.execute(database.db)).rejects.toThrow(/does not exist/)
    expect((await migrate(database.db, [await kites(FIRST)])).applied).toEqual(['kites/0001-kites.sql'])
  })
})
