import type { Fee } from '@mashang/flow'
import { describe, expect, it } from 'vitest'
import { aCharge, PAID } from '../testing/charge.ts'
import { everyOpenFeeIsAssessed, linesOf, totalOf } from './lines.ts'
import { owedOf } from './owed.ts'

const words = { zh: '费', en: 'Fee' }
const fee = (name: string, changes: Partial<Fee> = {}): Fee => ({
  name: { zh: name },
  standard: words,
  basis: { law: '某法', article: '第一条' },
  due: 'before-decision',
  ...changes,
})

describe('everyOpenFeeIsAssessed', () => {
  const reckoned = linesOf([fee('甲', { amount: 100 }), fee('乙')], {})
  it('takes an amount for each fee that no rule reckons, and for no other', () => {
    const lines = everyOpenFeeIsAssessed(reckoned, [{ name: '乙', amount: 50 }])
    expect(lines).toMatchObject([{ amount: 100 }, { amount: 50, basis: '某法 第一条' }])
    expect(everyOpenFeeIsAssessed(reckoned, [])).toMatchObject({ code: 'fee-not-assessed' })
    expect(everyOpenFeeIsAssessed(reckoned, [{ name: '甲', amount: 1 }])).toMatchObject({
      code: 'fee-not-open',
    })
    expect(totalOf(reckoned.lines)).toBe(100)
  })
})

describe('owedOf', () => {
  it('waits for what is due by then, and for what nobody assessed', () => {
    expect(owedOf([], aCharge(), 'before-decision')).toMatchObject({ amount: 9000 })
    expect(owedOf([], aCharge(PAID), 'before-delivery')).toBeUndefined()
    const late = fee('丙', { due: 'before-delivery' })
    expect(owedOf([late], undefined, 'before-decision')).toBeUndefined()
    expect(owedOf([late], undefined, 'before-delivery')).toMatchObject({ fee: { zh: '丙' } })
  })
})
