import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { bytesOfHex, utf8 } from './bytes.ts'

/** SHA-256 of the bytes; 32 bytes. */
export function hash(bytes: Uint8Array): Uint8Array {
  return sha256(bytes)
}

/** SHA-256 in hex of the salt (given in hex) followed by the text in UTF-8. */
export function saltedHash(salt: string, text: string): string {
  return bytesToHex(sha256.create().update(bytesOfHex(salt)).update(utf8(text)).digest())
}
