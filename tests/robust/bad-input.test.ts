import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aZip } from '../../packages/store/test/a-zip.ts'
import {
  type AnApplication,
  anApplication,
  codeOf,
  type Headers,
  PDF,
  type ServedCity,
  send,
  serveCity,
  upload,
} from './served-city.ts'

/** What the door and HTTP refuse for every endpoint is tested with them; here is what the real ones are given. */
let city: ServedCity
let citizen: Headers
let good: AnApplication
let before: Readonly<Record<string, number>>

const UPLOAD_LIMIT = 2_000_000
const APPLICATIONS = '/api/approvals/applications'
const DRAFTS = '/api/approvals/drafts'

beforeAll(async () => {
  city = await serveCity({ UPLOAD_MAX_BYTES: String(UPLOAD_LIMIT) })
  citizen = await city.aCitizen()
  good = await anApplication(city, citizen)
})
afterAll(() => city.stop())

beforeEach(async () => {
  before = await city.countAll()
})
afterEach(async () => {
  expect(await city.countAll(), 'nothing is half-done').toEqual(before)
  expect(city.logged.filter((line) => line.includes('"status":5'))).toEqual([])
})

const submit = async (input: unknown, headers: Headers = citizen) =>
  codeOf(await send(city, 'POST', APPLICATIONS, { 'idempotency-key': 'robust-bad', ...headers }, input))

const withForm = (form: object) => ({ ...good, form: { ...good.form, ...form } })

describe('a submission', () => {
  const deep = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as object
  it.each([
    ['of an item that is none', () => ({ ...good, item: '2102-XX-XK-9999' }), '404 item-not-found'],
    ['with a field nobody asked for', () => ({ ...good, admin: true }), '422 input-invalid'],
    ['with a form value nobody asked for', () => withForm({ admin: true }), '422 form-has-errors'],
    ['with U+0000 in a value', () => withForm({ name: '王\u0000' }), '422 input-invalid'],
    ['with U+0000 in the name of a value', () => withForm({ 'a\u0000': 1 }), '422 input-invalid'],
    ['with a value of 1 MB', () => withForm({ name: '王'.repeat(360_000) }), '413 body-too-large'],
    ['with a value too long', () => withForm({ name: '王'.repeat(100_000) }), '422 form-has-errors'],
    ['with a value nested deep', () => withForm({ name: deep(2000) }), '422 (form-has-errors|input-invalid)'],
    ['with a number where a text belongs', () => withForm({ name: 7 }), '422 form-has-errors'],
    ['with a number without end', () => withForm({ 'line-length': 1e308 }), '422 form-has-errors'],
    ['with a day that is none', () => withForm({ day: '2027-02-30' }), '422 form-has-errors'],
    [
      'with a region that is none',
      () => withForm({ site: { region: '219999001001', detail: 'x' } }),
      '422 form-has-errors',
    ],
    ['without its form', () => ({ ...good, form: {} }), '422 form-has-errors'],
    ['without its materials', () => ({ ...good, materials: [] }), '422 materials-missing'],
    [
      'with a material the item does not know',
      () => ({ ...good, materials: [{ ...good.materials[0], material: 'nothing' }] }),
      '404 material-not-in-item',
    ],
    [
      'for an enterprise of a wrong credit code',
      () => ({ ...good, applicant: { kind: 'enterprise', uscc: '91350100M000100Y44' } }),
      '4(03|22) (not-an-agent-of-enterprise|input-invalid|uscc-check-wrong)',
    ],
    ['with a list for an object', () => [good], '422 input-invalid'],
    ['of malformed JSON', () => JSON.stringify(good).slice(0, -2), '400 body-malformed'],
  ])('%s', async (_, input, expected) => {
    expect(await submit(input())).toMatch(new RegExp(`^${expected}$`))
  })

  it('that refers to a file of somebody else, or to none', async () => {
    const stranger = await city.aCitizen()
    expect(await submit(good, stranger)).toMatch(/^4\d\d file-not-found$/)
    const digest = '0'.repeat(64)
    const none = { ...good, materials: [{ material: 'plan', files: [{ digest, name: 'a.pdf' }] }] }
    expect(await submit(none)).toMatch(/^4\d\d file-not-found$/)
  })

  it.each([
    ['a wrong identity number', '110105194912310021', 'id-card'],
    ['a wrong credit code', '91350100M000100Y44', 'uscc'],
    ['neither', 'DROP TABLE', ''],
  ])('by a machine for an applicant of %s', async (_, code) => {
    const { headers } = await city.aKey(['applications:submit', 'files:write'])
    const applicant = { kind: 'named', name: '王小明', code, phone: '13900000000' }
    expect(await submit({ ...good, applicant }, headers)).toMatch(/^422 /)
  })

  it('by a session that is over, or with a key that was revoked', async () => {
    const gone = await city.aCitizen()
    expect(await codeOf(await send(city, 'POST', '/api/identity/sign-out', gone, {}))).toMatch(/^2/)
    expect(await submit(good, gone)).toBe('401 session-expired')
    const { id, headers } = await city.aKey(['applications:submit'])
    const administrator = await city.anOfficer(['administrator'], 'data-bureau')
    expect(await codeOf(await send(city, 'DELETE', `/api/identity/keys/${id}`, administrator))).toBe('200')
    expect(await submit(good, headers)).toBe('401 api-key-not-accepted')
  })
})

describe("an address of somebody else's, or of nothing", () => {
  it.each([
    [
      'a case that is none',
      'GET',
      `${APPLICATIONS}/01890000-0000-7000-8000-000000000000`,
      '404 case-not-found',
    ],
    ['no id', 'GET', `${APPLICATIONS}/not-an-id`, '422 input-invalid'],
    ['no id that looks like one', 'GET', `${APPLICATIONS}/${'-'.repeat(36)}`, '4\\d\\d .+'],
    ['a draft that is none', 'GET', `${DRAFTS}/01890000-0000-7000-8000-000000000000`, '404 draft-not-found'],
    ['a huge query', 'GET', `/api/approvals/items?text=${'长'.repeat(1500)}`, '4\\d\\d .+'],
    ['a query larger than headers may be', 'GET', `/api/approvals/items?text=${'长'.repeat(5000)}`, '431'],
    ['a number without end', 'GET', '/api/approvals/items?page=99999999999999999999', '422 input-invalid'],
    ['two thousand parameters', 'GET', `/api/approvals/items?${'a=1&'.repeat(2000)}`, '4\\d\\d .+'],
    ['a method not taken', 'DELETE', APPLICATIONS, '405 method-not-allowed'],
    [
      'another one',
      'PATCH',
      `${APPLICATIONS}/01890000-0000-7000-8000-000000000000`,
      '405 method-not-allowed',
    ],
  ])('%s', async (_, method, path, expected) => {
    expect(await codeOf(await send(city, method, path, citizen))).toMatch(new RegExp(`^(${expected})$`))
  })

  it('says the same of a case of somebody else as of none', async () => {
    const owner = await city.aCitizen()
    const own = await anApplication(city, owner)
    const { id } = (await (await send(city, 'POST', APPLICATIONS, owner, own)).json()) as { id: string }
    before = await city.countAll()
    expect(await codeOf(await send(city, 'GET', `${APPLICATIONS}/${id}`, citizen))).toBe('404 case-not-found')
    const withdraw = send(city, 'POST', `${APPLICATIONS}/${id}/withdraw`, citizen, { reason: '' })
    expect(await codeOf(await withdraw)).toBe('404 case-not-found')
  })
})

describe('an upload', () => {
  const bomb = () =>
    aZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: Buffer.alloc(1_900_000_000 / 100), declared: 1_900_000_000 },
    ])
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  it.each([
    ['a PNG named .pdf', '方案.pdf', () => png, '422 file-type-mismatch'],
    ['a zip bomb named .docx', '方案.docx', bomb, '422 .+'],
    ['a program', 'plan.exe', () => Buffer.from('MZ\x90\x00 program'), '415 file-type-not-accepted'],
    ['of nothing', 'a.pdf', () => Buffer.alloc(0), '422 file-empty'],
    ['with U+0000 in its name', 'a\u0000.pdf', () => PDF, '422 file-name-not-accepted'],
    ['that climbs out of its folder', '../../etc/passwd.pdf', () => PDF, '(200|422 file-name-not-accepted)'],
    ['with a name of 5,000 characters', `${'长'.repeat(5000)}.pdf`, () => PDF, '422 file-name-not-accepted'],
    [
      'one byte too large',
      'a.pdf',
      () => Buffer.concat([PDF, Buffer.alloc(UPLOAD_LIMIT - PDF.length + 1)]),
      '413 file-too-large',
    ],
  ])('%s', async (_, name, bytes, expected) => {
    expect(await codeOf(await upload(city, citizen, name, bytes()))).toMatch(new RegExp(`^${expected}$`))
    before = { ...before, files: (await city.countAll()).files ?? 0 }
  })

  it('that never ends is cut off with 413, and the memory stays flat', async () => {
    const held = process.memoryUsage().rss
    const answer = await sendWithoutEnd()
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(process.memoryUsage().rss - held).toBeLessThan(150_000_000)
  })

  it('that breaks off in the middle leaves nothing', async () => {
    const answer = await sendWithoutEnd(300_000)
    expect(answer === '' || answer.startsWith('HTTP/1.1 400 ')).toBe(true)
  })
})

/** Sends an upload piece by piece until it is answered and cut off, or hangs up after so many bytes. */
function sendWithoutEnd(hangUpAfter = Number.POSITIVE_INFINITY): Promise<string> {
  const head = [
    'POST /api/approvals/files HTTP/1.1',
    'Host: localhost',
    ...Object.entries(citizen).map(([name, value]) => `${name}: ${value}`),
    'Content-Type: multipart/form-data; boundary=BB',
    'Transfer-Encoding: chunked',
    '',
    '',
  ].join('\r\n')
  const part = '--BB\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n'
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 'x'), Buffer.from('\r\n')])
  return new Promise((resolve) => {
    const socket = connect(city.port, '127.0.0.1')
    let answer = ''
    let sent = 0
    const pump = () => {
      while (!socket.destroyed) {
        sent += chunk.length
        if (sent > hangUpAfter) return void socket.destroy()
        if (!socket.write(chunk)) return void socket.once('drain', pump)
      }
    }
    socket.on('data', (data) => {
      answer += data.toString('latin1')
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', () => {})
    socket.write(`${head}${part.length.toString(16)}\r\n${part}\r\n`)
    pump()
  })
}
