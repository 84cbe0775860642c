/** Checks what may not be whole yet: which elements are missing, and every rule that what is there can be held to. */
import { ServiceItem } from '@mashang/flow'
import { isRefusal, textOf, validatorOf, type Words } from '@mashang/kit'
import { findingsOf, type ItemFinding, type ItemSurroundings } from './item-check.ts'
import { checkItem, ITEM_RULES } from './item-checks.ts'

/** 办事指南要素 — elements of a definition by name. */
const ELEMENT_WORDS: Readonly<Record<string, Words>> = {
  kind: { zh: '类别', en: 'kind' },
  code: { zh: '事项编码', en: 'code' },
  version: { zh: '版本', en: 'version' },
  effective: { zh: '生效日期', en: 'effective days' },
  name: { zh: '事项名称', en: 'name' },
  summary: { zh: '简介', en: 'summary' },
  organ: { zh: '实施机关', en: 'organ' },
  type: { zh: '权力类型', en: 'kind of power' },
  handling: { zh: '办件类型', en: 'handling' },
  situation: { zh: '业务情形', en: 'situation' },
  concerns: { zh: '针对的证照类型', en: 'licence it concerns' },
  basis: { zh: '设定依据', en: 'legal basis' },
  applicants: { zh: '服务对象', en: 'applicants' },
  conditions: { zh: '受理条件', en: 'conditions' },
  limits: { zh: '办理时限', en: 'time limits' },
  visits: { zh: '到场次数', en: 'visits' },
  'visits-reason': { zh: '到场原因', en: 'reason for visits' },
  depth: { zh: '网办深度', en: 'online depth' },
  delivery: { zh: '送达方式', en: 'delivery' },
  fees: { zh: '收费', en: 'fees' },
  'online-payment': { zh: '网上缴费', en: 'online payment' },
  themes: { zh: '主题', en: 'themes' },
  'everyday-words': { zh: '常用说法', en: 'everyday words' },
  phones: { zh: '咨询和投诉电话', en: 'phones' },
  fields: { zh: '表单字段', en: 'form fields' },
  materials: { zh: '申请材料', en: 'materials' },
  steps: { zh: '办理环节', en: 'steps' },
  'clock-stops': { zh: '特别程序', en: 'clock stops' },
  result: { zh: '办理结果', en: 'result' },
  windows: { zh: '办理窗口', en: 'windows' },
  faq: { zh: '常见问题', en: 'questions' },
  examples: { zh: '样例', en: 'examples' },
}

/** Under this name stand the findings that something is missing or of another shape. */
export const COMPLETENESS = 'everyElementIsThere'

const validate = validatorOf(ServiceItem)

/** Every finding; none when the definition is whole and may be published. */
export function checkDraft(definition: unknown, around: ItemSurroundings): readonly ItemFinding[] {
  const read = validate(definition)
  if (!isRefusal(read)) return checkItem(read.value, around)
  const fields = read.fields ?? []
  const missing = fields.map(({ path, code, facts }): ItemFinding => {
    const element = path.split('.')[0] ?? ''
    const name = ELEMENT_WORDS[element] ?? { zh: element, en: element }
    const problem = { zh: textOf(code, facts, 'zh'), en: textOf(code, facts, 'en') }
    return {
      rule: COMPLETENESS,
      path,
      facts,
      words:
        code === 'required' && path === element
          ? { zh: `缺少“${name.zh}”。`, en: `“${name.en}” is missing.` }
          : { zh: `“${name.zh}”：${problem.zh}`, en: `“${name.en}”: ${problem.en}` },
    }
  })
  const broken = new Set(fields.map(({ path }) => path.split('.')[0] ?? ''))
  return [...missing, ...checkWhatIsThere(definition, broken, around)]
}

class ElementMissing extends Error {}

/** A rule that looks at a broken element says nothing: that it is broken has been said. */
function checkWhatIsThere(
  definition: unknown,
  broken: ReadonlySet<string>,
  around: ItemSurroundings,
): readonly ItemFinding[] {
  if (typeof definition !== 'object' || definition === null || Array.isArray(definition)) return []
  const guarded = new Proxy(definition, {
    get: (target, key) => {
      if (typeof key === 'string' && broken.has(key)) throw new ElementMissing()
      return Reflect.get(target, key)
    },
  }) as ServiceItem
  return Object.entries(ITEM_RULES).flatMap(([name, rule]) => {
    try {
      return findingsOf(name, rule, guarded, around)
    } catch (error) {
      if (error instanceof ElementMissing) return []
      throw error
    }
  })
}
