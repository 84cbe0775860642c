import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFen, formatMoney, moneyInCapitals } from './money.ts'

describe('money in fen', () => {
  it.each([
    [0, '¥0.00', '零元整'],
    [1, '¥0.01', '壹分'],
    [50, '¥0.50', '伍角'],
    [56, '¥0.56', '伍角陆分'],
    [100, '¥1.00', '壹元整'],
    [106, '¥1.06', '壹元零陆分'],
    [123_450, '¥1,234.50', '壹仟贰佰叁拾肆元伍角'],
    [140_950, '¥1,409.50', '壹仟肆佰零玖元伍角'],
    [600_714, '¥6,007.14', '陆仟零柒元壹角肆分'],
    [1_640_902, '¥16,409.02', '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '¥325.04', '叁佰贰拾伍元零肆分'],
    [1_000_000, '¥10,000.00', '壹万元整'],
    [1_000_100, '¥10,001.00', '壹万零壹元整'],
    [10_000_000_000, '¥100,000,000.00', '壹亿元整'],
    [10_000_000_100, '¥100,000,001.00', '壹亿零壹元整'],
    [10_010_000_000, '¥100,100,000.00', '壹亿零壹拾万元整'],
    [11_000_000_000, '¥110,000,000.00', '壹亿壹仟万元整'],
    [100_000_000_000_000, '¥1,000,000,000,000.00', '壹万亿元整'],
    [123_400_000_000_000, '¥1,234,000,000,000.00', '壹万贰仟叁佰肆拾亿元整'],
    [-123_450, '-¥1,234.50', '负壹仟贰佰叁拾肆元伍角'],
  ])('%i fen is %s, %s', (fen, written, capitals) => {
    expect(formatMoney(fen)).toBe(written)
    expect(moneyInCapitals(fen)).toBe(capitals)
    expect(findFen(written)).toBe(fen)
  })

  it.each([
    ['1234.5', 123_450],
    ['1,234.50元', 123_450],
    ['￥ 20', 2000],
    ['１２．３', 1230],
    ['-0', 0],
    ['1.234', undefined],
    ['12,34', undefined],
    ['1e3', undefined],
    ['', undefined],
    ['元', undefined],
    ['12345678901234', undefined],
  ])('reads “%s” as %s', (text, fen) => {
    expect(findFen(text)).toBe(fen)
  })

  it('reads back what it wrote, in figures and in capitals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), (fen) => {
        expect(findFen(formatMoney(fen))).toBe(fen)
        expect(readCapitals(moneyInCapitals(fen))).toBe(fen)
        // Only nothing at all is written 零元整.
        if (fen !== 0) expect(moneyInCapitals(fen)).not.toMatch(/零零|零[万亿元角分]./)
      }),
    )
  })

  it('throws on what is no whole number of fen', () => {
    expect(() => formatMoney(1.5)).toThrow(RangeError)
    expect(() => moneyInCapitals(Number.NaN)).toThrow(RangeError)
  })
})

/** Reads capitals the slow way, by place values, as a second opinion. */
function readCapitals(text: string): number {
  const [, sign, yuan = '', jiao = '零', fen = '零'] =
    /^(负?)(?:(.+)元)?零?(?:([^元])角)?零?(?:([^元])分)?整?$/u.exec(text) ?? []
  const value = (one: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(one)
  const group = (part: string) =>
    [...part.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/gu)].reduce(
      (sum, [, one = '零', place = '']) => sum + value(one) * 10 ** ['', '拾', '佰', '仟'].indexOf(place),
      0,
    )
  const below = (part: string) => {
    const [high, low] = part.includes('万') ? part.split('万') : ['', part]
    return group(high ?? '') * 10_000 + group(low ?? '')
  }
  const [high, low] = yuan.includes('亿') ? yuan.split('亿') : ['', yuan]
  const total = (below(high ?? '') * 1e8 + below(low ?? '')) * 100 + value(jiao) * 10 + value(fen)
  return sign && total !== 0 ? -total : total
}
