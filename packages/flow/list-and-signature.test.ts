import { describe, expect, it } from 'vitest'
import type { Field, FieldValue } from './field.ts'
import { checkForm, fieldText, keptValues } from './form.ts'

const label = { zh: '名单', en: 'List' }
const STAFF: Field = {
  id: 'staff',
  label,
  type: 'list',
  required: true,
  'min-rows': 1,
  'max-rows': 2,
  columns: [
    { id: 'who', label: { zh: '姓名', en: 'Name' }, type: 'text', required: true, 'max-length': 4 },
    { id: 'born', label: { zh: '出生日期', en: 'Born' }, type: 'date' },
    { id: 'pay', label: { zh: '工资', en: 'Pay' }, type: 'money' },
  ],
}
const SIGNED: Field = {
  id: 'signed',
  label: { zh: '签名', en: 'Signature' },
  type: 'signature',
  required: true,
}
const now = new Date('2026-11-23T02:00:00.000Z')
const context = { now, regionNames: () => undefined, applicant: '王小海' }

const wrong = (field: Field, value: unknown) =>
  checkForm([field], value === undefined ? {} : { [field.id]: value }, context).map(({ code }) => code)

describe('a list', () => {
  it.each<[string, unknown, string[]]>([
    [
      'two rows',
      [
        { who: '王小海', born: '1990-01-02' },
        { who: '刘小舟', pay: 120000 },
      ],
      [],
    ],
    ['no row', [], ['required']],
    ['too many', [{ who: '甲' }, { who: '乙' }, { who: '丙' }], ['too-many']],
    ['a cell that is missing', [{ born: '1990-01-02' }], ['row-is-wrong']],
    ['a cell that is too long', [{ who: '王小海王小海' }], ['row-is-wrong']],
    ['a column that is none', [{ who: '甲', rank: '1' }], ['row-is-wrong']],
    ['what is no list', '甲', ['not-a-list']],
    ['a list of texts', ['甲'], ['not-a-list']],
  ])('takes or refuses %s', (_, value, expected) => {
    expect(wrong(STAFF, value)).toEqual(expected)
  })

  it('says which cell of which row is wrong', () => {
    const [found] = checkForm([STAFF], { staff: [{ who: '甲' }, { who: '乙', born: '昨天' }] }, context)
    expect(found).toMatchObject({
      path: 'form.staff',
      facts: { row: 2, column: { zh: '出生日期' }, problem: { en: expect.stringContaining('date') } },
    })
  })

  it('keeps filled rows and known columns, and says them a row a line', () => {
    const rows = [{ who: '王小海', pay: 120000 }, { who: '' }] as unknown as FieldValue
    expect(keptValues([STAFF], { staff: rows })).toEqual({ staff: [{ who: '王小海', pay: 120000 }] })
    const say = (language: 'zh' | 'en') =>
      fieldText(STAFF, [{ who: '甲' }, { who: '乙', born: '1990-01-02' }], language, () => undefined)
    expect(say('zh').split('\n')).toEqual(['1. 姓名：甲', '2. 姓名：乙；出生日期：1990年1月2日（星期二）'])
    expect(say('en')).toContain('2. Name: 乙; Born: ')
  })
})

describe('a signature', () => {
  const at = '2026-11-23T01:59:00.000Z'
  it.each<[string, unknown, string[]]>([
    ['ticked, in the own name', { signed: ' 王 小海', at }, []],
    ['nothing', undefined, ['required']],
    ['not ticked', { signed: '王小海', at: '' }, ['signature-not-ticked']],
    ['another name', { signed: '刘小舟', at }, ['signature-not-the-applicant']],
    ['a time to come', { signed: '王小海', at: '2026-11-24T00:00:00.000Z' }, ['wrong-shape']],
    ['no time at all', { signed: '王小海', at: '昨天' }, ['wrong-shape']],
    ['a bare name', '王小海', ['wrong-shape']],
  ])('takes or refuses %s', (_, value, expected) => {
    expect(wrong(SIGNED, value)).toEqual(expected)
  })

  it('is said with its day', () => {
    expect(fieldText(SIGNED, { signed: '王小海', at }, 'zh', () => undefined)).toMatch(
      /^王小海（2026年11月23日.*签名）$/,
    )
  })
})
