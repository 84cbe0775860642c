import { isRefusal, problemOf } from '@mashang/kit'
import { createJournal } from '@mashang/store'
import { type TestDatabase, testDatabase } from '@mashang/store/testing'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCatalogue } from '../catalogue/catalogue.ts'
import { loadProfile } from '../catalogue/load-profile.ts'
import type { ItemFile, Profile } from '../catalogue/profile.ts'
import { syncProfile } from '../catalogue/sync-profile.ts'
import { approvalsMigrations } from '../index.ts'
import { aTestOffice, granted, publishes } from '../testing/index.ts'

const KITE = '2102-TY-XK-0001'
const clock = { now: () => new Date('2026-11-23T02:00:00.000Z') }

let profile: Profile
let database: TestDatabase

beforeAll(async () => {
  const loaded = await loadProfile(new URL('../../../definitions/dalian/', import.meta.url).pathname)
  if (isRefusal(loaded)) throw new Error(JSON.stringify(loaded))
  profile = loaded
})
beforeEach(async () => {
  database = await testDatabase({ migrations: [approvalsMigrations] })
})
afterEach(() => database.drop())

const needs = () => ({ db: database.db, journal: createJournal(database.db), clock })

/** The profile with its kite permit changed. */
function withKite(change: (file: ItemFile) => ItemFile['item']): Profile {
  const items = profile.items.map((one) => (one.item.code === KITE ? { ...one, item: change(one) } : one))
  return { ...profile, items }
}

describe('the profile at start-up', () => {
  it('publishes every item of the demo city, and changes nothing the second time', async () => {
    const first = await syncProfile(needs(), profile)
    expect(first).toEqual({ published: profile.items.length, unchanged: 0 })
    expect(await syncProfile(needs(), profile)).toEqual({ published: 0, unchanged: profile.items.length })
    const catalogue = createCatalogue(needs())
    const kite = await catalogue.findStanding(KITE)
    expect(kite?.item).toEqual(profile.items.find(({ item }) => item.code === KITE)?.item)
    expect(kite?.publishedAt).toBe('2026-11-23T02:00:00.000Z')
  })

  it('is brought in once by several nodes that start together', async () => {
    const nodes = await Promise.all(Array.from({ length: 4 }, () => syncProfile(needs(), profile)))
    expect(nodes.filter(isRefusal)).toEqual([])
    const published = await sql<{ n: number }>`select count(*) as n from journal.entry
      where stream = 'item' and kind = 'published'`.execute(database.db)
    expect(published.rows[0]?.n).toBe(profile.items.length)
  })

  it('publishedVersionsNeverChange: refuses a changed file of a published version, by its name', async () => {
    await syncProfile(needs(), profile)
    const changed = withKite(({ item }) => ({ ...item, name: { zh: '风筝放飞备案' } }))
    const refused = await syncProfile(needs(), changed)
    expect(refused).toMatchObject({
      code: 'profile-item-changed',
      facts: { file: 'service-items/kite-flying-permit.yaml', code: KITE, version: 3, next: 4 },
    })
    if (isRefusal(refused)) expect(problemOf(refused).detail).toContain('kite-flying-permit.yaml')
    expect((await createCatalogue(needs()).findStanding(KITE))?.item.name.zh).toBe('风筝放飞许可')
  })

  it('lets a higher version take over, while cases keep the version they are pinned to', async () => {
    await syncProfile(needs(), profile)
    const catalogue = createCatalogue(needs())
    await catalogue.findStanding(KITE)
    const raised = withKite(({ item }) => ({ ...item, version: 4, visits: 0, name: { zh: '放风筝许可' } }))
    const synced = await syncProfile({ ...needs(), catalogue }, raised)
    expect(synced).toMatchObject({ published: 1 })
    expect((await catalogue.findStanding(KITE))?.item.version).toBe(4)
    expect((await catalogue.getVersion(KITE, 3)).name.zh).toBe('风筝放飞许可')
    // The older file again: what is published stands.
    expect(await syncProfile(needs(), profile)).toMatchObject({ published: 0 })
  })

  it('gives way to what the office published under the same number, and takes no draft away', async () => {
    const office = await aTestOffice()
    const editor = office.as(office.aStaffMember(['catalogue-editor']))
    const revise = () =>
      editor.startItemDraft({ input: { from: 'revision', item: { code: KITE, version: 3 } } }).then(granted)
    const start = (version: number) => {
      const raised = withKite(({ item }) => ({ ...item, version, name: { zh: '文件里的风筝许可' } }))
      const { db, journal } = office.store
      return syncProfile({ db, journal, clock: office.clock }, raised)
    }
    await revise()
    await publishes(office, { code: KITE, version: 4 })
    expect(await start(4)).toMatchObject({ published: 0 })
    await editor.startItemDraft({ input: { from: 'revision', item: { code: KITE, version: 4 } } })
    expect(await start(5)).toMatchObject({ published: 1 })
    const { versions } = granted(await editor.checkItem({ params: { code: KITE, version: 6 } }))
    expect(versions.map(({ version, status }) => `${version} ${status}`)).toEqual([
      '6 draft',
      '5 published',
      '4 superseded',
      '3 superseded',
    ])
    await office.close()
  })

  it('is answered from memory: another node sees a change when it no longer believes, this one at once', async () => {
    await syncProfile(needs(), profile)
    const believing = createCatalogue(needs(), { believedFor: 3_600_000 })
    const doubting = createCatalogue(needs(), { believedFor: 0 })
    const versions = async () =>
      Promise.all([believing, doubting].map(async (one) => (await one.findStanding(KITE))?.item.version))
    expect(await versions()).toEqual([3, 3])
    const raised = withKite(({ item }) => ({ ...item, version: 4 }))
    await syncProfile(needs(), raised)
    expect(await versions()).toEqual([3, 4])
    believing.forget([KITE])
    expect(await versions()).toEqual([4, 4])
    await expect(doubting.getVersion(KITE, 9)).rejects.toThrow('no published version 9')
  })

  it('keeps the earlier version in force until the day the next one takes effect', async () => {
    await syncProfile(needs(), profile)
    const coming = withKite(({ item }) => ({ ...item, version: 4, effective: { from: '2027-01-01' } }))
    expect(await syncProfile(needs(), coming)).toMatchObject({ published: 1 })
    const on = (instant: string) =>
      createCatalogue({ ...needs(), clock: { now: () => new Date(instant) } }).findStanding(KITE)
    expect((await on('2026-12-31T15:59:59.000Z'))?.item.version).toBe(3)
    expect((await on('2026-12-31T16:00:00.000Z'))?.item.version).toBe(4)
  })

  it('refuses an item that fails a check, naming file, rule and place, and writes nothing', async () => {
    const failing = withKite(({ item }) => ({
      ...item,
      phones: { consultation: '12345', complaint: '12345' },
    }))
    const refused = await syncProfile(needs(), failing)
    expect(refused).toMatchObject({
      code: 'profile-items-fail-checks',
      rule: 'consultationAndComplaintPhonesDiffer',
      facts: { count: 1, file: 'service-items/kite-flying-permit.yaml' },
    })
    expect(await createCatalogue(needs()).findStanding(KITE)).toBeUndefined()
  })
})
