/** The check characters of ISO/IEC 7064 that our codes use. Each throws on a character outside its alphabet. */
import { DIGITS, DIGITS_AND_LETTERS } from './code-check.ts'

/** MOD 11,10 over digits. */
export function mod11And10(text: string): string {
  return hybrid(text, DIGITS)
}

/** MOD 37,36 over digits and letters. */
export function mod37And36(text: string): string {
  return hybrid(text, DIGITS_AND_LETTERS)
}

const WITH_STAR = `${DIGITS_AND_LETTERS}*`

/** MOD 37-2 over digits and letters; the check character may be `*`. */
export function mod37Radix2(text: string): string {
  let product = 0
  for (const character of text) product = ((product + indexIn(character, DIGITS_AND_LETTERS)) * 2) % 37
  return WITH_STAR.charAt((38 - product) % 37)
}

function hybrid(text: string, alphabet: string): string {
  const modulus = alphabet.length
  let product = modulus
  for (const character of text) {
    const sum = (product + indexIn(character, alphabet)) % modulus
    product = ((sum === 0 ? modulus : sum) * 2) % (modulus + 1)
  }
  return alphabet.charAt((modulus + 1 - product) % modulus)
}

function indexIn(character: string, alphabet: string): number {
  const value = alphabet.indexOf(character)
  if (value < 0) throw new RangeError(`“${character}” is not in the alphabet of this check`)
  return value
}
