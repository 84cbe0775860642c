/** 评价码 — what is printed on a slip or shown at a window, to rate with once. */
import { createHash, randomInt } from 'node:crypto'

/** Letters and digits that are not taken for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12
const GROUP = 4

/** Twelve characters drawn at random, in groups: `7KQ2-M9TD-XH4C`. */
export function newRatingCode(draw: (below: number) => number = randomInt): string {
  const characters = Array.from({ length: LENGTH }, () => ALPHABET[draw(ALPHABET.length)])
  return Array.from({ length: LENGTH / GROUP }, (_, at) =>
    characters.slice(at * GROUP, (at + 1) * GROUP).join(''),
  ).join('-')
}

/** What is kept of a code: only somebody who has the paper can name it. Dashes, blanks and case do not matter. */
export function digestOfCode(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
    .digest('hex')
}

/** The id of what is rated: the same case or visit has the same one, so that it cannot be rated under another. */
export function ratingIdOf(application: string, what: 'case' | number): string {
  const hex = createHash('sha256').update(`rating ${application} ${what}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
