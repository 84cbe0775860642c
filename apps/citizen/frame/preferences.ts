import type { SetCookie } from '@mashang/kit'
import type { Preferences } from './view.tsx'

const A_YEAR = 365

export function preferencesOf(cookies: Readonly<Record<string, string>>): Preferences {
  return { elder: cookies.edition === 'elder', highContrast: cookies.contrast === 'high' }
}

/** Part of the key of what is kept of a page: everything a visitor without a session can vary. */
export function preferencesKey({ elder, highContrast }: Preferences): string {
  return (elder ? 'e' : '-') + (highContrast ? 'c' : '-')
}

/** Cookies for what the address `/prefer?language=en&edition=elder&contrast=high` asks for; empty values remove. */
export function preferenceCookies(query: Readonly<Record<string, unknown>>): SetCookie[] {
  const accepted: Readonly<Record<string, readonly string[]>> = {
    language: ['zh', 'en'],
    edition: ['elder', ''],
    contrast: ['high', ''],
  }
  return Object.entries(accepted).flatMap(([name, values]) => {
    const value = query[name]
    if (typeof value !== 'string' || !values.includes(value)) return []
    return [{ name, value, maxAgeDays: value === '' ? 0 : A_YEAR }]
  })
}

/** An own path to go back to; anything else leads home, so that no link can send a visitor elsewhere. */
export function ownPath(given: unknown, otherwise = '/'): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])[^\s\\]*$/.test(given)) return otherwise
  return given.startsWith('/prefer') || given.startsWith('/api/') ? otherwise : given
}

/** The link that changes one preference and comes back to this page. */
export function preferHref(change: Readonly<Record<string, string>>, url: string): string {
  return `/prefer?${new URLSearchParams({ ...change, next: url })}`
}
