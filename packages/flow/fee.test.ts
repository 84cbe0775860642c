import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fee, type FeeReckoning, feeIsReckonedByItsRule, partOf, refundableByRule } from './fee.ts'
import { feeRuleText } from './fee-words.ts'
import type { FormValues } from './field.ts'

const words = { zh: '工本费', en: 'Fee' }
const aFee = (changes: Partial<Fee>): Fee => ({
  name: words,
  standard: words,
  basis: { law: '某法' },
  due: 'before-decision',
  ...changes,
})
const amountOf = (changes: Partial<Fee>, form: FormValues) =>
  feeIsReckonedByItsRule([aFee(changes)], form)[0]?.amount

const SURFACES: FeeReckoning = {
  rates: {
    by: 'surface',
    of: [
      { is: 'asphalt', amount: 28_000 },
      { is: 'pavement', amount: 12_000 },
    ],
  },
  per: ['length', 'width'],
}
const TIERS: FeeReckoning = {
  tiers: { by: 'area', of: [{ upto: 100, amount: 5000 }, { upto: 500, amount: 20_000 }, { amount: 80_000 }] },
}

describe('feeIsReckonedByItsRule', () => {
  it.each<[string, Partial<Fee>, FormValues, number | undefined]>([
    ['a fixed amount', { amount: 12_000 }, {}, 12_000],
    ['a standard in words alone: an officer must say', {}, {}, undefined],
    ['so many at a price', { reckon: { unit: 1000, per: ['copies'] } }, { copies: 3 }, 3000],
    ['none', { reckon: { unit: 1000, per: ['copies'] } }, { copies: 0 }, 0],
    ['an empty field: an officer must say', { reckon: { unit: 1000, per: ['copies'] } }, {}, undefined],
    ['some free', { reckon: { unit: 1000, per: ['copies'], free: 1 } }, { copies: 3 }, 2000],
    ['fewer than are free', { reckon: { unit: 1000, per: ['copies'], free: 5 } }, { copies: 3 }, 0],
    [
      'never more than the maximum',
      { reckon: { unit: 1000, per: ['copies'], most: 2500 } },
      { copies: 3 },
      2500,
    ],
    [
      'two measures by a rate',
      { reckon: SURFACES },
      { surface: 'asphalt', length: 60, width: 1.2 },
      2_016_000,
    ],
    ['another rate', { reckon: SURFACES }, { surface: 'pavement', length: 0.1, width: 0.1 }, 120],
    ['half a fen is rounded up', { reckon: { unit: 1, per: ['copies'] } }, { copies: 0.5 }, 1],
    ['how many were chosen', { reckon: { unit: 1500, per: ['places'] } }, { places: ['hk', 'macao'] }, 3000],
    ['a tier', { reckon: TIERS }, { area: 100 }, 5000],
    ['the next one', { reckon: TIERS }, { area: 100.01 }, 20_000],
    ['the last one', { reckon: TIERS }, { area: 9999 }, 80_000],
    [
      'let off in part',
      {
        amount: 999,
        reductions: [
          { when: { field: 'old', is: true }, percent: 50, reason: words, basis: { law: '某法' } },
        ],
      },
      { old: true },
      500,
    ],
    [
      'the greatest of two reductions, never both',
      {
        amount: 1000,
        reductions: [
          { when: { field: 'old', is: true }, percent: 50, reason: words, basis: { law: '某法' } },
          { when: { field: 'poor', is: true }, percent: 100, reason: words, basis: { law: '某法' } },
        ],
      },
      { old: true, poor: true },
      0,
    ],
    [
      'let off for others',
      {
        amount: 1000,
        reductions: [
          { when: { field: 'old', is: true }, percent: 100, reason: words, basis: { law: '某法' } },
        ],
      },
      {},
      1000,
    ],
  ])('%s', (_, fee, form, amount) => {
    expect(amountOf(fee, form)).toBe(amount)
  })

  it('asks for nothing that does not apply, or does not say when it is due', () => {
    const fees = [
      aFee({ amount: 1, when: { field: 'use', is: 'home' } }),
      aFee({ amount: 2, due: undefined }),
      aFee({ amount: 3 }),
    ]
    expect(feeIsReckonedByItsRule(fees, { use: 'shop' }).map(({ amount }) => amount)).toEqual([3])
  })

  it('is a whole number of fen, never more than the maximum, and never less for more', () => {
    const measure = fc.double({ min: 0, max: 1_000_000, noNaN: true })
    fc.assert(
      fc.property(measure, measure, fc.nat(100_000), fc.nat(10_000_000), (a, b, unit, most) => {
        const reckon = { unit, per: ['n'], most }
        const [less, more] = [
          amountOf({ reckon }, { n: Math.min(a, b) }),
          amountOf({ reckon }, { n: Math.max(a, b) }),
        ]
        expect(Number.isSafeInteger(less)).toBe(true)
        expect(more).toBeLessThanOrEqual(most)
        expect(more).toBeGreaterThanOrEqual(less ?? 0)
      }),
    )
  })

  it('lets off no more than there is', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.integer({ min: 1, max: 100 }), (amount, percent) => {
        const when = { field: 'old', is: true }
        const rest = amountOf(
          { amount, reductions: [{ when, percent, reason: words, basis: { law: '法' } }] },
          { old: true },
        )
        expect(rest).toBeGreaterThanOrEqual(0)
        expect((rest ?? 0) + partOf(amount, percent)).toBe(amount)
      }),
    )
  })
})

describe('refundableByRule', () => {
  it('gives back the part its rule names, and nothing where it names none', () => {
    const fee = aFee({ refunds: [{ after: 'withdrawn', percent: 80 }] })
    expect(refundableByRule(fee, 999, 'withdrawn')).toBe(799)
    expect(refundableByRule(fee, 999, 'refused')).toBe(0)
    expect(refundableByRule(aFee({}), 999, 'withdrawn')).toBe(0)
  })
})

describe('feeRuleText', () => {
  const fields = [
    { id: 'copies', label: { zh: '份数', en: 'copies' }, type: 'number' as const },
    { id: 'old', label: { zh: '年满六十周岁', en: 'sixty or older' }, type: 'yes-no' as const },
  ]
  it('says in both languages what it is reckoned from, what is let off, and when it is paid', () => {
    const fee = aFee({
      reckon: { unit: 1000, per: ['copies'], free: 1, most: 5000 },
      reductions: [
        {
          when: { field: 'old', is: true },
          percent: 100,
          reason: { zh: '老年人优待', en: 'for the old' },
          basis: { law: '老年人权益保障法' },
        },
      ],
      refunds: [{ after: 'withdrawn', percent: 100 }],
    })
    const zh = feeRuleText(fee, fields, 'zh')
    expect(zh[0]).toBe('单价 ¥10.00；再乘以份数；前 1 不收；最高 ¥50.00。')
    expect(zh[1]).toContain('免收（老年人优待，老年人权益保障法）')
    expect(zh.slice(2)).toEqual(['受理后、作出准予决定前缴纳。', '撤回申请的，退还 100%。'])
    expect(feeRuleText(fee, fields, 'en')[0]).toBe(
      'Rate ¥10.00; times copies; the first 1 free; at most ¥50.00.',
    )
  })
})
