import { describe, expect, it } from 'vitest'
import {
  type Authority,
  isIssuedBy,
  isSignature,
  issueCertificate,
  issueRevocationList,
  KEY_KINDS,
  type KeyKind,
  kindOfKey,
  makeKeys,
  readCertificate,
  readRevocationList,
  signWith,
} from './index.ts'

const FROM = new Date('2026-01-01T00:00:00Z')
const TO = new Date('2028-01-01T00:00:00Z')
const USCC = '91350100M000100Y43'
const message = new TextEncoder().encode('马上办')

async function anAuthority(kind: KeyKind): Promise<Authority & { readonly der: Uint8Array }> {
  const keys = await makeKeys(kind)
  const name = { commonName: `${kind} 演示根证书`, organisation: '演示' }
  const authority = { name, keys }
  const root = { subject: name, publicKey: keys.publicKey, from: FROM, to: TO, authority: true }
  return { ...authority, der: await issueCertificate(authority, root) }
}

async function issued(authority: Authority, kind: KeyKind) {
  const keys = await makeKeys(kind)
  const subject = {
    commonName: '大连海味小馆餐饮有限公司',
    organisation: '大连海味小馆餐饮有限公司',
    uscc: USCC,
  }
  const der = await issueCertificate(authority, { subject, publicKey: keys.publicKey, from: FROM, to: TO })
  return { keys, der }
}

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

async function read(der: Uint8Array) {
  const found = await readCertificate(der)
  if (!found) throw new Error('the certificate cannot be read')
  return found
}

describe.each(KEY_KINDS)('a certificate with an %s key', (kind) => {
  it('says whom it is for, from when to when, and by whom', async () => {
    const authority = await anAuthority(kind)
    const { der, keys } = await issued(authority, kind)
    expect(await read(der)).toMatchObject({
      subject: '大连海味小馆餐饮有限公司',
      uscc: USCC,
      issuer: `${kind} 演示根证书`,
      from: FROM.toISOString(),
      to: TO.toISOString(),
      kind,
      publicKey: keys.publicKey,
      isAuthority: false,
    })
    expect((await read(authority.der)).isAuthority).toBe(true)
  })

  it('is known to be of its authority, and not of another of the same name', async () => {
    const [authority, other] = await Promise.all([anAuthority(kind), anAuthority(kind)])
    const { der } = await issued(authority, kind)
    const certificate = await read(der)
    expect(await isIssuedBy(certificate, await read(authority.der))).toBe(true)
    expect(await isIssuedBy(certificate, await read(other.der))).toBe(false)
    expect(await isIssuedBy(certificate, certificate)).toBe(false)
  })

  it('verifies what its key signed, and nothing else', async () => {
    const keys = await makeKeys(kind)
    const signature = new Uint8Array(await signWith(keys, message))
    expect(await kindOfKey(keys.publicKey)).toBe(kind)
    expect(await isSignature(keys.publicKey, message, signature)).toBe(true)
    expect(await isSignature(keys.publicKey, new TextEncoder().encode('马上力'), signature)).toBe(false)
    expect(await isSignature((await makeKeys(kind)).publicKey, message, signature)).toBe(false)
    expect(await isSignature(keys.publicKey, message, signature.slice(1))).toBe(false)
  })

  it('is void once its serial stands on the list of its authority', async () => {
    const authority = await anAuthority(kind)
    const { serial } = await read((await issued(authority, kind)).der)
    const at = new Date('2026-05-05T05:05:05Z')
    const list = readRevocationList(await issueRevocationList(authority, [{ serial, at }], at, TO))
    expect(list?.revoked.get(serial)).toBe(at.toISOString())
    expect(await list?.isIssuedBy(await read(authority.der))).toBe(true)
    expect(await list?.isIssuedBy(await read((await anAuthority(kind)).der))).toBe(false)
  })
})

describe('standards', () => {
  it('verifies an SM2 signature made by OpenSSL 3 with the default identity', async () => {
    const publicKey = bytesOf(
      '3059301306072a8648ce3d020106082a811ccf5501822d0342000448d0f8935a' +
        '6676b55ee485cc657f8e3d32bdcf677f99f1313d1b9a76719217f10084246a50' +
        'a64734256fb838e8dabef0f492ebc9c3ddac30dbb3deee67075a86',
    )
    const signature = bytesOf(
      '3045022044271070e8ede967bb5318f287c6699fc3db74c70e563652bb58fd77d18846e5' +
        '0221008e707a5214f6ba23679859983ff4943548fc1b35d10bef751e38c7f83a170ff5',
    )
    expect(await kindOfKey(publicKey)).toBe('SM2')
    expect(await isSignature(publicKey, message, signature)).toBe(true)
  })

  it.each(['', 'no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
    'reads nothing from “%s”',
    async (text) => {
      expect(await readCertificate(text)).toBeUndefined()
      expect(readRevocationList(text)).toBeUndefined()
    },
  )
})
