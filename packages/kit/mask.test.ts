import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMobilePhone, maskIdCard, maskName, maskPhone } from './mask.ts'

describe('masking', () => {
  it.each([
    [maskPhone, '13812345678', '138****5678'],
    [maskPhone, '0411-84381234', '0411-******34'],
    [maskPhone, '12345', '***45'],
    [maskIdCard, '210202199001011234', '210202********1234'],
    [maskIdCard, 'H01234567', 'H*******7'],
    [maskName, '张三', '张*'],
    [maskName, '张三丰', '张*丰'],
    [maskName, '欧阳娜娜', '欧**娜'],
    [maskName, '𠮷田', '𠮷*'],
    [maskName, '张', '*'],
    [maskName, '', ''],
  ])('%o(%s) is %s', (mask, text, expected) => {
    expect(mask(text)).toBe(expected)
  })

  it('always hides something and keeps the length', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(maskPhone, maskIdCard, maskName),
        fc.string({ minLength: 1 }),
        (mask, text) => {
          const masked = mask(text)
          expect(masked).toContain('*')
          expect([...masked].length).toBe([...text].length)
        },
      ),
    )
  })

  it('knows a mobile number', () => {
    expect(['13812345678', '19912345678'].every(isMobilePhone)).toBe(true)
    expect(['12812345678', '1381234567', '138123456789', '+8613812345678', ''].some(isMobilePhone)).toBe(
      false,
    )
  })
})
