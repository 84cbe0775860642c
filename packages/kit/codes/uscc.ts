import {
  A_DIGIT,
  A_DIGIT_OR_LETTER,
  type CodeCheck,
  type CodeKind,
  DIGITS,
  DIGITS_AND_LETTERS,
  findWrongCharacter,
  findWrongCheck,
  findWrongLength,
  writtenForm,
} from './code-check.ts'

const USCC: CodeKind = {
  name: { zh: '统一社会信用代码', en: 'unified social credit code' },
  rule: 'socialCreditCodeMustPassItsCheck',
  article: 'GB 32100-2015',
}
const ORGANISATION_CODE: CodeKind = {
  name: { zh: '组织机构代码', en: 'organisation code' },
  rule: 'organisationCodeMustPassItsCheck',
  article: 'GB 11714-1997',
}

/** 统一社会信用代码 — unified social credit code (GB 32100-2015). */
export interface UsccParts {
  /** Character 1: the registering authority (1 机构编制, 5 民政, 9 市场监管, …). */
  readonly registrar: string
  /** Character 2: the category of the organisation under that authority. */
  readonly category: string
  /** Characters 3–8: GB/T 2260 region of registration. */
  readonly region: string
  /** Characters 9–17: the organisation code (GB 11714), its own check included. */
  readonly organisation: string
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ALPHABET_SHOWN = {
  zh: '数字或大写字母（不含 I、O、S、V、Z）',
  en: 'a digit or a capital letter other than I, O, S, V, Z',
}

/** Checks a unified social credit code: alphabet, its own check and that of the organisation code inside. */
export function checkUscc(text: string): CodeCheck<UsccParts> {
  const code = writtenForm(text)
  const wrong =
    findWrongLength(USCC, code, 18) ??
    findWrongCharacter(USCC, code, ALPHABET, ALPHABET_SHOWN) ??
    findWrongCharacter(USCC, code.slice(2, 8), DIGITS, A_DIGIT, 2) ??
    findWrongCheck(USCC, 18, usccCheckOf(code.slice(0, 17)), code.charAt(17)) ??
    findWrongCheck(USCC, 17, organisationCheckOf(code.slice(8, 16)), code.charAt(16))
  if (wrong) return wrong
  return {
    valid: true,
    code,
    parts: {
      registrar: code.charAt(0),
      category: code.charAt(1),
      region: code.slice(2, 8),
      organisation: code.slice(8, 17),
    },
  }
}

/** Makes a code from its first 16 characters: adds both check characters. */
export function usccOf(first16: string): string {
  const first17 = first16 + organisationCheckOf(first16.slice(8))
  return first17 + usccCheckOf(first17)
}

/** Checks an organisation code, `D2143569-X` or without the dash. */
export function checkOrganisationCode(text: string): CodeCheck<{ readonly body: string }> {
  const plain = writtenForm(text).replace(/^(.{8})-(.)$/u, '$1$2')
  const wrong =
    findWrongLength(ORGANISATION_CODE, plain, 9) ??
    findWrongCharacter(ORGANISATION_CODE, plain, DIGITS_AND_LETTERS, A_DIGIT_OR_LETTER) ??
    findWrongCheck(ORGANISATION_CODE, 9, organisationCheckOf(plain.slice(0, 8)), plain.charAt(8))
  if (wrong) return wrong
  return { valid: true, code: `${plain.slice(0, 8)}-${plain.charAt(8)}`, parts: { body: plain.slice(0, 8) } }
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

function organisationCheckOf(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * DIGITS_AND_LETTERS.indexOf(first8.charAt(i)),
    0,
  )
  return '0X987654321'.charAt(sum % 11)
}

function usccCheckOf(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += weight * ALPHABET.indexOf(character)
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}
