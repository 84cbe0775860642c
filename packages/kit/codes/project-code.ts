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
import { mod11And10 } from './iso-7064.ts'

const PROJECT_CODE: CodeKind = {
  name: { zh: '投资项目代码', en: 'investment project code' },
  rule: 'projectCodeMustPassItsCheck',
  article: 'GB/T 40058-2021',
}

/** 投资项目代码 — code of an investment project; two generations, written alike: `4-6-2-2-6` digits. */
export interface ProjectCodeParts {
  /** `year`: before November 2020, no check digit. `month`: GB/T 40058-2021, the last digit is a check. */
  readonly generation: 'year' | 'month'
  /** `2017` or `2021-11`. */
  readonly since: string
  /** GB/T 2260 region, six digits. */
  readonly region: string
  /** Industry in the older generation, department in the newer one. */
  readonly industryOrDepartment: string
  readonly type: string
  readonly serial: string
}

/** Checks an investment project code of either generation, with or without dashes. */
export function checkProjectCode(text: string): CodeCheck<ProjectCodeParts> {
  const plain = writtenForm(text).replace(/^(\d{4})-(\d{6})-(\d{2})-(\d{2})-(\d{6})$/u, '$1$2$3$4$5')
  const code = dashed(plain)
  if (plain.includes('-')) {
    return refuseCode(PROJECT_CODE, 'code-groups-wrong', {
      expected: 'NNNN-NNNNNN-NN-NN-NNNNNN',
      found: plain,
    })
  }
  const wrong =
    findWrongLength(PROJECT_CODE, plain, 20) ?? findWrongCharacter(PROJECT_CODE, plain, DIGITS, A_DIGIT)
  if (wrong) return wrong
  const since = findSince(plain.slice(0, 4))
  if (!since) return refuseCode(PROJECT_CODE, 'code-date-wrong', { position: 1, found: plain.slice(0, 4) })
  if (since.generation === 'month') {
    // Positions are those of the written form, dashes included.
    const wrongCheck = findWrongCheck(PROJECT_CODE, 24, mod11And10(plain.slice(0, 19)), plain.charAt(19))
    if (wrongCheck) return wrongCheck
  }
  return {
    valid: true,
    code,
    parts: {
      ...since,
      region: plain.slice(4, 10),
      industryOrDepartment: plain.slice(10, 12),
      type: plain.slice(12, 14),
      serial: plain.slice(14),
    },
  }
}

/** Makes a code of the newer generation from its first 19 digits. */
export function projectCodeOf(first19: string): string {
  return dashed(first19 + mod11And10(first19))
}

/** No month reads 13–20, so `2013`–`2020` are years; the newer generation begins with `2011`, November 2020. */
function findSince(four: string): Pick<ProjectCodeParts, 'generation' | 'since'> | undefined {
  const month = Number(four.slice(2))
  if (four >= '2011' && month >= 1 && month <= 12) {
    return { generation: 'month', since: `20${four.slice(0, 2)}-${four.slice(2)}` }
  }
  return four >= '2013' && four <= '2020' ? { generation: 'year', since: four } : undefined
}

function dashed(plain: string): string {
  return plain.replace(/^(.{4})(.{6})(.{2})(.{2})(.{6})$/u, '$1-$2-$3-$4-$5')
}
