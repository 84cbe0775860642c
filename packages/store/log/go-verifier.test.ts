import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { isRefusal } from '@mashang/kit'
import { formatReceipt, TILE_WIDTH, tilePath, tileWidth } from '@mashang/proof'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createJournal } from '../journal.ts'
import { addPending, aKey, appendCase } from '../test/a-log.ts'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import { createLog, type PublicLog } from './index.ts'

// Debian's golang-go and golang-golang-x-mod-dev.
const GOPATH = '/usr/share/gocode'
const isHere = existsSync(join(GOPATH, 'src/golang.org/x/mod/sumdb/tlog')) && existsSync('/usr/bin/go')
const anyone = {
  who: { kind: 'anonymous' },
  params: undefined,
  query: undefined,
  input: undefined,
  key: 'k',
  language: 'zh',
} as const

let database: TestDatabase
let log: PublicLog
let folder: string

beforeAll(async () => {
  database = await testDatabase()
  log = createLog({ db: database.db, key: aKey(), batch: 20_000 })
  folder = await mkdtemp(join(tmpdir(), 'mashang-served-'))
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

async function save(path: string, content: unknown): Promise<void> {
  if (isRefusal(content)) throw new Error(content.code)
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), content as Uint8Array | string)
}

/** Writes down what the endpoints serve, each file by its path. */
async function mirror(size: number): Promise<void> {
  const checkpoint = await log.handlers.getCheckpoint(anyone)
  const key = await log.handlers.getKey(anyone)
  if (isRefusal(checkpoint) || isRefusal(key)) throw new Error('not served')
  await save('checkpoint', checkpoint.body)
  await save('key', key.body)
  for (const level of ['entries', 0, 1, 2] as const) {
    for (let index = 0; tileWidth(level, index, size) > 0; index++) {
      const path = tilePath({ level, index, width: tileWidth(level, index, size) })
      const tile = await log.handlers.getTile({ ...anyone, params: { '*': path.slice('tile/'.length) } })
      if (isRefusal(tile)) throw new Error(path)
      await save(path, tile.body)
    }
  }
}

/** What the program says of the folder. */
async function check(): Promise<string> {
  const program = join(import.meta.dirname, '..', 'test', 'go-verifier.go')
  const env = { ...process.env, GO111MODULE: 'off', GOPATH, GOCACHE: join(folder, 'cache'), GOFLAGS: '' }
  const told = promisify(execFile)('/usr/bin/go', ['run', program, folder], { env })
  const { stdout } = await told.catch((failed: { stdout: string }) => failed)
  return stdout
}

describe("the verifier of Go's checksum database (Debian's golang-go and golang-golang-x-mod-dev)", () => {
  it.skipIf(!isHere)(
    'reads the whole log, older checkpoints and receipts, and sees one bit flipped',
    async () => {
      const journal = createJournal(database.db)
      const receipts: [string, string, number][] = []
      for (const count of [1, 200, 65_400, 333]) {
        for (const { caseId, digest, revision } of await appendCase(journal, 3)) {
          receipts.push([caseId, digest, revision])
        }
        await addPending(database.db, count)
        while ((await log.sequencer.sequence()) > 0);
      }
      const size = 4 * 3 + 1 + 200 + 65_400 + 333
      expect(Math.floor(size / TILE_WIDTH ** 2)).toBe(1)
      await mirror(size)
      const { rows } = await sql<{
        size: number
        note: string
      }>`select size, note from journal.checkpoint`.execute(database.db)
      for (const old of rows) await save(`old/${old.size}`, old.note)
      for (const [caseId, digest, revision] of receipts) {
        const receipt = await log.receiptOf(caseId, revision)
        if (receipt === undefined) throw new Error('no receipt')
        await save(`receipts/${digest}`, Buffer.from(digest, 'hex'))
        await save(`receipts/${digest}.tlog-proof`, formatReceipt(receipt))
      }
      expect(await check()).toBe(`${size} leaves, ${rows.length} older checkpoints, 12 receipts\n`)
      const tile = await readFile(join(folder, 'tile/0/001'))
      tile.writeUInt8(tile.readUInt8(100) ^ 1, 100)
      await save('tile/0/001', tile)
      expect(await check()).toMatch(/entry 259 is not the leaf|inconsistent tile/)
    },
  )
})
