import { createHmac, randomBytes } from 'node:crypto'
import type { Identity } from '@mashang/identity'
import { type Refusal, refuse, type SessionChange, type Who } from '@mashang/kit'
import type { FastifyRequest } from 'fastify'
import { type Cookies, type CookieWriter, readCookies } from './cookies.ts'
import type { Caller } from './door.ts'

const NOBODY: Who = { kind: 'anonymous' }
const VISIT = /^[A-Za-z0-9_-]{43}$/

/** The caller of one HTTP request, with the cookies that its answer will set. */
export class Visitor implements Caller {
  readonly who: Who
  readonly expired: boolean
  readonly language: 'zh' | 'en'
  readonly cookies: Cookies
  /** Whom limits are counted by. */
  readonly limitKey: string
  /** Came with a session cookie that is good: writes need the CSRF token. */
  readonly byCookie: boolean
  #csrfToken: string | undefined
  readonly #writer: CookieWriter
  readonly #setCookies: string[] = []

  constructor(given: {
    readonly request: FastifyRequest
    readonly cookies: Cookies
    readonly writer: CookieWriter
    readonly who?: Who
    readonly expired?: boolean
    readonly csrfToken?: string
  }) {
    this.who = given.who ?? NOBODY
    this.expired = given.expired ?? false
    this.cookies = given.cookies
    this.language = languageOf(given.request, given.cookies)
    this.byCookie = this.who.kind === 'citizen' || this.who.kind === 'staff'
    this.limitKey = limitKeyOf(this.who, given.request)
    this.#writer = given.writer
    this.#csrfToken = given.csrfToken
  }

  /** Of a session; for a visitor without one it is bound to a cookie of the visit, set when first read. */
  get csrfToken(): string {
    this.#csrfToken ??= csrfOfVisit(this.#visit())
    return this.#csrfToken
  }

  /** The token the caller should have sent, without setting a cookie for one who has none. */
  get expectedCsrfToken(): string | undefined {
    if (this.#csrfToken !== undefined) return this.#csrfToken
    const visit = this.cookies[this.#writer.visit]
    return visit !== undefined && VISIT.test(visit) ? csrfOfVisit(visit) : undefined
  }

  get setCookies(): readonly string[] {
    return this.#setCookies
  }

  /** `session` (a sign-in, a rotation, a sign-out) goes out with the answer. */
  changeSession(change: SessionChange): void {
    this.#setCookies.push(this.#writer.ofSession(change))
  }

  addCookie(cookie: string): void {
    this.#setCookies.push(cookie)
  }

  #visit(): string {
    const known = this.cookies[this.#writer.visit]
    if (known !== undefined && VISIT.test(known)) return known
    const visit = randomBytes(32).toString('base64url')
    this.#setCookies.push(this.#writer.ofVisit(visit))
    return visit
  }
}

function csrfOfVisit(visit: string): string {
  return createHmac('sha256', visit).update('mashang csrf of a visit').digest('base64url')
}

function limitKeyOf(who: Who, request: FastifyRequest): string {
  switch (who.kind) {
    case 'anonymous':
      return request.ip
    case 'citizen':
    case 'staff':
      return who.session
    default:
      return who.id
  }
}

/** `?lang=`, then the cookie, then what the browser prefers; Chinese where nothing speaks for English. */
function languageOf(request: FastifyRequest, cookies: Cookies): 'zh' | 'en' {
  // An address that could not be read has no query.
  const asked = (request.query as { lang?: unknown } | null)?.lang ?? cookies.language
  if (asked === 'zh' || asked === 'en') return asked
  const accepted = request.headers['accept-language']
  if (accepted === undefined) return 'zh'
  const first = /(?:^|[,\s])(zh|en)\b/i.exec(accepted)?.[1]
  return first?.toLowerCase() === 'en' ? 'en' : 'zh'
}

export interface Visitors {
  /** Who asks; refuses only an API key that is no good. */
  visitorOf(request: FastifyRequest): Promise<Visitor | Refusal>
  /** Someone unknown, for what goes wrong before anyone could be found. */
  stranger(request: FastifyRequest): Visitor
}

export function createVisitors(
  identity: Pick<Identity, 'sessionOf' | 'machineOf'>,
  writer: CookieWriter,
): Visitors {
  const stranger = (request: FastifyRequest) =>
    new Visitor({ request, cookies: readCookies(request.headers.cookie), writer })
  return {
    stranger,
    async visitorOf(request) {
      const { authorization } = request.headers
      if (authorization !== undefined) {
        const key = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(authorization)?.[1]
        const who = key === undefined ? undefined : await identity.machineOf(key)
        if (!who) return refuse('api-key-not-accepted')
        return new Visitor({ request, cookies: {}, writer, who, csrfToken: '' })
      }
      const cookies = readCookies(request.headers.cookie)
      const token = cookies[writer.session]
      if (!token) return new Visitor({ request, cookies, writer })
      const session = await identity.sessionOf(token)
      if (session === 'expired') {
        const visitor = new Visitor({ request, cookies, writer, expired: true })
        visitor.changeSession({ clear: true })
        return visitor
      }
      const { who, csrfToken, renew } = session
      const visitor = new Visitor({ request, cookies, writer, who, csrfToken })
      if (renew) visitor.changeSession(renew)
      return visitor
    },
  }
}
