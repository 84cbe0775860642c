/**
 * What a person set for this browser: language, light or dark, width of the rail. Nothing secret.
 * The language is the cookie that the public site and the server read, too.
 */
import { useSyncExternalStore } from 'react'

interface Preferences {
  readonly language: 'zh' | 'en'
  readonly theme: 'system' | 'light' | 'dark'
  readonly rail: 'wide' | 'narrow'
}

const KEY = 'mashang-desk'

let current: Preferences = read()
const listeners = new Set<() => void>()

export const preferences = {
  get: (): Preferences => current,
  set(change: Partial<Preferences>): void {
    current = { ...current, ...change }
    if (change.language)
      // Not by the Cookie Store API, which offices on plain http do not have.
      Reflect.set(document, 'cookie', `language=${change.language}; path=/; max-age=31536000; samesite=lax`)
    try {
      localStorage.setItem(KEY, JSON.stringify(current))
    } catch {
      // A browser that keeps nothing still shows what was chosen.
    }
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(preferences.subscribe, preferences.get)
}

function read(): Preferences {
  // Outside of a browser, as in a test of words, nothing was ever kept.
  if (typeof document === 'undefined') return preferencesFrom({}, '')
  try {
    return preferencesFrom(JSON.parse(localStorage.getItem(KEY) ?? '{}'), document.cookie)
  } catch {
    return preferencesFrom({}, document.cookie)
  }
}

/** Preferences out of whatever the browser kept. */
export function preferencesFrom(kept: unknown, cookies: string): Preferences {
  const found = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Preferences>
  return {
    language: /(?:^|;\s*)language=en(?:;|$)/.test(cookies) ? 'en' : 'zh',
    theme: found.theme === 'light' || found.theme === 'dark' ? found.theme : 'system',
    rail: found.rail === 'narrow' ? 'narrow' : 'wide',
  }
}
