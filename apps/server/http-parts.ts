import type { Endpoint } from '@mashang/kit'
import type { FastifyInstance } from 'fastify'
import type { CookieWriter } from './cookies.ts'
import type { SecurityHeaders } from './headers.ts'
import type { Limit } from './limits.ts'
import type { Visitors } from './visitor.ts'

/** What the API and the pages share of HTTP. */
export interface HttpParts {
  readonly visitors: Visitors
  readonly cookies: CookieWriter
  readonly headers: SecurityHeaders
  /** The limit of a page: its own, or the shared one. */
  limitOf(perMinute?: number): Limit
  /** The limit of an endpoint, the same whether it is called over HTTP or from a page. */
  limitFor(endpoint: Endpoint): Limit
  /** `https://example.gov.cn`: writes from pages of other origins are refused. */
  readonly publicOrigin: string
  /** Largest bodies and files, in bytes. */
  readonly limits: { readonly body: number; readonly upload: number }
  /** Lets a context of routes take multipart bodies; others do not pay for it. */
  takeMultipart(app: FastifyInstance): Promise<void>
}
