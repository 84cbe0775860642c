/** 清单之外无权力: a guide belongs to an entry of the catalogue, and says what its entry says. */
import type { Basis, CatalogueEntry, ServiceItem } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import { entryTypeOf } from './entry-rules.ts'
import { foundIf, type ItemRule, itemRule } from './item-check.ts'

/** 优化营商环境条例 40: what is not in the list may not be decided. */
const THE_LIST: Basis = { law: '优化营商环境条例', article: '第四十条' }

/** A city that keeps no list is not held to it. */
export function guideStandsInTheCatalogue(entries: readonly CatalogueEntry[]): ItemRule {
  const codes = new Set(entries.map(({ code }) => code))
  return itemRule(
    '事项 {code} 不在政务服务事项目录（catalogue/）中，清单之外无权力。',
    'The item {code} is not in the catalogue of services (catalogue/): there is no power outside the list.',
    ({ code }) => foundIf(entries.length > 0 && !codes.has(code), 'code', { code }),
    THE_LIST,
  )
}

interface Compared {
  readonly path: string
  readonly element: Words
  readonly ofGuide: (item: ServiceItem) => string | number | boolean
  readonly ofEntry: (entry: CatalogueEntry) => string | number | boolean
}

const COMPARED: readonly Compared[] = [
  {
    path: 'organ',
    element: { zh: '办理部门', en: 'organ' },
    ofGuide: (item) => item.organ,
    ofEntry: (entry) => entry.organ,
  },
  {
    path: 'type',
    element: { zh: '类别', en: 'list' },
    ofGuide: (item) => entryTypeOf(item.type),
    ofEntry: (entry) => entry.type,
  },
  {
    path: 'limits.statutory.days',
    element: { zh: '法定时限', en: 'statutory limit' },
    ofGuide: (item) => item.limits.statutory.days,
    ofEntry: (entry) => entry.limits.statutory,
  },
  {
    path: 'limits.promised.days',
    element: { zh: '承诺时限', en: 'promised limit' },
    ofGuide: (item) => item.limits.promised.days,
    ofEntry: (entry) => entry.limits.promised,
  },
  {
    path: 'visits',
    element: { zh: '到现场次数', en: 'number of visits' },
    ofGuide: (item) => item.visits,
    ofEntry: (entry) => entry.visits,
  },
  {
    path: 'depth',
    element: { zh: '网上办理深度', en: 'online depth' },
    ofGuide: (item) => item.depth,
    ofEntry: (entry) => entry.depth,
  },
  {
    path: 'fees',
    element: { zh: '是否收费', en: 'fee' },
    ofGuide: (item) => item.fees.length > 0,
    ofEntry: (entry) => entry.fee,
  },
]

export function guideAgreesWithItsEntry(entries: readonly CatalogueEntry[]): ItemRule {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]))
  return itemRule(
    '指南的{element}（{guide}）与目录所列（{entry}）不一致。',
    'The {element} of the guide ({guide}) is not that of its catalogue entry ({entry}).',
    (item) => {
      const entry = byCode.get(item.code)
      if (!entry) return []
      return COMPARED.flatMap(({ path, element, ofGuide, ofEntry }) =>
        foundIf(ofGuide(item) !== ofEntry(entry), path, {
          element,
          guide: ofGuide(item),
          entry: ofEntry(entry),
        }),
      )
    },
    THE_LIST,
  )
}
