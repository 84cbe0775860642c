import { isRefusal, refusalText } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64Of, bytesOfHex, utf8 } from './bytes.ts'
import { signCheckpoint } from './checkpoint.ts'
import { type Digestible, digestOf } from './digest.ts'
import { EMPTY_EDGE, grow, rootOf } from './edge.ts'
import { hashLeaf, hashOfRange, inclusionRanges } from './merkle.ts'
import { formatVerifierKey, newSecretKey, readSecretKey, type Signer } from './note.ts'
import { verifyReceipt } from './receipt.ts'
import { formatReceipt, type Receipt, readReceipt, withoutEntry } from './receipt-format.ts'
import { readerOfTiles } from './tile.ts'

const LOG = 'mashang.example/dalian/log'

function aSigner(): Signer {
  const signer = readSecretKey(newSecretKey(LOG))
  if (isRefusal(signer)) throw new Error(signer.code)
  return signer
}

const signer = aSigner()
const key = formatVerifierKey(signer.key)

function kite(revision: number): Digestible {
  return {
    stream: 'application',
    caseId: '0197a3b0-0000-7000-8000-000000000001',
    revision,
    kind: 'submitted',
    at: '2026-03-02T01:02:03.000Z',
    actor: { kind: 'citizen', id: 'c1', name: '王小风' },
    content: { site: '星海广场', kites: revision },
    salt: '000102030405060708090a0b0c0d0e0f',
  }
}

/** A receipt for one of `size` entries. */
function aReceipt(size = 9, leaf = 4, by: Signer = signer): Receipt {
  const entries = Array.from({ length: size }, (_, at) => kite(at + 1))
  const leaves = entries.map((entry) => hashLeaf(bytesOfHex(digestOf(entry))))
  const { edge } = grow(EMPTY_EDGE, leaves)
  const read = readerOfTiles((_, tile) => leaves.slice(tile * 256, (tile + 1) * 256))
  const proof = inclusionRanges(leaf, size).map((range) => base64Of(hashOfRange(range, read)))
  const checkpoint = signCheckpoint({ origin: LOG, size, root: rootOf(edge) }, by)
  const entry = kite(leaf + 1)
  return { format: 'mashang-receipt/1', log: LOG, digest: digestOf(entry), entry, leaf, proof, checkpoint }
}

const codeOf = (value: unknown) => (isRefusal(value) ? value.code : 'none')

describe('a receipt', () => {
  it('is valid as a value, as JSON and as text, and shows what it proves', () => {
    const receipt = aReceipt()
    const crlf = formatReceipt(receipt).replaceAll('\n', '\r\n').trim()
    for (const form of [receipt, JSON.stringify(receipt), formatReceipt(receipt), crlf]) {
      const verified = verifyReceipt(form, key)
      expect(verified).toMatchObject({ valid: true, leaf: 4, size: 9, log: LOG, entry: kite(5) })
      if (isRefusal(verified)) return
      expect(verified.findings.map(({ result }) => result)).toEqual(['holds', 'holds', 'holds'])
    }
  })

  it('is read back as it was written', () => {
    expect(readReceipt(formatReceipt(aReceipt()))).toEqual(aReceipt())
    expect(readReceipt(formatReceipt(withoutEntry(aReceipt(1, 0))))).toEqual(withoutEntry(aReceipt(1, 0)))
  })

  it('says without an entry that a digest stands in the log, and fits a QR code', () => {
    const bare = withoutEntry(aReceipt(250, 200))
    const verified = verifyReceipt(formatReceipt(bare), key)
    expect(verified).toMatchObject({ valid: true, digest: bare.digest })
    if (isRefusal(verified)) return
    expect(verified.findings.map(({ result }) => result)).toEqual(['not-shown', 'holds', 'holds'])
    expect(verified.entry).toBeUndefined()
    expect(formatReceipt({ ...bare, proof: Array(24).fill(bare.proof[0]) }).length).toBeLessThan(2_000)
  })

  it('never carries along what it does not prove', () => {
    const receipt = aReceipt()
    const stuffed = { ...receipt, number: 'forged', entry: { ...receipt.entry, holder: 'forged' } }
    const verified = verifyReceipt(stuffed, key)
    expect(verified).toMatchObject({ valid: true })
    expect(JSON.stringify(verified)).not.toContain('forged')
  })
})

describe('a receipt that was tampered with', () => {
  const receipt = aReceipt()
  const altered = { ...kite(5), content: { site: '星海广场', kites: 500 } }

  it('tells an altered entry', () => {
    const refused = verifyReceipt({ ...receipt, entry: altered }, key)
    expect(codeOf(refused)).toBe('receipt-entry-altered')
    if (!isRefusal(refused)) return
    expect(refused.facts.findings).toMatchObject([
      { result: 'fails' },
      { result: 'holds' },
      { result: 'holds' },
    ])
    expect(refusalText(refused.code).status).toBe(422)
  })

  it('tells an entry that was never logged, digest and all', () => {
    const refused = verifyReceipt({ ...receipt, entry: altered, digest: digestOf(altered) }, key)
    expect(codeOf(refused)).toBe('receipt-not-in-log')
  })

  it('tells a wrong place, a wrong proof and a proof that is none', () => {
    const { proof } = receipt
    for (const wrong of [
      { leaf: 5 },
      { leaf: 9 },
      { proof: proof.slice(1) },
      { proof: proof.toReversed() },
      { proof: [...proof, ''] },
      { proof: proof.map(() => 'AAAA') },
      { proof: proof.map((hash) => hash.replace('=', '')) },
    ]) {
      expect(codeOf(verifyReceipt({ ...receipt, ...wrong }, key))).toBe('receipt-not-in-log')
    }
  })

  it('tells a log that another key signed, or that is another log', () => {
    expect(codeOf(verifyReceipt(aReceipt(9, 4, aSigner()), key))).toBe('receipt-not-signed')
    const elsewhere = verifyReceipt({ ...receipt, log: 'elsewhere.example/log' }, key)
    expect(elsewhere).toMatchObject({
      code: 'receipt-not-signed',
      facts: { cause: 'checkpoint-of-another-log' },
    })
    expect(codeOf(verifyReceipt(receipt, 'no key'))).toBe('log-key-malformed')
  })

  it('is never valid after any one character of its text has changed', () => {
    const text = formatReceipt(receipt)
    const property = fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 94 }), (at, by) => {
      const other = String.fromCharCode(((text.charCodeAt(at) - 0x20 + by) % 95) + 0x20)
      const verified = verifyReceipt(text.slice(0, at) + other + text.slice(at + 1), key)
      if (isRefusal(verified)) return
      // The name of a field that is not needed may change, even that of `entry`; what is proven may not.
      expect(verified).toMatchObject({ digest: receipt.digest, leaf: 4 })
      expect([undefined, kite(5)]).toContainEqual(verified.entry)
    })
    fc.assert(property, { numRuns: 300 })
  })
})

describe('a receipt that is none', () => {
  const receipt = aReceipt()
  it.each([
    undefined,
    null,
    '',
    'hello',
    '[]',
    '{"format":"mashang-receipt/1"}',
    { ...receipt, format: 'mashang-receipt/2' },
    { ...receipt, log: 7 },
    { ...receipt, digest: receipt.digest.toUpperCase() },
    { ...receipt, digest: receipt.digest.slice(2) },
    { ...receipt, leaf: -1 },
    { ...receipt, leaf: '4' },
    { ...receipt, proof: 'AAAA' },
    { ...receipt, proof: Array(54).fill('AAAA') },
    { ...receipt, checkpoint: undefined },
    { ...receipt, entry: 'kite' },
    { ...receipt, entry: { ...kite(5), salt: '00' } },
    { ...receipt, entry: { ...kite(5), actor: { kind: 'ghost', id: '', name: '' } } },
    { ...receipt, entry: { ...kite(5), content: undefined, revision: '5' } },
    formatReceipt(receipt).replace('@v1', '@v2'),
    formatReceipt(receipt).replace('index 4', 'index 04'),
    formatReceipt(receipt).replace('extra ', 'extra !'),
    formatReceipt(receipt).replace('extra ', `extra ${base64Of(utf8('[]'))}\nextra `),
  ])('is refused as malformed (%#)', (given) => {
    expect(codeOf(verifyReceipt(given, key))).toBe('receipt-malformed')
  })

  it('is refused without a crash where its content is no JSON that was ever logged', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)
    for (const content of ['\ud800', deep]) {
      const refused = verifyReceipt({ ...receipt, entry: { ...kite(5), content } }, key)
      expect(codeOf(refused)).toBe('receipt-entry-altered')
    }
  })
})
