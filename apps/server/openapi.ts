import { type Access, type Endpoint, refusalText } from '@mashang/kit'
import type { Mount } from './door.ts'
import { capital, type SharedSchemas, sharedSchemas } from './openapi-schemas.ts'

type Json = Readonly<Record<string, unknown>>
type Table = Pick<Mount, 'name' | 'table'>

/** Version of the interface, as its description says it. */
const API_VERSION = '0.1.0'

/** The committed `openapi.json`. */
export function openApiFile(tables: readonly Table[]): string {
  return `${JSON.stringify(openApiOf(tables), null, 2)}\n`
}

/** The OpenAPI 3.1 description of every table, in a stable order: the committed file must not move by itself. */
export function openApiOf(tables: readonly Table[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  const shared = sharedSchemas(tables.flatMap(({ table }) => Object.entries(table).flatMap(namedSchemas)))
  for (const { name: module, table } of tables) {
    for (const [name, endpoint] of Object.entries(table)) {
      const path = templateOf(endpoint.path)
      paths[path] = {
        ...paths[path],
        [endpoint.method.toLowerCase()]: operationOf(module, name, endpoint, shared),
      }
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: '马上办 Mashang',
      version: API_VERSION,
      description:
        '城市政务服务中心开放接口。写操作须带 Idempotency-Key；浏览器会话须带 x-csrf-token；机器客户端用接口密钥。\n\n' +
        'The open interface of a city’s public service centre. Writes take an Idempotency-Key; browser sessions ' +
        'send x-csrf-token; machine clients use an API key. Refusals are RFC 9457 problem details.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: tables.map(({ name }) => ({ name })),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: { schemas: { Problem: PROBLEM, ...shared.components }, securitySchemes: SECURITY },
  }
}

function namedSchemas([name, { input, output }]: readonly [string, Endpoint]): (readonly [
  string,
  unknown,
])[] {
  const answer = output === 'stream' ? [] : [[`${capital(name)}Answer`, output] as const]
  return input ? [[`${capital(name)}Input`, input], ...answer] : [...answer]
}

/** `/items/:id` → `/items/{id}`, and the rest of a path as `{path}`. */
function templateOf(path: string): string {
  return path.replace(/:([A-Za-z0-9_]+)/g, '{$1}').replace(/\*$/, '{path}')
}

function operationOf(module: string, name: string, endpoint: Endpoint, shared: SharedSchemas): Json {
  const { method, summary, access, takes } = endpoint
  const isWrite = method !== 'GET'
  return {
    operationId: `${module}.${name}`,
    tags: [module],
    summary: summary.zh,
    description: `${summary.en}. ${sentenceOf(access)}`,
    ...(access.for === 'everyone' ? {} : { security: securityOf(access, isWrite) }),
    parameters: [...parametersOf(endpoint), ...(isWrite ? [IDEMPOTENCY_KEY] : [])],
    ...(endpoint.input || takes === 'multipart' ? { requestBody: bodyOf(endpoint, shared) } : {}),
    responses: responsesOf(endpoint, shared),
    'x-access': access,
    ...(endpoint.perMinute === undefined ? {} : { 'x-per-minute': endpoint.perMinute }),
  }
}

function sentenceOf(access: Access): string {
  if (access.for === 'everyone') return 'Open to everyone.'
  const who = [
    ...(access.citizen ? ['citizens'] : []),
    ...(access.staff?.length ? [`staff (${access.staff.join(', ')})`] : []),
    ...(access.machine?.length ? [`machines (${access.machine.join(', ')})`] : []),
  ]
  const row = access.row === undefined ? '' : ` Row rule: ${access.row}.`
  return `For ${who.join('; ')}.${row}`
}

function securityOf(access: Exclude<Access, { for: 'everyone' }>, isWrite: boolean): Json[] {
  const session = isWrite ? { session: [], csrf: [] } : { session: [] }
  return [
    ...(access.citizen || access.staff?.length ? [session] : []),
    ...(access.machine?.length ? [{ apiKey: [] }] : []),
  ]
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, Json>>
  readonly required?: readonly string[]
}

function parametersOf({ params, query }: Endpoint): Json[] {
  const of = (place: 'path' | 'query', schema: unknown): Json[] => {
    const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema
    return Object.entries(properties).map(([name, property]) => ({
      name: name === '*' ? 'path' : name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: property,
    }))
  }
  return [...of('path', params), ...of('query', query)]
}

function bodyOf({ input, takes }: Endpoint, shared: SharedSchemas): Json {
  if (takes !== 'multipart')
    return { required: true, content: { 'application/json': { schema: shared.referring(input) } } }
  const { properties = {}, required = [] } = (input ?? {}) as ObjectSchema
  const file = { type: 'string', format: 'binary', contentMediaType: 'application/octet-stream' }
  const schema = { type: 'object', properties: { ...properties, file }, required: [...required, 'file'] }
  return { required: true, content: { 'multipart/form-data': { schema } } }
}

function responsesOf(
  { output, refusals, access, method, input, params, query }: Endpoint,
  shared: SharedSchemas,
): Json {
  const door = [
    'too-many-requests',
    ...(access.for === 'everyone' ? [] : ['not-signed-in', 'session-expired', 'not-allowed']),
    ...(method === 'GET'
      ? []
      : ['csrf-token-missing', 'request-from-elsewhere', 'key-used-for-another-request']),
    ...(input || params || query ? ['input-invalid'] : []),
  ]
  const byStatus = new Map<number, string[]>()
  for (const code of new Set([...door, ...refusals])) {
    const { status } = refusalText(code)
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const answered =
    output === 'stream'
      ? { description: 'A file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }
      : { description: 'The answer', content: { 'application/json': { schema: shared.referring(output) } } }
  const refused = [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, codes]) => [String(status), problemsOf(codes)])
  return { 200: answered, ...Object.fromEntries(refused) }
}

/** Only the codes: their texts may be worded better without the interface changing. */
function problemsOf(codes: readonly string[]): Json {
  const schema = { $ref: '#/components/schemas/Problem' }
  return { description: [...codes].sort().join(', '), content: { 'application/problem+json': { schema } } }
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key and body gets the same answer; the same key with another body is refused.',
  schema: { type: 'string', pattern: '^[!-~]{1,128}$' },
}

const WORDS = {
  type: 'object',
  required: ['zh', 'en'],
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
}

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'detail', 'code', 'facts', 'fields', 'words'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    rule: { type: 'string', description: 'The legal rule the refusal rests on' },
    article: { type: 'string', description: 'Where that rule stands' },
    facts: { type: 'object', description: 'What was compared' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message', 'words'],
        properties: {
          path: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
          words: WORDS,
        },
      },
    },
    words: WORDS,
  },
}

const SECURITY = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'mashang-session',
    description: 'Set by signing in; `__Host-mashang-session` on https',
  },
  csrf: {
    type: 'apiKey',
    in: 'header',
    name: 'x-csrf-token',
    description: '`csrfToken` of GET /api/identity/me',
  },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key with scopes, issued by an administrator',
  },
}
