import type { Comparison, Condition, Field } from './field.ts'

/**
 * Whether some values of the fields can make a condition hold. It looks at each comparison by itself and at pairs on
 * one field only as far as a range goes: it may call a contradiction possible, but never a possible condition impossible.
 */
export function canHold(condition: Condition, fields: readonly Field[]): boolean {
  if ('all' in condition) return condition.all.every((one) => comparisonCanHold(one, fields))
  if ('any' in condition) return condition.any.some((one) => comparisonCanHold(one, fields))
  return comparisonCanHold(condition, fields)
}

function comparisonCanHold(comparison: Comparison, fields: readonly Field[]): boolean {
  const [id, part] = comparison.field.split('.')
  const field = fields.find((one) => one.id === id)
  if (!field) return false
  if (part) return field.type === 'address' && (part === 'region' || part === 'detail')
  const { is, over, under } = comparison
  const oneOf = comparison['one-of']
  if (is !== undefined && !canBe(field, is)) return false
  if (oneOf && !oneOf.some((one) => canBe(field, one))) return false
  if (over === undefined && under === undefined) return true
  if (field.type !== 'number' && field.type !== 'money') return false
  const above = Math.max(over ?? Number.NEGATIVE_INFINITY, field.min ?? Number.NEGATIVE_INFINITY)
  const below = Math.min(under ?? Number.POSITIVE_INFINITY, field.max ?? Number.POSITIVE_INFINITY)
  return above < below
}

function canBe(field: Field, value: string | number | boolean): boolean {
  switch (field.type) {
    case 'yes-no':
      return typeof value === 'boolean'
    case 'choice':
    case 'choices':
      return field.options?.some((option) => option.value === value) ?? false
    case 'number':
    case 'money':
      return (
        typeof value === 'number' &&
        (field.min === undefined || value >= field.min) &&
        (field.max === undefined || value <= field.max)
      )
    case 'address':
      return false
    default:
      return typeof value === 'string'
  }
}
