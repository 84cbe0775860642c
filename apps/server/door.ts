import {
  type Client,
  type Endpoint,
  type Endpoints,
  findSessionChange,
  type Handlers,
  isRefusal,
  mayCall,
  type Refusal,
  refuse,
  type SessionChange,
  type Upload,
  uuidv7,
  type Validated,
  validatorOf,
  type Who,
} from '@mashang/kit'

/** A table with what answers it, its types told apart no more. */
export interface Mount {
  readonly name: string
  readonly table: Endpoints
  readonly handlers: Readonly<Record<string, AnyHandler>>
}

type AnyHandler = (request: never) => Promise<unknown>

/** `mount('identity', identityEndpoints, identity.handlers)`: the types are checked here, once. */
export function mount<T extends Endpoints>(name: string, table: T, handlers: Handlers<T>): Mount {
  return { name, table, handlers: handlers as unknown as Mount['handlers'] }
}

/** Who comes to the door, however they came: over HTTP or from a page in this process. */
export interface Caller {
  readonly who: Who
  /** They came with a session that is over. */
  readonly expired: boolean
  readonly language: 'zh' | 'en'
  /** Read only where it is needed: for a visitor it may set a cookie. */
  readonly csrfToken: string
}

/** What one call brings: parsed, not yet checked. */
export interface Call {
  readonly params?: unknown
  readonly query?: unknown
  readonly input?: unknown
  readonly upload?: Upload
  readonly key?: string
}

/** One endpoint, ready to be called. */
export interface Entrance {
  readonly name: string
  readonly module: string
  readonly endpoint: Endpoint
  call(caller: Caller, call: Call): Promise<unknown>
}

export interface Door {
  readonly entrances: readonly Entrance[]
  /** A client that goes through the same checks as HTTP. */
  clientOf<T extends Endpoints>(table: T, caller: Caller, around: AroundCalls): Client<T>
}

/** What the one who hands out a client adds to each call. */
export interface AroundCalls {
  /** A refusal keeps the call from being made: one too many of this endpoint. */
  before?(endpoint: Endpoint): Promise<Refusal | undefined> | undefined
  /** Told of sign-ins and sign-outs. */
  onSession?(change: SessionChange): void
}

/**
 * The one way to every handler: access, then validation, then the handler, which adds its row rules.
 * Nothing else in the server may call a handler.
 */
export function createDoor(mounts: readonly Mount[]): Door {
  const entrances = mounts.flatMap((one) =>
    Object.entries(one.table).map(([name, endpoint]) => entranceOf(one, name, endpoint)),
  )
  const byEndpoint = new Map(entrances.map((entrance) => [entrance.endpoint, entrance]))
  return {
    entrances,
    clientOf<T extends Endpoints>(table: T, caller: Caller, around: AroundCalls) {
      // A proxy costs the same for a table of a hundred endpoints as for one, and a page makes one a request.
      return new Proxy(table, {
        get(_, name) {
          const endpoint = typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined
          if (!endpoint) return undefined
          const entrance = byEndpoint.get(endpoint)
          if (!entrance) throw new Error(`the endpoint ${endpoint.method} ${endpoint.path} is not mounted`)
          return async (call: Call) => {
            const answer = (await around.before?.(endpoint)) ?? (await entrance.call(caller, call))
            const change = findSessionChange(answer)
            if (change) around.onSession?.(change)
            return answer
          }
        },
      }) as unknown as Client<T>
    },
  }
}

type Check = (value: unknown) => Validated<unknown>

function entranceOf(from: Mount, name: string, endpoint: Endpoint): Entrance {
  const handler = from.handlers[name] as ((request: unknown) => Promise<unknown>) | undefined
  if (!handler) throw new Error(`nothing answers the endpoint ${from.name}.${name}`)
  // What travels in the address, or as a form's fields, is text and becomes what the schema says.
  const params = endpoint.params && validatorOf(endpoint.params, { coerce: true })
  const query = endpoint.query && validatorOf(endpoint.query, { coerce: true })
  const input = endpoint.input && validatorOf(endpoint.input, { coerce: endpoint.takes === 'multipart' })
  return {
    name,
    module: from.name,
    endpoint,
    async call(caller, call) {
      const refused = accessRefusal(endpoint, caller)
      if (refused) return refused
      const checked = checkedParts(
        [params, call.params ?? {}],
        [query, call.query ?? {}],
        [input, call.input ?? {}],
      )
      if (isRefusal(checked)) return checked
      if (endpoint.takes === 'multipart' && !call.upload) return refuse('upload-missing')
      return handler({
        who: caller.who,
        params: checked[0],
        query: checked[1],
        input: checked[2],
        key: call.key ?? uuidv7(),
        upload: call.upload,
        language: caller.language,
        get csrfToken() {
          return caller.csrfToken
        },
      })
    },
  }
}

/** Why the door stays shut, if it does. */
export function accessRefusal(target: Pick<Endpoint, 'access'>, caller: Caller): Refusal | undefined {
  if (mayCall(target.access, caller.who)) return undefined
  if (caller.who.kind !== 'anonymous') return refuse('not-allowed')
  return refuse(caller.expired ? 'session-expired' : 'not-signed-in')
}

/** The values, or one refusal with what is wrong in any of them. */
function checkedParts(...parts: readonly [Check | undefined, unknown][]): unknown[] | Refusal {
  const values: unknown[] = []
  for (const [check, given] of parts) {
    const checked = check?.(given)
    if (checked && isRefusal(checked)) return checked
    values.push(checked?.value)
  }
  return values
}
