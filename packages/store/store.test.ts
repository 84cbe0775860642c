import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefusal, uuidv7 } from '@mashang/kit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Subscriber } from './contract.ts'
import { openStore } from './store.ts'
import { testDatabase, testStore } from './testing/index.ts'

let dataFolder: string
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'mashang-store-'))
})
afterEach(() => rm(dataFolder, { recursive: true, force: true }))

function anAppend(caseId: string, expected = 0) {
  return {
    stream: 'kite',
    caseId,
    expected,
    at: '2026-03-02T01:02:03.004Z',
    actor: { kind: 'system', id: 'test', name: 'test' },
    entries: [{ kind: 'kite-flown', content: { n: expected } }],
  } as const
}

describe('openStore', () => {
  it('starts with nothing but a folder, and finds everything again', async () => {
    const caseId = uuidv7()
    const first = await openStore({ dataFolder, migrations: [] })
    await first.journal.append(anAppend(caseId))
    await first.close()
    const second = await openStore({ dataFolder, migrations: [] })
    expect(await second.journal.read('kite', caseId)).toHaveLength(1)
    const shared = await openStore({ dataFolder, migrations: [], share: true })
    expect(await shared.journal.read('kite', caseId)).toHaveLength(1)
    await shared.close()
    expect(await second.journal.read('kite', caseId)).toHaveLength(1)
    await second.close()
  })

  it('works on any other PostgreSQL by its address', async () => {
    const database = await testDatabase()
    const store = await openStore({ dataFolder, databaseUrl: database.url, migrations: [] })
    expect(isRefusal(await store.journal.append(anAppend(uuidv7())))).toBe(false)
    await store.close()
    await database.drop()
  })
})

describe('testStore', () => {
  it('settles: subscribers see what others of them append', async () => {
    const store = await testStore()
    const seen: unknown[] = []
    const answering: Subscriber = {
      name: 'test.answering',
      streams: ['kite'],
      handle: async ({ caseId, revision }) => {
        seen.push(revision)
        if (revision < 3) await store.journal.append(anAppend(caseId, revision))
      },
    }
    await store.journal.append(anAppend(uuidv7()))
    await store.settle([answering])
    expect(seen).toEqual([1, 2, 3])
    await store.drop()
  })
})
