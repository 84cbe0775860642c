import type { LegalDay } from '../legal-day.ts'
import { isLegalDay, legalDayOf } from '../legal-day.ts'
import type { CodeCheck, CodeKind } from './code-check.ts'
import {
  A_DIGIT,
  DIGITS,
  findWrongCharacter,
  findWrongCheck,
  findWrongLength,
  refuseCode,
  writtenForm,
} from './code-check.ts'
import { isProvince } from './region.ts'

const ID_CARD: CodeKind = {
  name: { zh: '公民身份号码', en: 'citizen identity number' },
  rule: 'identityNumberMustPassItsCheck',
  article: 'GB 11643-1999',
}

/** 公民身份号码 — citizen identity number (GB 11643). */
export interface IdCardParts {
  /** GB/T 2260 region, six digits; it may be retired by now. */
  readonly region: string
  readonly birth: LegalDay
  readonly sex: 'male' | 'female'
}

export interface IdCardContext {
  /** Now: nobody is born in the future. */
  readonly now: Date
  /** Names of regions, retired ones included; without it only the province is checked. */
  readonly regionName?: (code: string) => string | undefined
}

/** Checks an identity number of 18 characters: digits, region, date of birth, check character. */
export function checkIdCard(text: string, context: IdCardContext): CodeCheck<IdCardParts> {
  const code = writtenForm(text)
  const wrong =
    findWrongLength(ID_CARD, code, 18) ??
    findWrongCharacter(ID_CARD, code.slice(0, 17), DIGITS, A_DIGIT) ??
    findWrongCharacter(ID_CARD, code.charAt(17), '0123456789X', { zh: '数字或 X', en: 'a digit or X' }, 17) ??
    findWrongRegion(code.slice(0, 6), context) ??
    findWrongBirth(code.slice(6, 14), context.now) ??
    findWrongCheck(ID_CARD, 18, idCardCheckOf(code.slice(0, 17)), code.charAt(17))
  if (wrong) return wrong
  return {
    valid: true,
    code,
    parts: {
      region: code.slice(0, 6),
      birth: dashed(code.slice(6, 14)),
      sex: Number(code.charAt(16)) % 2 === 1 ? 'male' : 'female',
    },
  }
}

/** Makes an identity number from its first 17 digits. */
export function idCardOf(first17: string): string {
  return first17 + idCardCheckOf(first17)
}

/** Residents from Hong Kong, Macao and Taiwan hold numbers that begin so; 830000 is no code of GB/T 2260. */
const RESIDENCE_PERMITS = ['810000', '820000', '830000']

function findWrongRegion(region: string, { regionName }: IdCardContext) {
  const known =
    RESIDENCE_PERMITS.includes(region) ||
    (regionName ? regionName(region) !== undefined : isProvince(region.slice(0, 2)))
  return known ? undefined : refuseCode(ID_CARD, 'code-region-unknown', { position: 1, found: region })
}

function findWrongBirth(digits: string, now: Date) {
  const day = dashed(digits)
  const facts = { position: 7, found: digits }
  if (!isLegalDay(day) || day < '1800') return refuseCode(ID_CARD, 'code-date-wrong', facts)
  const today = legalDayOf(now)
  return day > today ? refuseCode(ID_CARD, 'code-date-in-future', { ...facts, today }) : undefined
}

function dashed(digits: string): LegalDay {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function idCardCheckOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17.charAt(i)), 0)
  return '10X98765432'.charAt(sum % 11)
}
