import type { ServiceItem } from '@mashang/flow'

/** A definition that can be shown by its headings; imported ones may lack parts and are then shown as JSON. */
export function definitionFrom(value: unknown): ServiceItem | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const item = value as Partial<ServiceItem>
  const lists = [
    item.applicants,
    item.conditions,
    item.materials,
    item.steps,
    item.fields,
    item.fees,
    item.basis,
    item.delivery,
    item.faq,
  ]
  const whole =
    lists.every(Array.isArray) &&
    typeof item.name?.zh === 'string' &&
    item.limits?.promised !== undefined &&
    item.limits.statutory !== undefined &&
    item.phones !== undefined &&
    item.result !== undefined
  return whole ? (item as ServiceItem) : undefined
}
