/** 电子签名 — whether a text was signed with a certificate that counted at that moment. */
import { isSignature, type ReadCertificate, readCertificate } from '@mashang/certificate'
import { isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { SignatureGiven, SignedWith } from '../contract/certificate.ts'
import type { Inside } from '../inside.ts'
import { aCertificateServesWhileItIsGood } from '../rules/certificate.ts'
import { findBoundByFingerprint } from './load.ts'

interface Proven {
  readonly certificate: ReadCertificate
  readonly demo: boolean
}

/** The signature is that of the certificate's key, a trusted authority issued it, and it was good at that moment. */
export async function proveSignature(
  inside: Inside,
  certificate: ReadCertificate,
  given: { readonly text: Uint8Array<ArrayBuffer>; readonly signature: string; readonly at: Date },
): Promise<Proven | Refusal> {
  if (!(await isSignature(certificate.publicKey, given.text, bytesOf(given.signature))))
    return refuse('certificate-signature-wrong')
  const issuer = await inside.authorities.findIssuer(certificate)
  if (!issuer) return refuse('certificate-issuer-unknown', { facts: { issuer: certificate.issuer } })
  const bound = await findBoundByFingerprint(inside.db, certificate.fingerprint)
  const revokedAt = issuer.revokedAt ?? bound?.revokedAt
  const validity = { ...certificate, name: certificate.subject, revokedAt, reason: bound?.reason }
  return aCertificateServesWhileItIsGood(validity, given.at) ?? { certificate, demo: issuer.demo }
}

/** The same for another module: a text as it is, and what is known of the certificate that signed it. */
export async function checkSignature(
  inside: Inside,
  { text, signature, certificate: given }: SignatureGiven,
  at: Date,
): Promise<SignedWith | Refusal> {
  const certificate = await readCertificate(given)
  if (!certificate) return refuse('certificate-unreadable')
  const bytes = new TextEncoder().encode(text)
  const proven = await proveSignature(inside, certificate, { text: bytes, signature, at })
  if (isRefusal(proven)) return proven
  const { uscc, subject: name, issuer, serial, fingerprint, kind: algorithm, from, to } = certificate
  if (uscc === undefined) return refuse('certificate-without-credit-code', { facts: { name } })
  return { uscc, name, issuer, serial, fingerprint, algorithm, from, to, demo: proven.demo }
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64'))
}
