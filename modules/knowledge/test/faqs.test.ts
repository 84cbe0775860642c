import type { Who } from '@mashang/kit'
import { rebuild } from '@mashang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { granted, KITE, SPORTS, type TestKnowledge, testKnowledge } from '../testing/index.ts'

const NOBODY: Who = { kind: 'anonymous' }
const TEXTS = {
  question: { zh: '夜里放飞要另外申请吗？', en: 'Is flying at night applied for separately?' },
  answer: { zh: '不用，在申请表里选择夜间放飞。', en: 'No; choose flying at night in the form.' },
}
let city: TestKnowledge
let officer: Who
let editor: Who

beforeAll(async () => {
  city = await testKnowledge()
  officer = city.aStaffMember(SPORTS)
  editor = city.aStaffMember('data-bureau', ['catalogue-editor'])
})
afterAll(() => city.close())

async function propose(input: object = {}) {
  const faq = { item: KITE, ...TEXTS, cited: [], ...input }
  return granted(await city.as(officer).proposeFaq({ input: faq })).id
}

async function find(text: string, item?: string) {
  const query = { text, ...(item ? { item } : {}) }
  return granted(await city.as(NOBODY).findAnswers({ query })).answers
}

describe('a question often asked', () => {
  it('is proposed out of an answer, published by another, and found in everyday words', async () => {
    const asker = city.aCitizen({ name: '赵一鸣' })
    const input = { item: KITE, text: '我叫赵一鸣，夜里能放吗？' }
    const { id: from } = granted(await city.as(asker).askQuestion({ input }))
    const id = await propose({ from })
    expect(await find('晚上夜里放飞')).toEqual([])
    const params = { id }
    const named = { ...TEXTS, answer: { ...TEXTS.answer, zh: '赵一鸣先生，不用。' } }
    expect(await city.as(editor).publishFaq({ params, input: named })).toMatchObject({
      fields: [{ path: 'answer.zh', code: 'faq-names-a-person' }],
    })
    granted(await city.as(editor).publishFaq({ params, input: TEXTS }))
    expect(await find('晚上夜里放飞')).toMatchObject([{ id, item: { code: KITE } }])
    expect(await find('night flying separately')).toMatchObject([{ id }])
    expect(JSON.stringify(await find('夜里放飞'))).not.toContain('赵一鸣')
    expect(await find('公积金提取')).toEqual([])
    granted(await city.as(editor).withdrawFaq({ params, input: { reason: '重新整理。' } }))
    expect(await find('夜里放飞')).toEqual([])
  })

  it('offers the questions of the guide beside it', async () => {
    const [own] = city.items.get(KITE)?.faq ?? []
    const found = await find(own?.q.zh ?? '', KITE)
    expect(found[0]?.question.zh).toBe(own?.q.zh)
    expect(found[0]?.id).toBeUndefined()
  })

  it('is not published by its author', async () => {
    const both = city.aStaffMember(SPORTS, ['handling-officer', 'catalogue-editor'])
    const faq = { item: KITE, ...TEXTS, cited: [] }
    const { id } = granted(await city.as(both).proposeFaq({ input: faq }))
    expect(await city.as(both).publishFaq({ params: { id }, input: TEXTS })).toMatchObject({
      code: 'faq-published-by-its-author',
    })
    const declined = granted(
      await city.as(editor).declineFaq({ params: { id }, input: { reason: '指南里已有。' } }),
    )
    expect(declined).toMatchObject({ status: 'declined', actions: [] })
  })

  it('is superseded by the one that replaces it', async () => {
    const old = await propose()
    granted(await city.as(editor).publishFaq({ params: { id: old }, input: TEXTS }))
    const id = await propose()
    granted(await city.as(editor).publishFaq({ params: { id }, input: { ...TEXTS, replaces: old } }))
    const shown = granted(await city.as(NOBODY).findAnswers({ query: { item: KITE } })).answers
    expect(shown.map((one) => one.id)).toEqual([id])
    expect(
      await city.as(editor).withdrawFaq({ params: { id: old }, input: { reason: '已替换' } }),
    ).toMatchObject({
      code: 'faq-status-forbids',
    })
  })

  it('is hidden when the item changes, until somebody has read it again', async () => {
    const item = city.items.get(KITE)
    if (!item) throw new Error('the kite permit is in force')
    const id = await propose()
    granted(await city.as(editor).publishFaq({ params: { id }, input: TEXTS }))
    city.items.set(KITE, { ...item, version: item.version + 1 })
    expect(await find('夜里放飞')).toEqual([])
    const { faqs } = granted(await city.as(editor).listFaqs({ query: { status: 'published' } }))
    const one = faqs.find((faq) => faq.id === id)
    expect(one).toMatchObject({ toReview: true, actions: ['confirmFaq', 'withdrawFaq'] })
    granted(await city.as(editor).confirmFaq({ params: { id }, input: { expected: one?.revision } }))
    expect(await find('夜里放飞')).toMatchObject([{ id }])
    city.items.set(KITE, item)
  })

  it('is proposed of an own item alone, and listed to its own organ', async () => {
    const other = city.aStaffMember('education')
    const faq = { item: KITE, ...TEXTS, cited: [] }
    expect(await city.as(other).proposeFaq({ input: faq })).toMatchObject({ code: 'item-of-another-organ' })
    expect(granted(await city.as(other).listFaqs({ query: {} })).faqs).toEqual([])
  })

  it('stands in its summary as the journal says, made again from it alone', async () => {
    const read = () => city.as(NOBODY).findAnswers({ query: {} })
    const before = granted(await read())
    await rebuild(city.store.db, city.knowledge.summaries)
    expect(granted(await read())).toEqual(before)
  })
})
