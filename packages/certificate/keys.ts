/**
 * Keys of certificates and what they sign: RSA (PKCS #1 v1.5 with SHA-256) by the platform's crypto; SM2 (GB/T 32918.2
 * with SM3 and the default identity of GB/T 35276) by its own library, since Node signs SM2 without the identity's
 * digest, which nobody else verifies. Runs in the browser, too.
 */
import { sm2 } from 'sm-crypto-v2'

export const KEY_KINDS = ['SM2', 'RSA'] as const
export type KeyKind = (typeof KEY_KINDS)[number]

export interface Keys {
  readonly kind: KeyKind
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** RSA: PKCS #8, DER; SM2: the 32 bytes of the number. */
  readonly secret: Uint8Array<ArrayBuffer>
}

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const
const SM2 = { hash: true, der: true } as const
/** SubjectPublicKeyInfo of an SM2 key (ecPublicKey, curve 1.2.156.10197.1.301) up to its point. */
const SM2_HEAD = '3059301306072a8648ce3d020106082a811ccf5501822d034200'
const SM2_INFO = new RegExp(`^${SM2_HEAD}(04[0-9a-f]{128})$`)

export async function makeKeys(kind: KeyKind): Promise<Keys> {
  if (kind === 'SM2') {
    const { privateKey, publicKey } = sm2.generateKeyPairHex()
    return { kind, publicKey: bytesOf(SM2_HEAD + publicKey), secret: bytesOf(privateKey) }
  }
  const { subtle } = globalThis.crypto
  const pair = await subtle.generateKey(
    { ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  )
  const [publicKey, secret] = await Promise.all([
    subtle.exportKey('spki', pair.publicKey),
    subtle.exportKey('pkcs8', pair.privateKey),
  ])
  return { kind, publicKey: new Uint8Array(publicKey), secret: new Uint8Array(secret) }
}

/** A signature over the bytes: RSA as it is, SM2 as DER. */
export async function signWith(keys: Keys, message: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (keys.kind === 'SM2') {
    const publicKey = sm2Point(keys.publicKey)
    if (publicKey === undefined) throw new Error('the public key is none of SM2')
    return bytesOf(sm2.doSignature(message, hex(keys.secret), { ...SM2, publicKey }))
  }
  const { subtle } = globalThis.crypto
  const key = await subtle.importKey('pkcs8', keys.secret, RSA, false, ['sign'])
  return new Uint8Array(await subtle.sign(RSA.name, key, message))
}

/** What kind of key this SubjectPublicKeyInfo is; undefined for kinds that are not taken, or no key at all. */
export async function kindOfKey(publicKey: Uint8Array<ArrayBuffer>): Promise<KeyKind | undefined> {
  if (sm2Point(publicKey) !== undefined) return 'SM2'
  return (await rsaKey(publicKey)) && 'RSA'
}

/** Whether the signature is that of the key over the bytes; a broken signature or key is none. */
export async function isSignature(
  publicKey: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const point = sm2Point(publicKey)
  if (point !== undefined) return isSm2Signature(point, message, signature)
  const key = await rsaKey(publicKey)
  return key !== undefined && globalThis.crypto.subtle.verify(RSA.name, key, signature, message)
}

function isSm2Signature(point: string, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return sm2.doVerifySignature(message, hex(signature), point, SM2)
  } catch {
    return false
  }
}

/** The point of an SM2 key in hex; undefined where the key is of another kind or off the curve. */
function sm2Point(publicKey: Uint8Array): string | undefined {
  const point = SM2_INFO.exec(hex(publicKey))?.[1]
  try {
    return point !== undefined && sm2.verifyPublicKey(point) ? point : undefined
  } catch {
    return undefined
  }
}

/** Shorter RSA keys are not safe any more. */
const SHORTEST_RSA = 2048

async function rsaKey(publicKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey | undefined> {
  try {
    const key = await globalThis.crypto.subtle.importKey('spki', publicKey, RSA, false, ['verify'])
    const { modulusLength } = key.algorithm as RsaHashedKeyAlgorithm
    return modulusLength >= SHORTEST_RSA ? key : undefined
  } catch {
    return undefined
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
