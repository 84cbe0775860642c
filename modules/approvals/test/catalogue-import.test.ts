import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { type Actor, isRefusal, type Refusal } from '@mashang/kit'
import { createJournal } from '@mashang/store'
import { type TestDatabase, testDatabase } from '@mashang/store/testing'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importItems } from '../catalogue/import/import-items.ts'
import { printTemplate } from '../catalogue/import/template.ts'
import { loadProfile } from '../catalogue/load-profile.ts'
import type { Profile } from '../catalogue/profile.ts'
import { syncProfile } from '../catalogue/sync-profile.ts'
import { catalogueDb } from '../catalogue/tables.ts'
import type { ImportReport } from '../contract/index.ts'
import { approvalsMigrations } from '../index.ts'

const DATA = process.env.MASHANG_PUBLIC_DATA ?? join(import.meta.dirname, '../../../../shared/data')
const DALIAN = join(import.meta.dirname, '../../../definitions/dalian')
const EDITOR: Actor = { kind: 'staff', id: 'editor', name: '目录管理员' }
const clock = { now: () => new Date('2026-11-23T02:00:00.000Z') }

let profile: Profile
let database: TestDatabase

beforeAll(async () => {
  const loaded = await loadProfile(DALIAN)
  if (isRefusal(loaded)) throw new Error(JSON.stringify(loaded))
  profile = loaded
})
beforeEach(async () => {
  database = await testDatabase({ migrations: [approvalsMigrations] })
})
afterEach(() => database.drop())

async function* chunksOf(bytes: Uint8Array) {
  for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536)
}

function take(name: string, body: string | Uint8Array | AsyncIterable<Uint8Array>) {
  const organs = new Map(profile.organs.map((organ) => [organ.id, organ]))
  const journal = createJournal(database.db)
  const writing = { db: catalogueDb(database.db), journal, clock, organs, onWritten: () => {} }
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return importItems(
    { writing, profile },
    { name, body: bytes instanceof Uint8Array ? chunksOf(bytes) : bytes },
    EDITOR,
  )
}

async function report(name: string, body: string | Uint8Array): Promise<ImportReport> {
  const taken = await take(name, body)
  if (isRefusal(taken)) throw new Error(JSON.stringify(taken))
  return taken
}

const countItems = async () => {
  const found = await sql<{ n: number }>`select count(*) as n from approvals.item`.execute(database.db)
  return found.rows[0]?.n
}

const kite = (change: object = {}) => ({
  ...profile.items.find(({ item }) => item.code === '2102-TY-XK-0001')?.item,
  ...change,
})

describe('our own format', () => {
  it('takes one item or many, in YAML or JSON, and the same ones again as unchanged', async () => {
    const yaml = await readFile(join(DALIAN, 'service-items/kite-flying-permit.yaml'), 'utf8')
    expect(await report('kite.yaml', yaml)).toMatchObject({
      format: 'mashang-yaml',
      rows: 1,
      imported: 1,
      unchanged: 0,
      refused: [],
      findings: [],
    })
    const many = JSON.stringify(profile.items.map(({ item }) => item))
    const count = profile.items.length
    expect(await report('all.json', many)).toMatchObject({ rows: count, imported: count - 1, unchanged: 1 })
    expect(await report('all.json', many)).toMatchObject({ rows: count, imported: 0, unchanged: count })
    const entries = await sql<{ n: number }>`select count(*) as n from journal.entry
      where stream = 'item' and kind = 'imported'`.execute(database.db)
    expect(entries.rows[0]?.n).toBe(count)
  })

  it('tells a row that is broken, and takes the others', async () => {
    const rows = [
      kite(),
      'no item',
      kite({ code: '' }),
      kite({ code: 'no/code' }),
      kite({ code: '2102-TY-XK-0009', name: {} }),
      kite({ code: '2102-TY-XK-0009', version: 0 }),
      kite({ code: '2102-TY-XK-0009', summary: { zh: 'NUL \u0000' } }),
      kite({ visits: 3 }),
      kite(),
      kite({ code: '2102-TY-XK-0008' }),
    ]
    const told = await report('mixed.json', JSON.stringify(rows))
    expect(told.refused.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8])
    expect(told).toMatchObject({ rows: 10, imported: 2, unchanged: 1 })
    expect(told.refused[6]?.reason.zh).toContain('同一文件')
    expect(await countItems()).toBe(2)
  })

  it('publishedVersionsNeverChange: refuses the row that would change one, by its name', async () => {
    await syncProfile({ db: database.db, journal: createJournal(database.db), clock }, profile)
    const told = await report('kite.json', JSON.stringify([kite({ visits: 1 }), kite({ version: 4 })]))
    expect(told).toMatchObject({ imported: 1, refused: [{ row: 1, code: '2102-TY-XK-0001' }] })
    expect(told.refused[0]?.reason.en).toContain('publishedVersionsNeverChange')
  })

  it('gives the findings by rule, with their rows', async () => {
    const told = await report(
      'kites.json',
      JSON.stringify([
        kite({ code: '2102-TY-XK-0007', phones: { consultation: '12345', complaint: '12345' } }),
        kite({ code: '2102-TY-XK-0008', basis: undefined }),
        kite({
          code: '2102-TY-XK-0009',
          phones: { consultation: '12345', complaint: '12345' },
          basis: undefined,
        }),
      ]),
    )
    const rows = Object.fromEntries(told.findings.map((one) => [one.rule, one.rows]))
    expect(rows).toEqual({
      consultationAndComplaintPhonesDiffer: [1, 3],
      everyElementIsThere: [2, 3],
    })
  })
})

describe('the template', () => {
  it('gives back every item of the demo city as it was, through XLSX', async () => {
    const items = profile.items.map(({ item }) => item)
    await report('all.json', JSON.stringify(items))
    const told = await report('template.xlsx', await printTemplate('xlsx', items))
    expect(told.refused).toEqual([])
    expect(told).toMatchObject({ format: 'template-xlsx', imported: 0, unchanged: items.length })
  })

  it('takes items alone as CSV, as drafts without what stands in other sheets', async () => {
    const items = profile.items.slice(0, 5).map(({ item }) => item)
    const told = await report('template.csv', await printTemplate('csv', items))
    expect(told).toMatchObject({ format: 'template-csv', rows: 5, imported: 5, refused: [] })
    expect(told.findings.map(({ words }) => words.zh)).toEqual(
      expect.arrayContaining(['缺少“申请材料”。', '缺少“办理环节”。']),
    )
  })

  it('is empty when it is printed without items', async () => {
    expect(await report('template.xlsx', await printTemplate('xlsx'))).toMatchObject({ rows: 0, imported: 0 })
  })
})

describe('a file that is broken imports nothing, and says why', () => {
  const rows = () => JSON.stringify([kite(), kite({ code: '2102-TY-XK-0008' })], null, 1)
  const cases: readonly (readonly [string, () => string | Uint8Array | Promise<Uint8Array>, string])[] = [
    ['empty', () => '', 'import-file-broken'],
    ['cut off (JSON)', () => rows().slice(0, -100), 'import-file-broken'],
    [
      'cut off (JSONL)',
      () => `${JSON.stringify(kite())}\n${JSON.stringify(kite()).slice(0, 50)}`,
      'import-file-broken',
    ],
    ['cut off (YAML)', () => `kind: service-item\ncode: "2102`, 'import-file-broken'],
    ['cut off (XLSX)', async () => (await printTemplate('xlsx')).subarray(0, -500), 'import-file-broken'],
    ['in GBK', () => new Uint8Array([0xca, 0xc2, 0xcf, 0xee, 0xb1, 0xe0, 0xc2, 0xeb]), 'import-file-broken'],
    ['in UTF-16', () => new Uint8Array([0xff, 0xfe, 0x5b, 0x00]), 'import-file-broken'],
    ['a zip bomb', () => aZipBomb(), 'import-file-broken'],
    [
      'a zip, but no workbook',
      () => aZip('a.txt', new TextEncoder().encode('hello')),
      'import-format-unknown',
    ],
    ['JSON of something else', () => '{"hello": "world"}', 'import-format-unknown'],
    ['an empty list', () => '[]', 'import-format-unknown'],
    ['a text', () => '大连市公共行政服务中心', 'import-format-unknown'],
    ['a PNG', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'import-file-broken'],
    ['a CSV of something else', () => '姓名,电话\n王小海,1390000', 'import-format-unknown'],
    ['a CSV with an open quote', () => '事项编码,版本,事项名称\n"2102,1', 'import-file-broken'],
  ]
  it.each(cases)('%s', async (_, make, code) => {
    const refused = (await take('file', await make())) as Refusal
    expect(refused).toMatchObject({ refused: true, code })
    expect(await countItems()).toBe(0)
  })

  it('a gigabyte is not read to its end', async () => {
    let sent = 0
    async function* endless() {
      for (; sent < 1024; sent++) yield new Uint8Array(1024 * 1024).fill(0x20)
    }
    expect(await take('huge.json', endless())).toMatchObject({ code: 'file-too-large' })
    expect(sent).toBeLessThan(64)
  })

  it('an upload that breaks off', async () => {
    async function* breaking() {
      yield new TextEncoder().encode(rows())
      throw new Error('the connection was lost')
    }
    expect(await take('lost.json', breaking())).toMatchObject({ code: 'import-file-broken' })
  })

  it('aliases that unfold without end', async () => {
    const levels = Array.from({ length: 30 }, (_, n) => `  a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`)
    const laughs = `kind: service-item\ncode: 2102-TY-XK-0009\nversion: 1\nname: { zh: 炸弹 }\nfields:\n  a0: &a0 x\n${levels.join('\n')}\n`
    expect(await take('laughs.yaml', laughs)).toMatchObject({ imported: 0, refused: [{ row: 1 }] })
  })
})

describe('the public lists', () => {
  const present = existsSync(join(DATA, 'service-items-guangdong.jsonl'))
  const why = present ? '' : ` (skipped: ${DATA} is not there; set MASHANG_PUBLIC_DATA)`

  it.skipIf(!present)(`take 2,262 items of Guangdong, twice the same${why}`, async () => {
    const file = await readFile(join(DATA, 'service-items-guangdong.jsonl'))
    const told = await report('service-items-guangdong.jsonl', file)
    expect(told).toMatchObject({
      format: 'guangdong-jsonl',
      rows: 2262,
      imported: 2262,
      unchanged: 0,
      refused: [],
    })
    const rule = (name: string) => told.findings.find((one) => one.rule === name)?.rows.length
    // Counted in the file by other means: one phone for both, visits without a word why.
    expect(rule('consultationAndComplaintPhonesDiffer')).toBe(183)
    expect(rule('visitsHaveAReason')).toBe(91)
    expect(rule('promisedIsNotLongerThanStatutory')).toBeUndefined()
    expect(rule('everyElementIsThere')).toBe(2262)
    expect(await report('service-items-guangdong.jsonl', file)).toMatchObject({
      imported: 0,
      unchanged: 2262,
    })
  })

  it.skipIf(!present)(`take 1,135 items of Guang'an, twice the same${why}`, async () => {
    const file = await readFile(join(DATA, 'service-items-guangan.json'))
    const told = await report('service-items-guangan.json', file)
    expect(told).toMatchObject({
      format: 'guangan-json',
      rows: 1135,
      imported: 1135,
      unchanged: 0,
      refused: [],
    })
    expect(await report('service-items-guangan.json', file)).toMatchObject({ imported: 0, unchanged: 1135 })
    expect(await countItems()).toBe(1135)
  })
})

/** 200 MB of nothing in one entry of some 200 KB. */
function aZipBomb(): Uint8Array {
  return aZip('xl/workbook.xml', new Uint8Array(200 * 1024 * 1024))
}

/** A zip of one entry, as PKWARE describes it. */
function aZip(name: string, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content)
  const title = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(content.length, 18)
  common.writeUInt16LE(title.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, title, packed])
  const entry = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.from([20, 0]),
    common,
    Buffer.alloc(14),
    title,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return new Uint8Array(Buffer.concat([local, entry, end]))
}
