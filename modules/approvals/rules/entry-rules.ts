/** Rules of the catalogue as a list. */
import type { CatalogueEntry, EntryType } from '@mashang/flow'
import { foundIf, type RuleOf, ruleOf } from './item-check.ts'
import { isLonger } from './item-guide-rules.ts'

const entryRule = ruleOf<CatalogueEntry>

/** The list that an item of any kind is counted in. */
export function entryTypeOf(type: string): EntryType {
  return type === 'licence' ? 'licence' : 'public-service'
}

export const entryPromiseIsNotLongerThanStatutory = entryRule(
  '目录事项 {code} 的承诺时限 {promised} 长于法定时限 {statutory}。',
  'The entry {code} promises {promised}, which is longer than the statutory {statutory}.',
  ({ code, limits: { promised, statutory } }) =>
    foundIf(isLonger(promised, statutory), `${code} limits`, { code, promised, statutory }),
)

export const entryWhollyOnlineMeansNoVisit = entryRule(
  '目录事项 {code} 网上办理深度为四级，到现场次数应为 0；现为 {visits} 次。',
  'The entry {code} is at online depth IV, where nobody comes; it asks for {visits} visit(s).',
  ({ code, depth, visits }) => foundIf(depth === 4 && visits > 0, `${code} visits`, { code, visits }),
)

export const entryNamesWhatTheCityHas = entryRule(
  '目录事项 {code} 写的“{name}”在本市定义中没有。',
  'The entry {code} names “{name}”, which the city does not have.',
  ({ code, organ, themes }, around) => [
    ...foundIf(!around.organs.has(organ), `${code} organ`, { code, name: organ }),
    ...themes.flatMap((name) => foundIf(!around.themes.has(name), `${code} themes`, { code, name })),
  ],
)

/** A situation belongs to an entry that stands by itself, of the same organ and list. */
export function situationBelongsToAnEntry(entries: readonly CatalogueEntry[]): RuleOf<CatalogueEntry> {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]))
  return entryRule(
    '目录事项 {code} 所属的 {whole} 不是本部门同类的目录事项。',
    'The entry {code} is part of {whole}, which is no entry of the same organ and list.',
    ({ code, organ, type, 'part-of': whole }) => {
      if (whole === undefined) return []
      const entry = byCode.get(whole)
      const fits = entry && !entry['part-of'] && entry.organ === organ && entry.type === type
      return foundIf(!fits, `${code} part-of`, { code, whole })
    },
  )
}
