import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApprovalsClient, aTestOffice, granted, type TestOffice } from '../testing/index.ts'

describe('the book of guides', () => {
  let office: TestOffice
  let anyone: ApprovalsClient
  beforeAll(async () => {
    office = await aTestOffice()
    anyone = office.as({ kind: 'anonymous' })
  })
  afterAll(() => office.close())

  const pagesOf = async (body: unknown) => (await PDFDocument.load(body as Uint8Array)).getPageCount()

  it('is printed of one organ, with cover, contents, its guides and an index', async () => {
    const book = granted(await anyone.printGuideBook({ query: { organ: 'sports-bureau' } }))
    expect(book).toMatchObject({
      type: 'application/pdf',
      inline: true,
      filename: '大连市政务服务指南 大连市体育局.pdf',
    })
    expect(await pagesOf(book.body)).toBeGreaterThanOrEqual(4)
  })

  it('is printed of the whole city, each guide beginning a page of its own', async () => {
    const { counts } = granted(await anyone.browse({}))
    const book = granted(await anyone.printGuideBook({ query: {} }))
    expect(book.filename).toBe('大连市政务服务指南.pdf')
    expect(await pagesOf(book.body)).toBeGreaterThan(counts.items)
  })

  it('says so where an organ has no guides', async () => {
    expect(await anyone.printGuideBook({ query: { organ: 'statistics' } })).toMatchObject({
      code: 'no-guides-of-organ',
    })
  })
})
