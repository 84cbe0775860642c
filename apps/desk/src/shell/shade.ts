import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import { usePreferences } from './preferences.ts'

export type Shade = 'light' | 'dark'

/** Light or dark, as chosen or as the system has it; told to the style sheet together with the language. */
export function useShade(): Shade {
  const { language, theme } = usePreferences()
  const darkWanted = useMedia('(prefers-color-scheme: dark)')
  const shade: Shade = theme === 'system' ? (darkWanted ? 'dark' : 'light') : theme
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = shade
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
  }, [shade, language])
  return shade
}

export function useMedia(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query])
  return useSyncExternalStore(
    (listener) => {
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => list.matches,
  )
}
