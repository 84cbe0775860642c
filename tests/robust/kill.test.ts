import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../apps/server/config.ts'
import { createLogger } from '../../apps/server/logger.ts'
import { createModules, MIGRATIONS, type Modules } from '../../apps/server/modules.ts'
import {
  type City,
  freshFolder,
  killCity,
  killDatabase,
  removeCity,
  startCity,
} from '../../bench/parts/city.ts'
import { identityForTest } from '../../modules/identity/testing/index.ts'
import { isRefusal } from '../../packages/kit/index.ts'
import {
  auditLog,
  createLog,
  loadLogKey,
  type OpenStore,
  openStore,
  rebuild,
} from '../../packages/store/index.ts'
import { aMachineClient, type MachineClient } from './machine-client.ts'

/** The server as it runs: a process of its own, its own PostgreSQL, everything written down for good. */
const running: { city: City; url: string } = { city: undefined as unknown as City, url: '' }
let store: OpenStore
let modules: Modules
let client: MachineClient
let apiKey: string

beforeAll(async () => {
  await start(await freshFolder())
  const { folder } = running.city
  store = await openStore({ dataFolder: folder, share: true, migrate: false, migrations: MIGRATIONS })
  const issued = await identityForTest(store.db)
    .as({
      kind: 'staff',
      id: crypto.randomUUID(),
      name: '郑管理',
      organ: 'data-bureau',
      roles: ['administrator'],
      session: '',
    })
    .addKey({ input: { name: 'a gateway', scopes: ['applications:submit', 'files:write'] } })
  if (isRefusal(issued)) throw new Error(issued.code)
  apiKey = issued.key
  const config = readConfig({ DATA: folder, DEMO: 'true', LOG_LEVEL: 'silent' })
  const log = createLogger('silent')
  const key = await loadLogKey({ folder, origin: config.logOrigin })
  modules = await createModules({ config, store, publicLog: createLog({ db: store.db, key }), log })
  client = await aMachineClient(running, apiKey)
})
afterAll(async () => {
  await modules?.close()
  await store?.close()
  await removeCity(running.city)
})

async function start(folder: string): Promise<void> {
  running.city = await startCity(folder, { LOG_LEVEL: 'info' })
  running.url = running.city.url
}

async function restart(): Promise<void> {
  const { folder } = running.city
  await killCity(running.city)
  await start(folder)
}

/** Everything of the summary, in an order of its own. */
async function readSummary(): Promise<readonly unknown[]> {
  return (await sql`select * from approvals.application order by id`.execute(store.db)).rows
}

/** Waits until every entry has its place in the log. */
async function untilSequenced(): Promise<void> {
  const isPending = async () =>
    (await sql`select from journal.pending limit 1`.execute(store.db)).rows.length > 0
  await expect.poll(isPending, { timeout: 30_000 }).toBe(false)
}

describe('killed with -9 in the middle of a load of submissions', () => {
  it('the server, then PostgreSQL, then both: the client goes on with the same keys and is never told of a fault', async () => {
    client.start(8)
    await client.untilMore(120)
    await restart()
    await client.untilMore(120)
    await killDatabase(running.city)
    await client.untilMore(120)
    await killDatabase(running.city)
    await restart()
    await client.untilMore(120)
    await client.end()
    expect([...client.statuses.keys()].filter((status) => ![0, 200, 503].includes(status))).toEqual([])
    expect(client.statuses.get(0)).toBeGreaterThan(0)
  })

  it('everything acknowledged is there, once, as it was answered; nothing else is', async () => {
    const { rows } = await sql<{ case_id: string; number: string }>`
      select case_id, content ->> 'number' as number from journal.entry where stream = 'application'`.execute(
      store.db,
    )
    const there = rows.map((row) => `${row.case_id} ${row.number}`).sort()
    const answered = [...client.acknowledged.values()].map(({ id, number }) => `${id} ${number}`).sort()
    expect(answered.length).toBeGreaterThanOrEqual(480)
    expect(there).toEqual(answered)
    expect(new Set(rows.map((row) => row.number)).size).toBe(rows.length)
  })

  it('a key used before the kills is answered as it was then', async () => {
    const [[key, before] = ['', undefined]] = client.acknowledged
    expect(await client.submit(key)).toEqual(before)
  })

  it('the summary is the one that a rebuild makes, and the audit of the public log finds nothing', async () => {
    const before = await readSummary()
    expect(before).toHaveLength(client.acknowledged.size)
    await rebuild(store.db, modules.summaries)
    expect(await readSummary()).toEqual(before)
    await untilSequenced()
    const { key } = await loadLogKey({ folder: running.city.folder, origin: 'localhost/log' })
    const audit = await auditLog({ db: store.db, key })
    expect(audit.faults).toEqual([])
    expect(audit.leaves).toBeGreaterThanOrEqual(before.length)
  })
})
