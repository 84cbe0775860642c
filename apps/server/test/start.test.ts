import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatorError } from '@mashang/kit'
import { type TestDatabase, testDatabase } from '@mashang/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { MIGRATIONS } from '../modules.ts'
import { type RunningServer, startServer } from '../start.ts'

let database: TestDatabase
let folder: string
let server: RunningServer
const log = createLogger('silent')

const configOf = (more: Record<string, string> = {}) =>
  readConfig({
    PORT: '0',
    DATABASE_URL: database.url,
    DATA: folder,
    DEMO: 'true',
    RATE_PER_MINUTE: '0',
    ...more,
  })

beforeAll(async () => {
  database = await testDatabase({ migrations: MIGRATIONS })
  folder = await mkdtemp(join(tmpdir(), 'mashang-start-'))
  server = await startServer(configOf(), { log })
})
afterAll(async () => {
  await server.stop()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers })

describe('a running server', () => {
  it('is well, ready and measured', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' })
    const ready = await get('/readyz')
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', checks: { database: 'ok', migrations: 'ok', log: 'ok' } },
    ])
    const metrics = await (await get('/metrics')).text()
    expect(metrics).toMatch(
      /mashang_http_request_seconds_count\{method="GET",route="\/readyz",status="200"\} \d/,
    )
    expect(metrics).toContain('mashang_backlog{of="log"} ')
    expect(metrics).toContain('mashang_database_connections{state="waiting"} 0')
  })

  it('keeps its metrics from other machines', async () => {
    const answer = await get('/metrics', { 'x-forwarded-for': '203.0.113.7' })
    expect(answer.status).toBe(404)
  })

  it('describes its interface, for machines and for people, and every refusal', async () => {
    const document = (await (await get('/openapi.json')).json()) as { openapi: string }
    expect(document.openapi).toMatch(/^3\.1\./)
    const page = await (await get('/openapi')).text()
    expect(page).toContain('/api/identity/sign-up')
    expect(page).not.toMatch(/<script|https?:\/\/(?!localhost)/)
    const problem = await (await get('/problems/session-expired')).text()
    expect(problem).toContain('您的登录已过期')
    expect(problem).toContain('Your session has expired')
    expect((await get('/problems/no-such-code')).status).toBe(404)
  })

  it('works with a second one on the same database: a web beside a worker', async () => {
    const web = await startServer(configOf({ ROLE: 'web' }), { log })
    expect((await fetch(`${web.url}/readyz`)).status).toBe(200)
    const worker = await startServer(configOf({ ROLE: 'worker' }), { log })
    expect(worker.url).toBeUndefined()
    await worker.stop()
    await web.stop()
  })

  it('answers what was asked before it stops, and nothing after', async () => {
    const other = await startServer(configOf({ ROLE: 'web' }), { log })
    const asked = Array.from({ length: 30 }, () => fetch(`${other.url}/api/identity/me`))
    await Promise.race(asked)
    const stopped = other.stop()
    const answers = await Promise.allSettled(asked)
    await stopped
    for (const answer of answers) {
      if (answer.status === 'fulfilled') expect(answer.value.status).toBe(200)
      // A connection that came too late is refused whole.
      else expect(String(answer.reason.cause?.code)).toMatch(/ECONNREFUSED|ECONNRESET|UND_ERR_SOCKET/)
    }
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow()
  })
})

describe('a server that cannot start', () => {
  it('tells the operator what to mend, and leaves nothing running', async () => {
    const missing = startServer(configOf({ CITY: '/nowhere' }), { log })
    await expect(missing).rejects.toThrow(OperatorError)
    await expect(startServer(configOf({ CITY: '/nowhere' }), { log })).rejects.toThrow(/nowhere/)
  })
})
