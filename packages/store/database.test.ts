import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase, withRetry } from './database.ts'
import { type TestDatabase, testDatabase } from './testing/index.ts'

let home: TestDatabase
let database: Database

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, poolSize: 2 })
  await sql`create table public.kite (id int primary key, height int not null)`.execute(database.db)
  await sql`insert into public.kite values (1, 10), (2, 20)`.execute(database.db)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

describe('a database', () => {
  it('gives large numbers as numbers, refuses to round them, and gives legal days as written', async () => {
    const found =
      await sql<object>`select 9007199254740991::bigint as most, date '2026-03-01' as day`.execute(
        database.db,
      )
    expect(found.rows).toEqual([{ most: 9007199254740991, day: '2026-03-01' }])
    await expect(sql`select 9007199254740993::bigint as beyond`.execute(database.db)).rejects.toThrow(
      'beyond',
    )
  })

  it('prepares a statement that comes again and again', async () => {
    const find = (id: number) => sql`select height from public.kite where id = ${id}`.execute(database.db)
    for (let n = 0; n < 5; n++) expect((await find(2)).rows).toEqual([{ height: 20 }])
    const prepared = await database.db
      .connection()
      .execute((db) => sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db))
    expect(prepared.rows.map(({ statement }) => statement)).toContain(
      'select height from public.kite where id = $1',
    )
  })

  it('goes on when a migration changes a table under a prepared statement', async () => {
    const find = () => sql`select * from public.kite where id = ${1}`.execute(database.db)
    for (let n = 0; n < 5; n++) await find()
    await sql`alter table public.kite add column colour text not null default 'red'`.execute(database.db)
    expect((await withRetry(find)).rows).toEqual([{ id: 1, height: 10, colour: 'red' }])
  })

  it('tries again after a deadlock and a serialisation failure, and not after anything else', async () => {
    const bothAdded = async (first: number, second: number) =>
      withRetry(() =>
        database.db.transaction().execute(async (trx) => {
          await sql`update public.kite set height = height + 1 where id = ${first}`.execute(trx)
          await new Promise((done) => setTimeout(done, 50))
          await sql`update public.kite set height = height + 1 where id = ${second}`.execute(trx)
        }),
      )
    await Promise.all([bothAdded(1, 2), bothAdded(2, 1)])
    const risen = () =>
      withRetry(() =>
        database.db
          .transaction()
          .setIsolationLevel('serializable')
          .execute(async (trx) => {
            const found = await sql<{ height: number }>`select height from public.kite where id = 1`.execute(
              trx,
            )
            await new Promise((done) => setTimeout(done, 20))
            await sql`update public.kite set height = ${(found.rows[0]?.height ?? 0) + 1} where id = 1`.execute(
              trx,
            )
          }),
      )
    await Promise.all([risen(), risen()])
    const found = await sql<object>`select id, height from public.kite order by id`.execute(database.db)
    expect(found.rows).toEqual([
      { id: 1, height: 14 },
      { id: 2, height: 22 },
    ])
    let attempts = 0
    const failing = withRetry(async () => {
      attempts += 1
      await sql`select 1 / 0`.execute(database.db)
    })
    await expect(failing).rejects.toThrow('division by zero')
    expect(attempts).toBe(1)
  })
})
