import type { TestCaller } from '@mashang/identity/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, startTestServer, type TestServer } from './fixture/server.ts'

let server: TestServer
let citizen: TestCaller

beforeAll(async () => {
  server = await startTestServer({ RATE_PER_MINUTE: '10000' })
  citizen = await server.people.aCitizen()
})
afterAll(() => server.stop())

const JSON_TYPE = { 'content-type': 'application/json' }
const fly = (headers: Record<string, string>) =>
  fetch(`${server.url}/api/kites`, {
    method: 'POST',
    body: '{"colour":"red"}',
    headers: { ...JSON_TYPE, ...headers },
  })

describe('who may come in', () => {
  it('nobody without a session, with one that never was, or with one that is over', async () => {
    expect(await codeOf(await fly({}))).toBe('401 not-signed-in')
    expect(await codeOf(await fly({ cookie: `mashang-session=${'x'.repeat(43)}` }))).toBe(
      '401 session-expired',
    )
    const gone = await server.people.aCitizen()
    const headers = await server.headersOf(gone, { write: true })
    await server.people.as(gone.who).signOut({})
    const answer = await fly(headers)
    expect(answer.headers.get('set-cookie')).toMatch(/^mashang-session=; .*Max-Age=0/)
    expect(await codeOf(answer)).toBe('401 session-expired')
  })

  it('not a stolen token, and then its owner neither', async () => {
    const victim = await server.people.aCitizen()
    server.people.clock.pass(31 * 60_000)
    const rotated = await fetch(`${server.url}/api/identity/me`, { headers: await server.headersOf(victim) })
    // The look of `headersOf` rotated it already; the cookie of the second rotation is what the browser keeps.
    await rotated.text()
    server.people.clock.pass(2 * 60_000)
    const owner = await fetch(`${server.url}/api/identity/me`, {
      headers: { cookie: `mashang-session=${victim.token}` },
    })
    const next = /mashang-session=([^;]+)/.exec(owner.headers.get('set-cookie') ?? '')?.[1]
    await fetch(`${server.url}/api/identity/me`, { headers: { cookie: `mashang-session=${next}` } })
    server.people.clock.pass(2 * 60_000)
    const mine = (token: string | undefined) =>
      fetch(`${server.url}/api/identity/enterprises`, { headers: { cookie: `mashang-session=${token}` } })
    expect(await codeOf(await mine(next))).toBe('200')
    expect(await codeOf(await mine(victim.token))).toBe('401 session-expired')
    server.people.clock.pass(4_000)
    expect(await codeOf(await mine(next))).toBe('401 session-expired')
    citizen = await server.people.aCitizen()
  })

  it('not the wrong kind of caller', async () => {
    const clerk = await server.people.aStaffMember({ account: 'wrong-kind' })
    expect(await codeOf(await fly(await server.headersOf(clerk, { write: true })))).toBe('403 not-allowed')
  })

  it('a machine whose key has the scope, and no other', async () => {
    const may = await server.aKey(['applications:submit'])
    const mayNot = await server.aKey(['items:read', 'files:write'])
    expect(await codeOf(await fly({ authorization: `Bearer ${may}` }))).toBe('200')
    expect(await codeOf(await fly({ authorization: `Bearer ${mayNot}` }))).toBe('403 not-allowed')
    expect(await codeOf(await fly({ authorization: 'Bearer mashang_wrong' }))).toBe(
      '401 api-key-not-accepted',
    )
    expect(await codeOf(await fly({ authorization: 'Basic YTpi' }))).toBe('401 api-key-not-accepted')
  })
})

describe('forged requests', () => {
  it('without the CSRF token, or with that of another session, do nothing', async () => {
    const before = server.kites.flown.length
    const other = await server.headersOf(await server.people.aCitizen(), { write: true })
    const { cookie = '' } = await server.headersOf(citizen)
    expect(await codeOf(await fly({ cookie }))).toBe('403 csrf-token-missing')
    expect(await codeOf(await fly({ cookie, 'x-csrf-token': 'x' }))).toBe('403 csrf-token-missing')
    expect(await codeOf(await fly({ ...other, cookie }))).toBe('403 csrf-token-missing')
    expect(server.kites.flown).toHaveLength(before)
  })

  it('from another site do nothing, whatever they carry', async () => {
    const headers = await server.headersOf(citizen, { write: true })
    const from = async (more: Record<string, string>) => codeOf(await fly({ ...headers, ...more }))
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe('403 request-from-elsewhere')
    expect(await from({ 'sec-fetch-site': 'same-site' })).toBe('403 request-from-elsewhere')
    expect(await from({ origin: 'https://elsewhere.example' })).toBe('403 request-from-elsewhere')
    expect(await from({ origin: 'null' })).toBe('403 request-from-elsewhere')
    expect(await from({ 'sec-fetch-site': 'same-origin' })).toBe('200')
    expect(await from({ origin: server.url })).toBe('200')
    const signIn = await fetch(`${server.url}/api/identity/codes`, {
      method: 'POST',
      headers: { ...JSON_TYPE, origin: 'https://elsewhere.example' },
      body: '{"phone":"13800138000","purpose":"sign-in"}',
    })
    expect(await codeOf(signIn)).toBe('403 request-from-elsewhere')
  })
})

describe('a sign-in over HTTP', () => {
  it('sets a cookie that scripts cannot read, and says the token of its session', async () => {
    const { codeFor } = server.people
    const post = (path: string, body: object) =>
      fetch(`${server.url}/api/identity/${path}`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify(body),
      })
    const phone = '13511112222'
    await (await post('codes', { phone, purpose: 'sign-up' })).text()
    const input = { phone, code: codeFor(phone), name: '王小明', idCard: '11010519491231002X' }
    const answer = await post('sign-up', input)
    const set = answer.headers.get('set-cookie') ?? ''
    expect(set).toMatch(
      /^mashang-session=[A-Za-z0-9_-]{43}; Path=\/; SameSite=Lax; HttpOnly; Max-Age=[1-9][0-9]+$/,
    )
    const me = (await answer.json()) as { csrfToken: string }
    const token = /=([^;]+)/.exec(set)?.[1] ?? ''
    expect(JSON.stringify(me)).not.toContain(token)
    const cookie = `mashang-session=${token}`
    expect(await codeOf(await fly({ cookie, 'x-csrf-token': me.csrfToken }))).toBe('200')
    const again = await fetch(`${server.url}/api/identity/me`, { headers: { cookie } })
    expect(await again.json()).toMatchObject({ kind: 'citizen', csrfToken: me.csrfToken })
  })
})

describe('security headers', () => {
  it('stand on JSON, files, pages and refusals', async () => {
    for (const path of ['/api/identity/me', '/api/kites-picture', '/kites', '/api/none', '/none']) {
      const answer = await fetch(server.url + path, { headers: { accept: 'text/html' } })
      await answer.text()
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy, path).toMatch(/^default-src '(none|self)'/)
      expect(policy, path).not.toContain('unsafe')
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(answer.headers.get('x-frame-options'), path).toBe('DENY')
    }
  })

  it('sandbox a file that could run, and name it for old and new browsers', async () => {
    const answer = await fetch(`${server.url}/api/kites-picture`)
    await answer.text()
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="__ _1_.svg"; filename*=UTF-8''%E9%A3%8E%E7%AD%9D%20%221%22.svg`,
    )
    const again = await fetch(`${server.url}/api/kites-picture`, { headers: { 'if-none-match': '"v1"' } })
    expect(again.status).toBe(304)
  })
})

describe('limits', () => {
  it('refuse one request too many of a caller, and say when to come again', async () => {
    const ask = () => fetch(`${server.url}/api/kites-rare`)
    for (let i = 0; i < 3; i++) expect(await codeOf(await ask())).toBe('200')
    const refused = await ask()
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await codeOf(refused)).toBe('429 too-many-requests')
    const other = await fetch(`${server.url}/api/kites-rare`, { headers: await server.headersOf(citizen) })
    expect(await codeOf(other)).toBe('200')
  })

  it('of an endpoint hold for the pages that call it, too', async () => {
    const page = await fetch(`${server.url}/kites/rare`)
    expect(JSON.parse(await page.text())).toMatchObject({ code: 'too-many-requests' })
  })
})
