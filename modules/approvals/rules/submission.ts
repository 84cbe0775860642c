/**
 * 提交 — what may be applied for, by whom, and what must be given.
 */
import {
  checkForm,
  type FormContext,
  type FormValues,
  isRequired,
  keptValues,
  type Material,
  type ServiceItem,
} from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { GivenMaterial } from '../contract/index.ts'

/** How a published item stands today. */
export interface ItemStanding {
  readonly item: ServiceItem
  readonly suspended?: { readonly since: string; readonly reason: string }
  readonly cancelled?: { readonly since: string }
}

/** 清单之外无权力: only what is published and in effect can be applied for. */
export function onlyPublishedItemsCanBeAppliedFor(
  standing: ItemStanding,
  today: string,
): Refusal | undefined {
  const { item, suspended, cancelled } = standing
  const law = { rule: 'onlyPublishedItemsCanBeAppliedFor', article: '优化营商环境条例 第三十九条' }
  if (cancelled)
    return refuse('item-cancelled', { ...law, facts: { name: item.name, since: cancelled.since } })
  if (suspended) return refuse('item-suspended', { ...law, facts: { name: item.name, ...suspended } })
  if (today < item.effective.from)
    return refuse('item-not-in-effect', { ...law, facts: { name: item.name, from: item.effective.from } })
  if (item.effective.to && today > item.effective.to)
    return refuse('item-cancelled', { ...law, facts: { name: item.name, since: item.effective.to } })
  return undefined
}

/** Depth III and IV are applied for online; below that the window. */
export function canBeAppliedForOnline(item: Pick<ServiceItem, 'depth'>): boolean {
  return item.depth >= 3
}

export function itemServesThisApplicant(
  item: ServiceItem,
  kind: 'person' | 'enterprise',
): Refusal | undefined {
  if (item.applicants.includes(kind)) return undefined
  const words = {
    person: { zh: '个人', en: 'persons' },
    enterprise: { zh: '企业和其他组织', en: 'enterprises' },
  }
  return refuse('applicant-kind-not-served', {
    rule: 'itemServesThisApplicant',
    facts: {
      served: {
        zh: item.applicants.map((one) => words[one].zh).join('、'),
        en: item.applicants.map((one) => words[one].en).join(', '),
      },
    },
  })
}

/** The values to keep, or every field that is wrong. */
export function formFitsItsDefinition(
  item: ServiceItem,
  values: Readonly<Record<string, unknown>>,
  context: FormContext,
): FormValues | Refusal {
  const wrong = checkForm(item.fields, values, context)
  if (wrong.length > 0)
    return refuse('form-has-errors', {
      rule: 'formFitsItsDefinition',
      facts: { count: wrong.length },
      fields: wrong,
    })
  return keptValues(item.fields, values as FormValues)
}

/** Every material that these values make necessary, with its number of files within limits. */
export function everyRequiredMaterialIsGiven(
  item: ServiceItem,
  form: FormValues,
  materials: readonly (Pick<GivenMaterial, 'material' | 'files' | 'held'> &
    Partial<Pick<GivenMaterial, 'trust'>>)[],
): Refusal | undefined {
  const files = new Map(materials.map((given) => [given.material, given.files.length]))
  const held = new Set(materials.filter((given) => given.held).map((given) => given.material))
  const declared = new Set(materials.filter(({ trust }) => trust === 'D').map((given) => given.material))
  const unknown = materials.find((given) => !item.materials.some((one) => one.id === given.material))
  if (unknown) return refuse('material-not-in-item', { facts: { material: unknown.material } })
  for (const material of item.materials) {
    const limit = material['max-files'] ?? 10
    if ((files.get(material.id) ?? 0) > limit)
      return refuse('too-many-files', { facts: { limit, name: material.name } })
  }
  const stands = (material: Material) =>
    held.has(material.id) || (material.declarable && declared.has(material.id))
  const missing = item.materials.filter(
    (material) => isRequired(material, form) && !files.get(material.id) && !stands(material),
  )
  if (missing.length === 0) return undefined
  return refuse('materials-missing', {
    rule: 'everyRequiredMaterialIsGiven',
    article: '行政许可法 第三十一条',
    facts: { count: missing.length },
    fields: missing.map((material) => ({
      path: `materials.${material.id}`,
      code: 'material-missing',
      facts: { name: material.name },
    })),
  })
}
