import { createHash, type KeyObject, sign, type X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import * as asn1 from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'

const DATA = '1.2.840.113549.1.7.1'
const SHA256 = '2.16.840.1.101.3.4.2.1'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_TIME = '1.2.840.113549.1.9.5'
/** ESS signing-certificate-v2 (RFC 5035): binds the signature to this very certificate. */
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.47'
const SIGNATURE_ALGORITHMS: Readonly<Record<string, string>> = {
  rsa: '1.2.840.113549.1.1.1',
  ec: '1.2.840.10045.4.3.2',
}

const signAsync = promisify<string, Uint8Array, KeyObject, Buffer>(sign)

/**
 * A detached CMS signature (RFC 5652, SHA-256) over `content`, with the chain, the signing time and the
 * signing certificate among the signed attributes; DER.
 */
export async function detachedCms(
  content: Uint8Array,
  key: KeyObject,
  chain: readonly X509Certificate[],
  at: Date,
): Promise<Buffer> {
  const certificates = chain.map((certificate) => Certificate.fromBER(new Uint8Array(certificate.raw)))
  const [leaf, raw] = [certificates[0], chain[0]?.raw]
  const algorithm = SIGNATURE_ALGORITHMS[key.asymmetricKeyType ?? '']
  if (leaf === undefined || raw === undefined || algorithm === undefined) {
    throw new Error('To sign, an RSA or EC key and its certificate are needed.')
  }
  const signedAttrs = new SignedAndUnsignedAttributes({ type: 0, attributes: attributes(content, raw, at) })
  // Signed is the DER of the set itself (tag SET), not the [0] under which it is carried.
  const set = new asn1.Set({ value: signedAttrs.attributes.map((attribute) => attribute.toSchema()) })
  const signature = await signAsync('sha256', new Uint8Array(set.toBER(false)), key)
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: leaf.issuer, serialNumber: leaf.serialNumber }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
    signedAttrs,
    signatureAlgorithm: new AlgorithmIdentifier({
      algorithmId: algorithm,
      ...(algorithm === SIGNATURE_ALGORITHMS.rsa ? { algorithmParams: new asn1.Null() } : {}),
    }),
    signature: new asn1.OctetString({ valueHex: bufferOf(signature) }),
  })
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: SHA256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    certificates,
    signerInfos: [signer],
  })
  const info = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) })
  return Buffer.from(info.toSchema().toBER(false))
}

/** In the order of their DER, as a SET OF must be. */
function attributes(content: Uint8Array, certificate: Buffer, at: Date): Attribute[] {
  const certificateHash = new asn1.Sequence({
    value: [new asn1.OctetString({ valueHex: digest(certificate) })],
  })
  const all = [
    new Attribute({ type: CONTENT_TYPE, values: [new asn1.ObjectIdentifier({ value: DATA })] }),
    new Attribute({ type: SIGNING_TIME, values: [new asn1.UTCTime({ valueDate: at })] }),
    new Attribute({ type: MESSAGE_DIGEST, values: [new asn1.OctetString({ valueHex: digest(content) })] }),
    new Attribute({
      type: SIGNING_CERTIFICATE,
      values: [new asn1.Sequence({ value: [new asn1.Sequence({ value: [certificateHash] })] })],
    }),
  ]
  const der = (attribute: Attribute) => Buffer.from(attribute.toSchema().toBER(false))
  return all.sort((a, b) => Buffer.compare(der(a), der(b)))
}

function digest(bytes: Uint8Array): ArrayBuffer {
  return bufferOf(createHash('sha256').update(bytes).digest())
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
