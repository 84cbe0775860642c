/** Query strings and plain forms hold texts only; these functions give them the types of a schema. Pure. */
import { isRecord, type SchemaNode } from './schema-node.ts'

/** Fills in the defaults of a schema; gives the same value back where there is nothing to fill. */
export function withDefaults(node: SchemaNode, value: unknown): unknown {
  if (value === undefined) return node.default === undefined ? undefined : structuredClone(node.default)
  if (Array.isArray(value) && isRecord(node.items)) {
    const filled = value.map((one) => withDefaults(node.items as SchemaNode, one))
    return filled.some((one, i) => one !== value[i]) ? filled : value
  }
  if (!isRecord(value) || !node.properties) return value
  let filled = value
  for (const [name, property] of Object.entries(node.properties)) {
    const before = Object.hasOwn(value, name) ? value[name] : undefined
    const after = withDefaults(property, before)
    if (after !== before) {
      if (filled === value) filled = { ...value }
      filled[name] = after
    }
  }
  return filled
}

/**
 * `'5'` → 5, `'true'`/`'on'` → true, a single text → a list of one, where the schema says so. An empty text for a
 * property that is not required is left out, as a form sends its empty boxes. What does not fit stays as it is,
 * for the check to refuse.
 */
export function coerced(node: SchemaNode, value: unknown): unknown {
  if (!isRecord(value) || !node.properties) return value
  const result: Record<string, unknown> = {}
  for (const [name, given] of Object.entries(value)) {
    const property = Object.hasOwn(node.properties, name) ? node.properties[name] : undefined
    if (given === '' && property && !node.required?.includes(name)) continue
    // `__proto__` as a name must become a property like any other, and then be refused.
    Object.defineProperty(result, name, {
      value: property ? coercedText(property, given) : given,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return result
}

const DECIMAL = /^-?\d{1,16}(\.\d{1,16})?$/

function coercedText(node: SchemaNode, value: unknown): unknown {
  if (node.type === 'array') {
    const items = Array.isArray(value) ? value : [value]
    return isRecord(node.items) ? items.map((one) => coercedText(node.items as SchemaNode, one)) : items
  }
  if (typeof value !== 'string') return value
  if (node.const !== undefined) return String(node.const) === value ? node.const : value
  if ((node.type === 'number' || node.type === 'integer') && DECIMAL.test(value)) return Number(value)
  if (node.type === 'boolean') return BOOLEANS[value] ?? value
  if (node.type === 'object') return value
  for (const branch of node.anyOf ?? []) {
    const other = coercedText(branch, value)
    if (other !== value || branch.const === value || branch.type === 'string') return other
  }
  return value
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  on: true,
  '1': true,
  false: false,
  '0': false,
}
