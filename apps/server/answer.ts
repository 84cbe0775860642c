import { Readable } from 'node:stream'
import { type Problem, problemOf, type Refusal, refuse, type Stream } from '@mashang/kit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SecurityHeaders } from './headers.ts'
import type { Visitor } from './visitor.ts'

/** Puts on an answer the cookies that came up while it was made. */
export function sendCookies(reply: FastifyReply, visitor: Visitor): void {
  if (visitor.setCookies.length > 0) reply.header('set-cookie', [...visitor.setCookies])
}

/** A refusal as problem details, with the headers its status calls for. */
export function sendProblem(reply: FastifyReply, refusal: Refusal, language: 'zh' | 'en'): FastifyReply {
  const problem = problemOf(refusal, language)
  statusHeaders(reply, refusal, problem)
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}

export function statusHeaders(
  reply: FastifyReply,
  refusal: Refusal,
  { status }: Pick<Problem, 'status'>,
): void {
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="mashang"')
  if (status === 503) reply.header('retry-after', '5')
  const { seconds } = refusal.facts
  if (status === 429 && typeof seconds === 'number') reply.header('retry-after', String(seconds))
}

/** A file: type, name, size, entity tag, and how long it may be kept. */
export function sendStream(
  request: FastifyRequest,
  reply: FastifyReply,
  stream: Stream,
  headers: SecurityHeaders,
): FastifyReply {
  reply.headers(headers.plain)
  // The viewers of browsers run inside the document: a sandbox would leave them blank.
  if (stream.type.startsWith('application/pdf')) {
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'self'")
    reply.header('x-frame-options', 'SAMEORIGIN')
  }
  reply.type(stream.type)
  reply.header('content-disposition', dispositionOf(stream))
  const { maxAge } = stream
  reply.header(
    'cache-control',
    maxAge === undefined
      ? stream.etag === undefined
        ? 'no-store'
        : 'private, no-cache'
      : `public, max-age=${maxAge}${maxAge >= 31_536_000 ? ', immutable' : ''}`,
  )
  if (stream.etag !== undefined) {
    const tag = `"${stream.etag}"`
    reply.header('etag', tag)
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(tag)) {
      dropBody(stream)
      return reply.code(304).send()
    }
  }
  if (typeof stream.body === 'string') return reply.send(stream.body)
  if (stream.body instanceof Uint8Array)
    return reply.send(Buffer.from(stream.body.buffer, stream.body.byteOffset, stream.body.byteLength))
  if (stream.size !== undefined) reply.header('content-length', String(stream.size))
  return reply.send(Readable.from(stream.body, { objectMode: false }))
}

/** Gives back what an unread body holds open. */
function dropBody({ body }: Stream): void {
  if (typeof body === 'string' || body instanceof Uint8Array) return
  void body[Symbol.asyncIterator]().return?.()
}

/** RFC 6266 and 8187: a plain name for old clients, the real one in UTF-8. */
function dispositionOf({ filename, inline }: Stream): string {
  const kind = inline ? 'inline' : 'attachment'
  if (filename === undefined) return kind
  const plain = filename.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(filename).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`
}

const UNAVAILABLE = /^(08|57P0|53)/
const NO_CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'])

/** What a thrown error is to the caller: mostly a bug, sometimes a request nobody could read. */
export function refusalOf(error: unknown, id: string, limits: { body: number; upload: number }): Refusal {
  const {
    code = '',
    statusCode,
    message = '',
  } = error as { code?: string; statusCode?: number; message?: string }
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refuse('body-too-large', { facts: { limit: limits.body } })
    case 'FST_REQ_FILE_TOO_LARGE':
      return refuse('file-too-large', { facts: { limit: limits.upload } })
    case 'FST_PARTS_LIMIT':
    case 'FST_FILES_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return refuse('body-too-large', { facts: { limit: limits.upload } })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return refuse('body-type-not-accepted', { facts: { accepted: 'application/json' } })
    case 'FST_MP_PREMATURE_CLOSE':
      return refuse('upload-broken-off')
    case 'FST_ERR_BAD_URL':
      return refuse('url-malformed')
    case 'FST_UNDER_PRESSURE':
      return refuse('too-busy')
  }
  if (/^(Part terminated early|Unexpected end of multipart|Multipart: Boundary not found)/.test(message)) {
    return refuse('upload-broken-off')
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return refuse('body-malformed')
  if (
    UNAVAILABLE.test(code) ||
    (NO_CONNECTION.has(code) && 'syscall' in (error as object)) ||
    /^Connection terminated/.test(message)
  ) {
    return refuse('not-available-now')
  }
  return refuse('internal', { facts: { id } })
}
