import type { CodeCheck, CodeKind } from './code-check.ts'
import {
  A_DIGIT,
  A_DIGIT_OR_LETTER,
  DIGITS,
  DIGITS_AND_LETTERS,
  findWrongCharacter,
  findWrongCheck,
  refuseCode,
  writtenForm,
} from './code-check.ts'
import { mod37And36 } from './iso-7064.ts'

const LICENCE_ID: CodeKind = {
  name: { zh: '电子证照标识', en: 'electronic licence identifier' },
  rule: 'licenceIdMustPassItsCheck',
  article: 'GB/T 36904-2018',
}

/** 电子证照标识 — identifier of an electronic licence: `1.2.156.3005.2.{type}.{issuer}.{serial}.{version}.{check}`. */
export interface LicenceIdParts {
  readonly type: string
  readonly issuer: string
  readonly serial: string
  /** 1–999; it rises with each change of the same licence. */
  readonly version: number
}

const ROOT = '1.2.156.3005.2.'
const SHAPE = `${ROOT}{type}.{issuer}.{serial}.{version}.{check}`

/** Checks the identifier of an electronic licence: its parts and its check character (ISO 7064 MOD 37,36). */
export function checkLicenceId(text: string): CodeCheck<LicenceIdParts> {
  const code = writtenForm(text)
  const parts = code.slice(ROOT.length).split('.')
  const [type = '', issuer = '', serial = '', version = '', check = ''] = parts
  if (!code.startsWith(ROOT) || parts.length !== 5 || parts.includes('') || code.length > 200) {
    return refuseCode(LICENCE_ID, 'code-groups-wrong', { expected: SHAPE, found: code.slice(0, 200) })
  }
  const body = `${type}.${issuer}.${serial}.`
  const wrong =
    findWrongCharacter(LICENCE_ID, body, `${DIGITS_AND_LETTERS}.`, A_DIGIT_OR_LETTER, ROOT.length) ??
    findWrongCharacter(LICENCE_ID, version, DIGITS, A_DIGIT, ROOT.length + body.length)
  if (wrong) return wrong
  if (version.length !== 3 || check.length !== 1) {
    return refuseCode(LICENCE_ID, 'code-groups-wrong', { expected: SHAPE, found: code })
  }
  const expected = mod37And36(type + issuer + serial + version)
  return (
    findWrongCheck(LICENCE_ID, code.length, expected, check) ?? {
      valid: true,
      code,
      parts: { type, issuer, serial, version: Number(version) },
    }
  )
}

/** Makes the identifier of a licence; throws when a part holds other than digits and capital letters. */
export function licenceIdOf({ type, issuer, serial, version }: LicenceIdParts): string {
  if (!Number.isInteger(version) || version < 1 || version > 999)
    throw new RangeError('the version is 1 to 999')
  const three = String(version).padStart(3, '0')
  return `${ROOT}${type}.${issuer}.${serial}.${three}.${mod37And36(type + issuer + serial + three)}`
}
