/** Signed notes and their Ed25519 keys (C2SP `signed-note`, c2sp.org/signed-note). */

import { isRefusal, type Refusal, refuse } from '@mashang/kit'
import { ed25519 } from '@noble/curves/ed25519.js'
import { hash } from '#sha256'
import { base64Of, bytesOfHex, findBytesOfBase64, hexOf, joined, utf8 } from './bytes.ts'

/** The public half of a log's key, as a verifier is given it: `name+id+base64`. */
export interface VerifierKey {
  readonly name: string
  /** First four bytes of SHA-256(name, newline, type 1, public key), in hex. */
  readonly id: string
  /** 32 bytes, Ed25519 (RFC 8032). */
  readonly publicKey: Uint8Array
}

export interface Signer {
  readonly key: VerifierKey
  /** Ed25519 signature over the text, 64 bytes. */
  sign(text: string): Uint8Array
}

export interface Note {
  /** Ends in a newline. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface NoteSignature {
  readonly name: string
  readonly id: string
  readonly signature: Uint8Array
}

const ED25519 = 0x01
const KEY_SIZE = 32
const MAX_SIGNATURES = 64
const MAX_NOTE = 1_000_000
const LONE_SURROGATE = /\p{Surrogate}/u
const NAME = /^[^\s\p{White_Space}+]+$/u

function keyIdOf(name: string, publicKey: Uint8Array): string {
  return hexOf(hash(joined(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey)).subarray(0, 4))
}

function verifierKeyOf(name: string, publicKey: Uint8Array): VerifierKey {
  return { name, id: keyIdOf(name, publicKey), publicKey }
}

export function formatVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${id}+${base64Of(joined(Uint8Array.of(ED25519), publicKey))}`
}

/** Reads `name+id+base64`; refuses with `log-key-malformed`. */
export function readVerifierKey(text: string): VerifierKey | Refusal {
  const malformed = refuse('log-key-malformed')
  const parts = /^(?<name>[^+]+)\+(?<id>[0-9a-f]{8})\+(?<key>[A-Za-z0-9+/=]+)$/.exec(text.trim())?.groups
  const publicKey = findKeyBytes(parts?.key)
  if (parts?.name === undefined || publicKey === undefined || !NAME.test(parts.name)) return malformed
  const key = verifierKeyOf(parts.name, publicKey)
  return key.id === parts.id ? key : malformed
}

function findKeyBytes(base64: string | undefined): Uint8Array | undefined {
  const bytes = base64 === undefined ? undefined : findBytesOfBase64(base64)
  return bytes?.length === 1 + KEY_SIZE && bytes[0] === ED25519 ? bytes.subarray(1) : undefined
}

/** A new secret key under this name: `PRIVATE+KEY+name+id+base64`, to be kept in a file of its owner alone. */
export function newSecretKey(name: string): string {
  if (!NAME.test(name)) throw new TypeError('the name of a key has neither spaces nor “+”')
  const seed = ed25519.utils.randomSecretKey()
  const { id } = verifierKeyOf(name, ed25519.getPublicKey(seed))
  return `PRIVATE+KEY+${name}+${id}+${base64Of(joined(Uint8Array.of(ED25519), seed))}`
}

/** The signer of a secret key; refuses with `log-key-malformed`. */
export function readSecretKey(text: string): Signer | Refusal {
  const malformed = refuse('log-key-malformed')
  const parts = /^PRIVATE\+KEY\+(?<name>[^+]+)\+(?<id>[0-9a-f]{8})\+(?<seed>[A-Za-z0-9+/=]+)$/.exec(
    text.trim(),
  )?.groups
  const seed = findKeyBytes(parts?.seed)
  if (parts?.name === undefined || seed === undefined || !NAME.test(parts.name)) return malformed
  const key = verifierKeyOf(parts.name, ed25519.getPublicKey(seed))
  if (key.id !== parts.id) return malformed
  return { key, sign: (signed) => ed25519.sign(utf8(signed), seed) }
}

/** The text, a blank line, and one signature line for each signer. */
export function signNote(text: string, signers: readonly Signer[]): string {
  if (!text.endsWith('\n') || hasControl(text)) throw new TypeError('a note is lines of text')
  const lines = signers.map(({ key, sign }) => {
    return `— ${key.name} ${base64Of(joined(bytesOfHex(key.id), sign(text)))}\n`
  })
  return `${text}\n${lines.join('')}`
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 && unit !== 0x0a) return true
  }
  return false
}

/** Takes a note apart without believing it; refuses with `note-malformed`. */
export function readNote(note: string): Note | Refusal {
  const malformed = refuse('note-malformed')
  const blank = note.lastIndexOf('\n\n')
  if (
    note.length > MAX_NOTE ||
    blank < 1 ||
    !note.endsWith('\n') ||
    hasControl(note) ||
    LONE_SURROGATE.test(note)
  ) {
    return malformed
  }
  const lines = note.slice(blank + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) return malformed
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const parts = /^— (?<name>\S+) (?<base64>\S+)$/u.exec(line)?.groups
    const bytes = parts?.base64 === undefined ? undefined : findBytesOfBase64(parts.base64)
    if (parts?.name === undefined || !NAME.test(parts.name) || bytes === undefined || bytes.length < 5)
      return malformed
    signatures.push({ name: parts.name, id: hexOf(bytes.subarray(0, 4)), signature: bytes.subarray(4) })
  }
  return { text: note.slice(0, blank + 1), signatures }
}

/**
 * The text of a note signed by this key. Signatures of other keys are passed over, a false one of this key is
 * not. Refuses with `note-malformed`, `note-not-signed`, `note-signature-false`.
 */
export function openNote(note: string, key: VerifierKey): string | Refusal {
  const read = readNote(note)
  if (isRefusal(read)) return read
  const own = read.signatures.filter(({ name, id }) => name === key.name && id === key.id)
  const facts = { key: `${key.name}+${key.id}` }
  if (own.length === 0) return refuse('note-not-signed', { facts })
  const message = utf8(read.text)
  const holds = own.every(({ signature }) => isSignature(signature, message, key.publicKey))
  return holds ? read.text : refuse('note-signature-false', { facts })
}

function isSignature(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64) return false
  try {
    // The strict check of RFC 8032, as other verifiers of notes make it.
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    // A public key that is no point of the curve throws.
    return false
  }
}
