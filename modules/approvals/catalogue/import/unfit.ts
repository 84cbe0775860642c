import { ServiceItem } from '@mashang/flow'
import { isRefusal, validatorOf, type Words } from '@mashang/kit'
import type { ImportRow } from './row.ts'

/** Codes as definitions may have them; what is no code cannot even be a draft. */
const readCode = validatorOf(ServiceItem.properties.code)
const LONGEST_NAME = 200
/** Values in one definition, and levels of nesting: beyond these it is no definition but an attack. */
const MOST_VALUES = 20_000
const DEEPEST = 24

/** Why a row cannot be taken as a draft, if it cannot: it needs a code, a version, a name, and text that can be kept. */
export function unfitFor({ code, name, definition }: ImportRow): Words | undefined {
  const { version } = definition
  if (code === '') return { zh: '缺少事项编码。', en: 'The code is missing.' }
  if (isRefusal(readCode(code)))
    return {
      zh: `事项编码“${code.slice(0, 80)}”不合规则（6 至 61 位数字、字母或连字符）。`,
      en: `“${code.slice(0, 80)}” is no code of an item (6 to 61 digits, letters or hyphens).`,
    }
  if (name.trim() === '') return { zh: '缺少事项名称。', en: 'The name is missing.' }
  if (name.length > LONGEST_NAME)
    return {
      zh: `事项名称超过 ${LONGEST_NAME} 字。`,
      en: `The name is longer than ${LONGEST_NAME} characters.`,
    }
  if (!Number.isInteger(version) || Number(version) < 1 || Number(version) > 1_000_000)
    return { zh: '缺少版本号，或者不是正整数。', en: 'The version is missing or no positive whole number.' }
  return unfitValue(definition)
}

const UNFIT = /[\0\p{Surrogate}]/u

function unfitValue(definition: unknown): Words | undefined {
  let values = 0
  const walk = (value: unknown, depth: number): Words | undefined => {
    if (++values > MOST_VALUES || depth > DEEPEST)
      return { zh: '内容过多或嵌套过深。', en: 'It holds too much, or is nested too deep.' }
    if (typeof value === 'string' && UNFIT.test(value))
      return { zh: '文字中有不能保存的字符。', en: 'A text has characters that cannot be kept.' }
    if (typeof value === 'number' && !Number.isFinite(value))
      return { zh: '数字不是有限的数。', en: 'A number is not finite.' }
    if (typeof value !== 'object' || value === null) return undefined
    for (const [key, member] of Object.entries(value)) {
      const found = walk(key, depth + 1) ?? walk(member, depth + 1)
      if (found) return found
    }
    return undefined
  }
  return walk(definition, 0)
}
