import { describe, expect, it } from 'vitest'
import { holds } from './condition.ts'
import type { Field } from './field.ts'
import { checkForm, fieldText, keptValues, parsePosted, sectionsOf, visibleFields } from './form.ts'

const section = { zh: '放飞', en: 'Flight' }
const FIELDS: readonly Field[] = [
  {
    id: 'site',
    section,
    label: { zh: '地点', en: 'Site' },
    type: 'address',
    level: 'street',
    required: true,
  },
  {
    id: 'day',
    section,
    label: { zh: '日期', en: 'Day' },
    type: 'date',
    required: true,
    rule: 'dayIsInTheFuture',
  },
  { id: 'line', label: { zh: '线长' }, type: 'number', min: 1, max: 500, unit: { zh: '米', en: 'm' } },
  { id: 'night', section: { zh: '夜间' }, label: { zh: '夜间' }, type: 'yes-no' },
  {
    id: 'lamps',
    label: { zh: '灯具' },
    type: 'text',
    required: true,
    'max-length': 5,
    when: { field: 'night', is: true },
  },
  { id: 'owner', label: { zh: '证件' }, type: 'id-card' },
  { id: 'fee', label: { zh: '费用' }, type: 'money' },
  {
    id: 'kinds',
    label: { zh: '种类' },
    type: 'choices',
    options: [
      { value: 'soft', label: { zh: '软翅', en: 'Soft' } },
      { value: 'hard', label: { zh: '硬翅', en: 'Hard' } },
    ],
  },
]
const names: Record<string, readonly string[]> = {
  '210202001': ['大连市', '中山区', '海军广场街道'],
  '210202': ['大连市', '中山区'],
}
const context = { now: new Date('2026-11-23T02:00:00Z'), regionNames: (code: string) => names[code] }
const good = { site: { region: '210202001', detail: '1 号' }, day: '2026-12-01', line: 80, night: false }

describe('a form by its description', () => {
  it('accepts what fits', () => {
    expect(checkForm(FIELDS, good, context)).toEqual([])
  })

  it.each([
    ['site', undefined, 'required'],
    ['site', { region: '210202', detail: '' }, 'region-not-down-to-level'],
    ['site', { region: '990000', detail: '' }, 'region-unknown'],
    ['day', '2026-11-23', 'day-not-in-the-future'],
    ['day', '2026-02-30', 'not-a-date'],
    ['line', 501, 'too-large'],
    ['line', '八十', 'not-a-number'],
    ['night', 'maybe', 'not-a-boolean'],
    ['owner', '110105194912310021', 'code-check-wrong'],
    ['fee', 1.5, 'not-a-number'],
    ['kinds', ['soft', 'soft'], 'not-one-of'],
    ['kinds', ['paper'], 'not-one-of'],
    ['wings', 'two', 'not-expected'],
  ])('refuses %s = %j as %s', (id, value, code) => {
    expect(checkForm(FIELDS, { ...good, [id]: value }, context)).toEqual([
      expect.objectContaining({ path: `form.${id}`, code }),
    ])
  })

  it('asks for a field only when its condition holds, and drops what is hidden', () => {
    expect(visibleFields(FIELDS, { night: false }).map((field) => field.id)).not.toContain('lamps')
    expect(checkForm(FIELDS, { ...good, night: true }, context)).toEqual([
      { path: 'form.lamps', code: 'required', facts: {} },
    ])
    expect(keptValues(FIELDS, { ...good, lamps: '灯' })).toEqual(good)
  })

  it('makes one page of each section', () => {
    expect(sectionsOf(FIELDS).map((page) => page.fields.length)).toEqual([3, 5])
  })

  it('reads what a browser posts, and keeps what cannot be read as typed', () => {
    const read = (id: string, raw: string | string[]) => {
      const field = FIELDS.find((one) => one.id === id)
      return field && parsePosted(field, raw)
    }
    expect(read('line', '1,200')).toBe(1200)
    expect(read('line', '很长')).toBe('很长')
    expect(read('fee', '1,234.5')).toBe(123450)
    expect(read('night', 'yes')).toBe(true)
    expect(read('kinds', ['soft', 'hard'])).toEqual(['soft', 'hard'])
    expect(read('day', ' ')).toBeUndefined()
  })

  it('says a value in words', () => {
    const say = (id: string, value: unknown, language: 'zh' | 'en' = 'zh') => {
      const field = FIELDS.find((one) => one.id === id)
      return field && fieldText(field, value, language, context.regionNames)
    }
    expect(say('site', good.site)).toBe('大连市 中山区 海军广场街道 1 号')
    expect(say('line', 80)).toBe('80 米')
    expect(say('night', false, 'en')).toBe('No')
    expect(say('kinds', ['soft', 'hard'])).toBe('软翅、硬翅')
    expect(say('fee', 123450)).toBe('¥1,234.50')
  })
})

describe('conditions', () => {
  it.each([
    [{ field: 'line', over: 300 }, { line: 400 }, true],
    [{ field: 'line', over: 300 }, {}, false],
    [{ field: 'line', under: 300 }, { line: 300 }, false],
    [{ field: 'kinds', is: 'soft' }, { kinds: ['hard', 'soft'] }, true],
    [{ field: 'night', 'is-not': true }, {}, true],
    [{ field: 'trade', 'one-of': ['a', 'b'] }, { trade: 'b' }, true],
    [{ field: 'trade', filled: false }, {}, true],
    [
      {
        all: [
          { field: 'a', is: 1 },
          { field: 'b', is: 2 },
        ],
      },
      { a: 1, b: 3 },
      false,
    ],
    [
      {
        any: [
          { field: 'a', is: 1 },
          { field: 'b', is: 2 },
        ],
      },
      { a: 1, b: 3 },
      true,
    ],
    [{ field: 'site.region', is: '210202' }, { site: { region: '210202', detail: '' } }, true],
  ])('%j on %j is %s', (condition, values, expected) => {
    expect(holds(condition, values)).toBe(expected)
  })
})
