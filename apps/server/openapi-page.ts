import { randomBytes } from 'node:crypto'
import { REFUSALS, refusalText } from '@mashang/kit'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Mount } from './door.ts'
import type { SecurityHeaders } from './headers.ts'
import { openApiOf } from './openapi.ts'

/** Serves `/openapi.json`, and `/openapi` for people, in both languages and without scripts. */
export function mountOpenApi(app: FastifyInstance, mounts: readonly Mount[], headers: SecurityHeaders): void {
  // Made when first asked for: few ask, and starting should not wait for it.
  let made: { readonly text: string; readonly page: (nonce: string) => string } | undefined
  const make = () => {
    const document = openApiOf(mounts)
    return { text: JSON.stringify(document), page: pageOf(mounts, document) }
  }
  app.get('/openapi.json', async (_, reply) => {
    made ??= make()
    reply.headers(headers.plain).header('cache-control', 'public, max-age=300')
    return reply
      .header('access-control-allow-origin', '*')
      .type('application/json; charset=utf-8')
      .send(made.text)
  })
  const show = (reply: FastifyReply, html: (nonce: string) => string) => {
    const nonce = randomBytes(16).toString('base64')
    reply.headers(headers.page).header('content-security-policy', headers.policyWith(nonce))
    return reply.type('text/html; charset=utf-8').send(html(nonce))
  }
  app.get('/openapi', async (_, reply) => {
    made ??= make()
    return show(reply, made.page)
  })
  app.get<{ Params: { code: string } }>('/problems/:code', async ({ params }, reply) => {
    const problem = problemPage(params.code)
    return problem ? show(reply, problem) : reply.callNotFound()
  })
}

const METHOD_COLOUR = { GET: '#0A5BA8', POST: '#1E7B4F', PUT: '#9A5B00', DELETE: '#C8321E' } as const

function pageOf(mounts: readonly Mount[], document: object): (nonce: string) => string {
  const operations = operationsByName(document)
  const contents = mounts
    .map(({ name }) => `<li><a href="#${escaped(name)}">${escaped(name)}</a></li>`)
    .join('')
  const sections = mounts.map((one) => sectionOf(one, operations)).join('')
  return framed(
    '开放接口',
    'Open interface',
    `<p>机器可读的说明：<a href="/openapi.json">/openapi.json</a>（OpenAPI 3.1）。
<span lang="en">The description for machines: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</span></p>
<ul><li>写操作可带 <code>Idempotency-Key</code>：同键同文，同一答复。
<span lang="en">Writes take an <code>Idempotency-Key</code>: the same key and body gets the same answer.</span></li>
<li>浏览器会话的写操作须带 <code>x-csrf-token</code>（见 <code>GET /api/identity/me</code>）。
<span lang="en">Writes of a browser session carry <code>x-csrf-token</code>, told by <code>GET /api/identity/me</code>.</span></li>
<li>机器客户端：<code>Authorization: Bearer 密钥</code>。
<span lang="en">Machine clients: <code>Authorization: Bearer KEY</code>.</span></li>
<li>拒绝以 RFC 9457 <code>application/problem+json</code> 答复，<code>words</code> 有中英文。
<span lang="en">Refusals are RFC 9457 problem details, in both languages under <code>words</code>.</span></li></ul>
<nav aria-label="目录 Contents"><ul>${contents}</ul></nav>${sections}${schemasOf(document)}`,
  )
}

/** What a code of a refusal means, at the address that problem details give as its type. */
function problemPage(code: string): ((nonce: string) => string) | undefined {
  if (!Object.hasOwn(REFUSALS, code)) return undefined
  const { status, title, mend } = refusalText(code)
  const both = (zh: string, en: string) => `<p>${escaped(zh)}</p><p lang="en">${escaped(en)}</p>`
  const how = mend ? `<h2>怎么办 <span lang="en">What to do</span></h2>${both(mend.zh, mend.en)}` : ''
  return framed(
    '答复代码',
    'Refusal',
    `<p><code>${escaped(code)}</code> · HTTP ${status}</p>${both(title.zh, title.en)}${how}`,
  )
}

function framed(zh: string, en: string, main: string): (nonce: string) => string {
  return (nonce) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${zh} ${en} · 马上办 Mashang</title><style nonce="${nonce}">${STYLE}</style></head>
<body><header><p><a href="/">马上办 Mashang</a></p><h1>${zh} <span lang="en">${en}</span></h1></header>
<main>${main}</main></body></html>`
}

interface Operation {
  readonly description: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: unknown }>>
}

function schemasOf(document: object): string {
  const { components } = document as { components: { schemas: Readonly<Record<string, unknown>> } }
  const rows = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${escaped(name)}"><summary><code>${escaped(name)}</code></summary>${shown(schema)}</details>`,
  )
  return `<section><h2 id="schemas">结构 <span lang="en">Schemas</span></h2>${rows.join('')}</section>`
}

/** A schema as text, its references as links. */
function shown(schema: unknown): string {
  const text = escaped(JSON.stringify(schema, null, 2))
  return `<pre tabindex="0">${text.replace(/#\/components\/schemas\/(\w+)/g, '<a href="#schema-$1">$&</a>')}</pre>`
}

function operationsByName(document: object): Map<string, Operation> {
  const { paths } = document as { paths: Record<string, Record<string, Operation & { operationId: string }>> }
  return new Map(
    Object.values(paths)
      .flatMap((path) => Object.values(path))
      .map((operation) => [operation.operationId, operation]),
  )
}

function sectionOf({ name, table }: Mount, operations: Map<string, Operation>): string {
  const rows = Object.entries(table).map(([endpointName, endpoint]) => {
    const operation = operations.get(`${name}.${endpointName}`)
    const colour = METHOD_COLOUR[endpoint.method].slice(1)
    return `<details><summary><b class="m${colour}">${endpoint.method}</b> <code>${escaped(endpoint.path)}</code>
<span>${escaped(endpoint.summary.zh)} <span lang="en">${escaped(endpoint.summary.en)}</span></span></summary>
${operation ? detailsOf(operation) : ''}</details>`
  })
  return `<section><h2 id="${escaped(name)}">${escaped(name)}</h2>${rows.join('')}</section>`
}

function detailsOf({ description, parameters, requestBody, responses }: Operation): string {
  const list = parameters.map(
    (one) => `<li><code>${escaped(one.name)}</code> (${one.in}${one.required ? ', 必填 required' : ''})</li>`,
  )
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<h3>请求 Request · ${escaped(type)}</h3>${shown(schema)}`,
  )
  const answers = Object.entries(responses).map(([status, { description: told, content }]) => {
    const schema = status === '200' ? firstSchema(content) : undefined
    return `<dt>${escaped(status)}</dt><dd>${status === '200' ? escaped(told) : refusalsShown(told)}${schema ? shown(schema) : ''}</dd>`
  })
  return `<p lang="en">${escaped(description)}</p>${list.length > 0 ? `<h3>参数 Parameters</h3><ul>${list.join('')}</ul>` : ''}
${bodies.join('')}<h3>答复 Answers</h3><dl>${answers.join('')}</dl>`
}

function refusalsShown(codes: string): string {
  const rows = codes.split(', ').map((code) => {
    const { title } = refusalText(code)
    return `<li><code>${escaped(code)}</code> ${escaped(title.zh)} <span lang="en">${escaped(title.en)}</span></li>`
  })
  return `<ul>${rows.join('')}</ul>`
}

function firstSchema(content: unknown): unknown {
  const [first] = Object.values((content ?? {}) as Record<string, { schema: unknown }>)
  return first?.schema
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}

const STYLE = `
*{box-sizing:border-box}body{margin:0;font:16px/1.6 "PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1B2430;background:#F4F7FA}
header{background:#06335F;color:#fff;padding:16px 24px}header a{color:#fff}header p{margin:0}h1{margin:4px 0;font-size:26px}
main{max-width:960px;margin:0 auto;padding:24px 16px}a{color:#0A5BA8}span[lang=en]{color:#5B6776}header span[lang=en]{color:#DCE3EA}
nav ul{display:flex;flex-wrap:wrap;gap:8px 24px;list-style:none;padding:0}h2{margin:32px 0 8px}h3{font-size:16px;margin:16px 0 4px}
details{background:#fff;border:1px solid #DCE3EA;border-radius:6px;margin:8px 0;padding:0 16px}summary{padding:12px 0;cursor:pointer;overflow-wrap:anywhere}
summary b{display:inline-block;min-width:4.5em}pre{background:#F4F7FA;padding:12px;overflow:auto;max-height:24em;border-radius:6px;font-size:13px}
dt{font-weight:700}dd{margin:0 0 12px;overflow-wrap:anywhere}:focus-visible{outline:3px solid #0A5BA8;outline-offset:2px}
${Object.values(METHOD_COLOUR)
  .map((colour) => `.m${colour.slice(1)}{color:${colour}}`)
  .join('')}`
