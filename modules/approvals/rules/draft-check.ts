/** Checks what may not be whole yet: which elements are missing, and every rule that what is there can be held to. */
import { ELEMENT_WORDS, ServiceItem } from '@mashang/flow'
import { isRefusal, textOf, validatorOf } from '@mashang/kit'
import { findingsOf, type ItemFinding, type ItemSurroundings } from './item-check.ts'
import { checkItem, ITEM_RULES } from './item-checks.ts'

/** Under this name stand the findings that something is missing or of another shape. */
export const COMPLETENESS = 'everyElementIsThere'

const validate = validatorOf(ServiceItem)

/** The definition as an item, where every element is there and of its shape. */
export function wholeItem(definition: unknown): ServiceItem | undefined {
  const read = validate(definition)
  return isRefusal(read) ? undefined : read.value
}

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
