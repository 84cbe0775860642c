import { isRefusal, type Refusal } from '@mashang/kit'
import { rebuild } from '@mashang/store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ApprovalsClient,
  anUpload,
  aTestOffice,
  granted,
  publishes,
  type TestOffice,
} from '../testing/index.ts'

const KITE = '2102-TY-XK-0001'

let office: TestOffice
let editor: ApprovalsClient
let anyone: ApprovalsClient

beforeAll(async () => {
  office = await aTestOffice()
  editor = office.as(office.aStaffMember(['catalogue-editor'], { name: '目录管理员' }))
  anyone = office.as({ kind: 'anonymous' })
})
afterAll(() => office.close())

async function definitionOf(version = 3): Promise<Record<string, unknown>> {
  const { definition } = granted(await editor.checkItem({ params: { code: KITE, version } }))
  return definition as Record<string, unknown>
}

/** Imports a draft made of the kite permit. */
async function aDraft(code: string, change: Record<string, unknown> = {}) {
  const definition = { ...(await definitionOf()), code, version: 1, ...change }
  const upload = anUpload('draft.json', new TextEncoder().encode(JSON.stringify(definition)))
  expect(granted(await editor.importItems({ upload }))).toMatchObject({ imported: 1, refused: [] })
  return { code, version: 1 }
}

const refused = async (answer: Promise<unknown>) => {
  const given = await answer
  if (!isRefusal(given)) throw new Error(`not refused: ${JSON.stringify(given)}`)
  return given as Refusal
}

describe('publishing', () => {
  it('makes a draft public, findable and open to applications, and journals who did it', async () => {
    const params = await aDraft('2102-TY-XK-0101', {
      name: { zh: '热气球升空许可', en: 'Hot-air balloon permit' },
      'everyday-words': ['坐热气球'],
    })
    expect(await refused(anyone.getItemGuide({ params }))).toMatchObject({ code: 'item-not-found' })
    expect(granted(await anyone.findItems({ query: { text: '坐热气球' } })).total).toBe(0)
    const row = await publishes(office, params)
    expect(row).toMatchObject({ status: 'published', findings: 0, running: 0, source: 'draft.json' })
    expect(granted(await anyone.getItemGuide({ params }))).toMatchObject({
      status: 'published',
      online: true,
    })
    const found = granted(await anyone.findItems({ query: { text: '坐热气球' } }))
    expect(found).toMatchObject({ total: 1, understoodAs: '热气球升空许可' })
    const entries = await sql<{ kind: string; name: string }>`select kind, actor ->> 'name' as name
      from journal.entry where stream = 'item' and content ->> 'code' = ${params.code} order by revision`.execute(
      office.store.db,
    )
    expect(entries.rows).toEqual([
      { kind: 'imported', name: '目录管理员' },
      { kind: 'submitted', name: '周拟制' },
      { kind: 'approved', name: '吴审核' },
      { kind: 'published', name: '周拟制' },
    ])
  })

  const failing: readonly (readonly [rule: string, change: Record<string, unknown>])[] = [
    ['onTheSpotMeansSameDay', { handling: 'on-the-spot' }],
    ['whollyOnlineMeansNoVisit', { visits: 1, 'visits-reason': { zh: '核对原件' } }],
    ['visitsHaveAReason', { visits: 1, depth: 3 }],
    ['noVisitMeansPostOrOnline', { depth: 3, delivery: ['window'] }],
    ['noFeeMeansNoOnlinePayment', { 'online-payment': true }],
    ['consultationAndComplaintPhonesDiffer', { phones: { consultation: '12345', complaint: '12345' } }],
    [
      'promisedIsNotLongerThanStatutory',
      { limits: { statutory: { days: '5wd' }, promised: { days: '6wd' } } },
    ],
    ['licenceItemHasFaq', { faq: [] }],
    ['organIsKnown', { organ: 'no-such-organ' }],
    ['everyElementIsThere', { steps: undefined }],
    ['everyElementIsThere', { type: 'judgement' }],
  ]
  it.each(failing)('refuses by name what %s forbids', async (rule, change) => {
    const code = `2102-TY-XK-${1000 + failing.findIndex((one) => one[1] === change)}`
    const params = await aDraft(code, change)
    const answer = await refused(editor.submitItem({ params, input: { expected: 1, note: '' } }))
    expect(answer).toMatchObject({ code: 'item-fails-its-checks', facts: { code } })
    expect(answer.fields?.map(({ facts }) => facts.rule)).toContain(rule)
    const { findings } = granted(await editor.checkItem({ params }))
    expect(findings.map((one) => one.rule)).toContain(rule)
    expect(findings).toHaveLength(Number(answer.facts.count))
  })

  it('publishedVersionsNeverChange: neither twice nor by an import; an older version no more', async () => {
    const again = await refused(editor.publishItem({ params: { code: KITE, version: 3 }, input: {} }))
    expect(again).toMatchObject({ code: 'item-already-published', rule: 'publishedVersionsNeverChange' })
    const changed = { ...(await definitionOf()), visits: 2 }
    const older = { ...(await definitionOf()), version: 2 }
    const upload = anUpload('kite.json', new TextEncoder().encode(JSON.stringify([changed, older])))
    expect(granted(await editor.importItems({ upload }))).toMatchObject({
      imported: 1,
      refused: [{ row: 1 }],
    })
    expect(await definitionOf()).toMatchObject({ visits: 0 })
    const { revision: expected } = granted(await editor.checkItem({ params: { code: KITE, version: 2 } }))
    expect(
      await refused(editor.submitItem({ params: { code: KITE, version: 2 }, input: { expected, note: '' } })),
    ).toMatchObject({
      code: 'item-version-outdated',
      facts: { version: 2, published: 3 },
    })
  })

  it('gives the same key the same answer, and two editors one publication', async () => {
    const params = await aDraft('2102-TY-XK-0102')
    const input = { expected: 1, note: '' }
    const first = granted(await editor.submitItem({ params, input, key: 'once' }))
    expect(granted(await editor.submitItem({ params, input, key: 'once' }))).toEqual(first)
    const contested = await aDraft('2102-TY-XK-0103')
    const second = office.as(office.aStaffMember(['catalogue-editor']))
    granted(await editor.submitItem({ params: contested, input }))
    granted(await second.reviewItem({ params: contested, input: { expected: 2, approved: true, note: '' } }))
    const both = await Promise.all([1, 2].map(() => editor.publishItem({ params: contested, input: {} })))
    expect(both.filter(isRefusal).map(({ code }) => code)).toEqual(['item-already-published'])
  })
})

describe('suspending', () => {
  it('closes an item with its reason at once, and opens it again', async () => {
    const params = { code: KITE, version: 3 }
    const citizen = office.as(office.aCitizen())
    const start = () => citizen.startDraft({ input: { item: KITE, applicant: { kind: 'person' } } })
    granted(await start())
    const suspend = { suspended: true, reason: '风季停放' }
    expect(granted(await editor.suspendItem({ params, input: suspend }))).toMatchObject({
      status: 'suspended',
    })
    expect(await refused(start())).toMatchObject({ code: 'item-suspended', facts: { reason: '风季停放' } })
    expect(granted(await anyone.getItemGuide({ params }))).toMatchObject({
      status: 'suspended',
      online: false,
      suspended: { reason: '风季停放' },
    })
    // Asked for twice it is done once.
    expect(granted(await editor.suspendItem({ params, input: suspend }))).toMatchObject({
      status: 'suspended',
    })
    const resume = { suspended: false, reason: '风季已过' }
    expect(granted(await editor.suspendItem({ params, input: resume }))).toMatchObject({
      status: 'published',
    })
    granted(await start())
  })

  it('knows no drafts and no unknown versions', async () => {
    const params = await aDraft('2102-TY-XK-0104')
    const input = { suspended: true, reason: '试一试' }
    expect(await refused(editor.suspendItem({ params, input }))).toMatchObject({ code: 'item-not-published' })
    expect(await refused(editor.suspendItem({ params: { ...params, version: 9 }, input }))).toMatchObject({
      code: 'item-not-found',
    })
  })
})

describe('the list of the office', () => {
  it('shows every version with its findings and running cases, by name, status and organ', async () => {
    await aDraft('2102-TY-XK-0105', { name: { zh: '滑翔伞起降许可' }, faq: [] })
    const drafts = granted(await editor.listCatalogue({ query: { text: '滑翔伞', status: 'draft' } }))
    expect(drafts).toMatchObject({
      total: 1,
      pages: 1,
      rows: [{ code: '2102-TY-XK-0105', findings: 1, running: 0 }],
    })
    const sports = granted(
      await editor.listCatalogue({ query: { organ: 'sports-bureau', status: 'published' } }),
    )
    expect(
      sports.rows.every(({ organ, status }) => organ.id === 'sports-bureau' && status === 'published'),
    ).toBe(true)
    expect(
      granted(await editor.listCatalogue({ query: { text: KITE.toLowerCase() } })).total,
    ).toBeGreaterThan(0)
    expect(granted(await editor.listCatalogue({ query: { text: '%' } })).total).toBe(0)
  })
})

describe('what anyone sees', () => {
  it('browses themes, organs and what is asked for most', async () => {
    const browse = granted(await anyone.browse({}))
    const every = granted(await anyone.findItems({ query: {} }))
    expect(browse.counts.items).toBe(every.total)
    expect(browse.city).toMatchObject({ name: { zh: '大连市' }, demo: true })
    expect(browse.popular).toHaveLength(6)
    expect(browse.organs).toHaveLength(55)
    expect(every.organs.find(({ id }) => id === 'market-regulation')?.count).toBe(
      browse.organs.find(({ id }) => id === 'market-regulation')?.count,
    )
  })

  it('reads a guide with everything it refers to', async () => {
    const guide = granted(await anyone.getItemGuide({ params: { code: '2102-SJ-XK-0001' } }))
    expect(guide.windows.map(({ id }) => id)).toEqual(guide.item.windows)
    expect(guide.themes.map(({ id }) => id).sort()).toEqual([...guide.item.themes].sort())
    expect(guide.organ.name.zh).toBe('大连市市场监督管理局')
    const isNear = ({ organ, themes }: (typeof guide.related)[number]) =>
      organ.id === guide.organ.id || themes.some((theme) => guide.item.themes.includes(theme))
    expect(guide.related.map(isNear)).toEqual([true, true, true, true])
    expect(guide.related.map(({ code }) => code)).not.toContain('2102-SJ-XK-0001')
  })

  it('prints the one-time notice and the forms, in both languages', async () => {
    const params = { code: KITE }
    const notice = granted(await anyone.printItemNotice({ params }))
    expect(notice).toMatchObject({
      type: 'application/pdf',
      inline: true,
      filename: '风筝放飞许可 一次性告知单.pdf',
    })
    expect(
      Buffer.from(notice.body as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    for (const copy of ['blank.pdf', 'sample.pdf'] as const) {
      const form = granted(await anyone.printMaterialForm({ params: { ...params, material: 'plan', copy } }))
      expect((form.body as Uint8Array).length).toBeGreaterThan(1000)
    }
    const none = { ...params, material: 'identity', copy: 'blank.pdf' } as const
    expect(await refused(anyone.printMaterialForm({ params: none }))).toMatchObject({
      code: 'material-has-no-form',
    })
    expect(await refused(anyone.printItemNotice({ params: { code: 'NO-SUCH-ITEM' } }))).toMatchObject({
      code: 'item-not-found',
    })
  })

  it('lists regions one level down', async () => {
    const { regions } = granted(await anyone.listRegions({ query: {} }))
    expect(regions.map(({ name }) => name)).toContain('西岗区')
    const streets = granted(await anyone.listRegions({ query: { parent: '210203' } })).regions
    expect(streets.every(({ code }) => /^210203\d{3}$/.test(code))).toBe(true)
    expect(await refused(anyone.listRegions({ query: { parent: '999999' } }))).toMatchObject({
      code: 'region-not-found',
    })
  })

  it('marks what was found', async () => {
    const found = granted(await anyone.findItems({ query: { text: '食品许可' } }))
    expect(found.items[0]?.matched).toEqual(expect.arrayContaining(['食品', '许可']))
    const matchedBy = async (text: string) =>
      granted(await anyone.findItems({ query: { text } })).items[0]?.matched
    expect(await matchedBy('我要开饭店')).toEqual(['开饭店'])
    expect(await matchedBy('spjyxk')).toEqual(['食品经营许可'])
    expect(await matchedBy('食品经赢许可')).toContain('食品经营许可')
  })
})

describe('a version that is published ahead of its day', () => {
  it('takes over on that day, in applications, lists and searches', async () => {
    const definition = {
      ...(await definitionOf()),
      version: 4,
      effective: { from: '2026-12-01' },
      name: { zh: '风筝放飞许可（新规）' },
    }
    const upload = anUpload('kite-4.json', new TextEncoder().encode(JSON.stringify(definition)))
    granted(await editor.importItems({ upload }))
    await publishes(office, { code: KITE, version: 4 })
    const shown = async () => ({
      guide: granted(await anyone.getItemGuide({ params: { code: KITE } })).item.version,
      found: granted(await anyone.findItems({ query: { text: KITE } })).items[0]?.version,
      superseded: granted(await editor.listCatalogue({ query: { text: KITE, status: 'superseded' } })).total,
    })
    expect(await shown()).toEqual({ guide: 3, found: 3, superseded: 0 })
    office.clock.set('2026-11-30T16:06:00.000Z')
    await office.approvals.tasks['approvals:bring-into-force']?.({})
    expect(await shown()).toEqual({ guide: 4, found: 4, superseded: 1 })
  })
})

describe('the summary of the catalogue', () => {
  it('is made again from the journal as it was', async () => {
    const rows = () =>
      sql<{ item: unknown }>`select to_jsonb(item) as item from approvals.item order by code, version`
        .execute(office.store.db)
        .then((found) => found.rows)
    const search = () =>
      sql<{ row: unknown }>`select to_jsonb(item_search) as row from approvals.item_search order by code`
        .execute(office.store.db)
        .then((found) => found.rows)
    const before = [await rows(), await search()]
    await sql`truncate approvals.item, approvals.item_search`.execute(office.store.db)
    const summary = office.approvals.summaries.filter(({ name }) => name === 'approvals.item')
    await rebuild(office.store.db, summary)
    expect([await rows(), await search()]).toEqual(before)
  })
})
