import type { LegalDay } from '../legal-day.ts'
import { isLegalDay } from '../legal-day.ts'
import type { CodeCheck, CodeKind } from './code-check.ts'
import {
  A_DIGIT,
  A_DIGIT_OR_LETTER,
  DIGITS,
  DIGITS_AND_LETTERS,
  findWrongCharacter,
  findWrongCheck,
  findWrongLength,
  refuseCode,
  writtenForm,
} from './code-check.ts'
import { mod37Radix2 } from './iso-7064.ts'

const DEAL_CODE: CodeKind = {
  name: { zh: '统一交易标识码', en: 'deal code' },
  rule: 'dealCodeMustPassItsCheck',
  article: '公共资源交易平台系统数据规范（2.0）',
}

/** 统一交易标识码 — deal code of a public resources trade: `TTT-USCC-YYYYMMDD-NNNNNN-C`. */
export interface DealCodeParts {
  readonly type: string
  /** Code of the platform or organiser, as written; whether it passes its own check is not judged here. */
  readonly uscc: string
  readonly day: LegalDay
  readonly serial: string
}

const GROUPS = /^(.{3})-(.{18})-(.{8})-(.{6})-(.)$/u

/** Checks a deal code: its groups, its date and its check character (ISO 7064 MOD 37-2). */
export function checkDealCode(text: string): CodeCheck<DealCodeParts> {
  const code = writtenForm(text)
  const wrongLength = findWrongLength(DEAL_CODE, code, 40)
  if (wrongLength) return wrongLength
  const groups = GROUPS.exec(code)
  if (!groups) {
    return refuseCode(DEAL_CODE, 'code-groups-wrong', { expected: 'TTT-USCC-YYYYMMDD-NNNNNN-C', found: code })
  }
  const [, type = '', uscc = '', date = '', serial = '', check = ''] = groups
  const wrong =
    findWrongCharacter(DEAL_CODE, type, DIGITS_AND_LETTERS, A_DIGIT_OR_LETTER) ??
    findWrongCharacter(DEAL_CODE, uscc, DIGITS_AND_LETTERS, A_DIGIT_OR_LETTER, 4) ??
    findWrongCharacter(DEAL_CODE, date + serial, DIGITS, A_DIGIT, 23) ??
    findWrongCheck(DEAL_CODE, 40, mod37Radix2(type + uscc + date + serial), check)
  if (wrong) return wrong
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
  if (!isLegalDay(day)) return refuseCode(DEAL_CODE, 'code-date-wrong', { position: 24, found: date })
  return { valid: true, code, parts: { type, uscc, day, serial } }
}

/** Makes a deal code. `serial` counts from 1 within the day. */
export function dealCodeOf(parts: Omit<DealCodeParts, 'serial'> & { readonly serial: number }): string {
  const date = parts.day.replaceAll('-', '')
  const serial = String(parts.serial).padStart(6, '0')
  const check = mod37Radix2(parts.type + parts.uscc + date + serial)
  return `${parts.type}-${parts.uscc}-${date}-${serial}-${check}`
}
