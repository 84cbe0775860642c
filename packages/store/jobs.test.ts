import { isRefusal, uuidv7 } from '@mashang/kit'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Jobs } from './contract.ts'
import {
  createJobs,
  enqueueing,
  migrateJobs,
  type RunJobsOptions,
  type RunningJobs,
  runJobs,
} from './jobs.ts'
import { createJournal } from './journal.ts'
import { type TestDatabase, testDatabase } from './testing/index.ts'

let database: TestDatabase
let jobs: Jobs
const running: RunningJobs[] = []

beforeAll(async () => {
  database = await testDatabase()
  jobs = createJobs(database.db)
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()))
})
afterAll(() => database.drop())

async function start(tasks: RunJobsOptions['tasks'], change: Partial<RunJobsOptions> = {}): Promise<void> {
  running.push(await runJobs({ db: database.db, url: database.url, tasks, ...change }))
}

describe('jobs', () => {
  it('are prepared by four nodes at once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => migrateJobs(database.url)))
  })

  it('run once each on one of two nodes, with their payload', async () => {
    const seen: unknown[] = []
    const fly = async (payload: unknown) => {
      seen.push(payload)
    }
    await start({ 'test:fly': fly })
    await start({ 'test:fly': fly })
    for (let n = 0; n < 10; n++) await jobs.enqueue('test:fly', { n, 名: '风筝' })
    await vi.waitFor(() => expect(seen).toHaveLength(10), 10_000)
    expect(seen).toContainEqual({ n: 7, 名: '风筝' })
  })

  it('wait for their time, and one key is one job', async () => {
    await jobs.enqueue('test:later', { n: 1 }, { at: new Date(Date.now() + 3_600_000), key: 'one' })
    await jobs.enqueue('test:later', { n: 2 }, { at: new Date(Date.now() + 7_200_000), key: 'one' })
    const seen: unknown[] = []
    await start({ 'test:later': async (payload) => void seen.push(payload) })
    const waiting = await sql<{
      key: string
    }>`select key from graphile_worker.jobs where task_identifier = 'test:later'`.execute(database.db)
    expect(waiting.rows).toEqual([{ key: 'one' }])
    await jobs.enqueue('test:later', { n: 3 }, { key: 'one' })
    await vi.waitFor(() => expect(seen).toEqual([{ n: 3 }]), 10_000)
  })

  it('are enqueued with the append that carries them, and not without it', async () => {
    const journal = createJournal(database.db)
    const append = {
      stream: 'kite',
      caseId: uuidv7(),
      expected: 0,
      at: '2026-03-02T01:02:03.004Z',
      actor: { kind: 'system', id: 'test', name: 'test' },
      entries: [{ kind: 'kite-flown', content: null }],
      alongside: [enqueueing('test:alongside', { n: 1 })],
    } as const
    expect(isRefusal(await journal.append(append))).toBe(false)
    expect(isRefusal(await journal.append(append))).toBe(true)
    const waiting =
      await sql`select from graphile_worker.jobs where task_identifier = 'test:alongside'`.execute(
        database.db,
      )
    expect(waiting.rows).toHaveLength(1)
    const seen: unknown[] = []
    await start({ 'test:alongside': async (payload) => void seen.push(payload) })
    await vi.waitFor(() => expect(seen).toEqual([{ n: 1 }]), 10_000)
  })

  it('tell of a failure and are kept for another attempt', async () => {
    const told: object[] = []
    const fail = async () => {
      throw new Error('no wind')
    }
    await start({ 'test:fail': fail }, { onDone: ({ task, failed }) => told.push({ task, failed }) })
    await jobs.enqueue('test:fail', {})
    await vi.waitFor(() => expect(told).toEqual([{ task: 'test:fail', failed: true }]), 10_000)
    await vi.waitFor(async () => {
      const kept = await sql<object>`select attempts, last_error from graphile_worker.jobs
        where task_identifier = 'test:fail'`.execute(database.db)
      expect(kept.rows).toMatchObject([{ attempts: 1, last_error: expect.stringContaining('no wind') }])
    }, 10_000)
  })
})
