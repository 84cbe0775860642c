import { connect } from 'node:net'
import type { TestCaller } from '@mashang/identity/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, startTestServer, type TestServer } from './fixture/server.ts'

let server: TestServer
let citizen: TestCaller
let write: Record<string, string>
const LIMIT = 100_000

beforeAll(async () => {
  server = await startTestServer({ RATE_PER_MINUTE: '0', UPLOAD_MAX_BYTES: String(LIMIT) })
  citizen = await server.people.aCitizen()
  write = await server.headersOf(citizen, { write: true })
})
afterAll(() => server.stop())

/** Bytes that are recognised as a PDF. */
const aPdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 'x')])

function aForm(fields: Record<string, string>, file?: { name: string; body: Buffer }): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (file) form.append('file', new Blob([new Uint8Array(file.body)]), file.name)
  return form
}

const upload = (body: FormData | string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/kites-upload`, { method: 'POST', headers: { ...write, ...headers }, body })

/** An upload as raw bytes: what is announced may be more than what is sent. */
function sendPart(options: {
  announced?: number
  chunks: readonly Buffer[]
  hangUp: boolean
}): Promise<string> {
  const head = [
    'POST /api/kites-upload HTTP/1.1',
    'Host: localhost',
    ...Object.entries(write).map(([name, value]) => `${name}: ${value}`),
    'Content-Type: multipart/form-data; boundary=BB',
    options.announced === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${options.announced}`,
    '',
    '',
  ].join('\r\n')
  const part = '--BB\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
  const framed = (chunk: Buffer) =>
    options.announced === undefined
      ? Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')])
      : chunk
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    let answer = ''
    socket.on('data', (data) => {
      answer += data.toString('latin1')
      if (!options.hangUp) socket.destroy()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', () => {})
    socket.write(head)
    socket.write(framed(Buffer.from(part)))
    for (const chunk of options.chunks) socket.write(framed(chunk))
    if (options.hangUp) socket.end()
  })
}

describe('an upload', () => {
  it('streams one file into the handler, with the fields before it', async () => {
    const answer = await upload(aForm({ title: '草图' }, { name: '草图.pdf', body: aPdf(LIMIT) }))
    expect(await answer.json()).toMatchObject({ size: LIMIT, title: '草图' })
  })

  it.each([
    ['one byte too large', aForm({}, { name: 'a.pdf', body: aPdf(LIMIT + 1) }), '413 file-too-large'],
    ['of nothing', aForm({}, { name: 'a.pdf', body: Buffer.alloc(0) }), '422 file-empty'],
    ['without a file', aForm({ title: 'x' }), '400 upload-missing'],
    [
      'of another type than its name says',
      aForm({}, { name: 'a.pdf', body: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') }),
      '422 file-type-mismatch',
    ],
    ['with U+0000 in its name', aForm({}, { name: 'a\0.pdf', body: aPdf(50) }), '422 file-name-not-accepted'],
    [
      'with a field nobody asked for',
      aForm({ admin: '1' }, { name: 'a.pdf', body: aPdf(50) }),
      '422 input-invalid',
    ],
    [
      'with a field too long',
      aForm({ title: 'x'.repeat(21) }, { name: 'a.pdf', body: aPdf(50) }),
      '422 input-invalid',
    ],
  ])('%s is refused and leaves nothing', async (_, form, expected) => {
    const before = server.kites.uploaded.length
    expect(await codeOf(await upload(form))).toBe(expected)
    expect(server.kites.uploaded).toHaveLength(before)
  })

  it('that is no multipart, or has no boundary, is refused', async () => {
    const json = { 'content-type': 'application/json' }
    expect(await codeOf(await upload('{}', json))).toMatch(/^4\d\d (body|upload)/)
    const bare = { 'content-type': 'multipart/form-data' }
    expect(await codeOf(await upload('x', bare))).toMatch(/^4\d\d (body|upload)/)
  })

  it('that ends inside the file is refused and leaves nothing', async () => {
    const before = server.kites.uploaded.length
    const answer = await sendPart({ chunks: [aPdf(500), Buffer.alloc(0)], hangUp: false })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('upload-broken-off')
    expect(server.kites.uploaded).toHaveLength(before)
  })

  it('whose sender hangs up leaves nothing, and the server goes on', async () => {
    const before = server.kites.uploaded.length
    await sendPart({ announced: 50_000, chunks: [aPdf(500)], hangUp: true })
    expect(await codeOf(await upload(aForm({}, { name: 'a.pdf', body: aPdf(60) })))).toBe('200')
    expect(server.kites.uploaded).toHaveLength(before + 1)
  })

  it('that says it is 10 GB is refused before it is read', async () => {
    const answer = await sendPart({ announced: 10 * 2 ** 30, chunks: [aPdf(500)], hangUp: false })
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('that goes on past the limit is cut off, answered, and leaves nothing', async () => {
    const before = server.kites.uploaded.length
    const chunks = [aPdf(LIMIT), Buffer.alloc(200_000, 'x')]
    const answer = await sendPart({ chunks, hangUp: false })
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toContain('file-too-large')
    expect(server.kites.uploaded).toHaveLength(before)
  })

  it('never became a 500 in this file', () => {
    expect(server.logged.filter((line) => line.includes('"status":5'))).toEqual([])
  })
})
