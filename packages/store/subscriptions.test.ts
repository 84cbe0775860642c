import { isRefusal, uuidv7 } from '@mashang/kit'
import { newSecretKey, readSecretKey, type Signer } from '@mashang/proof'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Journal, Subscriber } from './contract.ts'
import { deliverAll, listSubscriptions } from './deliver.ts'
import { createJournal } from './journal.ts'
import { createSequencer, type Sequencer } from './log/sequencer.ts'
import {
  announceGrowth,
  runSubscriptions,
  type Subscriptions,
  type SubscriptionsOptions,
} from './subscriptions.ts'
import { type TestDatabase, testDatabase } from './testing/index.ts'

let database: TestDatabase
let journal: Journal
let sequencer: Sequencer
const running: Subscriptions[] = []

beforeEach(async () => {
  database = await testDatabase()
  journal = createJournal(database.db)
  sequencer = createSequencer({ db: database.db, signer: aSigner() })
})

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()))
  await database.drop()
})

function aSigner(): Signer {
  const signer = readSecretKey(newSecretKey('test.example/log'))
  if (isRefusal(signer)) throw new Error(signer.code)
  return signer
}

async function append(content: unknown, stream = 'kite', kind = 'kite-flown'): Promise<void> {
  const appended = await journal.append({
    stream,
    caseId: uuidv7(),
    expected: 0,
    at: '2026-03-02T01:02:03.004Z',
    actor: { kind: 'system', id: 'test', name: 'test' },
    entries: [{ kind, content }],
  })
  if (isRefusal(appended)) throw new Error(appended.code)
}

function aSubscriber(
  name: string,
  handle: (content: unknown) => void,
  change: Partial<Subscriber> = {},
): Subscriber {
  return { name, streams: ['kite'], handle: async ({ content }) => handle(content), ...change }
}

function start(
  subscribers: readonly Subscriber[],
  change: Partial<SubscriptionsOptions> = {},
): Subscriptions {
  const { db, url } = database
  const subscriptions = runSubscriptions({ db, url, subscribers, pollMs: 20, backoffMs: 10, ...change })
  running.push(subscriptions)
  return subscriptions
}

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, n) => n + from)

describe('subscriptions', () => {
  it('deliver every entry of the streams and kinds asked for, in order, and go on from there after a stop', async () => {
    const all: unknown[] = []
    const kinds: unknown[] = []
    const both = [
      aSubscriber('test.all', (content) => all.push(content)),
      aSubscriber('test.kinds', (content) => kinds.push(content), { kinds: ['kite-landed'] }),
    ]
    for (const n of numbers(450))
      await append(n, n % 3 === 0 ? 'string' : 'kite', n % 2 === 0 ? 'kite-landed' : 'kite-flown')
    await sequencer.sequence()
    await start(both).stop()
    const first = start(both)
    await vi.waitFor(() => expect(all).toHaveLength(300), 10_000)
    await first.stop()
    await append('after')
    await sequencer.sequence()
    start(both)
    await vi.waitFor(() => expect(all).toHaveLength(301), 10_000)
    expect(all).toEqual([...numbers(450).filter((n) => n % 3 !== 0), 'after'])
    expect(kinds).toEqual(numbers(450).filter((n) => n % 3 !== 0 && n % 2 === 0))
  })

  it('never skip a transaction that commits late', async () => {
    const seen: unknown[] = []
    start([aSubscriber('test.late', (content) => seen.push(content))])
    const late = await database.pool.connect()
    try {
      await late.query('begin')
      await insertByHand(late, 'late')
      await append('early')
      expect(await sequencer.sequence()).toBe(1)
      await vi.waitFor(() => expect(seen).toEqual(['early']), 10_000)
      await late.query('commit')
      expect(await sequencer.sequence()).toBe(1)
      await vi.waitFor(() => expect(seen).toEqual(['early', 'late']), 10_000)
    } finally {
      late.release()
    }
    const order = await sql<{ content: unknown }>`select e.content from journal.leaf join journal.entry e
      using (case_id, revision) order by leaf`.execute(database.db)
    expect(order.rows.map(({ content }) => content)).toEqual(['early', 'late'])
  })

  it('try a poisoned entry again and again without holding up another subscriber, then go on in order', async () => {
    const seen: unknown[] = []
    const other: unknown[] = []
    let isMended = false
    const attempts: unknown[] = []
    const poisoned = aSubscriber('test.poisoned', (content) => {
      if (content === 1 && !isMended) throw new Error('cannot')
      seen.push(content)
    })
    start([poisoned, aSubscriber('test.other', (content) => other.push(content))], {
      onFailed: ({ subscriber, leaf, attempt, error }) =>
        attempts.push([subscriber, leaf, attempt, String(error)]),
    })
    for (const n of numbers(3)) await append(n)
    await sequencer.sequence()
    await vi.waitFor(() => expect(attempts.length).toBeGreaterThan(2), 10_000)
    await vi.waitFor(() => expect(other).toEqual([0, 1, 2]), 10_000)
    expect(attempts[1]).toEqual(['test.poisoned', 1, 2, 'Error: cannot'])
    expect(seen).toEqual([0])
    expect(await listSubscriptions(database.db)).toEqual([
      { name: 'test.other', leaf: 2, behind: 0 },
      { name: 'test.poisoned', leaf: 0, behind: 2 },
    ])
    isMended = true
    await vi.waitFor(() => expect(seen).toEqual([0, 1, 2]), 10_000)
  })

  it('hand over all at once where it is taken so, and one by one to find what is at fault', async () => {
    const taken: unknown[][] = []
    const failed: unknown[] = []
    let isMended = false
    const atOnce = aSubscriber('test.at-once', () => {}, {
      handleAll: async (entries) => {
        const all = entries.map(({ content }) => content)
        if (all.includes(2) && !isMended) throw new Error('cannot')
        taken.push(all)
      },
    })
    for (const n of numbers(4)) await append(n)
    await sequencer.sequence()
    start([atOnce], { onFailed: ({ leaf }) => failed.push(leaf) })
    await vi.waitFor(() => expect(failed.length).toBeGreaterThan(1), 10_000)
    expect(taken).toEqual([[0], [1]])
    expect(new Set(failed)).toEqual(new Set([2]))
    isMended = true
    await vi.waitFor(() => expect(taken).toEqual([[0], [1], [2, 3]]), 10_000)
  })

  it('are worked by one node at a time, and by the next when that one stops', async () => {
    const seen: [node: string, content: unknown][] = []
    const node = (name: string) =>
      start([aSubscriber('test.shared', (content) => seen.push([name, content]))])
    const nodes = new Map([
      ['a', node('a')],
      ['b', node('b')],
    ])
    for (const n of numbers(20)) await append(n)
    await sequencer.sequence()
    await vi.waitFor(() => expect(seen).toHaveLength(20), 10_000)
    expect(new Set(seen.map(([name]) => name)).size).toBe(1)
    const [worker = ''] = seen[0] ?? []
    await nodes.get(worker)?.stop()
    await append('next')
    await sequencer.sequence()
    await vi.waitFor(() => expect(seen).toHaveLength(21), 10_000)
    expect(seen.at(-1)).toEqual([worker === 'a' ? 'b' : 'a', 'next'])
    expect(seen.slice(0, 20).map(([, content]) => content)).toEqual(numbers(20))
  })

  it('open their session anew when it was cut, and hear a hint from another node', async () => {
    const seen: unknown[] = []
    start([aSubscriber('test.cut', (content) => seen.push(content))], { pollMs: 60_000 })
    await vi.waitFor(async () => expect(await cutSessions()).toBe(1), 10_000)
    await append(0)
    await sequencer.sequence()
    await vi.waitFor(async () => {
      await announceGrowth(database.db)
      expect(seen).toEqual([0])
    }, 10_000)
  })

  it('stop without leaving a handler half-way, and hand over again only what was not done', async () => {
    const seen: unknown[] = []
    let finish = () => {}
    const slow = aSubscriber('test.slow', () => {}, {
      handle: async ({ content }) => {
        await new Promise<void>((done) => {
          finish = done
        })
        seen.push(content)
      },
    })
    const first = start([slow])
    for (const n of numbers(2)) await append(n)
    await sequencer.sequence()
    await vi.waitFor(async () => expect(await handlingStarted(() => finish)).toBe(true), 10_000)
    const stopped = first.stop()
    finish()
    await stopped
    expect(seen).toEqual([0])
    expect(await deliverAll(database.db, [aSubscriber('test.slow', (content) => seen.push(content))])).toBe(1)
    expect(seen).toEqual([0, 1])
  })
})

const nothing = `${() => {}}`
async function handlingStarted(finish: () => () => void): Promise<boolean> {
  return `${finish()}` !== nothing
}

async function cutSessions(): Promise<number> {
  const cut = await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'mashang-subscriptions' and datname = current_database()`.execute(database.db)
  return cut.rows.length
}

async function insertByHand(client: PoolClient, content: string): Promise<void> {
  const id = uuidv7()
  const digest = Buffer.alloc(32, 1)
  await client.query(
    `with entries as (insert into journal.entry values ('kite', $1, 1, 'kite-flown', now(), '{}', $2, $3, $4))
     insert into journal.pending (case_id, revision, digest) values ($1, 1, $4)`,
    [id, JSON.stringify(content), Buffer.alloc(16), digest],
  )
}
