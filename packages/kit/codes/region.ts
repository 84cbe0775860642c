import type { CodeCheck, CodeKind } from './code-check.ts'
import { A_DIGIT, DIGITS, findWrongCharacter, refuseCode, writtenForm } from './code-check.ts'

const REGION: CodeKind = {
  name: { zh: '行政区划代码', en: 'region code' },
  rule: 'regionCodeMustBeComplete',
  article: 'GB/T 2260-2007, GB/T 10114-2003',
}

/** 行政区划级别 — level of a region: province, city, district (county), street (township), community (village). */
const REGION_LEVELS = ['province', 'city', 'district', 'street', 'community'] as const
export type RegionLevel = (typeof REGION_LEVELS)[number]

/** Digits that a code of each level has without padding. */
const LENGTHS = [2, 4, 6, 9, 12]

export interface RegionParts {
  readonly level: RegionLevel
  /** Without padding: 大连市 `2102`. */
  readonly short: string
  /** The codes of the regions above it, widest first, each in its written form. */
  readonly above: readonly string[]
  /** The region right above; none above a province. */
  readonly parent?: string
}

// Provinces of GB/T 2260; below them the codes change every year and are data.
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  )

/** Whether the two digits are those of a province. */
export function isProvince(twoDigits: string): boolean {
  return PROVINCES.includes(twoDigits)
}

/**
 * Checks a region code of 2, 4, 6, 9 or 12 digits, padded with zeros or not: `2102` = `210200` = `210200000000`.
 * Its written form has six digits down to the district, nine for a street, twelve for a community.
 * `regionName`, when given, says which codes exist.
 */
export function checkRegion(
  text: string,
  regionName?: (code: string) => string | undefined,
): CodeCheck<RegionParts> {
  const given = writtenForm(text)
  const wrong = findWrongCharacter(REGION, given, DIGITS, A_DIGIT)
  if (wrong) return wrong
  if (!LENGTHS.includes(given.length)) {
    return refuseCode(REGION, 'code-length-wrong', { expected: LENGTHS, found: given.length })
  }
  const short = withoutPadding(given)
  const index = LENGTHS.indexOf(short.length)
  const level = REGION_LEVELS[index]
  if (level === undefined || !isProvince(short.slice(0, 2))) {
    return refuseCode(REGION, 'code-region-unknown', { position: 1, found: given })
  }
  const gap = findGap(short)
  if (gap !== undefined) {
    return refuseCode(REGION, 'code-region-gap', { position: gap + 1, found: given })
  }
  const code = padded(short)
  if (regionName && regionName(code) === undefined) {
    return refuseCode(REGION, 'code-region-unknown', { position: 1, found: given })
  }
  const above = [...new Set(LENGTHS.slice(0, index).map((length) => padded(short.slice(0, length))))]
  return { valid: true, code, parts: { level, short, above, parent: above.at(-1) } }
}

function withoutPadding(code: string): string {
  let length = LENGTHS.indexOf(code.length)
  while (length > 0 && /^0+$/.test(code.slice(LENGTHS[length - 1], LENGTHS[length]))) length -= 1
  return code.slice(0, LENGTHS[length])
}

/**
 * Where a level is left at zero although a narrower one is given. The district may be: some cities
 * (东莞 4419, 中山 4420, 儋州 4604) have streets without districts.
 */
function findGap(short: string): number | undefined {
  if (short.length > 4 && short.slice(2, 4) === '00') return 2
  return short.length > 9 && short.slice(6, 9) === '000' ? 6 : undefined
}

function padded(short: string): string {
  return short.padEnd(6, '0')
}
