import { createHash } from 'node:crypto'
import * as asn1 from 'asn1js'
import { Certificate, CertificateChainValidationEngine, ContentInfo, SignedData } from 'pkijs'
import type { SignatureCheck } from '../contract.ts'

const COMMON_NAME = '2.5.4.3'
const SIGNING_TIME = '1.2.840.113549.1.9.5'

/**
 * Checks the signature of a PDF as this house makes them: one signature, over every byte of the file but the
 * signature itself, by a certificate that leads to one of `roots` (DER) and was valid when it signed.
 */
export async function verifySignature(
  pdf: Uint8Array,
  roots: readonly Uint8Array[],
): Promise<SignatureCheck> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const digest = createHash('sha256').update(bytes).digest('hex')
  const no = (reason: string, known: Partial<SignatureCheck> = {}): SignatureCheck => ({
    ...known,
    valid: false,
    reason,
    digest,
  })
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') return no('not-a-pdf')
  const ranges = [...bytes.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)\s*\]/g)]
  const last = ranges.at(-1)
  if (last === undefined) return no('not-signed')
  const [start, before, after, length] = last.slice(1, 5).map(Number) as [number, number, number, number]
  if (start !== 0 || after <= before || after + length !== bytes.length) return no('not-whole')
  const signature = signatureIn(bytes.subarray(before, after))
  if (signature === undefined) return no('not-whole')
  const content = Buffer.concat([bytes.subarray(0, before), bytes.subarray(after)])
  const cms = readCms(signature)
  if (cms === undefined) return no('changed')
  const { signed, signer } = cms
  const known = { signer: nameOf(signer.subject), issuer: nameOf(signer.issuer), at: signingTime(signed) }
  if (!(await isIntact(signed, content))) return no('changed', known)
  const at = known.at === undefined ? undefined : new Date(known.at)
  if (at === undefined || at < signer.notBefore.value || at > signer.notAfter.value) {
    return no('not-in-time', known)
  }
  if (!(await isTrusted(signed, signer, roots, at))) return no('not-trusted', known)
  return { ...known, valid: true, digest }
}

/** The DER inside `<hex padded with zeros>`; anything else there is not what we wrote. */
function signatureIn(gap: Buffer): Buffer | undefined {
  const hex = /^<([0-9a-f]+)>$/.exec(gap.toString('latin1'))?.[1]
  if (hex === undefined || hex.length % 2 !== 0) return undefined
  const raw = Buffer.from(hex, 'hex')
  // SEQUENCE with a length of two bytes: every signature with a certificate is that long.
  if (raw.length < 4 || raw[0] !== 0x30 || raw[1] !== 0x82) return undefined
  const size = 4 + raw.readUInt16BE(2)
  if (size > raw.length || raw.subarray(size).some((byte) => byte !== 0)) return undefined
  return raw.subarray(0, size)
}

function readCms(der: Buffer): { readonly signed: SignedData; readonly signer: Certificate } | undefined {
  try {
    const info = ContentInfo.fromBER(new Uint8Array(der))
    const signed = new SignedData({ schema: info.content })
    const [only, second] = signed.signerInfos
    if (only === undefined || second !== undefined || only.sid === undefined) return undefined
    const serial = only.sid.serialNumber
    const signer = (signed.certificates ?? []).find(
      (candidate): candidate is Certificate =>
        candidate instanceof Certificate &&
        candidate.serialNumber.isEqual(serial) &&
        candidate.issuer.isEqual(only.sid.issuer),
    )
    return signer === undefined ? undefined : { signed, signer }
  } catch {
    return undefined
  }
}

async function isIntact(signed: SignedData, content: Buffer): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, data: new Uint8Array(content).buffer, checkChain: false })
  } catch {
    return false
  }
}

async function isTrusted(
  signed: SignedData,
  signer: Certificate,
  roots: readonly Uint8Array[],
  at: Date,
): Promise<boolean> {
  const others = (signed.certificates ?? []).filter(
    (candidate): candidate is Certificate => candidate instanceof Certificate && candidate !== signer,
  )
  const engine = new CertificateChainValidationEngine({
    // The engine looks at the last certificate.
    certs: [...others, signer],
    trustedCerts: roots.map((root) => Certificate.fromBER(new Uint8Array(root))),
    checkDate: at,
  })
  return (await engine.verify()).result
}

function signingTime(signed: SignedData): string | undefined {
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? []
  const value: unknown = attributes.find((attribute) => attribute.type === SIGNING_TIME)?.values[0]
  return value instanceof asn1.UTCTime || value instanceof asn1.GeneralizedTime
    ? value.toDate().toISOString()
    : undefined
}

function nameOf(name: Certificate['subject']): string {
  const found = name.typesAndValues.find((part) => part.type === COMMON_NAME)
  return found === undefined ? '' : String(found.value.valueBlock.value)
}
