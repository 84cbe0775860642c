import type { Client, Endpoints, Upload } from '@mashang/kit'
import { addressOf, type Route, type RouteTable } from './route.ts'
import { own, Refused, refusalFrom, type ShownRefusal } from './shown-refusal.ts'

/** What the client needs of the page around it. */
export interface Door {
  readonly fetch: typeof fetch
  /** Token of the session that each write carries. */
  csrfToken(): string
  language(): 'zh' | 'en'
  /**
   * Asks the server for a new token; used once where the old one was refused. False where another person has
   * signed in meanwhile, in whose name nothing typed here may be sent.
   */
  renewToken(): Promise<boolean>
  /**
   * The session is over: lets the person sign in again over what is being typed.
   * `same` goes on with the call, `another` means somebody else signed in, `left` that nobody did.
   */
  signInAgain(): Promise<'same' | 'another' | 'left'>
}

interface Call {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly input?: unknown
  readonly key?: string
  readonly upload?: Upload
}

/** An upload of a file the person chose; the browser streams it by itself. */
export function uploadOf(file: File): Upload & { readonly blob: Blob } {
  return {
    name: file.name,
    type: file.type || 'application/octet-stream',
    blob: file,
    body: {
      async *[Symbol.asyncIterator]() {
        yield new Uint8Array(await file.arrayBuffer())
      },
    },
  }
}

/**
 * The typed client of an endpoint table over HTTP. Refusals come back as values with their words (`ShownRefusal`).
 * A write carries the CSRF token and an Idempotency-Key, the same one when it is repeated after signing in again.
 */
export function clientOf<T extends Endpoints>(table: RouteTable<T>, door: Door): Client<T> {
  const calls = Object.entries<Route>(table).map(([name, route]) => [
    name,
    (call: Call = {}) => callRoute(route, { ...call, key: call.key ?? newKey() }, door),
  ])
  return Object.fromEntries(calls) as Client<T>
}

/** The answer, or a thrown `Refused`: for queries, whose states react-query keeps. */
export async function answerOf<A>(promise: Promise<A>): Promise<Exclude<A, { refused: true }>> {
  const answer = await promise
  if (isShown(answer)) throw new Refused(answer)
  return answer as Exclude<A, { refused: true }>
}

export function isShown(answer: unknown): answer is ShownRefusal {
  return typeof answer === 'object' && answer !== null && (answer as { refused?: unknown }).refused === true
}

async function callRoute(route: Route, call: Call, door: Door): Promise<unknown> {
  const first = await send(route, call, door)
  if (!isShown(first)) return first
  if (first.code === 'csrf-token-missing') {
    return (await door.renewToken()) ? send(route, call, door) : own('signed-in-as-another', 401)
  }
  if (first.status !== 401) return first
  switch (await door.signInAgain()) {
    case 'same':
      return send(route, call, door)
    case 'another':
      return own('signed-in-as-another', 401)
    case 'left':
      return first
  }
}

async function send(route: Route, call: Call, door: Door): Promise<unknown> {
  const init = await initOf(route, call, door)
  let response: Response
  try {
    response = await door.fetch(addressOf(route.path, call.params, call.query), init)
  } catch {
    return own('no-connection')
  }
  const body = await response.json().catch(() => undefined)
  if (response.ok) return body === undefined ? own('answer-unreadable', response.status) : body
  return refusalFrom(body, response.status)
}

async function initOf(route: Route, call: Call, door: Door): Promise<RequestInit> {
  const headers = new Headers({ accept: 'application/json', 'accept-language': door.language() })
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin' }
  if (route.method === 'GET') return init
  headers.set('x-csrf-token', door.csrfToken())
  if (call.key) headers.set('idempotency-key', call.key)
  if (call.upload) {
    const form = new FormData()
    form.set('file', await blobOf(call.upload), call.upload.name)
    return { ...init, body: form }
  }
  if (call.input === undefined) return init
  headers.set('content-type', 'application/json')
  return { ...init, body: JSON.stringify(call.input) }
}

async function blobOf(upload: Upload & { readonly blob?: Blob }): Promise<Blob> {
  if (upload.blob) return upload.blob
  const parts: BlobPart[] = []
  for await (const part of upload.body) parts.push(new Uint8Array(part))
  return new Blob(parts, { type: upload.type })
}

/** A fresh Idempotency-Key. `crypto.randomUUID` is missing where the office still uses plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
