/** Checks of a whole city profile, beside those of each item: what a folder of definitions owes its readers. */
import type { ServiceItem } from '@mashang/flow'
import type { ItemSurroundings } from './item-check.ts'
import { type Found, findingsOf, foundIf, type ItemFinding, type ItemRule, itemRule } from './item-check.ts'
import { checkItem } from './item-checks.ts'
import { basesOf } from './item-guide-rules.ts'

/** What the checks look at in a profile. */
interface Checked {
  readonly laws: readonly { readonly name: string }[]
  readonly items: readonly { readonly file: string; readonly item: ServiceItem }[]
}

/** A finding and the file it is in, relative to the profile's folder. */
export interface FileFinding extends ItemFinding {
  readonly file: string
}

/** Every finding of every item of a profile; none when all of them may be published. */
export function checkProfile(profile: Checked, around: ItemSurroundings): readonly FileFinding[] {
  const rules = { lawIsInTheTable: lawIsInTheTable(profile), englishIsComplete }
  return profile.items.flatMap(({ file, item }) => {
    const own = Object.entries(rules).flatMap(([name, rule]) => findingsOf(name, rule, item, around))
    return [...checkItem(item, around), ...own].map((finding) => ({ ...finding, file }))
  })
}

function lawIsInTheTable({ laws }: Checked): ItemRule {
  const names = new Set(laws.map((law) => law.name))
  return itemRule(
    '依据“{law}”不在法律法规表（laws.yaml）中。',
    'The law “{law}” is not in the table of laws (laws.yaml).',
    (item) =>
      basesOf(item).flatMap(({ basis, path }) => foundIf(!names.has(basis.law), path, { law: basis.law })),
  )
}

const englishIsComplete = itemRule('“{text}”没有英文。', '“{text}” has no English.', (item) =>
  textsWithoutEnglish(item, ''),
)

function textsWithoutEnglish(value: unknown, path: string): readonly Found[] {
  if (typeof value !== 'object' || value === null) return []
  const { zh, en } = value as { zh?: unknown; en?: unknown }
  if (typeof zh === 'string') return foundIf(typeof en !== 'string', path, { text: zh })
  return Object.entries(value).flatMap(([key, member]) =>
    textsWithoutEnglish(member, path ? `${path}.${key}` : key),
  )
}
