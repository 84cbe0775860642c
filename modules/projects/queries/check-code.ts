import {
  checkProjectCode,
  isRefusal,
  type ProjectCodeParts,
  type Refusal,
  textOf,
  type Words,
} from '@mashang/kit'
import type { CodeAnswer } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { publicProjectOf, publicProjects } from './lists.ts'

/** 校验代码: what the digits say, and the public project that has it. A secret one is answered like none. */
export async function checkCode(inside: Inside, text: string): Promise<CodeAnswer> {
  const checked = checkProjectCode(text)
  if (isRefusal(checked)) return wrong(text, checked)
  const { code, parts } = checked
  const row = await publicProjects(inside).selectAll().where('code', '=', code).executeTakeFirst()
  return {
    code,
    valid: true,
    generation: parts.generation,
    parts: partsOf(inside, parts),
    project: row && publicProjectOf(inside, row),
  }
}

function wrong(text: string, { code, facts }: Refusal): CodeAnswer {
  const { position, expected } = facts
  return {
    code: text.trim(),
    valid: false,
    problem: { zh: textOf(code, facts, 'zh'), en: textOf(code, facts, 'en') },
    position: typeof position === 'number' ? position : undefined,
    expected: typeof expected === 'string' ? expected : undefined,
    parts: [],
  }
}

function partsOf(inside: Inside, parts: ProjectCodeParts): CodeAnswer['parts'] {
  const old = parts.generation === 'year'
  const region = inside.regionNames(parts.region)?.at(-1)
  const part = (label: Words, digits: string, means?: Words) => ({ label, digits, means })
  return [
    part(
      old ? { zh: '年份', en: 'Year' } : { zh: '年月', en: 'Year and month' },
      old ? parts.since : parts.since.slice(2).replace('-', ''),
      old ? undefined : { zh: parts.since, en: parts.since },
    ),
    part({ zh: '行政区划', en: 'Region' }, parts.region, region ? { zh: region, en: region } : undefined),
    part(
      old ? { zh: '行业', en: 'Industry' } : { zh: '赋码部门', en: 'Department' },
      parts.industryOrDepartment,
    ),
    part({ zh: '项目类型', en: 'Type' }, parts.type),
    part(
      old
        ? { zh: '顺序号（无校验位）', en: 'Serial (no check digit)' }
        : { zh: '随机码和校验位', en: 'Random digits and check digit' },
      parts.serial,
    ),
  ]
}
