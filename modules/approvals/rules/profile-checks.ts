/** Checks of a whole city profile, beside those of each item: what a folder of definitions owes its readers. */
import type { Basis, CatalogueEntry, ServiceItem } from '@mashang/flow'
import {
  entryNamesWhatTheCityHas,
  entryPromiseIsNotLongerThanStatutory,
  entryWhollyOnlineMeansNoVisit,
  situationBelongsToAnEntry,
} from './entry-rules.ts'
import { guideAgreesWithItsEntry, guideStandsInTheCatalogue } from './guide-entry-rules.ts'
import type { ItemSurroundings } from './item-check.ts'
import { type Found, findingsOf, foundIf, type ItemFinding, type RuleOf, ruleOf } from './item-check.ts'
import { checkItem } from './item-checks.ts'
import { basesOf } from './item-guide-rules.ts'

/** What the checks look at in a profile. */
interface Checked {
  readonly laws: readonly { readonly name: string }[]
  readonly items: readonly { readonly file: string; readonly item: ServiceItem }[]
  readonly entries: readonly { readonly file: string; readonly entry: CatalogueEntry }[]
}

/** A finding and the file it is in, relative to the profile's folder. */
export interface FileFinding extends ItemFinding {
  readonly file: string
}

/** Every finding of every item and entry of a profile; none when all of them may be published. */
export function checkProfile(profile: Checked, around: ItemSurroundings): readonly FileFinding[] {
  const entries = profile.entries.map(({ entry }) => entry)
  const rules = {
    lawIsInTheTable: lawIsInTheTable<ServiceItem>(profile, basesOf),
    englishIsComplete: englishIsComplete<ServiceItem>(''),
    guideStandsInTheCatalogue: guideStandsInTheCatalogue(entries),
    guideAgreesWithItsEntry: guideAgreesWithItsEntry(entries),
  }
  const ofItems = profile.items.flatMap(({ file, item }) => {
    const own = findingsOfAll(rules, item, around)
    return [...checkItem(item, around), ...own].map((finding) => ({ ...finding, file }))
  })
  return [...ofItems, ...checkEntries(profile, around)]
}

function checkEntries(profile: Checked, around: ItemSurroundings): readonly FileFinding[] {
  const rules = {
    lawIsInTheTable: lawIsInTheTable<CatalogueEntry>(profile, ({ code, basis }) =>
      basis.map((one) => ({ basis: one, path: `${code} basis` })),
    ),
    entryPromiseIsNotLongerThanStatutory,
    entryWhollyOnlineMeansNoVisit,
    entryNamesWhatTheCityHas,
    situationBelongsToAnEntry: situationBelongsToAnEntry(profile.entries.map(({ entry }) => entry)),
  }
  return profile.entries.flatMap(({ file, entry }) => {
    const english = findingsOf(
      'englishIsComplete',
      englishIsComplete<CatalogueEntry>(entry.code),
      entry,
      around,
    )
    return [...findingsOfAll(rules, entry, around), ...english].map((finding) => ({ ...finding, file }))
  })
}

function findingsOfAll<T>(
  rules: Readonly<Record<string, RuleOf<T>>>,
  thing: T,
  around: ItemSurroundings,
): readonly ItemFinding[] {
  return Object.entries(rules).flatMap(([name, rule]) => findingsOf(name, rule, thing, around))
}

function lawIsInTheTable<T>(
  { laws }: Checked,
  bases: (thing: T) => readonly { readonly basis: Basis; readonly path: string }[],
): RuleOf<T> {
  const names = new Set(laws.map((law) => law.name))
  return ruleOf<T>(
    '依据“{law}”不在法律法规表（laws.yaml）中。',
    'The law “{law}” is not in the table of laws (laws.yaml).',
    (thing) =>
      bases(thing).flatMap(({ basis, path }) => foundIf(!names.has(basis.law), path, { law: basis.law })),
  )
}

function englishIsComplete<T>(where: string): RuleOf<T> {
  return ruleOf<T>('“{text}”没有英文。', '“{text}” has no English.', (thing) =>
    textsWithoutEnglish(thing, where),
  )
}

function textsWithoutEnglish(value: unknown, path: string): readonly Found[] {
  if (typeof value !== 'object' || value === null) return []
  const { zh, en } = value as { zh?: unknown; en?: unknown }
  if (typeof zh === 'string') return foundIf(typeof en !== 'string', path, { text: zh })
  return Object.entries(value).flatMap(([key, member]) =>
    textsWithoutEnglish(member, path ? `${path}.${key}` : key),
  )
}
