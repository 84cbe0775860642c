import { describe, expect, it } from 'vitest'
import { nothingIsHandedOverWhileAFeeIsOwed, type Owed, sentenceWithOwed } from './owed.ts'

const owed: Owed = {
  amount: 12_000,
  fee: { zh: '普通护照工本费', en: 'Passport fee' },
  due: 'before-delivery',
  basis: { law: '发改价格〔2019〕914号', article: '第一条' },
}

describe('nothingIsHandedOverWhileAFeeIsOwed', () => {
  it('lets go what owes nothing', () => {
    expect(nothingIsHandedOverWhileAFeeIsOwed(undefined)).toBeUndefined()
  })

  it('refuses with the amount, the fee and its basis', () => {
    expect(nothingIsHandedOverWhileAFeeIsOwed(owed)).toMatchObject({
      code: 'fee-is-owed',
      rule: 'nothingIsHandedOverWhileAFeeIsOwed',
      article: '发改价格〔2019〕914号 第一条',
      facts: { amount: '¥120.00', fee: owed.fee },
    })
  })

  it('says so where nobody has said how much', () => {
    const { amount: _, ...rest } = owed
    expect(nothingIsHandedOverWhileAFeeIsOwed(rest)).toMatchObject({ code: 'fee-not-assessed' })
  })
})

describe('sentenceWithOwed', () => {
  const sentence = { zh: '正在审查。', en: 'Under review.' }
  it('begins with what is owed', () => {
    expect(sentenceWithOwed(sentence, owed).zh).toBe('待缴费 ¥120.00，缴费后才能领取结果。正在审查。')
    expect(sentenceWithOwed(sentence, { ...owed, due: 'before-decision' }).en).toBe(
      '¥120.00 to be paid; it is granted once that is paid. Under review.',
    )
  })
  it('is as it was where nothing is owed', () => {
    expect(sentenceWithOwed(sentence, undefined)).toBe(sentence)
  })
})
