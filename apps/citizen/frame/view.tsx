import type { City, Text } from '@mashang/flow'
import type { Language, Who } from '@mashang/kit'
import { createContext, type ReactNode, useContext } from 'react'

/** How one visitor wants the pages: kept in cookies, never anything secret. */
export interface Preferences {
  /** 长辈版: larger type, larger targets, fewer choices a page. */
  readonly elder: boolean
  readonly highContrast: boolean
}

/** Names of the hashed files of this build. */
export interface AssetNames {
  readonly style: string
  readonly script: string
  /** Checks receipts in the browser; on its one page only, for its size. */
  readonly receipt: string
  /** Makes and uses keys of certificates in the browser; on its pages only, for its size. */
  readonly certificate: string
  readonly icon: string
}

/** What every part of a page may know. */
export interface View {
  readonly language: Language
  readonly city: City
  readonly preferences: Preferences
  readonly who: Who
  /** Path and query of this page. */
  readonly url: string
  /** Public address of the site, without a slash at the end. */
  readonly origin: string
  readonly assets: AssetNames
  /** One of two sentences, by language. */
  say(zh: string, en: string): string
  /** A text of a definition, in Chinese where there is no English. */
  text(text: Text): string
}

const ViewContext = createContext<View | undefined>(undefined)

export function ViewProvider({ view, children }: { view: View; children: ReactNode }) {
  return <ViewContext value={view}>{children}</ViewContext>
}

export function useView(): View {
  const view = useContext(ViewContext)
  if (!view) throw new Error('a part of a page was rendered without its view')
  return view
}

/** A text of a definition; marked as Chinese where an English reader gets the Chinese (WCAG 3.1.2). */
export function Said({ of }: { of: Text }) {
  const { language } = useView()
  if (language === 'zh') return of.zh
  return of.en ?? <span lang="zh-CN">{of.zh}</span>
}
