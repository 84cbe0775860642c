import type { Words } from '@mashang/kit'
import { usePreferences } from '../shell/preferences.ts'

export type Language = keyof Words

/** A pair of texts as a contract gives it: English may be missing there, and Chinese then stands for it. */
export interface SomeWords {
  readonly zh: string
  readonly en?: string
}

export const w = (zh: string, en: string): Words => ({ zh, en })

export function inLanguage(words: SomeWords, language: Language): string {
  return language === 'en' ? (words.en ?? words.zh) : words.zh
}

/** `t(words)` in the language of the reader. */
export function useWords(): { readonly t: (words: SomeWords) => string; readonly language: Language } {
  const { language } = usePreferences()
  return { t: (words) => inLanguage(words, language), language }
}
