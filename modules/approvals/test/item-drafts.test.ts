import type { ServiceItem } from '@mashang/flow'
import { isRefusal, type Refusal } from '@mashang/kit'
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
let author: ApprovalsClient
let second: ApprovalsClient
let anyone: ApprovalsClient

beforeAll(async () => {
  office = await aTestOffice()
  author = office.as(office.aStaffMember(['catalogue-editor'], { name: '周拟制' }))
  second = office.as(office.aStaffMember(['administrator'], { name: '吴审核' }))
  anyone = office.as({ kind: 'anonymous' })
})
afterAll(() => office.close())

async function refused(answer: Promise<unknown>): Promise<Refusal> {
  const given = await answer
  if (!isRefusal(given)) throw new Error(`not refused: ${JSON.stringify(given)}`)
  return given
}

async function kite(): Promise<ServiceItem> {
  const { definition } = granted(await author.checkItem({ params: { code: KITE, version: 3 } }))
  return definition as ServiceItem
}

/** A draft that copies the kite permit. */
async function aCopy(name: string): Promise<{ code: string; version: number }> {
  const input = { from: 'copy' as const, item: { code: KITE, version: 3 }, name }
  const [row] = granted(await author.startItemDraft({ input })).drafts
  if (!row) throw new Error('no draft came')
  return { code: row.code, version: row.version }
}

const opened = async (params: { code: string; version: number }) =>
  granted(await author.checkItem({ params }))

describe('a draft', () => {
  it('is begun from nothing with what can be known, and says what it lacks', async () => {
    const input = {
      from: 'nothing' as const,
      organ: 'sports-bureau',
      type: 'public-service',
      name: '体育场地预约',
    }
    const [row] = granted(await author.startItemDraft({ input })).drafts
    expect(row).toMatchObject({ code: '2102-TY-FW-0001', version: 1, status: 'draft', source: '周拟制' })
    const { findings, definition } = await opened({ code: '2102-TY-FW-0001', version: 1 })
    expect(definition).toMatchObject({ phones: { complaint: '12345' }, organ: 'sports-bureau' })
    expect(findings.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['limits.statutory.days', 'basis', 'windows']),
    )
    const taken = await refused(author.startItemDraft({ input: { ...input, code: '2102-TY-FW-0001' } }))
    expect(taken).toMatchObject({ code: 'item-code-taken' })
  })

  it('keeps what each of two editors typed: the second hears of the first', async () => {
    const params = await aCopy('风筝展演许可')
    const { revision, definition } = await opened(params)
    const item = definition as ServiceItem
    const input = { expected: revision, definition: { ...item, visits: 1 } }
    const saved = granted(await author.saveItemDraft({ params, input }))
    expect(saved.findings.map(({ rule }) => rule)).toContain('whollyOnlineMeansNoVisit')
    const late = { expected: revision, definition: { ...item, faq: [] } }
    expect(await refused(second.saveItemDraft({ params, input: late }))).toMatchObject({
      code: 'item-draft-changed',
      rule: 'whatWasSeenIsWhatIsChanged',
      facts: { by: '周拟制', actual: saved.revision },
    })
    // The same content again is no change, whoever sends it.
    const same = { expected: 0, definition: input.definition }
    expect(granted(await second.saveItemDraft({ params, input: same })).revision).toBe(saved.revision)
    const moved = { expected: saved.revision, definition: { ...item, code: KITE } }
    expect(await refused(author.saveItemDraft({ params, input: moved }))).toMatchObject({
      code: 'item-keeps-its-code',
    })
  })

  it('of a published item is its next version, one at a time, and can be discarded', async () => {
    const input = { from: 'revision' as const, item: { code: KITE, version: 3 } }
    const [row] = granted(await author.startItemDraft({ input })).drafts
    expect(row).toMatchObject({ code: KITE, version: 4, effectiveFrom: '2026-11-23' })
    expect(await refused(author.startItemDraft({ input }))).toMatchObject({
      code: 'item-has-a-draft',
      facts: { version: 4, by: '周拟制' },
    })
    const params = { code: KITE, version: 4 }
    const { revision } = await opened(params)
    const discard = { expected: revision, reason: '不再修订' }
    granted(await author.discardItemDraft({ params, input: discard }))
    expect(granted(await author.listCatalogue({ query: { text: KITE } })).rows).toHaveLength(1)
    expect(
      await refused(author.submitItem({ params, input: { expected: revision, note: '' } })),
    ).toMatchObject({ code: 'item-not-a-draft' })
    const again = granted(await author.startItemDraft({ input })).drafts[0]
    expect(again).toMatchObject({ version: 5 })
  })
})

describe('approval', () => {
  it('publicationTakesTwoPeople: not by who wrote it, returned with a reason, then approved and published', async () => {
    const params = await aCopy('热气球升空许可')
    const { revision } = await opened(params)
    granted(await author.submitItem({ params, input: { expected: revision, note: '请审核' } }))
    const expected = revision + 1
    const approve = { expected, approved: true, note: '' }
    expect(await refused(author.reviewItem({ params, input: approve }))).toMatchObject({
      code: 'item-needs-another-person',
      rule: 'publicationTakesTwoPeople',
    })
    const item = (await opened(params)).definition
    expect(
      await refused(
        author.saveItemDraft({ params, input: { expected, definition: { ...(item as object), visits: 2 } } }),
      ),
    ).toMatchObject({ code: 'item-not-a-draft' })
    expect(
      await refused(second.reviewItem({ params, input: { expected, approved: false, note: '' } })),
    ).toMatchObject({ code: 'item-return-needs-a-reason' })
    const returned = granted(
      await second.reviewItem({ params, input: { expected, approved: false, note: '简介太长' } }),
    )
    expect(returned).toMatchObject({ status: 'draft', reason: '简介太长' })
    expect(await refused(author.publishItem({ params, input: {} }))).toMatchObject({
      code: 'item-not-approved',
    })
    granted(await author.submitItem({ params, input: { expected: expected + 1, note: '' } }))
    granted(await second.reviewItem({ params, input: { ...approve, expected: expected + 2 } }))
    expect(await refused(author.publishItem({ params, input: { from: '2026-11-22' } }))).toMatchObject({
      code: 'publication-day-passed',
    })
    granted(await author.publishItem({ params, input: { from: 'today' } }))
    expect(granted(await anyone.getItemGuide({ params }))).toMatchObject({ status: 'published' })
    const { lines } = granted(await author.getItemHistory({ params }))
    expect(lines.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'published 周拟制',
      'approved 吴审核',
      'submitted 周拟制',
      'returned 吴审核',
      'submitted 周拟制',
      'drafted 周拟制',
    ])
  })

  it('lets a version come into force on the day that was chosen', async () => {
    const params = await aCopy('滑翔伞起降许可')
    const row = await publishes(office, params, '2026-12-01')
    expect(row).toMatchObject({ status: 'published', effectiveFrom: '2026-12-01' })
    const start = () =>
      office.as(office.aCitizen()).startDraft({ input: { item: params.code, applicant: { kind: 'person' } } })
    expect(await refused(start())).toMatchObject({ code: 'item-not-in-effect' })
    office.clock.set('2026-11-30T16:06:00.000Z')
    await office.approvals.tasks['approvals:bring-into-force']?.({})
    granted(await start())
  })
})

describe('cancelling, splitting and merging', () => {
  it('ends an item on its day, with what takes its place', async () => {
    const params = await aCopy('孔明灯放飞许可')
    await publishes(office, params)
    const basis = { law: '行政许可法', article: '第二十一条' }
    const input = { on: '2026-12-10', reason: '改为告知承诺', basis, successors: [KITE] }
    expect(granted(await author.cancelItem({ params, input }))).toMatchObject({
      status: 'published',
      cancelledOn: '2026-12-10',
      effectiveTo: '2026-12-09',
    })
    expect(await refused(author.cancelItem({ params, input }))).toMatchObject({
      code: 'item-cancelled-already',
    })
    const guide = () => anyone.getItemGuide({ params }).then(granted)
    expect(await guide()).toMatchObject({
      status: 'published',
      ends: { on: '2026-12-10', successors: [{ code: KITE }] },
    })
    office.clock.set('2026-12-10T02:00:00.000Z')
    await office.approvals.tasks['approvals:bring-into-force']?.({})
    expect((await opened(params)).row.status).toBe('cancelled')
    expect(await guide()).toMatchObject({ status: 'cancelled', online: false })
    expect(
      granted(await anyone.findItems({ query: { text: '孔明灯放飞许可' } })).items.map(({ code }) => code),
    ).not.toContain(params.code)
  })

  it('partsOfASplitComeTogether: one item becomes two, which name what they replace', async () => {
    const whole = await aCopy('大型风筝和夜间放飞许可')
    await publishes(office, whole)
    const into = [{ name: '大型风筝放飞许可' }, { name: '夜间放飞许可' }]
    const { drafts } = granted(await author.startItemDraft({ input: { from: 'split', item: whole, into } }))
    const [large, night] = drafts
    if (!large || !night) throw new Error('two drafts were asked for')
    expect(large.code).not.toBe(night.code)
    const approve = async ({ code, version }: { code: string; version: number }) => {
      const params = { code, version }
      const { revision } = await opened(params)
      granted(await author.submitItem({ params, input: { expected: revision, note: '' } }))
      granted(
        await second.reviewItem({ params, input: { expected: revision + 1, approved: true, note: '' } }),
      )
      return params
    }
    const params = await approve(large)
    expect(await refused(author.publishItem({ params, input: {} }))).toMatchObject({
      code: 'item-parts-not-approved',
      facts: { open: [night.code] },
    })
    await approve(night)
    granted(await author.publishItem({ params, input: { from: '2026-12-10' } }))
    expect((await opened({ code: night.code, version: 1 })).row.status).toBe('published')
    expect(granted(await anyone.getItemGuide({ params: whole }))).toMatchObject({
      status: 'cancelled',
      ends: { successors: [{ code: large.code }, { code: night.code }] },
    })
  })

  it('makes one of several, with all that each asked for', async () => {
    const one = await aCopy('风筝比赛许可')
    const other = await aCopy('风筝表演许可')
    await publishes(office, one)
    await publishes(office, other)
    const input = { from: 'merge' as const, items: [one, other], name: '风筝活动许可' }
    const [draft] = granted(await author.startItemDraft({ input })).drafts
    if (!draft) throw new Error('no draft came')
    const params = { code: draft.code, version: 1 }
    const before = await kite()
    const { definition } = await opened(params)
    expect(definition).toMatchObject({
      replaces: [one.code, other.code],
      materials: before.materials,
      fields: before.fields,
    })
    expect(granted(await author.getItemImpact({ params })).replaces).toHaveLength(2)
    await publishes(office, params)
    for (const ended of [one, other])
      expect((await opened(ended)).row).toMatchObject({
        status: 'cancelled',
        office: { cancellation: { successors: [draft.code] } },
      })
  })
})

describe('what leaves the catalogue', () => {
  it.each(['xlsx', 'json'] as const)('comes back from %s as it was', async (format) => {
    const items = `${KITE}@3`
    const file = granted(await author.exportItems({ params: { format }, query: { items } }))
    const upload = anUpload(`items.${format}`, file.body as Uint8Array)
    expect(granted(await author.importItems({ upload }))).toMatchObject({
      rows: 1,
      unchanged: 1,
      imported: 0,
      refused: [],
    })
  })

  it('exports by filter, and says when nothing fits', async () => {
    const all = granted(
      await author.exportItems({ params: { format: 'json' }, query: { status: 'published' } }),
    )
    const read = JSON.parse(new TextDecoder().decode(all.body as Uint8Array)) as ServiceItem[]
    expect(read.length).toBeGreaterThan(20)
    const none = { params: { format: 'xlsx' as const }, query: { text: '没有这样的事项' } }
    expect(await refused(author.exportItems(none))).toMatchObject({ code: 'nothing-to-export' })
    const template = granted(await author.printImportTemplate({ params: { file: 'items.xlsx' } }))
    expect((template.body as Uint8Array).length).toBeGreaterThan(1000)
  })
})

describe('a draft before anyone else may read it', () => {
  it('is read by editors as a guide, and its forms are printed', async () => {
    const params = await aCopy('热气球表演许可')
    expect(granted(await author.previewItem({ params }))).toMatchObject({ status: 'draft', online: false })
    const form = granted(
      await author.printDraftForm({ params: { ...params, material: 'plan', copy: 'blank.pdf' } }),
    )
    expect((form.body as Uint8Array).length).toBeGreaterThan(1000)
    expect(await refused(anyone.getItemGuide({ params }))).toMatchObject({ code: 'item-not-found' })
  })
})

describe('the profile beside the desk', () => {
  it('leaves alone what the office published, and what it cancelled, when the server starts again', async () => {
    const again = granted(await office.approvals.syncProfile())
    expect(again.published).toBe(0)
    const basis = { law: '行政许可法' }
    const input = { on: '2026-12-10', reason: '不再需要', basis, successors: [] }
    const params = { code: '2102-SJ-XK-0007', version: 1 }
    granted(await author.cancelItem({ params, input }))
    expect(granted(await office.approvals.syncProfile()).published).toBe(0)
    expect((await opened(params)).row.status).toBe('cancelled')
  })
})
