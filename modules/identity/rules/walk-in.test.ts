import { idCardOf } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPersonIsRegisteredOnce, aWindowSearchesByWholeNumbers } from './walk-in.ts'

const NOW = new Date('2026-11-23T02:00:00Z')
const sought = (typed: string) => aWindowSearchesByWholeNumbers(typed, NOW)

describe('aWindowSearchesByWholeNumbers', () => {
  it.each([
    ['13800000001', 'phone', '13800000001'],
    [' 138-0000 0001 ', 'phone', '13800000001'],
    ['１３８００００００１', undefined, ''],
    ['１３８０００００００１', 'phone', '13800000001'],
    ['11010519491231002x', 'id-card', '11010519491231002X'],
    ['440524188001010014', 'id-card', '440524188001010014'],
    ['91350100m000100y43', 'uscc', '91350100M000100Y43'],
  ])('%s', (typed, kind, number) => {
    if (kind) expect(sought(typed)).toEqual({ kind, number })
    else expect(sought(typed)).toMatchObject({ code: 'number-not-whole' })
  })

  it.each([
    ['part of a phone number', '1380000'],
    ['a phone number of no network', '12800000001'],
    ['a card with a wrong check digit', '110105194912310021'],
    ['a card of a day that never was', idCardOf('21020219990229001')],
    ['a credit code with a wrong check digit', '91350100M000100Y44'],
    ['a name', '王小海'],
    ['nothing', ''],
  ])('refuses %s, beside the field', (_, typed) => {
    expect(sought(typed)).toMatchObject({
      code: 'number-not-whole',
      rule: 'aWindowSearchesByWholeNumbers',
      fields: [{ path: 'number' }],
    })
  })

  it('nothing shorter than a whole number ever finds anybody', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('13800000001', '11010519491231002X', '91350100M000100Y43'),
        fc.nat(),
        (whole, cut) => {
          const part = whole.slice(0, cut % whole.length)
          // The beginning of a number may be a whole number of another kind only by its own length and check.
          expect(sought(part)).toMatchObject({ code: 'number-not-whole' })
        },
      ),
    )
  })
})

describe('aPersonIsRegisteredOnce', () => {
  it('the same name on the same card is there already', () => {
    expect(aPersonIsRegisteredOnce([{ name: '王小海' }, { name: '李四' }], '王小海')).toMatchObject({
      code: 'person-registered',
      rule: 'aPersonIsRegisteredOnce',
      facts: { name: '王小海' },
    })
  })

  it('a card nobody has, or that stands under another name, keeps nobody out', () => {
    expect(aPersonIsRegisteredOnce([], '王小海')).toBeUndefined()
    expect(aPersonIsRegisteredOnce([{ name: '李四' }], '王小海')).toBeUndefined()
  })
})
