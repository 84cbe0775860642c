import { newSecretKey, type Signer, signCheckpoint } from '@mashang/proof'
import { type RawBuilder, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../contract.ts'
import { createJournal } from '../journal.ts'
import { aKey, appendCase, ORIGIN } from '../test/a-log.ts'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import { AUDIT_WORDS, createLog, type PublicLog } from './index.ts'

let database: TestDatabase
let log: PublicLog
let key: Signer
let entries: readonly Entry[]

beforeEach(async () => {
  database = await testDatabase()
  key = aKey()
  log = createLog({ db: database.db, key })
  const journal = createJournal(database.db)
  const first = await appendCase(journal, 3)
  await log.sequencer.sequence()
  entries = [...first, ...(await appendCase(journal, 600))]
  await log.sequencer.sequence()
})
afterEach(() => database.drop())

const change = (statement: RawBuilder<unknown>) => statement.execute(database.db)

async function kindsOf(known: readonly string[] = []): Promise<string[]> {
  const { faults, faultCount } = await log.audit({ known })
  expect(faultCount).toBe(faults.length)
  for (const { kind } of faults) expect(AUDIT_WORDS[kind].zh).not.toBe('')
  return [...new Set(faults.map(({ kind }) => kind))].sort()
}

describe('an audit', () => {
  it('finds nothing wrong in a whole log, waiting entries included', async () => {
    await appendCase(createJournal(database.db), 2)
    const known = (await log.reader.findCheckpoint()) ?? ''
    const progress: number[] = []
    const audit = await log.audit({ known: [known], onProgress: (done) => progress.push(done) })
    expect(audit).toEqual({ leaves: 603, checkpoints: 3, pending: 2, faultCount: 0, faults: [] })
    expect(progress).toEqual([603])
  })

  it('finds nothing wrong in a log without entries', async () => {
    const fresh = await testDatabase()
    const empty = createLog({ db: fresh.db, key })
    expect(await empty.audit()).toMatchObject({ leaves: 0, checkpoints: 0, faultCount: 0 })
    await empty.sequencer.sequence()
    expect(await empty.audit()).toMatchObject({ leaves: 0, checkpoints: 1, faultCount: 0 })
    await fresh.drop()
  })

  it('names an entry whose content, actor, time or place was altered', async () => {
    const { caseId } = entries[1] ?? entries[0] ?? { caseId: '' }
    const where = sql`where case_id = ${caseId} and revision = 2`
    for (const assignment of [
      sql`content = '{"site":"别处","at":1}'`,
      sql`actor = jsonb_set(actor, '{name}', '"李四"')`,
      sql`at = at + interval '1 second'`,
      sql`kind = 'granted'`,
      sql`stream = 'licence'`,
      sql`salt = decode('00112233445566778899aabbccddeeff', 'hex')`,
    ]) {
      await change(sql`create table public.kept as select * from journal.entry ${where}`)
      await change(sql`update journal.entry set ${assignment} ${where}`)
      const { faults } = await log.audit()
      expect(faults).toEqual([{ kind: 'entry-altered', leaf: 1, caseId, revision: 2 }])
      await change(sql`delete from journal.entry ${where}`)
      await change(sql`insert into journal.entry select * from public.kept`)
      await change(sql`drop table public.kept`)
    }
    expect(await kindsOf()).toEqual([])
  })

  it('finds an entry deleted, and one slipped in beside the log', async () => {
    await change(sql`delete from journal.entry where case_id = ${entries[0]?.caseId} and revision = 3`)
    expect(await kindsOf()).toEqual(['entry-missing'])
    await appendCase(createJournal(database.db))
    await change(sql`delete from journal.pending`)
    expect(await kindsOf()).toEqual(['entry-missing', 'entry-not-logged'])
  })

  it('finds altered leaves, subtrees and checkpoints', async () => {
    await change(sql`update journal.subtree set hash = sha256('other') where index = 1`)
    expect((await log.audit()).faults).toEqual([{ kind: 'subtree-altered', level: 1, index: 1 }])
    await change(sql`insert into journal.subtree values (1, 7, sha256('other'))`)
    expect((await log.audit()).faultCount).toBe(2)
    await change(sql`update journal.leaf set digest = sha256('other') where leaf = 5`)
    expect(await kindsOf()).toEqual(['checkpoint-altered', 'entry-altered', 'subtree-altered'])
  })

  it('finds a forger who altered the entry, its digests and every hash, but has no key', async () => {
    const strangers = createLog({ db: database.db, key: aKey() })
    await change(sql`update journal.entry set digest = sha256('other') where revision = 600`)
    await change(sql`truncate journal.leaf, journal.subtree, journal.checkpoint`)
    await change(
      sql`insert into journal.pending (case_id, revision, digest) select case_id, revision, digest from journal.entry`,
    )
    await strangers.sequencer.sequence()
    expect(await kindsOf()).toEqual(['checkpoint-not-signed', 'entry-altered'])
  })
})

describe('an audit with a checkpoint kept elsewhere', () => {
  it('finds a log that was cut short', async () => {
    const known = (await log.reader.findCheckpoint()) ?? ''
    await change(sql`delete from journal.checkpoint where size > 3`)
    await change(sql`delete from journal.leaf where leaf >= 3`)
    await change(sql`delete from journal.subtree`)
    await change(sql`delete from journal.entry where case_id <> ${entries[0]?.caseId}`)
    expect(await kindsOf()).toEqual([])
    expect(await kindsOf([known])).toEqual(['log-cut-short'])
  })

  it('finds a log rewritten with its own key', async () => {
    const known = (await log.reader.findCheckpoint()) ?? ''
    await change(sql`truncate journal.leaf, journal.subtree, journal.checkpoint, journal.entry`)
    await appendCase(createJournal(database.db), 603)
    await log.sequencer.sequence()
    expect(await kindsOf()).toEqual([])
    expect(await kindsOf([known])).toEqual(['known-checkpoint-differs'])
  })

  it('does not believe one that another key signed', async () => {
    const forged = signCheckpoint({ origin: ORIGIN, size: 3, root: new Uint8Array(32) }, aKey())
    expect(await kindsOf([forged, newSecretKey('x')])).toEqual(['known-checkpoint-not-signed'])
  })

  it('finds a gap, and says that nothing after it can be compared', async () => {
    await change(sql`delete from journal.leaf where leaf = 10`)
    expect(await kindsOf()).toEqual(['entry-not-logged', 'leaf-missing', 'log-cut-short', 'subtree-altered'])
  })
})
