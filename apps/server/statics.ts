import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { SecurityHeaders } from './headers.ts'

/** A name with a hash of its content: it can be kept for good, because other content gets another name. */
const HASHED = /[.-][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/
const A_YEAR = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'public, max-age=0, must-revalidate'

/** What the desk's `index.html` has wherever a nonce belongs (Vite's `html.cspNonce`). */
const NONCE_MARK = '__CSP_NONCE__'

/** Lets replies send files of folders; the folders themselves are given one by one. */
export async function registerStatics(app: FastifyInstance, anyFolder: string): Promise<void> {
  await app.register(fastifyStatic, { root: anyFolder, serve: false, cacheControl: false, dotfiles: 'deny' })
}

/** Serves the files that stand in a folder now, under a prefix such as `/assets/`. */
export function mountFolder(
  app: FastifyInstance,
  prefix: string,
  folder: string,
  headers: SecurityHeaders,
): void {
  const files = filesIn(folder)
  app.get(`${prefix.replace(/\/?$/, '/')}*`, async (request, reply) => {
    const name = wildcard(request.params)
    return files.has(name) ? sendFile(reply, folder, name, headers, files) : reply.callNotFound()
  })
}

/** Serves the desk: its files, and its one page for every other address below `/desk/`. */
export function mountDesk(app: FastifyInstance, folder: string, headers: SecurityHeaders): boolean {
  const index = join(folder, 'index.html')
  if (!existsSync(index)) return false
  const files = filesIn(folder)
  const page = readFileSync(index, 'utf8').split(NONCE_MARK)
  app.get('/desk', async (_, reply) => reply.redirect('/desk/', 308))
  app.get('/desk/*', async (request, reply) => {
    const name = wildcard(request.params)
    if (name !== 'index.html' && files.has(name)) return sendFile(reply, folder, name, headers, files)
    // A missing script must not come as a page: the browser would say something puzzling about its type.
    if (name.startsWith('assets/')) return reply.callNotFound()
    const nonce = randomBytes(16).toString('base64')
    reply.headers(headers.page)
    reply.header('content-security-policy', headers.policyWith(nonce))
    reply.header('cache-control', 'no-store')
    return reply.type('text/html; charset=utf-8').send(page.join(nonce))
  })
  return true
}

function wildcard(params: unknown): string {
  return (params as { '*'?: string })['*'] ?? ''
}

/** Read once at the start: nothing outside can be named, and a missing file costs no look at the disk. */
function filesIn(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set()
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  return new Set(names)
}

function sendFile(
  reply: FastifyReply,
  folder: string,
  name: string,
  headers: SecurityHeaders,
  files: ReadonlySet<string>,
): FastifyReply {
  reply.headers(headers.plain)
  reply.header('cache-control', HASHED.test(name) ? A_YEAR : ASK_AGAIN)
  const accepted = String(reply.request.headers['accept-encoding'] ?? '')
  // Packed at build time where the build did so: packing at each request would cost more than it saves.
  for (const [coding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    if (!accepted.includes(coding) || !files.has(name + ending)) continue
    reply.header('content-encoding', coding).header('vary', 'Accept-Encoding').type(typeOf(name))
    return reply.sendFile(name + ending, folder, { contentType: false })
  }
  return reply.sendFile(name, folder)
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
}

function typeOf(name: string): string {
  return TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}
