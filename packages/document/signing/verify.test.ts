import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocuments, type Documents } from '../index.ts'
import { samples } from '../testing/samples.ts'
import { createSigner, type Signing } from './signer.ts'
import { verifySignature } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'mashang-verify-'))
const at = new Date('2026-11-23T08:00:00Z')
const now = new Date('2026-01-01T00:00:00Z')
let signing: Signing
let documents: Documents
let pdf: Uint8Array

const documentsOf = (own: Signing) =>
  createDocuments({
    signing: own,
    cityName: { zh: '大连市', en: 'Dalian' },
    verifyBase: 'https://x',
    demo: true,
  })

beforeAll(async () => {
  signing = await createSigner(join(folder, 'ours'), { cityName: '大连市', now })
  documents = documentsOf(signing)
  pdf = (await documents.issue('not-needed-notice', samples['not-needed-notice'], at)).pdf
})

afterAll(async () => {
  await documents.close()
  rmSync(folder, { recursive: true, force: true })
})

const reasonFor = async (bytes: Uint8Array) => (await verifySignature(bytes, signing.roots)).reason

describe('verifySignature', () => {
  it('accepts what was issued', async () => {
    expect((await verifySignature(pdf, signing.roots)).valid).toBe(true)
  })

  it('refuses the document with any one bit changed that is not the signature itself', async () => {
    // Inside the signature's own frame a few bits mean nothing (a version, a root that comes along); a file
    // changed there still says the same, and its digest is no longer the one in the journal.
    const range = /\/ByteRange \[0 (\d+) (\d+) \d+/.exec(Buffer.from(pdf).toString('latin1')) ?? []
    const [before, after] = [Number(range[1]), Number(range[2])]
    const position = fc.oneof(
      fc.integer({ min: 0, max: before - 1 }),
      fc.integer({ min: after, max: pdf.length - 1 }),
    )
    await fc.assert(
      fc.asyncProperty(position, fc.integer({ min: 0, max: 7 }), async (index, bit) => {
        const changed = new Uint8Array(pdf)
        changed[index] = (changed[index] ?? 0) ^ (1 << bit)
        expect((await verifySignature(changed, signing.roots)).valid).toBe(false)
      }),
      { numRuns: 150 },
    )
  })

  it('refuses the document with anything added or cut off', async () => {
    expect(await reasonFor(Buffer.concat([pdf, Buffer.from('\n1 0 obj<</A 1>>endobj')]))).toBe('not-whole')
    expect(await reasonFor(pdf.subarray(0, -7))).toBe('not-whole')
  })

  it('refuses what was never signed or is no PDF', async () => {
    expect(await reasonFor(await documents.render('licence', samples.licence))).toBe('not-signed')
    expect(await reasonFor(Buffer.from('<html>'))).toBe('not-a-pdf')
    expect(await reasonFor(new Uint8Array())).toBe('not-a-pdf')
  })

  it('refuses a signature of the same name by another authority', async () => {
    const other = documentsOf(await createSigner(join(folder, 'other'), { cityName: '大连市', now }))
    const forged = (await other.issue('not-needed-notice', samples['not-needed-notice'], at)).pdf
    await other.close()
    const check = await verifySignature(forged, signing.roots)
    expect(check).toMatchObject({ valid: false, reason: 'not-trusted', signer: signing.name })
  })

  it('of a demonstration holds for its cases from before its first start', async () => {
    const months = new Date(now.getTime() - 300 * 86_400_000)
    const { pdf } = await documents.issue('licence', samples.licence, months)
    expect(await verifySignature(pdf, signing.roots)).toMatchObject({ valid: true })
  })

  it('refuses a signing time outside the life of the certificate', async () => {
    const early = await documents.issue('licence', samples.licence, new Date('2020-01-01T00:00:00Z'))
    expect(await reasonFor(early.pdf)).toBe('not-in-time')
  })
})
