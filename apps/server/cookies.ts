import type { SessionChange, SetCookie } from '@mashang/kit'

export type Cookies = Readonly<Record<string, string | undefined>>

const NONE: Cookies = Object.freeze({})

/** Reads a `Cookie` header (RFC 6265): of a name sent twice the first counts, what cannot be decoded is left out. */
export function readCookies(header: string | undefined): Cookies {
  if (header === undefined) return NONE
  const cookies: Record<string, string> = Object.create(null)
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=')
    if (equals < 1) continue
    const name = pair.slice(0, equals).trim()
    const value = decoded(pair.slice(equals + 1).trim())
    if (value !== undefined && cookies[name] === undefined) cookies[name] = value
  }
  return cookies
}

function decoded(value: string): string | undefined {
  const bare = value.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1) : value
  if (!bare.includes('%')) return bare
  try {
    return decodeURIComponent(bare)
  } catch {
    return undefined
  }
}

/** How this server writes cookies: `Secure`, and with the prefix that no other host can set, once it is on https. */
export interface CookieWriter {
  readonly session: string
  readonly visit: string
  ofSession(change: SessionChange): string
  ofVisit(token: string): string
  ofPreference(cookie: SetCookie): string
}

const NAME = /^[A-Za-z0-9_-]+$/

/** `clock` is the one that sessions end by. */
export function cookieWriter(secure: boolean, clock: { now(): Date }): CookieWriter {
  const prefix = secure ? '__Host-' : ''
  const session = `${prefix}mashang-session`
  const visit = `${prefix}mashang-visit`
  const shared = `; Path=/; SameSite=Lax${secure ? '; Secure' : ''}`
  const hidden = `${shared}; HttpOnly`
  // Seconds, not a date: a browser whose own clock is wrong would drop the cookie at once.
  const secondsUntil = (end: Date) => Math.max(0, Math.round((end.getTime() - clock.now().getTime()) / 1000))
  return {
    session,
    visit,
    ofSession: (change) =>
      'set' in change
        ? `${session}=${change.set.token}${hidden}; Max-Age=${secondsUntil(change.set.expires)}`
        : `${session}=${hidden}; Max-Age=0`,
    ofVisit: (token) => `${visit}=${token}${hidden}`,
    ofPreference: ({ name, value, maxAgeDays }) => {
      if (!NAME.test(name) || name === session || name === visit)
        throw new Error(`no page may set the cookie ${name}`)
      return `${name}=${encodeURIComponent(value)}${shared}; Max-Age=${Math.round(maxAgeDays * 86_400)}`
    },
  }
}
