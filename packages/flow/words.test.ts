import { describe, expect, it } from 'vitest'
import type { Field } from './field.ts'
import { conditionText, periodText, validityText } from './words.ts'

const fields: readonly Field[] = [
  {
    id: 'projects',
    label: { zh: '经营项目', en: 'Lines of business' },
    type: 'choices',
    options: [
      { value: 'cold', label: { zh: '冷食', en: 'Cold dishes' } },
      { value: 'raw', label: { zh: '生食', en: 'Raw dishes' } },
    ],
  },
  { id: 'length', label: { zh: '线长', en: 'Length' }, type: 'number', unit: { zh: '米', en: 'm' } },
  { id: 'price', label: { zh: '价格', en: 'Price' }, type: 'money' },
  { id: 'night', label: { zh: '夜间放飞', en: 'At night' }, type: 'yes-no' },
]

describe('periods in words', () => {
  it.each([
    ['5wd', '5 个工作日', '5 working days'],
    ['1d', '1 天', '1 day'],
    ['0wd', '当场', 'on the spot'],
    ['一周', '一周', '一周'],
  ])('%s', (period, zh, en) => {
    expect(periodText(period, 'zh')).toBe(zh)
    expect(periodText(period, 'en')).toBe(en)
  })

  it('says how long a licence is valid', () => {
    expect(validityText('5y', 'zh')).toBe('5 年')
    expect(validityText('1m', 'en')).toBe('1 month')
    expect(validityText('forever', 'en')).toBe('forever')
  })
})

describe('conditions in words', () => {
  it('names the field, the option and the unit', () => {
    expect(conditionText({ field: 'length', over: 300 }, fields, 'zh')).toBe('线长超过 300 米')
    expect(conditionText({ field: 'length', over: 300 }, fields, 'en')).toBe('“Length” is over 300 m')
    expect(conditionText({ field: 'night', is: true }, fields, 'zh')).toBe('夜间放飞为“是”')
  })

  it('shows money in yuan', () => {
    expect(conditionText({ field: 'price', over: 5_000_000 }, fields, 'zh')).toBe('价格超过 50000 元')
  })

  it('joins several comparisons', () => {
    const any = {
      any: [
        { field: 'projects', is: 'cold' },
        { field: 'projects', is: 'raw' },
      ],
    }
    expect(conditionText(any, fields, 'zh')).toBe('经营项目包含“冷食”，或经营项目包含“生食”')
    expect(conditionText({ field: 'projects', 'one-of': ['cold', 'raw'] }, fields, 'en')).toBe(
      '“Lines of business” is “Cold dishes” or “Raw dishes”',
    )
  })
})
