import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** A bearer secret of 256 bits: a session token or the secret of an API key. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token. Plain SHA-256 is enough: there is nothing to guess in 256 random bits. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The CSRF token of a session: bound to it, useless for signing in. */
export function csrfTokenOf(sessionId: string, csrfKey: Uint8Array): string {
  return createHmac('sha256', csrfKey).update(`csrf ${sessionId}`).digest('base64url')
}

export function newOneTimeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

export function digestOfCode(code: string, salt: Uint8Array): Buffer {
  return createHmac('sha256', salt).update(code).digest()
}

/** Compares in constant time. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

// OWASP's first choice for argon2id (the library's default algorithm); ~30 ms on one core, in the thread pool and off the event loop.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashOfPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST)
}

let decoy: Promise<string> | undefined

/** False for a missing hash, too — after the same work, so that time does not tell whether an account exists. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  decoy ??= hashOfPassword(newToken())
  const right = await verify(passwordHash ?? (await decoy), password.normalize('NFC'))
  return right && passwordHash !== undefined
}
