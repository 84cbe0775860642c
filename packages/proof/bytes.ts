const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const HEX = /^(?:[0-9a-f]{2})*$/

export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Undefined where the bytes are no UTF-8. */
export function findText(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** Lower case only, so that one value has one spelling. */
export function isHex(text: string): boolean {
  return HEX.test(text)
}

export function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** Throws where the text is no lower-case hex. */
export function bytesOfHex(text: string): Uint8Array {
  if (!isHex(text)) throw new TypeError('bytes are written in lower-case hex')
  const bytes = new Uint8Array(text.length / 2)
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16)
  return bytes
}

export function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Undefined unless the text is the one standard spelling (RFC 4648 §4, padded, no stray bits). */
export function findBytesOfBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  const binary = atob(text)
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  return base64Of(bytes) === text ? bytes : undefined
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
