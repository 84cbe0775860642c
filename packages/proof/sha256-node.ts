// Chosen by the condition `node` of `#sha256` in package.json: five times as fast as the portable one, and
// every append waits for it.
import { hash as hashAtOnce } from 'node:crypto'
import { isHex } from './bytes.ts'

/** SHA-256 of the bytes; 32 bytes. */
export function hash(bytes: Uint8Array): Uint8Array {
  // A Buffer is a Uint8Array whose `slice` shares its bytes; the browser's has none of that.
  const { buffer, byteOffset, length } = hashAtOnce('sha256', bytes, 'buffer')
  return new Uint8Array(buffer, byteOffset, length)
}

/** Where salt and text are put together; longer ones get a buffer of their own. */
const desk = Buffer.allocUnsafe(64 * 1024)

/** SHA-256 in hex of the salt (given in hex) followed by the text in UTF-8. */
export function saltedHash(salt: string, text: string): string {
  // Buffers stop at the first character that is not hex without a word.
  if (!isHex(salt)) throw new TypeError('a salt is written in lower-case hex')
  const most = salt.length / 2 + 3 * text.length
  const salted = most > desk.length ? Buffer.allocUnsafe(most) : desk
  const start = salted.write(salt, 0, 'hex')
  const length = start + salted.write(text, start, 'utf8')
  return hashAtOnce('sha256', salted.subarray(0, length), 'hex')
}
