import type { AddressValue, Comparison, Condition, FieldValue, FormValues } from './field.ts'

/** Whether a condition of a definition holds for what was filled in. An empty field satisfies `is-not` and `filled: false` only. */
export function holds(condition: Condition, values: FormValues): boolean {
  if ('all' in condition) return condition.all.every((one) => comparisonHolds(one, values))
  if ('any' in condition) return condition.any.some((one) => comparisonHolds(one, values))
  return comparisonHolds(condition, values)
}

/** Fields whose values a condition compares. */
export function comparedFields(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.map(({ field }) => field)
  if ('any' in condition) return condition.any.map(({ field }) => field)
  return [condition.field]
}

function comparisonHolds(comparison: Comparison, values: FormValues): boolean {
  const value = valueAt(comparison.field, values)
  const filled = isFilled(value)
  if (comparison.filled !== undefined && filled !== comparison.filled) return false
  if (comparison.is !== undefined && !matches(value, comparison.is)) return false
  if (comparison['is-not'] !== undefined && matches(value, comparison['is-not'])) return false
  const oneOf = comparison['one-of']
  if (oneOf !== undefined && !oneOf.some((one) => matches(value, one))) return false
  if (comparison.over !== undefined && !(typeof value === 'number' && value > comparison.over)) return false
  return comparison.under === undefined || (typeof value === 'number' && value < comparison.under)
}

/** A field of several choices matches any of those chosen. */
function matches(value: FieldValue | undefined, wanted: string | number | boolean): boolean {
  return Array.isArray(value) ? value.some((one) => one === String(wanted)) : value === wanted
}

function valueAt(path: string, values: FormValues): FieldValue | undefined {
  const [id = '', part] = path.split('.')
  const value = values[id]
  if (!part) return value
  return isAddress(value) && (part === 'region' || part === 'detail') ? value[part] : undefined
}

export function isAddress(value: unknown): value is AddressValue {
  return typeof value === 'object' && value !== null && 'region' in value && 'detail' in value
}

export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object' && 'signed' in value) return value.signed !== ''
  return isAddress(value) ? value.region !== '' : true
}
