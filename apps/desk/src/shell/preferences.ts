/** What a person set for this browser: language, light or dark, width of the rail. Nothing secret. */
import { useSyncExternalStore } from 'react'

export interface Preferences {
  readonly language: 'zh' | 'en'
  readonly theme: 'system' | 'light' | 'dark'
  readonly rail: 'wide' | 'narrow'
}

const KEY = 'mashang-desk'
const DEFAULT: Preferences = { language: 'zh', theme: 'system', rail: 'wide' }

let current: Preferences = read()
const listeners = new Set<() => void>()

export const preferences = {
  get: (): Preferences => current,
  set(change: Partial<Preferences>): void {
    current = { ...current, ...change }
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
  try {
    return preferencesFrom(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return DEFAULT
  }
}

/** Preferences out of whatever the browser kept. */
export function preferencesFrom(kept: unknown): Preferences {
  const found = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Preferences>
  return {
    language: found.language === 'en' ? 'en' : 'zh',
    theme: found.theme === 'light' || found.theme === 'dark' ? found.theme : 'system',
    rail: found.rail === 'narrow' ? 'narrow' : 'wide',
  }
}
