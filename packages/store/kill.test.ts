import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isRefusal, uuidv7 } from '@mashang/kit'
import { digestOf } from '@mashang/proof'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Append } from './contract.ts'
import { type Database, openDatabase } from './database.ts'
import { type Embedded, startEmbedded } from './embedded/index.ts'
import { createJournal } from './journal.ts'
import { migrate } from './migrate.ts'
import { journalMigrations } from './migrations.ts'

let dataFolder: string
let server: Embedded
let database: Database

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'mashang-kill-'))
  server = await startEmbedded({ dataFolder })
  database = openDatabase({ url: server.url, poolSize: 4 })
  await migrate(database.db, [journalMigrations])
})
afterAll(async () => {
  await database.close()
  await server.stop()
  await rm(dataFolder, { recursive: true, force: true })
})

/** Starts a writer and gives back, after so many acknowledged appends, the process and its live list. */
async function startWriter(url: string, prefix: string, after: number) {
  const acknowledged = new Map<string, string>()
  const script = join(import.meta.dirname, 'test', 'writer-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, url, prefix], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.stdout === null) throw new Error('no output')
  const lines = createInterface({ input: child.stdout })
  await new Promise<void>((done, failed) => {
    child.once('exit', () => failed(new Error('the writer ended by itself')))
    lines.on('line', (line) => {
      const [key = '', caseId = ''] = line.split(' ')
      acknowledged.set(key, caseId)
      if (acknowledged.size === after) done()
    })
  })
  const closed = once(lines, 'close')
  return { child, acknowledged, closed }
}

/** The process that runs a server starts it again when it is killed, at the same address. */
async function killServer(): Promise<void> {
  const killed = server.pid
  process.kill(killed, 'SIGKILL')
  await vi.waitFor(() => expect(server.pid).not.toBe(killed), { timeout: 40_000, interval: 50 })
}

async function expectAllOnce(acknowledged: ReadonlyMap<string, string>): Promise<void> {
  const found = await sql<{ key: string; case_id: string; n: number }>`
    select e.content->>'key' as key, e.case_id, count(*) as n from journal.entry e
    join journal.pending p using (case_id, revision) join journal.answer a on a.key = e.content->>'key'
    where p.digest = e.digest group by 1, 2`.execute(database.db)
  const kept = new Map(found.rows.map(({ key, case_id }) => [key, case_id]))
  expect(found.rows.filter(({ n }) => n !== 1)).toEqual([])
  expect([...acknowledged].filter(([key, caseId]) => kept.get(key) !== caseId)).toEqual([])
  const total = await sql<{ n: number }>`select count(*) as n from journal.entry`.execute(database.db)
  expect(total.rows[0]?.n).toBe(kept.size)
}

function again(key: string): Append {
  return {
    stream: 'kite',
    caseId: uuidv7(),
    expected: 0,
    at: new Date().toISOString(),
    actor: { kind: 'system', id: 'writer', name: 'writer' },
    entries: [{ kind: 'kite-flown', content: { key } }],
    once: { key, bodyDigest: 'body', answer: 'another' },
  }
}

const kill = (child: ChildProcess) => child.kill('SIGKILL')

describe('killed with -9 in the middle of a load', () => {
  it.each([
    ['the server', false, true],
    ['the writers', true, false],
    ['the server and the writers', true, true],
  ])(
    '%s: everything acknowledged is there, once, and a repeated request finds its answer',
    async (what, writers, postgres) => {
      const { child, acknowledged, closed } = await startWriter(server.url, what.replaceAll(' ', '-'), 500)
      const back = postgres ? killServer() : undefined
      if (writers) kill(child)
      await closed
      await back
      expect(acknowledged.size).toBeGreaterThanOrEqual(500)
      await expectAllOnce(acknowledged)
      const journal = createJournal(database.db)
      const [key = '', caseId = ''] = [...acknowledged].at(-1) ?? []
      expect(await journal.append(again(key))).toEqual({ outcome: 'repeated', answer: { caseId } })
      const [entry] = await journal.read('kite', caseId)
      expect(entry === undefined ? undefined : digestOf(entry)).toBe(entry?.digest)
      expect(isRefusal(await journal.append(again(`${key}-new`)))).toBe(false)
    },
  )
})

describe('a database that goes away and comes back', () => {
  it('costs the statements in progress, not the process: the same pool goes on', async () => {
    const before = await connectionsInUse()
    const first = before.map((client) =>
      client.query('select pg_sleep(60)').catch((error: unknown) => String(error)),
    )
    const errors = await killAndCollect(first)
    expect(errors.every((error) => /terminat|closed|ECONN/i.test(String(error)))).toBe(true)
    for (const client of before) client.release(true)
    expect(isRefusal(await createJournal(database.db).append(again(`after-${server.pid}`)))).toBe(false)
  })
})

/** Four connections of the pool in use. */
async function connectionsInUse() {
  return Promise.all(Array.from({ length: 4 }, () => database.pool.connect()))
}

async function killAndCollect(running: readonly Promise<unknown>[]): Promise<unknown[]> {
  await new Promise((done) => setTimeout(done, 100))
  await killServer()
  return Promise.all(running)
}
