import type { Basis, FormContext, ServiceItem } from '@mashang/flow'
import { fill, type Words } from '@mashang/kit'

/** What an item is checked against: the city it belongs to, and today. */
export interface ItemSurroundings extends FormContext {
  readonly organs: ReadonlySet<string>
  readonly themes: ReadonlySet<string>
  readonly windows: ReadonlySet<string>
  /** Members of staff a check on site takes, with its article. */
  readonly siteCheckPeople: { readonly count: number; readonly basis: Basis }
  /** How long lower-level review may take, with its article. */
  readonly lowerReview: { readonly days: string; readonly basis: Basis }
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

/** A named rule: its words, with `{name}` filled from the facts, and how it finds what breaks it. */
export interface RuleOf<T> {
  readonly words: Words
  readonly basis?: Basis
  readonly find: (thing: T, around: ItemSurroundings) => readonly Found[]
}

/** A named rule of publication. */
export type ItemRule = RuleOf<ServiceItem>

/** Makes a rule; `zh` and `en` say what is wrong and how to mend it. */
export function ruleOf<T>(zh: string, en: string, find: RuleOf<T>['find'], basis?: Basis): RuleOf<T> {
  return { words: { zh, en }, find, ...(basis ? { basis } : {}) }
}

export const itemRule = ruleOf<ServiceItem>

/** Everything one rule finds in an item, in words. */
export function findingsOf<T>(
  name: string,
  rule: RuleOf<T>,
  thing: T,
  around: ItemSurroundings,
): readonly ItemFinding[] {
  return rule.find(thing, around).map(({ path, facts = {} }) => ({
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
