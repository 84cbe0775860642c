/** Reads X.509 certificates (RFC 5280; with SM2 keys GB/T 20518): what they say, and who signed them. */
import { checkUscc, isRefusal } from '@mashang/kit'
import { Certificate, CertificateRevocationList } from 'pkijs'
import { isSignature, type KeyKind, kindOfKey } from './keys.ts'

const COMMON_NAME = '2.5.4.3'
const BASIC_CONSTRAINTS = '2.5.29.19'

/** What a certificate says. Days are instants (ISO 8601). */
export interface ReadCertificate {
  readonly der: Uint8Array<ArrayBuffer>
  /** Lower-case hex. */
  readonly serial: string
  /** SHA-256 of the whole, lower-case hex. */
  readonly fingerprint: string
  readonly subject: string
  /** 统一社会信用代码 among the subject's attributes, where one of them is valid. */
  readonly uscc?: string
  readonly issuer: string
  readonly from: string
  readonly to: string
  readonly kind: KeyKind
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly isAuthority: boolean
}

interface Signed {
  readonly tbs: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
}

/** Reads a certificate, DER or PEM; undefined where it is none, or of a key that is not taken. */
export async function readCertificate(given: Uint8Array | string): Promise<ReadCertificate | undefined> {
  const der = derOf(given, 'CERTIFICATE')
  const certificate = der && parsed(() => Certificate.fromBER(der))
  if (!der || !certificate) return undefined
  const publicKey = new Uint8Array(certificate.subjectPublicKeyInfo.toSchema().toBER(false))
  const kind = await kindOfKey(publicKey)
  if (!kind) return undefined
  const texts = certificate.subject.typesAndValues.map(({ type, value }) => ({ type, text: textOf(value) }))
  const uscc = texts.map(({ text }) => validUscc(text)).find((code) => code !== undefined)
  return {
    der,
    serial: hex(new Uint8Array(certificate.serialNumber.valueBlock.valueHexView)),
    fingerprint: hex(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', der))),
    subject: texts.find(({ type }) => type === COMMON_NAME)?.text ?? texts[0]?.text ?? '',
    ...(uscc === undefined ? {} : { uscc }),
    issuer: nameOf(certificate.issuer),
    from: certificate.notBefore.value.toISOString(),
    to: certificate.notAfter.value.toISOString(),
    kind,
    publicKey,
    isAuthority: certificate.extensions?.some(isForAuthorities) ?? false,
  }
}

/** Whether this authority signed the certificate: its name stands as the issuer, and its key verifies the signature. */
export async function isIssuedBy(certificate: ReadCertificate, authority: ReadCertificate): Promise<boolean> {
  const [own, theirs] = [Certificate.fromBER(certificate.der), Certificate.fromBER(authority.der)]
  if (!authority.isAuthority || !own.issuer.isEqual(theirs.subject)) return false
  const { tbs, signature } = signedPart(own.tbsView, own.signatureValue.valueBlock.valueHexView)
  return isSignature(authority.publicKey, tbs, signature)
}

/** 证书吊销列表 — a certificate revocation list, as far as it is needed. */
export interface RevocationList {
  readonly issuer: string
  /** Serial (lower-case hex) → instant of the revocation. */
  readonly revoked: ReadonlyMap<string, string>
  /** When a newer one is due. */
  readonly next?: string
  /** Whether this authority signed the list. */
  isIssuedBy(authority: ReadCertificate): Promise<boolean>
}

/** Reads a revocation list (RFC 5280, 5), DER or PEM; undefined where it is none. */
export function readRevocationList(given: Uint8Array | string): RevocationList | undefined {
  const der = derOf(given, 'X509 CRL')
  const list = der && parsed(() => CertificateRevocationList.fromBER(der))
  if (!list) return undefined
  return {
    issuer: nameOf(list.issuer),
    revoked: new Map(
      (list.revokedCertificates ?? []).map(({ userCertificate, revocationDate }) => [
        hex(new Uint8Array(userCertificate.valueBlock.valueHexView)),
        revocationDate.value.toISOString(),
      ]),
    ),
    ...(list.nextUpdate ? { next: list.nextUpdate.value.toISOString() } : {}),
    isIssuedBy: async (authority) => {
      if (!list.issuer.isEqual(Certificate.fromBER(authority.der).subject)) return false
      const { tbs, signature } = signedPart(list.tbsView, list.signatureValue.valueBlock.valueHexView)
      return isSignature(authority.publicKey, tbs, signature)
    },
  }
}

function signedPart(tbs: Uint8Array, signature: Uint8Array): Signed {
  return { tbs: new Uint8Array(tbs), signature: new Uint8Array(signature) }
}

function isForAuthorities({ extnID, parsedValue }: { extnID: string; parsedValue?: unknown }): boolean {
  return extnID === BASIC_CONSTRAINTS && (parsedValue as { cA?: boolean } | undefined)?.cA === true
}

function nameOf(name: Certificate['issuer']): string {
  const common = name.typesAndValues.find(({ type }) => type === COMMON_NAME) ?? name.typesAndValues[0]
  return common ? textOf(common.value) : ''
}

function textOf(value: { readonly valueBlock: { readonly value?: unknown } }): string {
  return String(value.valueBlock.value ?? '')
}

function validUscc(text: string): string | undefined {
  const checked = checkUscc(text)
  return isRefusal(checked) ? undefined : checked.code
}

function parsed<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** DER as given, or that of the first PEM block of this label. */
function derOf(given: Uint8Array | string, label: string): Uint8Array<ArrayBuffer> | undefined {
  const text = typeof given === 'string' ? given : new TextDecoder('latin1').decode(given)
  const block = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`).exec(
    text,
  )?.[1]
  if (block !== undefined) return findBytes(block)
  return typeof given === 'string' ? findBytes(given) : new Uint8Array(given)
}

function findBytes(base64: string): Uint8Array<ArrayBuffer> | undefined {
  return parsed(() => Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (one) => one.charCodeAt(0)))
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
