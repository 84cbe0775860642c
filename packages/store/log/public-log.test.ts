import { isRefusal, type Refusal, type Stream, validatorOf } from '@mashang/kit'
import {
  consistencyRanges,
  EMPTY_EDGE,
  findEntriesOfBundle,
  findHashesOfTile,
  formatReceipt,
  grow,
  hashLeaf,
  hashOfRange,
  openCheckpoint,
  type Receipt,
  readerOfTiles,
  readVerifierKey,
  rootOf,
  subtreesOf,
  tilePath,
  tilesOf,
  verifyConsistency,
  verifyInclusion,
  verifyReceipt,
} from '@mashang/proof'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../contract.ts'
import { createJournal } from '../journal.ts'
import { addPending, aKey, appendCase, listLeaves, ORIGIN } from '../test/a-log.ts'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import { createLog, logEndpoints, type PublicLog } from './index.ts'

let database: TestDatabase
let log: PublicLog
let early: readonly Entry[]
let middle: readonly Entry[]

/** A log high enough for tiles of level 2, with real entries in it. */
beforeAll(async () => {
  database = await testDatabase()
  log = createLog({ db: database.db, key: aKey(), batch: 20_000 })
  const journal = createJournal(database.db)
  early = await appendCase(journal, 3)
  await log.sequencer.sequence()
  await addPending(database.db, 66_000)
  while ((await log.sequencer.sequence()) > 0);
  middle = await appendCase(journal, 2)
  await log.sequencer.sequence()
})
afterAll(() => database.drop())

const anyone = {
  who: { kind: 'anonymous' },
  params: undefined,
  query: undefined,
  input: undefined,
  key: 'k',
  language: 'zh',
} as const

function streamOf(answer: Stream | Refusal): Stream {
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}

/** What a monitor gets over HTTP. */
async function fetchPath(path: string): Promise<Uint8Array | undefined> {
  if (path === 'checkpoint') {
    return Buffer.from(String(streamOf(await log.handlers.getCheckpoint(anyone)).body))
  }
  const answer = await log.handlers.getTile({ ...anyone, params: { '*': path.replace('tile/', '') } })
  return isRefusal(answer) ? undefined : (answer.body as Uint8Array)
}

async function receiptOf(entry: Entry | undefined): Promise<Receipt> {
  const receipt = entry && (await log.receiptOf(entry.caseId, entry.revision))
  if (receipt === undefined) throw new Error('no receipt')
  return receipt
}

const textOf = (hashes: readonly Uint8Array[]) => Buffer.concat(hashes).toString('hex')

describe('a monitor of the log', () => {
  it('reads the whole tree from tiles and bundles, and comes to the signed root', async () => {
    const key = readVerifierKey(String(streamOf(await log.handlers.getKey(anyone)).body))
    if (isRefusal(key)) throw new Error(key.code)
    const note = Buffer.from((await fetchPath('checkpoint')) ?? []).toString()
    const checkpoint = openCheckpoint(note, key)
    if (isRefusal(checkpoint)) throw new Error(checkpoint.code)
    expect(checkpoint).toMatchObject({ origin: ORIGIN, size: 66_005 })
    const entries: Uint8Array[] = []
    for (let index = 0; index <= 257; index++) {
      const width = Math.min(256, checkpoint.size - index * 256)
      const bundle = await fetchPath(tilePath({ level: 'entries', index, width }))
      const tile = await fetchPath(tilePath({ level: 0, index, width }))
      const found = findEntriesOfBundle(bundle ?? new Uint8Array(1)) ?? []
      const hashes = findHashesOfTile(tile ?? new Uint8Array(1)) ?? []
      expect(textOf(hashes)).toBe(textOf(found.map(hashLeaf)))
      entries.push(...found)
    }
    const { edge } = grow(EMPTY_EDGE, entries.map(hashLeaf))
    expect(edge.size).toBe(checkpoint.size)
    expect(Buffer.compare(rootOf(edge), checkpoint.root)).toBe(0)
  })

  it('computes any consistency from a handful of tiles', async () => {
    const size = 66_005
    for (const oldSize of [3, 20_003, 60_003]) {
      const ranges = consistencyRanges(oldSize, size)
      const tiles = new Map<string, Uint8Array[]>()
      for (const tile of tilesOf(ranges.flatMap(subtreesOf), size)) {
        const bytes = await fetchPath(tilePath(tile))
        tiles.set(`${tile.level}/${tile.index}`, findHashesOfTile(bytes ?? new Uint8Array(1)) ?? [])
      }
      expect(tiles.size).toBeLessThan(8)
      const proof = ranges.map((range) => {
        return hashOfRange(
          range,
          readerOfTiles((level, index) => tiles.get(`${level}/${index}`)),
        )
      })
      expect(textOf(proof)).toBe(textOf(await log.reader.proveConsistency(oldSize, size)))
      const { rows } = await sql<{ size: number; root: Buffer }>`
        select size, root from journal.checkpoint where size in (${oldSize}, ${size}) order by size`.execute(
        database.db,
      )
      const [old, now] = rows
      if (old === undefined || now === undefined) throw new Error('no such checkpoints')
      expect(verifyConsistency({ oldSize, oldRoot: old.root, size, root: now.root, proof })).toBe(true)
    }
  })

  it('finds upper tiles, full tiles in place of partial ones, and nothing beyond', async () => {
    expect((await fetchPath('tile/1/000'))?.length).toBe(8192)
    expect((await fetchPath('tile/1/001.p/1'))?.length).toBe(32)
    expect((await fetchPath('tile/2/000.p/1'))?.length).toBe(32)
    expect((await fetchPath('tile/0/000.p/17'))?.length).toBe(17 * 32)
    const absent = [
      'tile/2/000',
      'tile/2/000.p/2',
      'tile/3/000.p/1',
      'tile/0/258.p/1',
      'tile/0/257',
      'tile/0/../0',
    ]
    for (const path of absent) expect(await fetchPath(path), path).toBeUndefined()
    const answer = await log.handlers.getTile({ ...anyone, params: { '*': '0/999' } })
    expect(answer).toMatchObject({ code: 'log-tile-not-found', facts: { path: 'tile/0/999' } })
  })

  it('may keep tiles for ever, and the checkpoint for a moment', async () => {
    const tile = streamOf(await log.handlers.getTile({ ...anyone, params: { '*': '0/000' } }))
    expect(tile).toMatchObject({ type: 'application/octet-stream', size: 8192, maxAge: 31_536_000 })
    const checkpoint = streamOf(await log.handlers.getCheckpoint(anyone))
    expect(checkpoint.type).toBe('text/plain; charset=utf-8')
    expect(checkpoint.maxAge).toBeLessThan(10)
  })
})

describe('the receipt of an entry', () => {
  it('is valid with the verifier key alone, for the oldest and the newest', async () => {
    for (const [entry, leaf] of [
      [early[0], 0] as const,
      [early[2], 2] as const,
      [middle[1], 66_004] as const,
    ]) {
      const receipt = await receiptOf(entry)
      const verified = verifyReceipt(formatReceipt(receipt), log.verifierKey)
      expect(verified).toMatchObject({ valid: true, leaf, size: 66_005, digest: entry?.digest })
      const proof = await log.reader.proveInclusion(leaf, 66_005)
      const hash = hashLeaf(Buffer.from(receipt.digest, 'hex'))
      const root = (await log.reader.findRoot(66_005)) ?? hash
      expect(verifyInclusion({ leaf: hash, index: leaf, size: 66_005, proof, root })).toBe(true)
    }
  })

  it('is there as soon as the entry has its place', async () => {
    const journal = createJournal(database.db)
    const [entry] = await appendCase(journal)
    if (entry === undefined) throw new Error('no entry')
    expect(await log.receiptOf(entry.caseId, 1)).toBeUndefined()
    expect(await log.reader.findLeaf(entry.caseId, 1)).toBeUndefined()
    await log.sequencer.sequence()
    expect(verifyReceipt(await receiptOf(entry), log.verifierKey)).toMatchObject({ valid: true })
    expect(await log.reader.findLeaf(entry.caseId, 1)).toBe((await listLeaves(database.db)).length - 1)
    expect(await log.receiptOf(entry.caseId, 2)).toBeUndefined()
  })
})

describe('the verification of receipts by the server', () => {
  const verify = async (receipt: unknown) => log.handlers.verifyReceipt({ ...anyone, input: { receipt } })

  it('accepts a receipt as value and as text, and answers as its contract says', async () => {
    const receipt = await receiptOf(early[1])
    const isAnswer = validatorOf(logEndpoints.verifyReceipt.output)
    for (const form of [receipt, formatReceipt(receipt)]) {
      const answer = await verify(form)
      expect(answer).toMatchObject({ valid: true, leaf: 1 })
      expect(isAnswer(answer)).toMatchObject({ ok: true })
    }
  })

  it('refuses what is altered, what is none, and what another key signed', async () => {
    const receipt = await receiptOf(early[1])
    const codes = async (given: unknown) => {
      const answer = await verify(given)
      return isRefusal(answer) ? answer.code : 'none'
    }
    expect(await codes({ ...receipt, entry: { ...receipt.entry, content: 'other' } })).toBe(
      'receipt-entry-altered',
    )
    expect(await codes({ ...receipt, leaf: 2 })).toBe('receipt-not-in-log')
    expect(await codes('hello')).toBe('receipt-malformed')
    const other = createLog({ db: database.db, key: aKey() })
    const answer = await other.handlers.verifyReceipt({ ...anyone, input: { receipt } })
    expect(answer).toMatchObject({ code: 'receipt-not-signed' })
  })

  it('tells a receipt of a log that was rewritten since', async () => {
    const key = aKey()
    const one = await testDatabase()
    const two = await testDatabase()
    const logs = [createLog({ db: one.db, key }), createLog({ db: two.db, key })] as const
    const [entry] = await appendCase(createJournal(one.db))
    if (entry === undefined) throw new Error('no entry')
    await logs[0].sequencer.sequence()
    const receipt = await logs[0].receiptOf(entry.caseId, 1)
    const before = await logs[1].handlers.verifyReceipt({ ...anyone, input: { receipt } })
    expect(before).toMatchObject({ code: 'receipt-not-of-this-log' })
    await appendCase(createJournal(two.db))
    await logs[1].sequencer.sequence()
    const after = await logs[1].handlers.verifyReceipt({ ...anyone, input: { receipt } })
    expect(after).toMatchObject({ code: 'receipt-not-of-this-log' })
    await one.drop()
    await two.drop()
  })
})

it('a log that was never started says so', async () => {
  const fresh = await testDatabase()
  const answer = await createLog({ db: fresh.db, key: aKey() }).handlers.getCheckpoint(anyone)
  expect(answer).toMatchObject({ code: 'log-not-started' })
  await fresh.drop()
})
