/** A certificate authority for demonstrations: made on the first start, its key used once and never kept. */
import { createHash, generateKeyPair, randomBytes, webcrypto } from 'node:crypto'
import { promisify } from 'node:util'
import * as asn1 from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs'
import { pem } from './pem.ts'

const COMMON_NAME = '2.5.4.3'
const ORGANISATION = '2.5.4.10'
const COUNTRY = '2.5.4.6'
const YEARS = 20
/** Days before its making from which the certificate is good: the demonstration has cases from before its first start. */
const DAYS_BEFORE = 366
const A_DAY = 86_400_000

export interface DemoIdentity {
  /** Private key of the signing certificate, PKCS#8 PEM. */
  readonly key: string
  /** Signing certificate and the authority's, PEM. */
  readonly chain: readonly [string, string]
}

/** RSA 2048 with SHA-256: what every PDF reader checks. The subject says that it is a demonstration. */
export async function makeDemoIdentity(cityName: string, now: Date): Promise<DemoIdentity> {
  const organisation = `${cityName}（演示 DEMO）`
  const authority = { name: `${cityName}电子印章演示根证书 DEMO CA`, organisation }
  const signer = { name: `${cityName}电子文书签章（演示专用 DEMO）`, organisation }
  const [root, leaf] = await Promise.all([rsaKey(), rsaKey()])
  const rootCertificate = await certify(
    { subject: authority, issuer: authority, now, authority: true },
    root.spki,
    root,
  )
  const leafCertificate = await certify(
    { subject: signer, issuer: authority, now, authority: false },
    leaf.spki,
    root,
  )
  return {
    key: pem('PRIVATE KEY', new Uint8Array(leaf.pkcs8).buffer),
    chain: [pem('CERTIFICATE', leafCertificate), pem('CERTIFICATE', rootCertificate)],
  }
}

interface Keys {
  readonly spki: Buffer
  readonly pkcs8: Buffer
}

async function rsaKey(): Promise<Keys> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return {
    spki: pair.publicKey.export({ type: 'spki', format: 'der' }),
    pkcs8: pair.privateKey.export({ type: 'pkcs8', format: 'der' }),
  }
}

interface Name {
  readonly name: string
  readonly organisation: string
}

interface Request {
  readonly subject: Name
  readonly issuer: Name
  readonly now: Date
  readonly authority: boolean
}

const RSA_SHA256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

async function certify(request: Request, spki: Buffer, issuerKeys: Keys): Promise<ArrayBuffer> {
  const { subtle } = webcrypto
  const certificate = new Certificate()
  certificate.version = 2
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  certificate.serialNumber = new asn1.Integer({ valueHex: new Uint8Array(serial).buffer })
  certificate.subject = distinguished(request.subject)
  certificate.issuer = distinguished(request.issuer)
  const start = new Date(Math.floor(request.now.getTime() / 1000) * 1000 - DAYS_BEFORE * A_DAY)
  const end = new Date(start)
  end.setUTCFullYear(end.getUTCFullYear() + YEARS)
  certificate.notBefore = new Time({ value: start })
  certificate.notAfter = new Time({ value: end })
  const publicKey = await subtle.importKey('spki', spki, RSA_SHA256, true, ['verify'])
  await certificate.subjectPublicKeyInfo.importKey(publicKey)
  certificate.extensions = extensionsFor(request.authority, spki, issuerKeys.spki)
  const privateKey = await subtle.importKey('pkcs8', issuerKeys.pkcs8, RSA_SHA256, false, ['sign'])
  await certificate.sign(privateKey, 'SHA-256')
  return certificate.toSchema(true).toBER(false)
}

/** Each part in a set of its own, as readers expect; pkijs by itself would put all into one set. */
function distinguished(name: Name): RelativeDistinguishedNames {
  const parts = [
    { type: COUNTRY, value: new asn1.PrintableString({ value: 'CN' }) },
    { type: ORGANISATION, value: new asn1.Utf8String({ value: name.organisation }) },
    { type: COMMON_NAME, value: new asn1.Utf8String({ value: name.name }) },
  ].map((part) => new asn1.Set({ value: [new AttributeTypeAndValue(part).toSchema()] }))
  return RelativeDistinguishedNames.fromBER(new asn1.Sequence({ value: parts }).toBER(false))
}

/** SHA-1 of the key as a name for it, which is all it is used for (RFC 5280, 4.2.1.2). */
function keyName(spki: Buffer): ArrayBuffer {
  return new Uint8Array(createHash('sha1').update(spki).digest()).buffer
}

function extensionsFor(authority: boolean, spki: Buffer, issuerSpki: Buffer): Extension[] {
  const constraints = new BasicConstraints({ cA: authority, ...(authority ? { pathLenConstraint: 0 } : {}) })
  // keyCertSign + cRLSign for the authority; digitalSignature + nonRepudiation for the signer.
  const usage = new Uint8Array([authority ? 0x06 : 0xc0])
  const unusedBits = authority ? 1 : 6
  const extensions = [
    extension('2.5.29.19', true, constraints.toSchema().toBER(false)),
    extension('2.5.29.14', false, new asn1.OctetString({ valueHex: keyName(spki) }).toBER(false)),
    extension('2.5.29.35', false, issuerName(issuerSpki)),
    extension('2.5.29.15', true, new asn1.BitString({ valueHex: usage.buffer, unusedBits }).toBER(false)),
  ]
  if (authority) return extensions
  // Document signing (RFC 9336) and e-mail protection, which readers accept for documents as well.
  const purposes = new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4'] })
  return [...extensions, extension('2.5.29.37', false, purposes.toSchema().toBER(false))]
}

function issuerName(spki: Buffer): ArrayBuffer {
  const keyIdentifier = new asn1.Primitive({
    idBlock: { tagClass: 3, tagNumber: 0 },
    valueHex: keyName(spki),
  })
  return new asn1.Sequence({ value: [keyIdentifier] }).toBER(false)
}

function extension(extnID: string, critical: boolean, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical, extnValue })
}
