import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentKind, Documents, IssuedKind } from '../index.ts'
import { createDocuments, createSigner } from '../index.ts'
import { samples } from '../testing/samples.ts'
import { installed, pagesOf, poppler, textOf } from './poppler.ts'

const folder = mkdtempSync(join(tmpdir(), 'mashang-document-keys-'))
const at = new Date('2026-11-23T08:00:00Z')
const kinds = Object.keys(samples) as DocumentKind[]
const NOT_ISSUED: readonly DocumentKind[] = [
  'one-time-notice',
  'guide-book',
  'bulletin',
  'blank-form',
  'sample-form',
  'application-form',
]
const issuedKinds = kinds.filter((kind): kind is IssuedKind => !NOT_ISSUED.includes(kind))
const withText = installed('pdftotext') && installed('pdfinfo')
const withPdfsig = installed('pdfsig')
let documents: Documents

beforeAll(async () => {
  const signing = await createSigner(folder, { cityName: '大连市' })
  documents = createDocuments({
    signing,
    cityName: { zh: '大连市', en: 'Dalian' },
    verifyBase: 'https://zwfw.example.gov.cn/verify/',
    demo: true,
    cacheBytes: 0,
  })
})

afterAll(async () => {
  await documents.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('render', () => {
  it.each(kinds)('%s: a PDF in both languages, the same bytes for the same data', async (kind) => {
    for (const language of ['zh', 'en'] as const) {
      const first = await documents.render(kind, samples[kind], language)
      expect(Buffer.from(first).toString('latin1', 0, 5)).toBe('%PDF-')
      expect(Buffer.compare(first, await documents.render(kind, samples[kind], language))).toBe(0)
    }
  })

  it('refuses data it cannot print, and goes on', async () => {
    const wrong = { ...samples['grant-decision'], date: '2026-13-99' }
    await expect(documents.render('grant-decision', wrong)).rejects.toThrow(/grant-decision/)
    await expect(documents.render('grant-decision', samples['grant-decision'])).resolves.toBeDefined()
  })

  it('keeps none waiting for ever', async () => {
    const signing = await createSigner(folder)
    const cityName = { zh: '大连市', en: 'Dalian' }
    const hasty = createDocuments({ signing, cityName, verifyBase: 'https://x', demo: true, timeoutMs: 1 })
    await expect(hasty.render('licence', samples.licence)).rejects.toThrow(/more than 1 ms/)
    await hasty.close()
    await expect(hasty.render('licence', samples.licence)).rejects.toThrow(/closed/)
  })
})

describe.skipIf(!withText)('what is printed', () => {
  const nasty = '#panic("x")$a^2$*粗*_斜_`码`<b>&amp;</b>\\@ref[x]//注/*释*/=标题'

  it('is the data itself, never markup', async () => {
    const data = {
      ...samples['correction-notice'],
      itemName: nasty,
      applicant: { name: nasty },
      corrections: [{ material: '材料', problem: nasty, remedy: '改' }],
    }
    const text = textOf(await documents.render('correction-notice', data))
    expect(text.split(nasty.replace(/\s/g, ''))).toHaveLength(4)
    const licence = await documents.render('licence', {
      ...samples.licence,
      licenceName: nasty,
      details: [{ label: '#范围', value: nasty }],
    })
    expect(textOf(licence)).toContain(nasty)
  })

  it('holds number, case, code and address of the verification on every page', async () => {
    const { pdf } = await documents.issue('acceptance-notice', samples['acceptance-notice'], at)
    const text = textOf(pdf)
    expect(text).toContain('大行审受字〔2026〕第000123号')
    expect(text).toContain('办件编号：210200-2026-11-000123')
    expect(text).toContain('https://zwfw.example.gov.cn/verify/7QF4-K2MD-9XTA')
    expect(text).toContain('第1页共1页')
  })

  it('gives both due dates and how they were reckoned on an acceptance', async () => {
    const text = textOf(await documents.render('acceptance-notice', samples['acceptance-notice']))
    expect(text).toContain('2026年11月30日前（5个工作日）')
    expect(text).toContain('2026年12月21日前（20个工作日）')
    expect(text).toContain('承诺办结日期的计算')
  })

  it('names the right organ and the rights on a decline', async () => {
    const text = textOf(await documents.render('decline-decision', samples['decline-decision']))
    expect(text).toContain('中国民用航空大连安全监督管理局')
    expect(text).toMatch(/自收到本决定书之日起60日内向大连市人民政府申请行政复议/)
    expect(text).toMatch(/6个月内直接向大连市西岗区人民法院提起行政诉讼/)
  })

  it('runs a table of 200 rows over pages, head on each, none lost', async () => {
    const materials = Array.from({ length: 200 }, (_, i) => ({ name: `第${i + 1}号材料`, form: '电子' }))
    const { pdf } = await documents.issue(
      'material-receipt',
      { ...samples['material-receipt'], materials },
      at,
    )
    const text = textOf(pdf)
    for (let i = 1; i <= 200; i += 1) expect(text).toContain(`第${i}号材料`)
    expect(pagesOf(pdf)).toBeGreaterThan(4)
    expect(text.split('材料名称').length).toBeGreaterThan(4)
  })

  it('moves a long scope of a licence to an annex page, whole', async () => {
    const scope = Array.from({ length: 120 }, (_, i) => `第${i}类危险化学品`).join('、')
    const details = [...samples.licence.details, { label: '经营范围', value: scope }]
    const pdf = await documents.render('licence', { ...samples.licence, details })
    expect(pagesOf(pdf)).toBe(2)
    expect(textOf(pdf)).toContain('详见附页')
    expect(textOf(pdf)).toContain(scope)
  })

  it('marks previews, samples, demonstrations and translations as such', async () => {
    expect(textOf(await documents.render('licence', samples.licence))).toContain('预览')
    expect(textOf(await documents.render('sample-form', samples['sample-form']))).toContain('样')
    const english = textOf(await documents.render('licence', samples.licence, 'en'))
    expect(english).toContain('theChinesedocumentprevails')
    const { pdf } = await documents.issue('licence', samples.licence, at)
    expect(textOf(pdf)).not.toContain('预览')
    expect(textOf(pdf)).toContain('不具有法律效力')
  })

  it('leaves out what is missing', async () => {
    const { contact: _, conditions: _c, licence: _l, delivery: _d, ...bare } = samples['grant-decision']
    const text = textOf(await documents.render('grant-decision', bare))
    expect(text).toContain('准予行政许可')
    expect(text).not.toMatch(/undefined|none|null/)
  })
})

describe('issue', () => {
  it.each(issuedKinds)('%s: signed as a whole, the same bytes at the same time', async (kind) => {
    const { pdf, digest } = await documents.issue(kind, samples[kind], at)
    expect(await documents.verify(pdf)).toEqual({
      valid: true,
      signer: '大连市电子文书签章（演示专用 DEMO）',
      issuer: '大连市电子印章演示根证书 DEMO CA',
      at: '2026-11-23T08:00:00.000Z',
      digest,
    })
    expect((await documents.issue(kind, samples[kind], at)).digest).toBe(digest)
  })

  it.skipIf(!withPdfsig)('is valid for pdfsig, every byte of it', async () => {
    for (const kind of issuedKinds) {
      const { pdf } = await documents.issue(kind, samples[kind], at)
      const report = poppler('pdfsig', pdf, ['{file}'])
      expect(report).toContain('Signature is Valid')
      expect(report).toContain('Total document signed')
      expect(report).toContain('演示专用 DEMO')
    }
  })

  it.skipIf(!withPdfsig)('is invalid for pdfsig once a byte has changed', async () => {
    const { pdf } = await documents.issue('licence', samples.licence, at)
    const changed = new Uint8Array(pdf)
    changed[2000] = (changed[2000] ?? 0) ^ 1
    expect(poppler('pdfsig', changed, ['{file}'])).not.toContain('Signature is Valid')
  })
})
