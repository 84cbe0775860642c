import type { TestCaller } from '@mashang/identity/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './fixture/server.ts'

let server: TestServer
let citizen: TestCaller

beforeAll(async () => {
  server = await startTestServer({ RATE_PER_MINUTE: '0' })
  citizen = await server.people.aCitizen()
})
afterAll(() => server.stop())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { redirect: 'manual', headers: { accept: 'text/html', ...headers } })
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', ...headers },
    body: new URLSearchParams(form),
  })

async function csrfOf(): Promise<string> {
  const session = await server.people.identity.sessionOf(citizen.token)
  return session === 'expired' ? '' : session.csrfToken
}

describe('a page', () => {
  it('is shown in the language of the address, the cookie or the browser', async () => {
    expect(await (await get('/kites')).text()).toContain('lang="zh"')
    expect(await (await get('/kites', { 'accept-language': 'en-US,zh;q=0.5' })).text()).toContain('lang="en"')
    expect(await (await get('/kites', { cookie: 'language=en' })).text()).toContain('lang="en"')
    expect(await (await get('/kites?lang=en', { cookie: 'language=zh' })).text()).toContain('lang="en"')
  })

  it('without a form sets no cookie; with one the visit gets its token, and its nonce is in the policy', async () => {
    const plain = await get('/kites')
    expect(plain.headers.get('set-cookie')).toBeNull()
    expect(plain.headers.get('content-security-policy')).not.toContain('nonce')
    const form = await get('/kites/form')
    expect(form.headers.get('set-cookie')).toMatch(/^mashang-visit=.*HttpOnly$/)
    const nonce = /nonce="([^"]+)"/.exec(await form.text())?.[1]
    expect(form.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
  })

  it('of a form of a visitor takes the token of that visit only, and sets a preference', async () => {
    const form = await get('/kites/form')
    const cookie = (form.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const token = /<i>([^<]+)<\/i>/.exec(await form.text())?.[1] ?? ''
    const sent = await post('/kites/form', { _csrf: token, colour: 'red' }, { cookie })
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe('/kites?colour=red')
    expect(sent.headers.get('set-cookie')).toBe('language=en; Path=/; SameSite=Lax; Max-Age=86400')
    expect((await post('/kites/form', { colour: 'red' }, { cookie })).status).toBe(403)
    expect((await post('/kites/form', { _csrf: token, colour: 'red' })).status).toBe(403)
  })

  it('for citizens leads a visitor to sign in and back, and shows anyone else that it is not for them', async () => {
    const visitor = await get('/kites/mine?tab=2')
    expect(visitor.status).toBe(303)
    expect(visitor.headers.get('location')).toBe('/sign-in?next=%2Fkites%2Fmine%3Ftab%3D2')
    expect(await (await get('/kites/mine', await server.headersOf(citizen))).text()).toBe('citizen')
    const clerk = await server.people.aStaffMember({ account: 'looks-in' })
    const shut = await get('/kites/mine', await server.headersOf(clerk))
    expect(shut.status).toBe(403)
    expect(await shut.text()).toContain('403 not-allowed')
  })

  it('asks the modules through the door: their checks hold for it as for anyone', async () => {
    const headers = await server.headersOf(citizen)
    const _csrf = await csrfOf()
    const good = await post('/kites/mine', { _csrf, colour: 'green' }, headers)
    expect(JSON.parse(await good.text())).toMatchObject({ colour: 'green', by: 'citizen' })
    const bad = await post('/kites/mine', { _csrf, colour: 'x'.repeat(21) }, headers)
    expect(JSON.parse(await bad.text())).toMatchObject({ refused: true, code: 'input-invalid' })
  })

  it('takes several files one after the other, and the fields behind them', async () => {
    const form = new FormData()
    form.append('_csrf', await csrfOf())
    form.append('one', new Blob(['abc']), 'a.txt')
    form.append('none', new Blob([]), '')
    form.append('two', new Blob(['defgh']), '乙.txt')
    form.append('after', 'yes')
    const headers = await server.headersOf(citizen)
    const sent = await fetch(`${server.url}/kites/photos`, { method: 'POST', headers, body: form })
    expect(JSON.parse(await sent.text())).toEqual({ seen: ['one:a.txt:3', 'two:乙.txt:5'], after: 'yes' })
  })

  it('with files is refused when the token does not stand before them', async () => {
    const form = new FormData()
    form.append('one', new Blob(['abc']), 'a.txt')
    form.append('_csrf', await csrfOf())
    const headers = await server.headersOf(citizen)
    const sent = await fetch(`${server.url}/kites/photos`, { method: 'POST', headers, body: form })
    expect(sent.status).toBe(403)
  })

  it('keeps what was typed when the session or the token is no longer good, for an own page only', async () => {
    const own = { origin: server.url, accept: 'text/html' }
    const signedOut = await post('/kites/mine', { _csrf: 'old', colour: 'red' }, own)
    expect(signedOut.status).toBe(401)
    expect(await signedOut.text()).toContain('{"takes":"form","fields":{"colour":"red"}}')
    const forged = await post(
      '/kites/mine',
      { _csrf: 'old', colour: 'red' },
      { origin: 'https://evil.example' },
    )
    expect(await forged.text()).not.toContain('red')
    const silent = await post('/kites/mine', { _csrf: 'old', colour: 'red' })
    expect(await silent.text()).not.toContain('red')
    const stale = await post('/kites/form', { _csrf: 'old', colour: 'red' }, own)
    expect([stale.status, await stale.text()]).toEqual([403, expect.stringContaining('"colour":"red"')])
    const fresh = await get('/kites/form')
    const cookie = (fresh.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const _csrf = /<i>([^<]+)<\/i>/.exec(await fresh.text())?.[1] ?? ''
    const bug = await post('/kites/elsewhere', { _csrf, colour: 'red' }, { ...own, cookie })
    expect([bug.status, await bug.text()]).toEqual([500, expect.stringContaining('"colour":"red"')])
    const form = new FormData()
    form.append('_csrf', 'old')
    form.append('one', new Blob(['abc']), 'a.txt')
    form.append('after', 'yes')
    const sent = await fetch(`${server.url}/kites/photos`, { method: 'POST', headers: own, body: form })
    expect([sent.status, await sent.text()]).toEqual([
      401,
      expect.stringContaining('{"takes":"multipart","fields":{"after":"yes"}}'),
    ])
  })

  it('shows what went wrong as a page: nothing there, a wrong method, an unfit address, a bug by its id', async () => {
    const none = await get('/nothing')
    expect([none.status, await none.text()]).toEqual([404, '<h1 lang="zh">404 not-found </h1>'])
    const method = await fetch(`${server.url}/kites`, { method: 'PUT', headers: { accept: 'text/html' } })
    expect(await method.text()).toContain('405 method-not-allowed')
    expect(await (await get('/kites?q=%00')).text()).toContain('400 url-malformed')
    const form = await get('/kites/form')
    const cookie = (form.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const _csrf = /<i>([^<]+)<\/i>/.exec(await form.text())?.[1] ?? ''
    const bug = await post('/kites/elsewhere', { _csrf }, { cookie })
    const id = /500 internal ([0-9a-f-]{36})/.exec(await bug.text())?.[1] ?? 'none'
    expect(server.logged.some((line) => line.includes(id) && line.includes('own site'))).toBe(true)
  })
})
