import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusalFrom, refusalOf } from '../src/api/shown-refusal.ts'
import { submitKey } from '../src/api/submit-key.ts'
import { nextRow } from '../src/shell/keyboard.ts'
import { preferencesFrom } from '../src/shell/preferences.ts'
import { countText } from '../src/show/count-text.ts'
import { dayAndTime, fullInstant, longDay, shortInstant } from '../src/show/dates.ts'
import { type DueState, dueShown } from '../src/show/due.ts'
import { sizeText } from '../src/show/size.ts'

describe('due dates', () => {
  it.each([
    [
      { state: 'running', remaining: 3, due: '2026-12-03' },
      '余 3 工作日 · 12-03',
      '3 wd left · 12-03',
      'plain',
    ],
    [{ state: 'soon', remaining: 0, due: '2026-11-24' }, '今日到期 · 11-24', 'Due today · 11-24', 'soon'],
    [
      { state: 'yellow', remaining: 1, due: '2026-11-25' },
      '余 1 工作日 · 11-25',
      '1 wd left · 11-25',
      'soon',
    ],
    [
      { state: 'overdue', remaining: -2, due: '2026-11-20' },
      '超 2 工作日 · 11-20',
      '2 wd overdue · 11-20',
      'late',
    ],
    [{ state: 'overdue', remaining: 0, due: '2026-11-23' }, '已逾期 · 11-23', 'Overdue · 11-23', 'late'],
    [
      { state: 'stopped', remaining: 4, due: '2026-12-09' },
      '已停 · 余 4 工作日 · 12-09',
      'Stopped · 4 wd left · 12-09',
      'quiet',
    ],
    [{ state: 'met', due: '2026-11-10' }, '按期办结 · 11-10', 'On time · 11-10', 'done'],
    [{ state: 'missed', due: '2026-11-10' }, '逾期办结 · 11-10', 'Late · 11-10', 'late'],
    [
      { state: 'running', remaining: 30, due: '2027-01-05' },
      '余 30 工作日 · 2027-01-05',
      '30 wd left · 2027-01-05',
      'plain',
    ],
    [{ state: 'none' }, '—', '—', 'quiet'],
  ] as const)('%o', (clock, zh, en, tone) => {
    const shown = dueShown(clock, '2026-11-24')
    expect(shown.words).toEqual({ zh, en })
    expect(shown.tone).toBe(tone)
  })

  it('gives every colour a sign: colour never speaks alone', () => {
    const states: DueState[] = ['running', 'soon', 'yellow', 'overdue', 'stopped', 'met', 'missed']
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.integer({ min: -99, max: 99 }), (state, remaining) => {
        expect(dueShown({ state, remaining, due: '2026-12-03' }, '2026-11-24').sign).not.toBe('none')
      }),
    )
  })
})

describe('days and instants are those of Asia/Shanghai', () => {
  it.each([
    ['2026-11-23T16:30:00Z', '2026-11-24', '00:30'],
    ['2026-12-31T15:59:59Z', '2026-12-31', '23:59'],
  ])('%s', (instant, day, time) => {
    expect(dayAndTime(instant)).toEqual({ day, time })
    expect(fullInstant(instant)).toBe(`${day} ${time}`)
  })

  it('is as short as it can be without being mistaken', () => {
    const now = new Date('2026-11-24T04:00:00Z')
    expect(shortInstant('2026-11-24T01:05:00Z', now)).toBe('09:05')
    expect(shortInstant('2026-10-29T02:00:00Z', now)).toBe('10-29 10:00')
    expect(shortInstant('2025-10-29T02:00:00Z', now)).toBe('2025-10-29 10:00')
  })

  it('says the weekday in both languages', () => {
    expect(longDay('2026-12-03', 'zh')).toBe('2026年12月3日（星期四）')
    expect(longDay('2026-12-03', 'en')).toBe('Thu, 3 December 2026')
  })
})

describe('small things', () => {
  it('writes sizes as people read them', () => {
    expect([0, 1023, 1024, 33_000, 2_500_000].map(sizeText)).toEqual([
      '0 B',
      '1023 B',
      '1 KB',
      '32 KB',
      '2.4 MB',
    ])
  })

  it('walks a list with j and k and stays on it', () => {
    expect(nextRow(-1, 3, 'j')).toBe(0)
    expect(nextRow(-1, 3, 'k')).toBe(2)
    expect(nextRow(2, 3, 'j')).toBe(2)
    expect(nextRow(0, 3, 'k')).toBe(0)
    expect(nextRow(-1, 0, 'j')).toBe(-1)
  })

  it('takes preferences from whatever was kept', () => {
    const plain = { language: 'zh', theme: 'system', rail: 'wide' }
    expect(preferencesFrom(null, '')).toEqual(plain)
    expect(preferencesFrom({ theme: 'pink', rail: 7 }, 'a=1; language=fr')).toEqual(plain)
    expect(preferencesFrom({ theme: 'dark', rail: 'narrow' }, 'a=1; language=en')).toEqual({
      language: 'en',
      theme: 'dark',
      rail: 'narrow',
    })
  })
})

describe('the key of a submission', () => {
  it('stays for the same content until there is an answer', () => {
    const key = submitKey()
    const first = key.keyFor({ note: 'a' })
    expect(key.keyFor({ note: 'a' })).toBe(first)
    expect(key.keyFor({ note: 'b' })).not.toBe(first)
    const second = key.keyFor({ note: 'b' })
    key.answered()
    expect(key.keyFor({ note: 'b' })).not.toBe(second)
  })
})

describe('refusals', () => {
  it('keep rule, article, facts and fields of the problem details', () => {
    const refusal = refusalFrom(
      {
        code: 'form-has-errors',
        rule: 'formFitsItsDefinition',
        article: '行政许可法 第三十二条',
        detail: '有错',
        words: { zh: '有错', en: 'Wrong' },
        facts: { count: 1 },
        fields: [
          { path: 'form.site', code: 'required', message: '请填写', words: { zh: '请填写', en: 'Fill in' } },
        ],
      },
      422,
    )
    expect(refusal).toMatchObject({
      rule: 'formFitsItsDefinition',
      article: '行政许可法 第三十二条',
      fields: [{ path: 'form.site', words: { en: 'Fill in' } }],
    })
  })

  it('never fail on what a proxy may say instead', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(refusalFrom(body, 500).refused).toBe(true)
      }),
    )
    expect(refusalOf(new Error('x')).code).toBe('desk-fault')
  })
})

it('counts to a thousand and no further', () => {
  expect([0, 999, 1000].map(countText)).toEqual(['0', '999', '999+'])
})
