import type { Static, TSchema } from 'typebox'
import type { Refusal, Words } from './refusal.ts'
import type { MachineScope, StaffRole, Who } from './who.ts'

/**
 * Who may call an endpoint. `row` names the row-level rule the handler enforces on top
 * (`own-application`, `own-organ`), so that the access matrix can test it by name.
 */
export type Access =
  | { readonly for: 'everyone' }
  | {
      readonly for: 'some'
      readonly citizen?: boolean
      readonly staff?: readonly StaffRole[]
      readonly machine?: readonly MachineScope[]
      readonly row?: string
    }

export const everyone: Access = { for: 'everyone' }

/** What an endpoint streams when it does not answer JSON. */
export interface Stream {
  readonly type: string
  readonly filename?: string
  /** Size in bytes, if known before streaming. */
  readonly size?: number
  readonly inline?: boolean
  readonly etag?: string
  /** Seconds any cache may keep it; a year for what never changes. Without it nothing may. */
  readonly maxAge?: number
  readonly body: AsyncIterable<Uint8Array> | Uint8Array | string
}

/** One upload taken off the wire; `body` is never held whole in memory. */
export interface Upload {
  readonly name: string
  readonly type: string
  readonly body: AsyncIterable<Uint8Array>
}

/** One row of the typed endpoint table; the server mounts it, the web derives its client, OpenAPI is printed from it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:name` for parameters. */
  readonly path: string
  readonly summary: Words
  readonly access: Access
  readonly params?: TSchema
  readonly query?: TSchema
  readonly input?: TSchema
  /** A schema, or `'stream'` for a file. */
  readonly output: TSchema | 'stream'
  /** `multipart` takes one file in the field `file`; the default is JSON. */
  readonly takes?: 'json' | 'multipart'
  /** Codes of the refusals it may answer beside those of the door itself (validation, access, limits). */
  readonly refusals: readonly string[]
  /** Requests a minute from one caller, where it differs from the server's default. */
  readonly perMinute?: number
}

export type Endpoints = Readonly<Record<string, Endpoint>>

/** Keeps the literal types of a table while checking its shape. */
export function endpoints<const T extends Endpoints>(table: T): T {
  return table
}

type Of<S> = S extends TSchema ? Static<S> : undefined

export type ParamsOf<E extends Endpoint> = Of<E['params']>
export type QueryOf<E extends Endpoint> = Of<E['query']>
export type InputOf<E extends Endpoint> = Of<E['input']>
// Asked first: to TypeScript even a text is a TSchema, which has no property of its own.
export type OutputOf<E extends Endpoint> = E['output'] extends 'stream'
  ? Stream
  : E['output'] extends TSchema
    ? Static<E['output']>
    : never

/** What a handler is given: everything checked, nothing to parse. */
export interface Request<E extends Endpoint> {
  readonly who: Who
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly input: InputOf<E>
  /** `Idempotency-Key` of a write; the door makes one where the caller sent none. */
  readonly key: string
  readonly upload?: Upload
  /** Language the caller asked for. */
  readonly language: 'zh' | 'en'
  /** Token that writes of this session must carry; given by the door where the caller came with a cookie. */
  readonly csrfToken?: string
}

export type Handler<E extends Endpoint> = (request: Request<E>) => Promise<OutputOf<E> | Refusal>

/** `handlers satisfies Handlers<typeof endpoints>`: none can be forgotten. */
export type Handlers<T extends Endpoints> = { readonly [K in keyof T]: Handler<T[K]> }

/** The arguments of one call through a typed client: only those parts the endpoint has. */
export type CallOf<E extends Endpoint> = (E['params'] extends TSchema
  ? { params: ParamsOf<E> }
  : { params?: undefined }) &
  (E['query'] extends TSchema ? { query?: QueryOf<E> } : { query?: undefined }) &
  (E['input'] extends TSchema ? { input: InputOf<E> } : { input?: undefined }) & {
    key?: string
    upload?: Upload
  }

/** A typed client of a table; the citizen's site calls it in the process, the desk over HTTP. */
export type Client<T extends Endpoints> = {
  readonly [K in keyof T]: (call: CallOf<T[K]>) => Promise<OutputOf<T[K]> | Refusal>
}

/** Whether the door lets `who` in; the row rule is the handler's. */
export function mayCall(access: Access, who: Who): boolean {
  if (access.for === 'everyone' || who.kind === 'system') return true
  switch (who.kind) {
    case 'anonymous':
      return false
    case 'citizen':
      return access.citizen === true
    case 'staff':
      return access.staff?.some((role) => who.roles.includes(role)) ?? false
    case 'machine':
      return access.machine?.some((scope) => who.scopes.includes(scope)) ?? false
  }
}
