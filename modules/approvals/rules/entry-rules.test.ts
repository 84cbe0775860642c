import { type CatalogueEntry, FIELD_RULES } from '@mashang/flow'
import { describe, expect, it } from 'vitest'
import { entryTypeOf } from './entry-rules.ts'
import type { ItemSurroundings } from './item-check.ts'
import { checkProfile } from './profile-checks.ts'

const around: ItemSurroundings = {
  now: new Date('2026-11-24T02:00:00Z'),
  regionNames: () => undefined,
  organs: new Set(['sports-bureau', 'education']),
  themes: new Set(['culture-sport']),
  windows: new Set(),
  siteCheckPeople: { count: 2, basis: { law: '行政许可法', article: '第三十四条' } },
  lowerReview: { days: '20wd', basis: { law: '行政许可法', article: '第四十三条' } },
  fieldRules: new Set(Object.keys(FIELD_RULES)),
}

const ENTRY: CatalogueEntry = {
  code: '2102-TY-XK-0101',
  name: { zh: '经营高危险性体育项目许可', en: 'Licence for high-risk sports' },
  organ: 'sports-bureau',
  type: 'licence',
  basis: [{ law: '全民健身条例', article: '第三十二条' }],
  limits: { statutory: '30d', promised: '7wd' },
  visits: 2,
  depth: 2,
  fee: false,
  applicants: ['enterprise'],
  themes: ['culture-sport'],
}
const SITUATION: Partial<CatalogueEntry> = { code: '2102-TY-XK-0102', 'part-of': ENTRY.code }

function found(...changes: readonly Partial<CatalogueEntry>[]): readonly string[] {
  const entries = changes.map((change) => ({ file: 'catalogue/a.yaml', entry: { ...ENTRY, ...change } }))
  const findings = checkProfile({ laws: [{ name: '全民健身条例' }], items: [], entries }, around)
  return findings.map(({ rule, file, path }) => `${rule} ${file} ${path}`)
}

describe('the rules of the catalogue as a list', () => {
  it.each<readonly [string, readonly Partial<CatalogueEntry>[]]>([
    ['an entry', [{}]],
    ['wholly online without a visit', [{ depth: 4, visits: 0 }]],
    ['promised as long as the law allows', [{ limits: { statutory: '7d', promised: '5wd' } }]],
    ['a situation beside its entry', [{}, SITUATION]],
    [
      'any number of laws',
      [{ basis: [{ law: '全民健身条例' }, { law: '全民健身条例', article: '第一条' }] }],
    ],
  ])('keep: %s', (_, entries) => {
    expect(found(...entries)).toEqual([])
  })

  const NEXT: Partial<CatalogueEntry> = { code: '2102-TY-XK-0103', 'part-of': '2102-TY-XK-0102' }
  it.each<readonly [string, string, readonly Partial<CatalogueEntry>[]]>([
    ['entryPromiseIsNotLongerThanStatutory', 'limits', [{ limits: { statutory: '7d', promised: '7wd' } }]],
    ['entryPromiseIsNotLongerThanStatutory', 'limits', [{ limits: { statutory: '5wd', promised: '6wd' } }]],
    ['entryWhollyOnlineMeansNoVisit', 'visits', [{ depth: 4, visits: 1 }]],
    ['entryNamesWhatTheCityHas', 'organ', [{ organ: 'kites' }]],
    ['entryNamesWhatTheCityHas', 'themes', [{ themes: ['culture-sport', 'kites'] }]],
    ['situationBelongsToAnEntry', 'part-of', [{ 'part-of': '2102-TY-XK-0999' }]],
    ['situationBelongsToAnEntry', 'part-of', [{}, { ...SITUATION, organ: 'education' }]],
    ['situationBelongsToAnEntry', 'part-of', [{}, { ...SITUATION, type: 'public-service' }]],
    ['situationBelongsToAnEntry', 'part-of', [{}, SITUATION, NEXT]],
    ['lawIsInTheTable', 'basis', [{ basis: [{ law: '放风筝法' }] }]],
    ['englishIsComplete', 'name', [{ name: { zh: '放风筝' } }]],
  ])('%s is found at %s', (rule, path, entries) => {
    const code = entries.at(-1)?.code ?? ENTRY.code
    const where = rule === 'englishIsComplete' ? `${code}.${path}` : `${code} ${path}`
    expect(found(...entries)).toEqual([`${rule} catalogue/a.yaml ${where}`])
  })

  it('every kind but licences is counted as a public service', () => {
    expect(entryTypeOf('licence')).toBe('licence')
    for (const type of ['confirmation', 'payment', 'reward', 'other-power', 'public-service'])
      expect(entryTypeOf(type)).toBe('public-service')
  })
})
