import fastifyCookie from '@fastify/cookie'
import type { SessionChange, SetCookie } from '@mashang/kit'

export type Cookies = Readonly<Record<string, string | undefined>>

const NONE: Cookies = {}

export function readCookies(header: string | undefined): Cookies {
  return header === undefined ? NONE : fastifyCookie.parse(header)
}

/** How this server writes cookies: `Secure`, and with the prefix that no other host can set, once it is on https. */
export interface CookieWriter {
  readonly session: string
  readonly visit: string
  ofSession(change: SessionChange): string
  ofVisit(token: string): string
  ofPreference(cookie: SetCookie): string
}

export function cookieWriter(secure: boolean): CookieWriter {
  const prefix = secure ? '__Host-' : ''
  const session = `${prefix}mashang-session`
  const visit = `${prefix}mashang-visit`
  const shared = { path: '/', sameSite: 'lax', secure } as const
  const hidden = { ...shared, httpOnly: true } as const
  return {
    session,
    visit,
    ofSession: (change) =>
      'set' in change
        ? fastifyCookie.serialize(session, change.set.token, { ...hidden, expires: change.set.expires })
        : fastifyCookie.serialize(session, '', { ...hidden, maxAge: 0 }),
    ofVisit: (token) => fastifyCookie.serialize(visit, token, hidden),
    ofPreference: ({ name, value, maxAgeDays }) =>
      fastifyCookie.serialize(name, value, { ...shared, maxAge: Math.round(maxAgeDays * 86_400) }),
  }
}
