import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOfHex, hexOf, utf8 } from './bytes.ts'
import { type Digestible, digestOf } from './digest.ts'
import * as portable from './sha256-browser.ts'
import * as inNode from './sha256-node.ts'

const kite: Digestible = {
  stream: 'application',
  caseId: '0197a3b0-0000-7000-8000-000000000001',
  revision: 1,
  kind: 'submitted',
  at: '2026-03-02T01:02:03.000Z',
  actor: { kind: 'citizen', id: 'c1', name: '王小风' },
  content: { site: '星海广场', kites: 2 },
  salt: '000102030405060708090a0b0c0d0e0f',
}

describe('the digest of an entry', () => {
  it('is SHA-256 over the salt and the sorted JSON', () => {
    const text =
      '{"actor":{"id":"c1","kind":"citizen","name":"王小风"},"at":"2026-03-02T01:02:03.000Z",' +
      '"caseId":"0197a3b0-0000-7000-8000-000000000001","content":{"kites":2,"site":"星海广场"},' +
      '"kind":"submitted","revision":1,"stream":"application"}'
    const expected = createHash('sha256')
      .update(Buffer.concat([Buffer.from(kite.salt, 'hex'), Buffer.from(text)]))
      .digest('hex')
    expect(digestOf(kite)).toBe(expected)
  })

  it('does not depend on the order of keys, and does on everything it covers', () => {
    expect(digestOf({ ...kite, content: { kites: 2, site: '星海广场' } })).toBe(digestOf(kite))
    const changed: Digestible[] = [
      { ...kite, stream: 'licence' },
      { ...kite, caseId: '0197a3b0-0000-7000-8000-000000000002' },
      { ...kite, revision: 2 },
      { ...kite, kind: 'withdrawn' },
      { ...kite, at: '2026-03-02T01:02:03.001Z' },
      { ...kite, actor: { ...kite.actor, name: '王大风' } },
      { ...kite, content: { site: '星海广场', kites: 3 } },
      { ...kite, salt: '000102030405060708090a0b0c0d0e10' },
    ]
    const digests = new Set([kite, ...changed].map(digestOf))
    expect(digests.size).toBe(changed.length + 1)
  })

  it('refuses a salt that is not 16 bytes of lower-case hex', () => {
    expect(() => digestOf({ ...kite, salt: '00' })).toThrow(TypeError)
    expect(() => digestOf({ ...kite, salt: 'zz0102030405060708090a0b0c0d0e0f' })).toThrow(TypeError)
    expect(() => portable.saltedHash('0G', '')).toThrow(TypeError)
  })
})

describe('the two SHA-256', () => {
  it('agree on the vector of FIPS 180-4', () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(hexOf(portable.hash(utf8('abc')))).toBe(abc)
    expect(hexOf(inNode.hash(utf8('abc')))).toBe(abc)
  })

  it('agree on any bytes and any text', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), fc.string({ unit: 'grapheme' }), (bytes, salt, text) => {
        expect(hexOf(portable.hash(bytes))).toBe(hexOf(inNode.hash(bytes)))
        expect(portable.saltedHash(hexOf(salt), text)).toBe(inNode.saltedHash(hexOf(salt), text))
        expect(bytesOfHex(hexOf(salt))).toEqual(salt)
      }),
    )
  })
  it('agree on a text longer than any entry', () => {
    const text = '星海广场'.repeat(20_000)
    expect(inNode.saltedHash(kite.salt, text)).toBe(portable.saltedHash(kite.salt, text))
  })
})
