import type { Finding, ItemChoices } from '@mashang/approvals/contract'
import { createContext, useContext } from 'react'
import { useWords } from '../../words/words.ts'
import { valueAt } from './paths.ts'

/** What every control of the editor works on. */
export interface Editing {
  readonly definition: unknown
  set(path: string, value: unknown): void
  /** Several elements at once. */
  setAll(definition: unknown): void
  /** Findings with paths as controls name them. */
  readonly findings: readonly Finding[]
  readonly choices: ItemChoices
}

const Context = createContext<Editing | undefined>(undefined)
export const EditingProvider = Context.Provider

export function useEditing(): Editing {
  const editing = useContext(Context)
  if (!editing) throw new Error('a control of the editor stands outside of it')
  return editing
}

/** A place: its value, how to change it, and what the checks find there. */
export function usePlace(path: string) {
  const { definition, set, findings } = useEditing()
  const sentence = useSentence()
  const here = findings.filter((one) => one.path === path)
  return {
    value: valueAt(definition, path),
    set: (value: unknown) => set(path, value),
    error: here.length > 0 ? here.map(sentence).join(' ') : undefined,
  }
}

/** A finding with its rule and article, as it stands beside a field. */
export function useSentence(): (finding: Finding) => string {
  const { t, language } = useWords()
  return ({ words, rule, basis }) => {
    const source = [rule, basis && [basis.law, basis.article].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(language === 'zh' ? '，' : ', ')
    return language === 'zh' ? `${t(words)}（${source}）` : `${t(words)} (${source})`
  }
}
