import { randomUUID } from 'node:crypto'
import { isRefusal, uuidv7 } from '@mashang/kit'
import { digestOf } from '@mashang/proof'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Append, Appended, Entry, Journal } from './contract.ts'
import { createJournal, pruneAnswers } from './journal.ts'
import { type TestDatabase, testDatabase } from './testing/index.ts'

let database: TestDatabase
let journal: Journal

beforeAll(async () => {
  database = await testDatabase({ poolSize: 8 })
  journal = createJournal(database.db)
  await sql`create table public.kite (case_id uuid primary key, state text not null)`.execute(database.db)
})
afterAll(() => database.drop())

const actor = { kind: 'citizen', id: 'c-1', name: '张三' } as const

function anAppend(change: Partial<Append> = {}): Append {
  return {
    stream: 'kite',
    caseId: uuidv7(),
    expected: 0,
    at: '2026-03-02T01:02:03.004Z',
    actor,
    entries: [{ kind: 'kite-flown', content: { place: '星海广场', height: 30.5 } }],
    ...change,
  }
}

function entriesOf(appended: Appended): readonly Entry[] {
  if (isRefusal(appended) || appended.outcome !== 'appended') throw new Error(JSON.stringify(appended))
  return appended.entries
}

async function countOf(table: string, caseId: string): Promise<number> {
  const found = await sql<{
    n: number
  }>`select count(*) as n from ${sql.table(table)} where case_id = ${caseId}`.execute(database.db)
  return found.rows[0]?.n ?? -1
}

const setState = (caseId: string, state: string) => sql`insert into public.kite values (${caseId}, ${state})
  on conflict (case_id) do update set state = excluded.state`

describe('append', () => {
  it('writes entries, the rows for the sequencer and the summary in one go, and gives back what stands', async () => {
    const append = anAppend({
      entries: [
        { kind: 'kite-flown', content: { b: 1, a: [null, '\t"中文"', 1e21, 0.1] } },
        { kind: 'kite-landed', content: null },
      ],
    })
    const written = entriesOf(
      await journal.append({ ...append, alongside: [setState(append.caseId, 'landed')] }),
    )
    expect(written.map(({ revision, kind }) => [revision, kind])).toEqual([
      [1, 'kite-flown'],
      [2, 'kite-landed'],
    ])
    expect(await journal.read('kite', append.caseId)).toEqual(written)
    expect(await journal.read('string', append.caseId)).toEqual([])
    const pending = await sql<{
      revision: number
      digest: Buffer
    }>`select revision, digest from journal.pending
      where case_id = ${append.caseId} order by position`.execute(database.db)
    expect(pending.rows.map(({ digest }) => digest.toString('hex'))).toEqual(
      written.map(({ digest }) => digest),
    )
    expect(await countOf('public.kite', append.caseId)).toBe(1)
  })

  it('keeps an entry so that its digest can be checked from what is read back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (value) => {
        const content = JSON.parse(
          JSON.stringify(value).replace(
            /\\u0000|\\u[dD][89abAB][0-9a-fA-F]{2}|\\u[dD][c-fC-F][0-9a-fA-F]{2}/g,
            '',
          ),
        ) as unknown
        const append = anAppend({ entries: [{ kind: 'kite-flown', content }] })
        entriesOf(await journal.append(append))
        const [entry] = await journal.read('kite', append.caseId)
        if (entry === undefined) throw new Error('nothing was kept')
        expect(digestOf(entry)).toBe(entry.digest)
      }),
      { numRuns: 100 },
    )
  })

  it('accepts kysely builders alongside', async () => {
    const caseId = uuidv7()
    const kites = database.db.withTables<{ 'public.kite': { case_id: string; state: string } }>()
    const insert = kites.insertInto('public.kite').values({ case_id: caseId, state: 'flying' })
    entriesOf(await journal.append(anAppend({ caseId, alongside: [insert] })))
    const update = kites.updateTable('public.kite').set({ state: 'landed' }).where('case_id', '=', caseId)
    const raw = sql`delete from public.kite where case_id = ${randomUUID()}`
    entriesOf(await journal.append(anAppend({ caseId, expected: 1, alongside: [update, raw] })))
    const found = await kites
      .selectFrom('public.kite')
      .select('state')
      .where('case_id', '=', caseId)
      .execute()
    expect(found).toEqual([{ state: 'landed' }])
  })

  it('refuses the second of two writers and tells the revision that stands; nothing of it is kept', async () => {
    const append = anAppend()
    entriesOf(await journal.append(append))
    const both = await Promise.all(
      ['grant', 'refuse'].map((state) =>
        journal.append({ ...append, expected: 1, alongside: [setState(append.caseId, state)] }),
      ),
    )
    expect(both.filter(isRefusal)).toMatchObject([
      { code: 'case-changed', facts: { caseId: append.caseId, expected: 1, actual: 2 } },
    ])
    expect(await journal.read('kite', append.caseId)).toHaveLength(2)
    expect(await countOf('journal.pending', append.caseId)).toBe(2)
  })

  it.each([0, 3, 7])(
    'refuses a writer who expects revision %i of a case at 2, leaving no gap',
    async (expected) => {
      const append = anAppend()
      entriesOf(await journal.append(append))
      entriesOf(await journal.append({ ...append, expected: 1 }))
      const late = await journal.append({
        ...append,
        expected,
        alongside: [setState(append.caseId, 'wrong')],
      })
      expect(late).toMatchObject({ code: 'case-changed', facts: { expected, actual: 2 } })
      expect(await journal.read('kite', append.caseId)).toHaveLength(2)
      expect(await countOf('public.kite', append.caseId)).toBe(0)
    },
  )

  it('throws when a case is continued under another stream, and when a summary statement fails', async () => {
    const append = anAppend()
    entriesOf(await journal.append(append))
    await expect(journal.append({ ...append, stream: 'string', expected: 1 })).rejects.toThrow(/revision/)
    const failing = {
      ...append,
      expected: 1,
      alongside: [sql`insert into public.kite values (${uuidv7()}, ${null})`],
    }
    await expect(journal.append(failing)).rejects.toThrow(/state/)
    expect(await journal.read('kite', append.caseId)).toHaveLength(1)
  })

  it('refuses a character that no text may hold', async () => {
    const append = anAppend({ entries: [{ kind: 'kite-flown', content: { place: 'a\u0000b' } }] })
    expect(await journal.append(append)).toMatchObject({ code: 'text-not-accepted' })
  })

  it('throws on an instant that would not come back as it was given, and on no entries', async () => {
    await expect(journal.append(anAppend({ at: '2026-03-02T01:02:03Z' }))).rejects.toThrow(/instant/)
    await expect(journal.append(anAppend({ entries: [] }))).rejects.toThrow(/without entries/)
  })
})

describe('appendAll', () => {
  it('writes several cases or none', async () => {
    const decision = anAppend()
    const licence = anAppend({
      stream: 'licence',
      once: { key: uuidv7(), bodyDigest: 'b', answer: { done: true } },
    })
    expect(entriesOf(await journal.appendAll([decision, licence]))).toHaveLength(2)
    const next = { ...decision, expected: 1 }
    const stale = await journal.appendAll([next, { ...licence, once: undefined }])
    expect(stale).toMatchObject({
      code: 'case-changed',
      facts: { caseId: licence.caseId, expected: 0, actual: 1 },
    })
    expect(await journal.read('kite', decision.caseId)).toHaveLength(1)
    expect(await journal.appendAll([next, licence])).toEqual({ outcome: 'repeated', answer: { done: true } })
  })
})

describe('idempotency', () => {
  it('answers the same key and body as before, and refuses another body', async () => {
    const once = { key: uuidv7(), bodyDigest: 'body-1', answer: { number: '2026-001' } }
    const append = anAppend({ once })
    entriesOf(await journal.append(append))
    expect(await journal.append(append)).toEqual({ outcome: 'repeated', answer: once.answer })
    const again = anAppend({ once })
    expect(await journal.append(again)).toEqual({ outcome: 'repeated', answer: once.answer })
    expect(await journal.read('kite', again.caseId)).toEqual([])
    expect(await journal.append(anAppend({ once: { ...once, bodyDigest: 'body-2' } }))).toMatchObject({
      code: 'key-used-for-another-request',
    })
    const other = anAppend({ once, actor: { ...actor, id: 'c-2' } })
    expect(entriesOf(await journal.append(other))).toHaveLength(1)
  })

  it('refuses only what is at fault among new cases that come at once', async () => {
    const appends = Array.from({ length: 9 }, () => anAppend())
    const unfit = anAppend({ entries: [{ kind: 'kite-flown', content: { place: 'a\u0000b' } }] })
    const taken = anAppend({ caseId: appends[0]?.caseId })
    const all = await Promise.all([...appends, unfit, taken].map((append) => journal.append(append)))
    expect(all.map((appended) => (isRefusal(appended) ? appended.code : appended.outcome)).sort()).toEqual([
      ...Array.from({ length: 9 }, () => 'appended'),
      'case-changed',
      'text-not-accepted',
    ])
    for (const { caseId } of appends) expect(await countOf('journal.entry', caseId)).toBe(1)
  })

  it('makes one case of the same key sent eight times at once', async () => {
    const once = { key: uuidv7(), bodyDigest: 'body', answer: { number: '2026-002' } }
    const all = await Promise.all(Array.from({ length: 8 }, () => journal.append(anAppend({ once }))))
    const outcomes = all.map((one) => (isRefusal(one) ? one.code : one.outcome)).sort()
    expect(outcomes).toEqual(['appended', ...Array.from({ length: 7 }, () => 'repeated')])
  })

  it('finds an answer before any work, and forgets it after 30 days', async () => {
    const once = { key: uuidv7(), bodyDigest: 'body', answer: null }
    entriesOf(await journal.append(anAppend({ once })))
    expect(await journal.findAnswer(actor.id, once.key, 'body')).toEqual({ answer: null })
    expect(await journal.findAnswer(actor.id, once.key, 'other')).toMatchObject({
      code: 'key-used-for-another-request',
    })
    expect(await journal.findAnswer(actor.id, 'unknown', 'body')).toBeUndefined()
    expect(await pruneAnswers(database.db)).toBe(0)
    await sql`update journal.answer set at = at - interval '31 days' where key = ${once.key}`.execute(
      database.db,
    )
    expect(await pruneAnswers(database.db)).toBe(1)
    expect(await journal.findAnswer(actor.id, once.key, 'body')).toBeUndefined()
  })
})

describe('recordLook', () => {
  it('keeps who looked at what, and why', async () => {
    const caseId = uuidv7()
    await journal.recordLook({
      actor,
      at: '2026-03-02T01:02:03.004Z',
      caseId,
      what: 'identity card',
      reason: 'case-page',
    })
    const found =
      await sql<object>`select actor, what, reason from journal.look where case_id = ${caseId}`.execute(
        database.db,
      )
    expect(found.rows).toEqual([{ actor, what: 'identity card', reason: 'case-page' }])
  })
})
