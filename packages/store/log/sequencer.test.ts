import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRefusal } from '@mashang/kit'
import {
  EMPTY_EDGE,
  grow,
  hashLeaf,
  newSecretKey,
  openCheckpoint,
  readSecretKey,
  rootOf,
} from '@mashang/proof'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../database.ts'
import { createJournal } from '../journal.ts'
import { addPending, aKey, appendCase, listLeaves, ORIGIN } from '../test/a-log.ts'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import { createLog } from './index.ts'
import { findHead } from './tree.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase({ poolSize: 12 })
})
afterEach(() => database.drop())

const key = aKey()
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** Every journal entry has exactly one leaf, numbered without a gap, under one signed root. */
async function expectWholeLog(signer = key): Promise<number> {
  const { db } = database
  const leaves = await listLeaves(db)
  expect(leaves.map(({ leaf }) => leaf)).toEqual(leaves.map((_, at) => at))
  const { rows } = await sql<{ name: string }>`
    select case_id || '/' || revision || '/' || encode(digest, 'hex') as name from journal.entry`.execute(db)
  const names = leaves.map((leaf) => `${leaf.case_id}/${leaf.revision}/${leaf.digest}`)
  expect([...names].sort()).toEqual(rows.map(({ name }) => name).sort())
  const hashes = leaves.map(({ digest }) => hashLeaf(Buffer.from(digest, 'hex')))
  const head = await findHead(db)
  expect(head?.size).toBe(leaves.length)
  const opened = openCheckpoint(head?.note ?? '', signer.key)
  if (isRefusal(opened)) throw new Error(opened.code)
  expect(opened.size).toBe(leaves.length)
  expect(textOf(opened.root)).toBe(textOf(rootOf(grow(EMPTY_EDGE, hashes).edge)))
  return leaves.length
}

async function countPending(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from journal.pending`.execute(
    database.db,
  )
  return rows[0]?.count ?? -1
}

async function untilPlaced(leaves: number): Promise<void> {
  while ((await findHead(database.db))?.size !== leaves) await sleep(5)
}

describe('the sequencer', () => {
  it('begins with a signed empty tree and places entries in the order of the journal', async () => {
    const { sequencer, reader } = createLog({ db: database.db, key })
    expect(await reader.findCheckpoint()).toBeUndefined()
    expect(await sequencer.sequence()).toBe(0)
    expect(openCheckpoint((await reader.findCheckpoint()) ?? '', key.key)).toMatchObject({ size: 0 })
    const journal = createJournal(database.db)
    const entries = [...(await appendCase(journal, 3)), ...(await appendCase(journal, 2))]
    expect(await sequencer.sequence()).toBe(5)
    const leaves = await listLeaves(database.db)
    expect(leaves.map(({ digest }) => digest)).toEqual(entries.map(({ digest }) => digest))
    expect(await countPending()).toBe(0)
    expect(await sequencer.sequence()).toBe(0)
    await expectWholeLog()
  })

  it('takes an entry that commits late in a later round, and never skips it', async () => {
    const { sequencer } = createLog({ db: database.db, key })
    const late = await database.pool.connect()
    const insert = `insert into journal.pending (case_id, revision, digest)
      values (gen_random_uuid(), 1, sha256('late')) returning position`
    await late.query('begin')
    const first = await late.query(insert)
    await addPending(database.db, 1)
    expect(await sequencer.sequence()).toBe(1)
    await late.query('commit')
    late.release()
    expect(await sequencer.sequence()).toBe(1)
    expect(Number(first.rows[0].position)).toBe(1)
    const { rows } = await sql<{ digest: string }>`select encode(sha256('late'), 'hex') as digest`.execute(
      database.db,
    )
    expect((await listLeaves(database.db)).map(({ digest }) => digest).at(-1)).toBe(rows[0]?.digest)
  })

  it('works on in batches, and comes to the same tree as all at once', async () => {
    const { sequencer } = createLog({ db: database.db, key, batch: 300 })
    await addPending(database.db, 1000)
    const placed: number[] = []
    for (let round = 0; round < 5; round++) placed.push(await sequencer.sequence())
    expect(placed).toEqual([300, 300, 300, 100, 0])
    const hashes = (await listLeaves(database.db)).map(({ digest }) => hashLeaf(Buffer.from(digest, 'hex')))
    const { edge, added } = grow(EMPTY_EDGE, hashes)
    expect(textOf((await findHead(database.db))?.root ?? key.key.publicKey)).toBe(textOf(rootOf(edge)))
    const { rows } = await sql<{
      hash: Buffer
    }>`select hash from journal.subtree order by level, index`.execute(database.db)
    expect(rows.map(({ hash }) => textOf(hash))).toEqual(added.map(({ hash }) => textOf(hash)))
  })

  it('yields to one that is at it, and goes on from what another has done', async () => {
    const one = createLog({ db: database.db, key })
    const two = createLog({ db: database.db, key })
    await addPending(database.db, 10)
    const client = await database.pool.connect()
    await client.query('begin; select * from journal.sequencer for update')
    expect(await one.sequencer.sequence()).toBe(0)
    expect(await countPending()).toBe(10)
    await client.query('commit')
    client.release()
    expect(await one.sequencer.sequence()).toBe(10)
    await addPending(database.db, 500)
    expect(await two.sequencer.sequence()).toBe(500)
    await addPending(database.db, 7)
    expect(await one.sequencer.sequence()).toBe(7)
    expect((await findHead(database.db))?.size).toBe(517)
  })
})

describe('several nodes and hard ends', () => {
  it('place each entry once while many write and two sequence', async () => {
    const nodes = [
      openDatabase({ url: database.url, poolSize: 3 }),
      openDatabase({ url: database.url, poolSize: 3 }),
    ]
    let grown = 0
    const logs = nodes.map(({ db }) =>
      createLog({
        db,
        key,
        batch: 20,
        busyMs: 1,
        idleMs: 2,
        restTimes: 0,
        onGrown: (size) => (grown = Math.max(grown, size)),
      }),
    )
    await Promise.all(logs.map(({ sequencer }) => sequencer.start()))
    const journal = createJournal(database.db)
    const writers = Array.from({ length: 8 }, async () => {
      for (let round = 0; round < 40; round++) {
        await appendCase(journal, (round % 3) + 1)
        logs[round % 2]?.sequencer.wake()
      }
    })
    await Promise.all(writers)
    const total = 8 * (14 * 1 + 13 * 2 + 13 * 3)
    await untilPlaced(total)
    await Promise.all(logs.map(({ sequencer }) => sequencer.stop()))
    expect(grown).toBe(total)
    expect(await expectWholeLog()).toBe(total)
    await Promise.all(nodes.map((node) => node.close()))
  })

  it('leave a whole log behind when killed at any moment', async () => {
    const secret = newSecretKey(ORIGIN)
    const signer = readSecretKey(secret)
    if (isRefusal(signer)) throw new Error(signer.code)
    const journal = createJournal(database.db)
    let isWriting = true
    let written = 0
    const writers = Array.from({ length: 4 }, async () => {
      while (isWriting) {
        const entries = await appendCase(journal, 2)
        written += entries.length
        await sleep(2)
      }
    })
    const children = await Promise.all([1, 2, 3, 4].map(() => startProcess(secret)))
    for (const [at, child] of children.entries()) {
      await sleep(60 + 40 * at)
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    isWriting = false
    await Promise.all(writers)
    const { sequencer } = createLog({ db: database.db, key: signer })
    await sequencer.start()
    await untilPlaced(written)
    await sequencer.stop()
    expect(await expectWholeLog(signer)).toBe(written)
    const { rows } = await sql<{ count: number }>`select count(*) as count from journal.checkpoint`.execute(
      database.db,
    )
    expect(rows[0]?.count).toBeGreaterThan(4)
  })
})

async function startProcess(secret: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, '..', 'test', 'sequencer-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, database.url, secret], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

describe('a start', () => {
  it('is refused to another key than the one that signed', async () => {
    await createLog({ db: database.db, key }).sequencer.sequence()
    const stranger = createLog({ db: database.db, key: aKey() })
    await expect(stranger.sequencer.start()).rejects.toThrow('signed with another key')
  })

  it('is refused on a log whose leaves are not those that were signed', async () => {
    await addPending(database.db, 300)
    await createLog({ db: database.db, key }).sequencer.sequence()
    await sql`update journal.leaf set digest = sha256('other') where leaf = 299`.execute(database.db)
    await expect(createLog({ db: database.db, key }).sequencer.start()).rejects.toThrow('damaged')
  })

  it('survives a fault of the database later, tells of it and goes on', async () => {
    const errors: string[] = []
    const log = { info() {}, warn() {}, error: (_: object, message: string) => errors.push(message) }
    const { sequencer } = createLog({ db: database.db, key, log, busyMs: 1, idleMs: 1, restTimes: 0 })
    await sequencer.start()
    await sequencer.start()
    await sql`alter table journal.leaf rename to gone`.execute(database.db)
    await addPending(database.db, 1)
    sequencer.wake()
    while (errors.length === 0) await sleep(5)
    await sql`alter table journal.gone rename to leaf`.execute(database.db)
    await untilPlaced(1)
    await sequencer.stop()
    await sequencer.stop()
    expect(errors[0]).toContain('tried again')
  })
})
