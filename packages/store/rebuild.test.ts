import { isRefusal, uuidv7 } from '@mashang/kit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Journal, Summary } from './contract.ts'
import { createJournal } from './journal.ts'
import { type RebuildProgress, rebuild } from './rebuild.ts'
import { type TestDatabase, testDatabase } from './testing/index.ts'

let database: TestDatabase
let journal: Journal

beforeAll(async () => {
  database = await testDatabase({ poolSize: 6 })
  journal = createJournal(database.db)
  await sql`create table public.kite (case_id uuid primary key, revision int not null, height int not null)`.execute(
    database.db,
  )
  await sql`create table public.flight (case_id uuid, revision int, height int, primary key (case_id, revision))`.execute(
    database.db,
  )
})
afterAll(() => database.drop())

const setKite = (caseId: string, revision: number, height: number) => sql`
  insert into public.kite values (${caseId}, ${revision}, ${height})
  on conflict (case_id) do update set revision = excluded.revision, height = excluded.height`
const addFlight = (caseId: string, revision: number, height: number) => sql`
  insert into public.flight values (${caseId}, ${revision}, ${height}) on conflict do nothing`

const heightOf = (content: unknown) => (content as { height: number }).height

const kites: Summary = {
  name: 'test.kite',
  streams: ['kite'],
  clear: () => [sql`delete from public.kite`, sql`delete from public.flight`],
  project: (caseId, entries) => {
    const height = entries.reduce((sum, { content }) => sum + heightOf(content), 0)
    return [
      setKite(caseId, entries.length, height),
      ...entries.map((entry) => addFlight(caseId, entry.revision, heightOf(entry.content))),
    ]
  },
}

interface Flown {
  revision: number
  height: number
}
const flown = new Map<string, Flown>()

async function fly(caseId: string, stream = 'kite'): Promise<void> {
  const { revision, height } = flown.get(caseId) ?? { revision: 0, height: 0 }
  const now = { revision: revision + 1, height: height + revision + 3 }
  const appended = await journal.append({
    stream,
    caseId,
    expected: revision,
    at: '2026-03-02T01:02:03.004Z',
    actor: { kind: 'system', id: 'test', name: 'test' },
    entries: [{ kind: 'kite-flown', content: { height: revision + 3 } }],
    alongside: [setKite(caseId, now.revision, now.height), addFlight(caseId, now.revision, revision + 3)],
  })
  if (isRefusal(appended)) throw new Error(appended.code)
  flown.set(caseId, now)
}

async function summaries(): Promise<object> {
  const kite = await sql<object>`select * from public.kite order by case_id`.execute(database.db)
  const flight = await sql<object>`select * from public.flight order by case_id, revision`.execute(
    database.db,
  )
  return { kite: kite.rows, flight: flight.rows }
}

describe('rebuild', () => {
  it('makes the summaries again exactly as the appends had made them, telling how far it is', async () => {
    const ids = Array.from({ length: 450 }, () => uuidv7())
    for (const id of ids) await fly(id)
    for (const id of ids.filter((_, n) => n % 4 === 0)) await fly(id)
    await journal.append({
      stream: 'string',
      caseId: uuidv7(),
      expected: 0,
      at: '2026-03-02T01:02:03.004Z',
      actor: { kind: 'system', id: 'test', name: 'test' },
      entries: [{ kind: 'string-cut', content: { height: 1 } }],
    })
    const before = await summaries()
    await sql`update public.kite set height = -1`.execute(database.db)
    const told: RebuildProgress[] = []
    expect(await rebuild(database.db, [kites], (progress) => told.push(progress))).toEqual([
      { summary: 'test.kite', cases: 450 },
    ])
    expect(await summaries()).toEqual(before)
    expect(told.map(({ done, total }) => [done, total])).toEqual([
      [200, 450],
      [400, 450],
      [450, 450],
    ])
  })

  it('loses nothing of what is appended meanwhile', async () => {
    const ids = [...flown.keys()]
    let isDone = false
    const writers = [0, 1, 2].map(async (writer) => {
      for (let n = writer; !isDone; n += 3) {
        const id = ids[n % ids.length]
        if (id !== undefined) await fly(id)
        await fly(uuidv7())
      }
    })
    await rebuild(database.db, [kites])
    isDone = true
    await Promise.all(writers)
    const found = await sql<Flown & { case_id: string }>`select * from public.kite`.execute(database.db)
    expect(
      new Map(found.rows.map(({ case_id, revision, height }) => [case_id, { revision, height }])),
    ).toEqual(flown)
  })
})
