import rateLimit from '@fastify/rate-limit'
import { type Endpoint, type Refusal, refuse } from '@mashang/kit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Visitor } from './visitor.ts'

/** Counts a request of a caller; refuses one too many. */
export type Limit = (request: FastifyRequest, visitor: Visitor) => Promise<Refusal | undefined>

const NO_LIMIT: Limit = async () => undefined

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor | null
  }
}

/**
 * Limits by caller (session, API key, else address), in this process. Each place with a limit of its own
 * counts apart; all others share one.
 */
export async function createLimits(
  app: FastifyInstance,
  ratePerMinute: number,
): Promise<(perMinute?: number) => Limit> {
  if (ratePerMinute === 0) return () => NO_LIMIT
  // No hook: the door counts, once it knows who asks.
  await app.register(rateLimit, { global: false, cache: 50_000 })
  const limitOf = (max: number): Limit => {
    const count = app.createRateLimit({
      max,
      timeWindow: 60_000,
      keyGenerator: (request) => request.visitor?.limitKey ?? request.ip,
    })
    return async (request, visitor) => {
      request.visitor = visitor
      const counted = await count(request)
      if (counted.isAllowed || !counted.isExceeded) return undefined
      return refuse('too-many-requests', { facts: { seconds: counted.ttlInSeconds } })
    }
  }
  const shared = limitOf(ratePerMinute)
  return (perMinute) => (perMinute === undefined ? shared : limitOf(perMinute))
}

/** One limit for each endpoint, made when it is first asked for. */
export function limitsByEndpoint(limitOf: (perMinute?: number) => Limit): (endpoint: Endpoint) => Limit {
  const limits = new Map<Endpoint, Limit>()
  return (endpoint) => {
    const limit = limits.get(endpoint) ?? limitOf(endpoint.perMinute)
    limits.set(endpoint, limit)
    return limit
  }
}
