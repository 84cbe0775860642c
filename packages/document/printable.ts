/** Makes any text fit to be printed: nothing hidden, nothing lost, nothing that runs off the page. */
import type { Coverage } from './fonts.ts'

/** Controls, joiners, marks of direction and variation: invisible, and able to make a text read otherwise. */
const HIDDEN = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Variation_Selector}/gu
/** A run without a place to break a line at: too wide for a narrow column. */
const LONG_RUN = /[^\s\u2e80-\u{3ffff}]{13,}/gu
const WORD = /^\p{P}*\p{L}{1,24}\p{P}*$/u
const BREAKABLE_EVERY = 6
/** Zero-width space: a place to break at without a hyphen. */
const BREAK = '\u200b'

/**
 * Copies plain data with every string made printable. A character no font holds is printed as 〔U+30EDE〕.
 * Keys named in `asIs` hold pictures (SVG) and stay untouched.
 */
export function printable<T>(data: T, covered: Coverage, asIs: readonly string[]): T {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return printableText(value, covered)
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, asIs.includes(key) ? inner : walk(inner)]),
    )
  }
  return walk(data) as T
}

export function printableText(text: string, covered: Coverage): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\t/g, ' ').replace(HIDDEN, ''))
  return lines
    .map((line) => [...line].map((character) => shown(character, covered)).join(''))
    .map((line) => line.replace(LONG_RUN, breakable))
    .join('\n')
}

function shown(character: string, covered: Coverage): string {
  const code = character.codePointAt(0) ?? 0
  if (character === ' ' || covered(code)) return character
  return `〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`
}

function breakable(run: string): string {
  if (WORD.test(run)) return run
  const pieces = [...run]
  let out = ''
  for (let i = 0; i < pieces.length; i += BREAKABLE_EVERY) {
    out += (i === 0 ? '' : BREAK) + pieces.slice(i, i + BREAKABLE_EVERY).join('')
  }
  return out
}
