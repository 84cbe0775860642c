import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import { isRefusal } from '@mashang/kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Files, StoredFile } from '../contract.ts'
import { aZip } from '../test/a-zip.ts'
import { createFiles, type FileStore } from './index.ts'
import type { S3Settings } from './s3.ts'

const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.alloc(64, 7),
])
const PDF = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'latin1')
const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const CONTENT_TYPES = { name: '[Content_Types].xml', content: '<Types/>' }
const DOCX = aZip([CONTENT_TYPES, { name: 'word/document.xml', content: '<w:document/>' }])
const ACCEPTS = ['application/pdf', 'image/png', 'text/plain', 'text/csv', DOCX_TYPE, 'application/zip']

let folder: string
let s3rver: S3rver
let s3: S3Settings

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mashang-files-'))
  s3rver = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    // It reckons the signature of a listing without the slash after the bucket.
    allowMismatchedSignatures: true,
    directory: join(folder, 's3rver'),
    configureBuckets: [{ name: 'kites' }],
  })
  const { port } = await s3rver.run()
  s3 = {
    bucket: 'kites',
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    endpoint: `http://127.0.0.1:${port}`,
    prefix: 'files/',
  }
})
afterAll(async () => {
  await s3rver.close()
  await rm(folder, { recursive: true })
})

async function* inChunks(bytes: Buffer, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function put(files: Files, name: string, bytes: Buffer, change: Partial<Parameters<Files['put']>[0]> = {}) {
  return files.put({ name, body: inChunks(bytes), maxBytes: 100_000_000, accepts: ACCEPTS, ...change })
}

async function stored(files: Files, name: string, bytes: Buffer): Promise<StoredFile> {
  const file = await put(files, name, bytes)
  if (isRefusal(file)) throw new Error(JSON.stringify(file))
  return file
}

async function contentOf(files: Files, digest: string): Promise<Buffer | undefined> {
  const found = await files.open(digest)
  if (found === undefined) return undefined
  const chunks: Uint8Array[] = []
  for await (const chunk of found.body) chunks.push(chunk)
  expect(found.size).toBe(Buffer.concat(chunks).length)
  return Buffer.concat(chunks)
}

async function listed(files: FileStore): Promise<unknown[]> {
  const found = []
  for await (const file of files.keeper.list()) found.push(file)
  return found
}

describe.each(['a folder', 'a bucket'])('files in %s', (place) => {
  let files: FileStore
  beforeAll(async () => {
    files = await createFiles({ folder: join(folder, place), s3: place === 'a bucket' ? s3 : undefined })
  })
  afterAll(() => files.close())
  const left = () => readdir(join(folder, place, 'incoming'))

  it('keeps the same bytes once, under their SHA-256, and gives them back', async () => {
    const bytes = Buffer.concat([PNG, randomBytes(12_000_000)])
    const digest = createHash('sha256').update(bytes).digest('hex')
    expect(await stored(files, '场地平面图.png', bytes)).toEqual({
      digest,
      size: bytes.length,
      type: 'image/png',
    })
    expect(await stored(files, 'again.PNG', bytes)).toMatchObject({ digest })
    expect((await contentOf(files, digest))?.equals(bytes)).toBe(true)
    expect(await listed(files)).toEqual([{ digest, size: bytes.length }])
    expect(await left()).toEqual([])
  })

  it('knows nothing of other digests, nor of paths in their place', async () => {
    expect(await files.open('0'.repeat(64))).toBeUndefined()
    expect(await files.open('../../../../etc/passwd')).toBeUndefined()
  })

  it('leaves nothing behind of an upload that breaks off', async () => {
    const before = await listed(files)
    async function* breakingOff(): AsyncGenerator<Uint8Array> {
      yield PNG
      throw new Error('connection reset')
    }
    expect(await put(files, 'plan.png', PNG, { body: breakingOff() })).toMatchObject({
      code: 'upload-broken-off',
    })
    expect(await left()).toEqual([])
    expect(await listed(files)).toEqual(before)
  })

  it('takes in a file of a back-up only when its content is that of its digest', async () => {
    const digest = createHash('sha256').update(PDF).digest('hex')
    await expect(files.restore(digest, inChunks(PNG))).rejects.toThrow('another content')
    await files.restore(digest, inChunks(PDF))
    expect((await contentOf(files, digest))?.equals(PDF)).toBe(true)
    expect(await left()).toEqual([])
  })
})

describe('what is refused', () => {
  let files: FileStore
  beforeAll(async () => {
    files = await createFiles({ folder: join(folder, 'refused') })
  })

  it('a file over the limit, as soon as the limit is passed', async () => {
    let sent = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        sent += 64_000
        yield sent === 64_000 ? Buffer.concat([PDF, Buffer.alloc(64_000)]) : Buffer.alloc(64_000)
      }
    }
    const refused = await put(files, 'plan.pdf', PDF, { body: endless(), maxBytes: 1_000_000 })
    expect(refused).toMatchObject({ code: 'file-too-large', facts: { limit: 1_000_000 } })
    expect(sent).toBeLessThan(1_100_000)
  })

  it('an endless file of a type that is not accepted, from its first bytes', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.from('GIF89a'.padEnd(9000, 'x'))
    }
    const refused = await put(files, 'plan', PDF, { body: endless() })
    expect(refused).toMatchObject({
      code: 'file-type-not-accepted',
      facts: { found: 'image/gif', accepted: ACCEPTS },
    })
  })

  it.each([
    ['a\u0000.pdf'],
    ['../plan.pdf'],
    ['a\\b.pdf'],
    ['a\nb.pdf'],
    ['fdp\u202egnp.pdf'],
    [' '],
    ['..'],
    [`${'长'.repeat(197)}.pdf`],
  ])('the name %j', async (name) => {
    expect(await put(files, name, PDF)).toMatchObject({ code: 'file-name-not-accepted' })
  })

  it.each([
    ['a PNG named .pdf', 'plan.pdf', PNG, 'image/png'],
    ['a PDF named .docx', 'plan.docx', PDF, 'application/pdf'],
    ['a zip named .docx', 'plan.docx', aZip([{ name: 'a.txt', content: 'a' }]), 'application/zip'],
    [
      'a program named .txt',
      'plan.txt',
      Buffer.from(`MZ${'\u0000'.repeat(100)}`),
      'application/x-msdownload',
    ],
    ['a text named .png', 'plan.png', Buffer.from('not a picture'), 'text/plain'],
    ['a text named .html', 'plan.html', Buffer.from('<script>alert(1)</script>'), 'text/plain'],
  ])('%s', async (_, name, bytes, found) => {
    const refused = await put(files, name, bytes)
    expect(refused).toMatchObject({ code: 'file-type-mismatch', facts: { name, found } })
  })

  it('an empty file', async () => {
    expect(await put(files, 'plan.pdf', Buffer.alloc(0))).toMatchObject({ code: 'file-empty' })
  })

  it('a document that was cut off', async () => {
    expect(await put(files, 'plan.docx', DOCX.subarray(0, DOCX.length - 40))).toMatchObject({
      code: 'upload-broken-off',
    })
  })

  it.each([
    ['unpacks to far more than it is', [{ name: 'word/document.xml', content: Buffer.alloc(20_000_000) }]],
    ['says it unpacks beyond the limit', [{ name: 'word/document.xml', content: 'a', declared: 0xfffffff0 }]],
    ['has too many entries', Array.from({ length: 10_001 }, (_, n) => ({ name: `word/${n}`, content: '' }))],
  ])('a document that %s', async (_, entries) => {
    const bomb = aZip([CONTENT_TYPES, { name: 'word/document.xml', content: '' }, ...entries])
    expect(await put(files, 'plan.docx', bomb)).toMatchObject({ code: 'file-unpacks-too-large' })
  })

  it('a bomb whose entries lie over one another', async () => {
    const kernel = randomBytes(4000)
    const bomb = aZip([CONTENT_TYPES, { name: 'word/document.xml', content: kernel }])
    // The same packed bytes, listed fifty times.
    const directoryAt = bomb.readUInt32LE(bomb.length - 6)
    const listing = bomb.subarray(directoryAt, bomb.length - 22)
    const end = Buffer.from(bomb.subarray(bomb.length - 22))
    end.writeUInt32LE(listing.length * 50, 12)
    const overlapping = Buffer.concat([bomb.subarray(0, directoryAt), ...Array(50).fill(listing), end])
    expect(await put(files, 'plan.docx', overlapping)).toMatchObject({ code: 'file-unpacks-too-large' })
  })

  it('and nothing of it is kept', async () => {
    expect(await listed(files)).toEqual([])
    expect(await readdir(join(folder, 'refused', 'incoming'))).toEqual([])
  })
})

describe('what is accepted', () => {
  it.each([
    ['plan.docx', DOCX, DOCX_TYPE],
    ['名单.csv', Buffer.from('姓名,电话\n张三,138\n'), 'text/csv'],
    ['旧名单.csv', Buffer.from('d0d5c3fb2cb5e7bbb00ad5c5c8fd2c3133380a', 'hex'), 'text/csv'],
    ['no ending', PDF, 'application/pdf'],
    ['a name with a date 2026.03', PDF, 'application/pdf'],
    ['说明.txt', Buffer.from('中'.repeat(20_000)), 'text/plain'],
  ])('%s', async (name, bytes, type) => {
    const files = await createFiles({ folder: join(folder, 'accepted') })
    expect(await stored(files, name, bytes)).toMatchObject({ type, size: bytes.length })
  })

  it('clears away what a crash left half-way a day ago', async () => {
    const incoming = join(folder, 'crashed', 'incoming')
    await mkdir(incoming, { recursive: true })
    for (const name of ['old', 'new']) await writeFile(join(incoming, name), 'half')
    await utimes(join(incoming, 'old'), new Date(0), new Date(0))
    const { digest } = await stored(await createFiles({ folder: join(folder, 'crashed') }), 'plan.pdf', PDF)
    expect(await readdir(incoming)).toEqual(['new'])
    const path = join(folder, 'crashed', digest.slice(0, 2), digest.slice(2, 4), digest)
    expect((await readFile(path)).equals(PDF)).toBe(true)
  })
})
