import type { CatalogueEntry, ServiceItem } from '@mashang/flow'
import { aKitePermit } from '@mashang/flow/testing'
import { describe, expect, it } from 'vitest'
import { guideAgreesWithItsEntry, guideStandsInTheCatalogue } from './guide-entry-rules.ts'
import type { ItemRule, ItemSurroundings } from './item-check.ts'

const around: ItemSurroundings = {
  now: new Date('2026-11-24T02:00:00Z'),
  regionNames: () => undefined,
  organs: new Set(),
  themes: new Set(),
  windows: new Set(),
  siteCheckPeople: { count: 2, basis: { law: '行政许可法', article: '第三十四条' } },
  lowerReview: { days: '20wd', basis: { law: '行政许可法', article: '第四十三条' } },
  fieldRules: new Set(),
}

const kite = aKitePermit()
const ENTRY: CatalogueEntry = {
  code: kite.code,
  name: kite.name,
  organ: kite.organ,
  type: 'licence',
  basis: kite.basis,
  limits: { statutory: '20wd', promised: '5wd' },
  visits: 0,
  depth: 4,
  fee: false,
  applicants: kite.applicants,
  themes: kite.themes,
}

const found = (rule: ItemRule, item: ServiceItem = kite) => rule.find(item, around)

describe('guideStandsInTheCatalogue', () => {
  it('keeps a guide that bears the code of an entry', () => {
    expect(found(guideStandsInTheCatalogue([ENTRY]))).toEqual([])
  })

  it('refuses a guide that is in no entry: there is no power outside the list', () => {
    const rule = guideStandsInTheCatalogue([{ ...ENTRY, code: '2102-TY-XK-0101' }])
    expect(found(rule)).toEqual([{ path: 'code', facts: { code: kite.code } }])
    expect(rule.basis).toEqual({ law: '优化营商环境条例', article: '第四十条' })
  })

  it('does not hold a city to a list that it does not keep', () => {
    expect(found(guideStandsInTheCatalogue([]))).toEqual([])
  })
})

describe('guideAgreesWithItsEntry', () => {
  it('keeps a guide that says what its entry says', () => {
    expect(found(guideAgreesWithItsEntry([ENTRY]))).toEqual([])
  })

  it.each<readonly [string, Partial<CatalogueEntry>]>([
    ['organ', { organ: 'education' }],
    ['type', { type: 'public-service' }],
    ['limits.statutory.days', { limits: { statutory: '30wd', promised: '5wd' } }],
    ['limits.promised.days', { limits: { statutory: '20wd', promised: '4wd' } }],
    ['visits', { visits: 1 }],
    ['depth', { depth: 3 }],
    ['fees', { fee: true }],
  ])('refuses one whose %s is another', (path, change) => {
    const findings = found(guideAgreesWithItsEntry([{ ...ENTRY, ...change }]))
    expect(findings.map((one) => one.path)).toEqual([path])
  })

  it.each(['confirmation', 'payment', 'reward', 'other-power', 'public-service'] as const)(
    'counts a guide of the kind %s as a public service',
    (type) => {
      const item = { ...kite, type }
      expect(found(guideAgreesWithItsEntry([{ ...ENTRY, type: 'public-service' }]), item)).toEqual([])
      expect(found(guideAgreesWithItsEntry([ENTRY]), item)).toHaveLength(1)
    },
  )

  it('says nothing of a guide without an entry, which another rule refuses', () => {
    expect(found(guideAgreesWithItsEntry([]))).toEqual([])
  })
})
