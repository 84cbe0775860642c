/** 软证书 — certificates whose keys this browser keeps, locked with a PIN (PBKDF2, AES-GCM); nothing of it is sent. */
import type { KeyKind, Keys } from '@mashang/certificate'

/** One kept certificate; all bytes in base64. */
export interface Kept {
  readonly format: 'mashang-soft-certificate-1'
  readonly name: string
  readonly uscc: string
  readonly issuer: string
  readonly to: string
  readonly kind: KeyKind
  readonly certificate: string
  readonly publicKey: string
  readonly salt: string
  readonly iv: string
  readonly locked: string
}

const STORE = 'mashang-soft-certificates'
/** As OWASP advises for PBKDF2 with SHA-256. */
const ROUNDS = 600_000
const FORMAT = 'mashang-soft-certificate-1'

export function listKept(): readonly Kept[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]')
    return Array.isArray(found) ? found.filter(isKept) : []
  } catch {
    return []
  }
}

/** Keeps a certificate, in place of the same one before. */
export function keep(kept: Kept): void {
  const others = listKept().filter((one) => one.certificate !== kept.certificate)
  localStorage.setItem(STORE, JSON.stringify([kept, ...others]))
}

export function forget(certificate: string): void {
  localStorage.setItem(STORE, JSON.stringify(listKept().filter((one) => one.certificate !== certificate)))
}

/** Whether this is a certificate that was kept by a browser, as its backup file holds it. */
export function isKept(value: unknown): value is Kept {
  const kept = value as Partial<Kept> | null
  const texts = [kept?.name, kept?.certificate, kept?.publicKey, kept?.salt, kept?.iv, kept?.locked]
  return (
    kept?.format === FORMAT &&
    (kept.kind === 'SM2' || kept.kind === 'RSA') &&
    texts.every((text) => typeof text === 'string')
  )
}

export async function lock(
  keys: Keys,
  pin: string,
): Promise<Pick<Kept, 'format' | 'kind' | 'publicKey' | 'salt' | 'iv' | 'locked'>> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const locked = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(pin, salt), keys.secret)
  return {
    format: FORMAT,
    kind: keys.kind,
    publicKey: toBase64(keys.publicKey),
    salt: toBase64(salt),
    iv: toBase64(iv),
    locked: toBase64(new Uint8Array(locked)),
  }
}

/** The keys again; undefined for a wrong PIN. */
export async function unlock(kept: Kept, pin: string): Promise<Keys | undefined> {
  try {
    const key = await keyOf(pin, fromBase64(kept.salt))
    const iv = fromBase64(kept.iv)
    const secret = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, fromBase64(kept.locked))
    return { kind: kept.kind, publicKey: fromBase64(kept.publicKey), secret: new Uint8Array(secret) }
  } catch {
    return undefined
  }
}

async function keyOf(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }
  return crypto.subtle.deriveKey(how, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
}
