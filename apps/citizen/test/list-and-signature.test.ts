import type { Field } from '@mashang/flow'
import { describe, expect, it } from 'vitest'
import { aDraft, aGuide, DRAFT_ID } from './kite-city.ts'
import { all, byId, textOf } from './markup.ts'
import { visit } from './visit.ts'

const FIELDS: Field[] = [
  {
    id: 'staff',
    label: { zh: '放飞人员', en: 'Flyers' },
    type: 'list',
    required: true,
    'max-rows': 3,
    columns: [
      { id: 'who', label: { zh: '姓名', en: 'Name' }, type: 'text', required: true },
      { id: 'adult', label: { zh: '成年', en: 'Of age' }, type: 'yes-no' },
    ],
  },
  { id: 'signed', label: { zh: '声明', en: 'Declaration' }, type: 'signature', required: true },
]
const url = `/drafts/${DRAFT_ID}/form/1`
const guide = aGuide({ item: { ...aGuide().item, fields: FIELDS } })

async function open(address: string, values: Record<string, unknown>, form?: Record<string, string>) {
  let saved: Readonly<Record<string, unknown>> = {}
  const draft = aDraft({ form: values })
  const visited = await visit(address, {
    signedIn: true,
    draft,
    ...(form ? { form } : {}),
    answers: {
      getItemGuide: async () => guide,
      saveDraft: async ({ input }) => {
        saved = input.form
        return { ...draft, form: input.form }
      },
    },
  })
  return { ...visited, saved }
}

describe('a list on the page, without a script', () => {
  it('begins with one empty row, and gets another by the page’s own button', async () => {
    const { root } = await open(url, {})
    expect(byId(root, 'staff.0.who')).toBeDefined()
    expect(byId(root, 'staff.1.who')).toBeUndefined()
    const { redirect, saved } = await open(url, {}, { 'staff.0.who': '王小海', _step: 'row-more-staff' })
    expect(saved).toEqual({ staff: [{ who: '王小海' }] })
    expect(redirect).toBe(`${url}?more=staff#field-staff`)
    const more = await open(`${url}?more=staff`, saved)
    expect(byId(more.root, 'staff.0.who')?.attributes.value).toBe('王小海')
    expect(byId(more.root, 'staff.1.who')).toBeDefined()
  })

  it('loses the row that is to go, and those left empty', async () => {
    const form = { 'staff.0.who': '甲', 'staff.1.who': '', 'staff.2.who': '乙', 'staff.2.adult': 'yes' }
    const { saved } = await open(url, {}, { ...form, _step: 'row-gone-0-staff' })
    expect(saved).toEqual({ staff: [{ who: '乙', adult: true }] })
  })

  it('says which row is wrong, beside the list', async () => {
    const { root, status } = await open(url, {}, { 'staff.0.adult': 'no' })
    expect(status).toBe(422)
    const messages = [...all(root)].filter(({ attributes }) => attributes.id === 'staff-error')
    expect(messages.map(textOf).join()).toContain('第 1 行“姓名”')
  })
})

describe('a signature on the page', () => {
  it('takes the time when it is ticked, and keeps it while it says the same', async () => {
    const signed = await open(url, {}, { 'signed.ticked': 'yes', signed: '王小海' })
    expect(signed.saved).toEqual({ signed: { signed: '王小海', at: '2026-11-23T05:00:00.000Z' } })
    const before = { signed: { signed: '王小海', at: '2026-11-22T01:00:00.000Z' } }
    const again = await open(url, before, { 'signed.ticked': 'yes', signed: '王小海' })
    expect(again.saved).toEqual(before)
    const open_ = await open(url, before, { signed: '王小海' })
    expect(open_.saved).toEqual({ signed: { signed: '王小海', at: '' } })
  })
})
