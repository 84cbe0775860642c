import type { Field, ServiceItem } from '@mashang/flow'
import { describe, expect, it } from 'vitest'
import { aHeldLicence, ended, ISSUED } from '../../testing/licence.ts'
import { aCorrectionKeepsItsLicence, situationOf, theHolderActsOnAStandingLicence } from './acted-on.ts'

const field: Field = { id: 'licence-number', label: { zh: '许可证' }, type: 'licence', required: true }
type Item = Pick<ServiceItem, 'situation' | 'concerns' | 'fields' | 'organ'>
const item = (changes: Partial<Item> = {}): Item => ({
  situation: 'renewal',
  concerns: 'food-business-licence',
  fields: [field],
  organ: 'market-regulation',
  ...changes,
})
const acting = (changes: Partial<Item> = {}, today = '2031-10-01', code = ISSUED.holder.code) => ({
  item: item(changes),
  code,
  number: ISSUED.number,
  today,
  open: [] as { situation: string; number: string }[],
})

describe('situationOf', () => {
  it('is that of an item which asks for a licence', () => {
    expect(situationOf(item())).toBe('renewal')
    expect(situationOf(item({ fields: [] }))).toBeUndefined()
    expect(situationOf(item({ situation: 'first' }))).toBeUndefined()
  })
})

describe('theHolderActsOnAStandingLicence', () => {
  const licence = aHeldLicence()
  const expired = '2031-11-23'

  it.each([
    ['its holder', licence, acting(), undefined],
    ['another', licence, acting({}, '2031-10-01', '91210200MD9000012P'), 'licence-not-held'],
    ['no licence', undefined, acting(), 'licence-not-held'],
    ['another type', licence, acting({ concerns: 'tobacco-retail-licence' }), 'licence-of-another-kind'],
    ['another organ’s item', licence, acting({ organ: 'tobacco' }), 'licence-of-another-kind'],
    ['a renewal on the last day', licence, acting({}, '2031-11-22'), undefined],
    ['a renewal once expired', licence, acting({}, expired), 'licence-status-forbids'],
    ['a change once expired', licence, acting({ situation: 'change' }, expired), 'licence-status-forbids'],
    ['a reissue once expired', licence, acting({ situation: 'reissue' }, expired), 'licence-status-forbids'],
    ['a cancellation once expired', licence, acting({ situation: 'cancellation' }, expired), undefined],
    [
      'a cancelled one',
      aHeldLicence([ended('cancelled')]),
      acting({ situation: 'cancellation' }),
      'licence-status-forbids',
    ],
    ['a revoked one', aHeldLicence([ended('revoked')]), acting(), 'licence-status-forbids'],
  ] as const)('%s', (_, held, asked, code) => {
    expect(theHolderActsOnAStandingLicence(held, asked)?.code).toBe(code)
  })

  it('takes one case of a kind at a time', () => {
    const open = [{ situation: 'renewal', number: 'n2' }]
    expect(theHolderActsOnAStandingLicence(licence, { ...acting(), open })?.code).toBe('licence-case-open')
    expect(
      theHolderActsOnAStandingLicence(licence, { ...acting({ situation: 'change' }), open }),
    ).toBeUndefined()
  })

  it('cites the article and points at the field', () => {
    expect(theHolderActsOnAStandingLicence(undefined, acting())).toMatchObject({
      rule: 'theHolderActsOnAStandingLicence',
      article: '行政许可法 第五十条',
      fields: [{ path: 'form.licence-number', code: 'licence-not-held' }],
    })
  })
})

describe('aCorrectionKeepsItsLicence', () => {
  const acted = { id: 'l1', number: ISSUED.number, situation: 'renewal' as const }

  it('lets the same number stand and no other take its place', () => {
    expect(aCorrectionKeepsItsLicence(acted, item(), { 'licence-number': ISSUED.number })).toBeUndefined()
    expect(aCorrectionKeepsItsLicence(undefined, item({ fields: [] }), {})).toBeUndefined()
    expect(aCorrectionKeepsItsLicence(acted, item(), { 'licence-number': '第2号' })?.code).toBe(
      'licence-cannot-be-exchanged',
    )
  })
})
