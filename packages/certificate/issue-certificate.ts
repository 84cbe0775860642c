/** Issues X.509 certificates and revocation lists (RFC 5280; with SM2 keys GB/T 20518): for demonstrations and tests. */
import * as asn1 from 'asn1js'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  Extension,
  ExtKeyUsage,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  RevokedCertificate,
  Time,
} from 'pkijs'
import { type KeyKind, type Keys, signWith } from './keys.ts'

const SIGNATURE: Readonly<Record<KeyKind, string>> = {
  SM2: '1.2.156.10197.1.501',
  RSA: '1.2.840.113549.1.1.11',
}
const NAME = {
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  commonName: '2.5.4.3',
  uscc: '2.5.4.97',
} as const

/** A name in a certificate; the credit code stands as the organisation's identifier. */
export interface CertifiedName {
  readonly commonName: string
  readonly organisation: string
  readonly uscc?: string
}

/** An authority: its name and its keys. */
export interface Authority {
  readonly name: CertifiedName
  readonly keys: Keys
}

export interface CertificateRequest {
  readonly subject: CertifiedName
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly from: Date
  readonly to: Date
  /** A root signs itself: `publicKey` is its own. */
  readonly authority?: boolean
  /** Purposes of the key (OIDs of RFC 5280, 4.2.1.12). */
  readonly purposes?: readonly string[]
}

/** A certificate, DER, with a random serial of 128 bits. */
export async function issueCertificate(
  issuer: Authority,
  request: CertificateRequest,
): Promise<Uint8Array<ArrayBuffer>> {
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1.Integer({ valueHex: randomSerial() })
  certificate.subject = distinguished(request.subject)
  certificate.issuer = distinguished(issuer.name)
  certificate.notBefore = new Time({ value: wholeSeconds(request.from) })
  certificate.notAfter = new Time({ value: wholeSeconds(request.to) })
  certificate.subjectPublicKeyInfo = PublicKeyInfo.fromBER(request.publicKey)
  certificate.extensions = await extensionsOf(issuer, request)
  certificate.signature = algorithmOf(issuer)
  return signedBy(issuer, certificate.toSchema(true))
}

/** 证书吊销列表 — a revocation list, DER; serials in hex with the instant from which each is void. */
export async function issueRevocationList(
  issuer: Authority,
  revoked: readonly { readonly serial: string; readonly at: Date }[],
  now: Date,
  next: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const list = new CertificateRevocationList()
  list.version = 1
  list.issuer = distinguished(issuer.name)
  list.thisUpdate = new Time({ value: wholeSeconds(now) })
  list.nextUpdate = new Time({ value: wholeSeconds(next) })
  if (revoked.length > 0)
    list.revokedCertificates = revoked.map(
      ({ serial, at }) =>
        new RevokedCertificate({
          userCertificate: new asn1.Integer({ valueHex: bytesOfHex(serial).buffer }),
          revocationDate: new Time({ value: wholeSeconds(at) }),
        }),
    )
  list.signature = algorithmOf(issuer)
  return signedBy(issuer, list.toSchema(true))
}

/** What is to be signed is the first part of the structure; the algorithm and the signature follow it. */
async function signedBy(issuer: Authority, structure: asn1.Sequence): Promise<Uint8Array<ArrayBuffer>> {
  const [toBeSigned] = structure.valueBlock.value
  if (!toBeSigned) throw new Error('there is nothing to sign')
  const signature = await signWith(issuer.keys, new Uint8Array(toBeSigned.toBER(false)))
  const valueHex = new Uint8Array(signature).buffer
  const signed = [toBeSigned, algorithmOf(issuer).toSchema(), new asn1.BitString({ valueHex })]
  return new Uint8Array(new asn1.Sequence({ value: signed }).toBER(false))
}

function algorithmOf({ keys }: Authority): AlgorithmIdentifier {
  return new AlgorithmIdentifier({
    algorithmId: SIGNATURE[keys.kind],
    ...(keys.kind === 'RSA' ? { algorithmParams: new asn1.Null() } : {}),
  })
}

/** Each part in a set of its own, as readers expect; pkijs by itself would put all into one set. */
function distinguished({ commonName, organisation, uscc }: CertifiedName): RelativeDistinguishedNames {
  const parts = [
    { type: NAME.country, value: new asn1.PrintableString({ value: 'CN' }) },
    { type: NAME.organisation, value: new asn1.Utf8String({ value: organisation }) },
    { type: NAME.commonName, value: new asn1.Utf8String({ value: commonName }) },
    ...(uscc ? [{ type: NAME.uscc, value: new asn1.Utf8String({ value: uscc }) }] : []),
  ].map((part) => new asn1.Set({ value: [new AttributeTypeAndValue(part).toSchema()] }))
  return RelativeDistinguishedNames.fromBER(new asn1.Sequence({ value: parts }).toBER(false))
}

async function extensionsOf(
  issuer: Authority,
  { authority = false, publicKey, purposes = [] }: CertificateRequest,
): Promise<Extension[]> {
  const constraints = new BasicConstraints({ cA: authority, ...(authority ? { pathLenConstraint: 0 } : {}) })
  // keyCertSign + cRLSign for an authority; digitalSignature + nonRepudiation for who signs.
  const usage = new Uint8Array([authority ? 0x06 : 0xc0])
  const unusedBits = authority ? 1 : 6
  const [own, theirs] = await Promise.all([keyName(publicKey), keyName(issuer.keys.publicKey)])
  const extensions = [
    extension('2.5.29.19', true, constraints.toSchema().toBER(false)),
    extension('2.5.29.14', false, new asn1.OctetString({ valueHex: own }).toBER(false)),
    extension('2.5.29.35', false, issuerName(theirs)),
    extension('2.5.29.15', true, new asn1.BitString({ valueHex: usage.buffer, unusedBits }).toBER(false)),
  ]
  if (purposes.length === 0) return extensions
  const extended = new ExtKeyUsage({ keyPurposes: [...purposes] })
  return [...extensions, extension('2.5.29.37', false, extended.toSchema().toBER(false))]
}

/** SHA-1 of the key as a name for it, which is all it is used for (RFC 5280, 4.2.1.2). */
function keyName(publicKey: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return globalThis.crypto.subtle.digest('SHA-1', publicKey)
}

function issuerName(valueHex: ArrayBuffer): ArrayBuffer {
  const keyIdentifier = new asn1.Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, valueHex })
  return new asn1.Sequence({ value: [keyIdentifier] }).toBER(false)
}

function extension(extnID: string, critical: boolean, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical, extnValue })
}

/** Positive, and of full length. */
function randomSerial(): ArrayBuffer {
  const serial = globalThis.crypto.getRandomValues(new Uint8Array(16))
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  return serial.buffer
}

/** Certificates know no smaller unit. */
function wholeSeconds(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000)
}

function bytesOfHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
