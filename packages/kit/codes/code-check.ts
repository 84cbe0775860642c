import type { Refusal, Words } from '../refusal.ts'
import { refuse } from '../refusal.ts'

/**
 * What checking a code gives. `code` is its one written form (upper case, half width, no blanks): keep that,
 * not what was typed. A refusal has `what` (the name of the code), `position` (from 1, in the written form),
 * `expected` and `found` in its facts.
 */
export type CodeCheck<Parts> =
  | { readonly valid: true; readonly code: string; readonly parts: Parts }
  | Refusal

/** A kind of code, as refusals speak of it. */
export interface CodeKind {
  readonly name: Words
  /** The sentence that names the rule. */
  readonly rule: string
  /** The standard it stands in. */
  readonly article: string
}

/** Written form: half width, upper case, without blanks; the many dashes a keyboard gives become one. */
export function writtenForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .toUpperCase()
}

/** Refuses with the rule and the facts of one kind of code. */
export function refuseCode(
  kind: CodeKind,
  code: string,
  facts: Readonly<Record<string, unknown>> = {},
): Refusal {
  return refuse(code, { rule: kind.rule, article: kind.article, facts: { what: kind.name, ...facts } })
}

/** Refuses a code that is too short or too long. */
export function findWrongLength(kind: CodeKind, code: string, expected: number): Refusal | undefined {
  const found = [...code].length
  return found === expected ? undefined : refuseCode(kind, 'code-length-wrong', { expected, found })
}

/** Refuses the first character that is not in the alphabet; positions count from `offset` + 1. */
export function findWrongCharacter(
  kind: CodeKind,
  part: string,
  alphabet: string,
  expected: string | Words,
  offset = 0,
): Refusal | undefined {
  let position = offset
  for (const found of part) {
    position += 1
    if (!alphabet.includes(found))
      return refuseCode(kind, 'code-character-wrong', { position, expected, found })
  }
  return undefined
}

/** Refuses a check character at `position` that is not the expected one. */
export function findWrongCheck(
  kind: CodeKind,
  position: number,
  expected: string,
  found: string,
): Refusal | undefined {
  return found === expected ? undefined : refuseCode(kind, 'code-check-wrong', { position, expected, found })
}

export const DIGITS = '0123456789'
export const DIGITS_AND_LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
export const A_DIGIT: Words = { zh: '数字', en: 'a digit' }
export const A_DIGIT_OR_LETTER: Words = { zh: '数字或大写字母', en: 'a digit or a capital letter' }
