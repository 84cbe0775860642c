import { type Actor, canonicalJson } from '@mashang/kit'
import { saltedHash } from '#sha256'

/** What the digest of a journal entry covers, beside its salt. */
export interface Digestible {
  readonly stream: string
  readonly caseId: string
  readonly revision: number
  readonly kind: string
  /** Instant, ISO 8601 UTC with milliseconds. */
  readonly at: string
  readonly actor: Actor
  /** Plain JSON. */
  readonly content: unknown
  /** 16 random bytes in lower-case hex. */
  readonly salt: string
}

/**
 * SHA-256 in hex over the 16 bytes of the salt and the UTF-8 of the entry's canonical JSON. The salt keeps a
 * reader of the public log from guessing an entry of few possible contents.
 */
export function digestOf(entry: Digestible): string {
  const { stream, caseId, revision, kind, at, actor, content, salt } = entry
  if (salt.length !== 32) throw new TypeError('a salt is 16 bytes in hex')
  return saltedHash(salt, canonicalJson({ stream, caseId, revision, kind, at, actor, content }))
}
