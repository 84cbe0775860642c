import { randomBytes } from 'node:crypto'
import formbody from '@fastify/formbody'
import {
  type Endpoints,
  type Fields,
  isRefusal,
  type Page,
  type PageAnswer,
  type PageRequest,
  problemOf,
  type Refusal,
  refuse,
  type Site,
  type Trouble,
  type Upload,
} from '@mashang/kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendCookies, sendStream, statusHeaders } from './answer.ts'
import { accessRefusal, type Door } from './door.ts'
import { findForeignOrigin, findWrongCsrfToken } from './forgery.ts'
import type { HttpParts } from './http-parts.ts'
import type { Limit } from './limits.ts'
import { findPosted, findTyped } from './typed.ts'
import { findTooLarge, lingerThenClose, type Multipart, readMultipart } from './uploads.ts'
import type { Visitor } from './visitor.ts'

/** Mounts the pages of a site; what they ask of the modules goes through the same door as HTTP. */
export async function mountSite(
  app: FastifyInstance,
  site: Site,
  door: Door,
  parts: HttpParts,
): Promise<void> {
  const add = (context: FastifyInstance, page: Page) => {
    const limit = parts.limitOf(page.perMinute)
    context.route({
      method: page.method,
      url: page.path,
      handler: (request, reply) => show({ page, site, door, parts, limit }, request, reply),
    })
  }
  for (const page of site.pages) if (page.method === 'GET') add(app, page)
  await app.register(async (forms) => {
    await forms.register(formbody, { bodyLimit: parts.limits.body })
    for (const page of site.pages) if (page.method === 'POST' && page.takes !== 'multipart') add(forms, page)
  })
  await app.register(async (uploads) => {
    await parts.takeMultipart(uploads)
    for (const page of site.pages)
      if (page.method === 'POST' && page.takes === 'multipart') add(uploads, page)
  })
}

interface Showing {
  readonly page: Page
  readonly site: Site
  readonly door: Door
  readonly parts: HttpParts
  readonly limit: Limit
}

async function show(showing: Showing, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { page, site, door, parts, limit } = showing
  const found = await parts.visitors.visitorOf(request)
  const visitor = isRefusal(found) ? parts.visitors.stranger(request) : found
  request.visitor = visitor
  const trouble = (refusal: Refusal, asked: AskedPage, typed?: Trouble['typed']) =>
    showTrouble(site, parts, asked, reply, refusal, typed)
  const bare = pageRequest(door, parts, request, visitor, {}, undefined)
  const refused = isRefusal(found) ? found : ((await limit(request, visitor)) ?? findUnfitAddress(request))
  if (refused) return trouble(refused, bare, await findPosted(request, parts.publicOrigin))
  const closed = accessRefusal(page, visitor)
  if (closed && visitor.who.kind === 'anonymous' && page.method === 'GET') {
    return redirect(reply, visitor, `${site.signIn}?next=${encodeURIComponent(request.url)}`)
  }
  // Whoever is somebody and may not do this will not be helped by doing it again.
  if (closed && (page.method === 'GET' || visitor.who.kind !== 'anonymous')) return trouble(closed, bare)
  let asked = bare
  if (page.method === 'POST') {
    const form = await readForm(page, parts, request, reply)
    if (isRefusal(form)) return trouble(closed ?? form, bare)
    const refused =
      closed ??
      findForeignOrigin(request, parts.publicOrigin) ??
      findWrongCsrfToken(visitor, form.fields._csrf)
    if (refused) return trouble(refused, bare, await findTyped(request, parts.publicOrigin, form))
    asked = pageRequest(door, parts, request, visitor, form.fields, form.uploads)
  }
  return sendPage(asked, await page.render(asked.request), parts, request, reply)
}

interface Form {
  readonly takes: 'form' | 'multipart'
  readonly fields: Fields
  readonly uploads?: PageRequest['uploads']
}

async function readForm(
  page: Page,
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Form | Refusal> {
  if (page.takes !== 'multipart') return { takes: 'form', fields: (request.body ?? {}) as Fields }
  lingerThenClose(request, reply)
  const tooLarge = findTooLarge(request, parts.limits.upload)
  if (tooLarge) return tooLarge
  const form = readMultipart(request, parts.limits)
  const first = await form.next()
  return { takes: 'multipart', fields: form.fields, uploads: uploadsFrom(form, first) }
}

type NamedUpload = { readonly field: string; readonly upload: Upload }

async function* uploadsFrom(form: Multipart, first: NamedUpload | undefined): AsyncGenerator<NamedUpload> {
  for (let file = first; file; file = await form.next()) yield file
}

async function* noUploads(): AsyncGenerator<NamedUpload> {}

/** A request of a page, and the visitor whose cookies go out with the answer. */
export interface AskedPage {
  readonly request: PageRequest
  readonly visitor: Visitor
  /** The nonce, if the page asked for one. */
  readonly usedNonce: () => string | undefined
}

export function pageRequest(
  door: Door,
  parts: HttpParts,
  request: FastifyRequest,
  visitor: Visitor,
  form: Fields,
  uploads: PageRequest['uploads'] | undefined,
): AskedPage {
  let nonce: string | undefined
  const asked: PageRequest = {
    who: visitor.who,
    params: (request.params ?? {}) as Readonly<Record<string, string>>,
    query: (request.query ?? {}) as Fields,
    form,
    uploads: uploads ?? noUploads(),
    language: visitor.language,
    get csrfToken() {
      return visitor.csrfToken
    },
    url: request.url,
    origin: parts.publicOrigin,
    cookies: visitor.cookies as Readonly<Record<string, string>>,
    get nonce() {
      nonce ??= randomBytes(16).toString('base64')
      return nonce
    },
    client: <T extends Endpoints>(table: T) =>
      door.clientOf(table, visitor, {
        // Sign-in codes, say, cannot be had faster through a page than through the API.
        before: (endpoint) =>
          endpoint.perMinute === undefined ? undefined : parts.limitFor(endpoint)(request, visitor),
        onSession: (change) => visitor.changeSession(change),
      }),
  }
  return { request: asked, visitor, usedNonce: () => nonce }
}

function sendPage(
  asked: AskedPage,
  answer: PageAnswer,
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { visitor } = asked
  if ('cookies' in answer) {
    for (const cookie of answer.cookies ?? []) visitor.addCookie(parts.cookies.ofPreference(cookie))
  }
  if ('redirect' in answer) return redirect(reply, visitor, answer.redirect)
  sendCookies(reply, visitor)
  if ('body' in answer) return sendStream(request, reply, answer, parts.headers)
  pageHeaders(asked, parts, reply)
  if (answer.headers) reply.headers(answer.headers)
  return reply.code(answer.status ?? 200).send(answer.html)
}

function pageHeaders({ visitor, usedNonce }: AskedPage, { headers }: HttpParts, reply: FastifyReply): void {
  reply.headers(headers.page)
  const nonce = usedNonce()
  if (nonce !== undefined) reply.header('content-security-policy', headers.policyWith(nonce))
  const isShared = visitor.who.kind === 'anonymous' && visitor.setCookies.length === 0
  reply.header('cache-control', isShared ? 'private, no-cache' : 'no-store')
  reply.header('vary', 'Cookie, Accept-Language')
  reply.type('text/html; charset=utf-8')
}

function redirect(reply: FastifyReply, visitor: Visitor, target: string): FastifyReply {
  if (!/^\/(?![/\\])/.test(target)) throw new Error('a page may redirect to a path of its own site only')
  sendCookies(reply, visitor)
  reply.header('cache-control', 'no-store')
  return reply.redirect(target, 303)
}

/** A refusal, or a bug by its id, as a page of the site. */
export function showTrouble(
  site: Site,
  parts: HttpParts,
  asked: AskedPage,
  reply: FastifyReply,
  refusal: Refusal,
  typed?: Trouble['typed'],
): FastifyReply {
  const { status } = problemOf(refusal)
  const html = site.renderTrouble(asked.request, { refusal, status, ...(typed ? { typed } : {}) })
  statusHeaders(reply, refusal, { status })
  sendCookies(reply, asked.visitor)
  pageHeaders(asked, parts, reply)
  return reply.code(status).send(html)
}

const UNFIT = /%00|\0/

/** Parameters of pages have no schema, and U+0000 can be kept by no database. */
function findUnfitAddress(request: FastifyRequest): Refusal | undefined {
  return UNFIT.test(request.url) ? refuse('url-malformed') : undefined
}
