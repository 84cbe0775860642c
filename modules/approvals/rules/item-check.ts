import type { Basis, FormContext, ServiceItem } from '@mashang/flow'
import { fill, type Words } from '@mashang/kit'

/** What an item is checked against: the city it belongs to, and today. */
export interface ItemSurroundings extends FormContext {
  readonly organs: ReadonlySet<string>
  readonly themes: ReadonlySet<string>
  readonly windows: ReadonlySet<string>
  /** Members of staff a check on site takes, with its article. */
  readonly siteCheckPeople: { readonly count: number; readonly basis: Basis }
  /** Names of field rules that exist. */
  readonly fieldRules: ReadonlySet<string>
}

/** One place where an item breaks a rule. `facts` are what was compared; `words` say it in both languages. */
export interface ItemFinding {
  readonly rule: string
  /** Path into the definition, e.g. `materials.plan.fill-in`. */
  readonly path: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly words: Words
  readonly basis?: Basis
}

/** A place found by a rule, before the rule puts it into words. */
export interface Found {
  readonly path: string
  readonly facts?: Readonly<Record<string, unknown>>
}

/** A named rule of publication: its words, with `{name}` filled from the facts, and how it finds what breaks it. */
export interface ItemRule {
  readonly words: Words
  readonly basis?: Basis
  readonly find: (item: ServiceItem, around: ItemSurroundings) => readonly Found[]
}

/** Makes a rule; `zh` and `en` say what is wrong and how to mend it. */
export function itemRule(zh: string, en: string, find: ItemRule['find'], basis?: Basis): ItemRule {
  return { words: { zh, en }, find, ...(basis ? { basis } : {}) }
}

/** Everything one rule finds in an item, in words. */
export function findingsOf(
  name: string,
  rule: ItemRule,
  item: ServiceItem,
  around: ItemSurroundings,
): readonly ItemFinding[] {
  return rule.find(item, around).map(({ path, facts = {} }) => ({
    rule: name,
    path,
    facts,
    words: { zh: fill(rule.words.zh, facts, 'zh'), en: fill(rule.words.en, facts, 'en') },
    ...(rule.basis ? { basis: rule.basis } : {}),
  }))
}

/** `[found]` where the condition holds, `[]` where not: a rule with one place reads as one line. */
export function foundIf(
  broken: boolean,
  path: string,
  facts: Readonly<Record<string, unknown>> = {},
): readonly Found[] {
  return broken ? [{ path, facts }] : []
}
