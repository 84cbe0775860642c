import { randomUUID } from 'node:crypto'
import { findSessionChange, isRefusal, type Refusal, refuse, type Stream, type Upload } from '@mashang/kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendCookies, sendProblem, sendStream } from './answer.ts'
import type { Call, Door, Entrance } from './door.ts'
import { findForeignOrigin, findWrongCsrfToken } from './forgery.ts'
import type { HttpParts } from './http-parts.ts'
import type { Limit } from './limits.ts'
import { findTooLarge, lingerThenClose, readMultipart } from './uploads.ts'
import type { Visitor } from './visitor.ts'

/** Mounts every endpoint of the tables: the door answers, this file only translates between it and HTTP. */
export async function mountApi(app: FastifyInstance, door: Door, parts: HttpParts): Promise<void> {
  for (const entrance of door.entrances) {
    const { endpoint } = entrance
    if (endpoint.takes === 'multipart') continue
    const limit = parts.limitFor(endpoint)
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      handler: (request, reply) => answer(entrance, limit, parts, request, reply),
    })
  }
  await app.register(async (uploads) => {
    await parts.takeMultipart(uploads)
    for (const entrance of door.entrances) {
      const { endpoint } = entrance
      if (endpoint.takes !== 'multipart') continue
      const limit = parts.limitFor(endpoint)
      uploads.route({
        method: endpoint.method,
        url: endpoint.path,
        handler: (request, reply) => {
          lingerThenClose(request, reply)
          return answer(entrance, limit, parts, request, reply)
        },
      })
    }
  })
}

async function answer(
  entrance: Entrance,
  limit: Limit,
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visitor = await parts.visitors.visitorOf(request)
  if (isRefusal(visitor)) return refusedReply(reply, parts, visitor, parts.visitors.stranger(request))
  request.visitor = visitor
  const refused =
    (await limit(request, visitor)) ??
    (entrance.endpoint.method === 'GET' ? undefined : findForgery(entrance, parts, request, visitor))
  if (refused) return refusedReply(reply, parts, refused, visitor)
  const call = await callOf(entrance, parts, request)
  const given = isRefusal(call) ? call : await entrance.call(visitor, call)
  if (isRefusal(given)) return refusedReply(reply, parts, given, visitor)
  const change = findSessionChange(given)
  if (change) visitor.changeSession(change)
  sendCookies(reply, visitor)
  if (entrance.endpoint.output === 'stream') return sendStream(request, reply, given as Stream, parts.headers)
  reply.headers(parts.headers.plain)
  reply.header('cache-control', 'no-store')
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(given))
}

function refusedReply(
  reply: FastifyReply,
  parts: HttpParts,
  refusal: Refusal,
  visitor: Visitor,
): FastifyReply {
  reply.headers(parts.headers.plain)
  sendCookies(reply, visitor)
  return sendProblem(reply, refusal, visitor.language)
}

function findForgery(
  { endpoint }: Entrance,
  { publicOrigin }: HttpParts,
  request: FastifyRequest,
  visitor: Visitor,
): Refusal | undefined {
  if (visitor.who.kind === 'machine') return undefined
  const foreign = findForeignOrigin(request, publicOrigin)
  if (foreign) return foreign
  // Without a session there is nothing to ride on; but a session that just ended is told so first.
  if (!visitor.byCookie) return undefined
  const sent = request.headers['x-csrf-token']
  return findWrongCsrfToken(
    visitor,
    sent ?? (endpoint.takes === 'multipart' ? csrfOfQuery(request) : undefined),
  )
}

/** A plain multipart form cannot send a header, and its fields are not read yet: it names the token in its address. */
function csrfOfQuery(request: FastifyRequest): unknown {
  return (request.query as { _csrf?: unknown })._csrf
}

const KEY = /^[\x21-\x7e]{1,128}$/

async function callOf(
  { endpoint }: Entrance,
  parts: HttpParts,
  request: FastifyRequest,
): Promise<Call | Refusal> {
  const sent = request.headers['idempotency-key']
  if (sent !== undefined && (typeof sent !== 'string' || !KEY.test(sent)))
    return refuse('idempotency-key-malformed')
  const call = {
    params: request.params,
    query: endpoint.query ? request.query : undefined,
    key: sent ?? randomUUID(),
  }
  if (endpoint.takes !== 'multipart') return { ...call, input: request.body }
  const tooLarge = findTooLarge(request, parts.limits.upload)
  if (tooLarge) return tooLarge
  const form = readMultipart(request, parts.limits)
  const file = await form.next()
  const upload: Upload | undefined = file?.upload
  return { ...call, input: form.fields, upload }
}
