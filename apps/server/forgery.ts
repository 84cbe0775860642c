import { createHash, timingSafeEqual } from 'node:crypto'
import { type Refusal, refuse } from '@mashang/kit'
import type { FastifyRequest } from 'fastify'
import type { Visitor } from './visitor.ts'

/**
 * Refuses a write that a browser sends from another site. A browser says where a request comes from
 * (`Sec-Fetch-Site`, or `Origin` of older ones); other clients say nothing and carry no one's cookies.
 */
export function findForeignOrigin(request: FastifyRequest, publicOrigin: string): Refusal | undefined {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) {
    return site === 'same-origin' || site === 'none' ? undefined : refuse('request-from-elsewhere')
  }
  const { origin, host } = request.headers
  if (origin === undefined) return undefined
  const isOwn = origin === publicOrigin || (host !== undefined && hostOf(origin) === host)
  return isOwn ? undefined : refuse('request-from-elsewhere')
}

/** A browser says that a page of this site sends this; what says nothing is not believed. */
export function comesFromOwnPage(request: FastifyRequest, publicOrigin: string): boolean {
  const { 'sec-fetch-site': site, origin } = request.headers
  return (site === 'same-origin' || origin !== undefined) && !findForeignOrigin(request, publicOrigin)
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/** Refuses a write whose CSRF token is missing or another session's. */
export function findWrongCsrfToken(visitor: Visitor, sent: unknown): Refusal | undefined {
  const expected = visitor.expectedCsrfToken
  const isRight = expected !== undefined && typeof sent === 'string' && isSame(sent, expected)
  return isRight ? undefined : refuse('csrf-token-missing')
}

/** In constant time; digests first, because lengths may differ. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
