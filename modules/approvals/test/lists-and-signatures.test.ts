import type { Field, ServiceItem } from '@mashang/flow'
import { isRefusal } from '@mashang/kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anUpload, aTestOffice, granted, publishes, type TestOffice } from '../testing/index.ts'
import { FORM, KITE } from './applying.ts'

const CODE = '2102-TY-XK-0301'
const FIELDS: Field[] = [
  {
    id: 'flyers',
    label: { zh: '放飞人员', en: 'Flyers' },
    type: 'list',
    required: true,
    columns: [{ id: 'who', label: { zh: '姓名', en: 'Name' }, type: 'text', required: true }],
  },
  { id: 'signed', label: { zh: '声明', en: 'Declaration' }, type: 'signature', required: true },
]

let office: TestOffice

beforeAll(async () => {
  office = await aTestOffice()
  const editor = office.as(office.aStaffMember(['catalogue-editor']))
  const { definition } = granted(await editor.checkItem({ params: { code: KITE, version: 3 } }))
  const kite = definition as ServiceItem
  const item = {
    ...kite,
    code: CODE,
    version: 1,
    fields: [...kite.fields, ...FIELDS],
    materials: [],
    examples: [],
  }
  const upload = anUpload('flyers.json', new TextEncoder().encode(JSON.stringify(item)))
  granted(await editor.importItems({ upload }))
  await publishes(office, { code: CODE, version: 1 })
})
afterAll(() => office.close())

describe('an application with a list and a signature', () => {
  const signed = { signed: '王小明', at: '2026-11-23T01:00:00.000Z' }
  const flyers = [{ who: '王小明' }, { who: '刘小舟' }]

  async function submit(form: object) {
    const me = office.as(office.aCitizen())
    const draft = granted(await me.startDraft({ input: { item: CODE, applicant: { kind: 'person' } } }))
    const params = { id: draft.id }
    const saved = await me.saveDraft({ params, input: { form: { ...FORM, ...form } } })
    granted(saved)
    return { me, answer: await me.submitDraft({ params, key: draft.id }) }
  }

  it('is taken, and read a row a line with who signed and when', async () => {
    const { me, answer } = await submit({ flyers, signed })
    const { id } = granted(answer)
    const { answers } = granted(await me.getApplication({ params: { id } }))
    const text = (field: string) => answers.find((one) => one.id === field)?.text
    expect(text('flyers')).toBe('1. 姓名：王小明\n2. 姓名：刘小舟')
    expect(text('signed')).toMatch(/^王小明（2026年11月23日.*签名）$/)
  })

  it('is refused in another name, and where a row lacks what it must have', async () => {
    const { answer } = await submit({ flyers: [{ who: '' }], signed: { ...signed, signed: '刘小舟' } })
    if (!isRefusal(answer)) throw new Error('it was taken')
    expect(answer.fields?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'form.flyers row-is-wrong',
      'form.signed signature-not-the-applicant',
    ])
  })
})
