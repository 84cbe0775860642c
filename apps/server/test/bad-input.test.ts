import { connect } from 'node:net'
import type { TestCaller } from '@mashang/identity/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, startTestServer, type TestServer } from './fixture/server.ts'

let server: TestServer
let citizen: TestCaller
let write: Record<string, string>

beforeAll(async () => {
  server = await startTestServer({ RATE_PER_MINUTE: '0' })
  citizen = await server.people.aCitizen()
  write = await server.headersOf(citizen, { write: true })
})
afterAll(() => server.stop())

const JSON_TYPE = { 'content-type': 'application/json' }
const fly = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/kites`, { method: 'POST', body, headers: { ...write, ...JSON_TYPE, ...headers } })

/** Sends bytes as they are, and gives back what comes until the connection ends. */
function raw(text: string | Buffer, endAfter = true): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', (error) => (answer ? resolve(answer) : reject(error)))
    socket.write(text)
    if (endAfter) socket.end()
  })
}

describe('a write that is well formed', () => {
  it('is answered, under the key it brought or one made for it', async () => {
    const answer = await fly('{"colour":"red"}', { 'idempotency-key': 'k-1' })
    expect(await answer.json()).toEqual({ colour: 'red', key: 'k-1', by: 'citizen' })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const made = (await (await fly('{"colour":"blue"}')).json()) as { key: string }
    expect(made.key).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('bad input gets a clear 4xx and does nothing', () => {
  const huge = JSON.stringify({ colour: 'x'.repeat(1 << 20) })
  it.each([
    ['malformed JSON', '{"colour":', {}, '400 body-malformed'],
    ['JSON that reaches for a prototype', '{"__proto__":{"a":1},"colour":"red"}', {}, '400 body-malformed'],
    ['no input', '', {}, '422 input-invalid'],
    ['a list for an object', '[]', {}, '422 input-invalid'],
    ['a field nobody asked for', '{"colour":"red","admin":true}', {}, '422 input-invalid'],
    ['a field of the wrong type', '{"colour":7}', {}, '422 input-invalid'],
    ['U+0000 in a text', '{"colour":"r\\u0000d"}', {}, '422 input-invalid'],
    ['half a surrogate pair', '{"colour":"\\ud800"}', {}, '422 input-invalid'],
    ['a field of 1 MB', huge, {}, '413 body-too-large'],
    ['another content type', 'colour=red', { 'content-type': 'text/plain' }, '415 body-type-not-accepted'],
    [
      'a form',
      'colour=red',
      { 'content-type': 'application/x-www-form-urlencoded' },
      '415 body-type-not-accepted',
    ],
    ['a key with blanks', '{"colour":"red"}', { 'idempotency-key': 'a b' }, '400 idempotency-key-malformed'],
    [
      'a key without end',
      '{"colour":"red"}',
      { 'idempotency-key': 'k'.repeat(129) },
      '400 idempotency-key-malformed',
    ],
  ])('%s', async (_, body, headers, expected) => {
    const before = server.kites.flown.length
    expect(await codeOf(await fly(body, headers))).toBe(expected)
    expect(server.kites.flown).toHaveLength(before)
  })

  it('a value nested without end', async () => {
    const body = `{"colour":${'['.repeat(5000)}${']'.repeat(5000)}}`
    expect(await codeOf(await fly(body))).toBe('422 input-invalid')
  })

  it('says each field that is wrong, in the language asked for', async () => {
    const answer = await fly('{"colour":"","tails":-1}', { 'accept-language': 'en-GB,en;q=0.9' })
    expect(answer.headers.get('content-language')).toBe('en')
    expect(await answer.json()).toMatchObject({
      title: 'There are 2 things to mend in what you entered.',
      fields: [
        { path: 'colour', code: 'required' },
        { path: 'tails', code: 'too-small', message: 'Too small; the smallest is 0.' },
      ],
    })
  })
})

describe('bad addresses get a clear 4xx', () => {
  it.each([
    ['GET', '/api/kites/a%00b', '422 input-invalid'],
    ['GET', '/api/kites/%E0%A4%A', '400 url-malformed'],
    ['GET', '/api/kites/red?page=0', '422 input-invalid'],
    ['GET', '/api/kites/red?page=two', '422 input-invalid'],
    ['GET', '/api/kites/red?unknown=1', '422 input-invalid'],
    ['GET', '/api/kites/red?page=1&page=2', '422 input-invalid'],
    ['GET', '/api/kites/none', '404 not-found'],
    ['GET', '/api/nothing-here', '404 not-found'],
    ['PUT', '/api/kites', '405 method-not-allowed'],
    ['DELETE', '/api/kites/red', '405 method-not-allowed'],
    ['PATCH', '/api/kites', '405 method-not-allowed'],
  ])('%s %s', async (method, path, expected) => {
    expect(await codeOf(await fetch(server.url + path, { method }))).toBe(expected)
  })

  it('a method not taken says which are', async () => {
    const answer = await fetch(`${server.url}/api/kites`, { method: 'PUT', body: 'x'.repeat(100) })
    expect(answer.headers.get('allow')).toBe('POST')
  })

  it('bytes that are no HTTP at all', async () => {
    expect(await raw('\x16\x03\x01 hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    expect(await raw(`GET /api/kites/red HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    )
  })
})

describe('a bug', () => {
  it('is a 500 with an id that is in the log, and tells nothing more', async () => {
    const answer = await fetch(`${server.url}/api/kites-crash`)
    const problem = (await answer.json()) as { code: string; facts: { id: string } }
    expect(answer.status).toBe(500)
    expect(problem.code).toBe('internal')
    expect(JSON.stringify(problem)).not.toContain('string broke')
    const line = server.logged.find((one) => one.includes(problem.facts.id) && one.includes('"failed"'))
    expect(line).toContain('the string broke')
    expect(answer.headers.get('x-request-id')).toBe(problem.facts.id)
  })
})

describe('the log', () => {
  it('holds patterns of routes, never what stands in an address', async () => {
    await (await fetch(`${server.url}/api/kites/13800138000?page=2`)).text()
    const lines = server.logged.filter((line) => line.includes('/api/kites/:name'))
    expect(lines.length).toBeGreaterThan(0)
    expect(server.logged.filter((line) => line.includes('"answered"')).join()).not.toContain('13800138000')
  })
})
