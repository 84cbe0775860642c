/** 审批事项清单 — everything a project of these facts will need, once and in full. Pure. */
import {
  criticalPathOf,
  type FormValues,
  materialsOf,
  type ProjectStages,
  type ServiceItem,
} from '@mashang/flow'
import type { GuidanceList, ListChanges, ProjectOrgan } from '../contract/index.ts'
import { itemsThatApply, workingDaysOf, worksOf } from './stages.ts'

interface Known {
  readonly organ: (id: string) => ProjectOrgan
  readonly definitions: ReadonlyMap<string, ServiceItem>
}

/** The list: items of all stages in their order, and each material once with the items that need it. */
export function everythingIsListedOnceAndInFull(
  { stages }: Pick<ProjectStages, 'stages'>,
  facts: FormValues,
  { organ, definitions }: Known,
): GuidanceList {
  const listed = stages.map((stage) => {
    const items = itemsThatApply(stage, facts)
    return {
      id: stage.id,
      name: stage.name,
      lead: organ(stage.lead),
      days: criticalPathOf(worksOf(items)).length,
      items: items.map((item) => {
        // What offices do together takes the place of an application; its item is no address to apply at.
        const definition = item.item === undefined || item.joint ? undefined : definitions.get(item.item)
        return {
          id: item.id,
          name: item.name,
          organ: organ(item.organ),
          ...(definition ? { code: definition.code } : {}),
          days: workingDaysOf(item),
          after: items.filter(({ id }) => item.after?.includes(id)).map(({ name }) => name),
          conditions: [...(definition?.conditions ?? [])],
          fees: (definition?.fees ?? []).map(({ name, standard, amount }) => ({
            name,
            standard,
            ...(amount === undefined ? {} : { amount }),
          })),
          ...(item.note ? { note: item.note } : {}),
        }
      }),
    }
  })
  const asked = listed.flatMap(({ items }) => items.flatMap(({ code }) => (code ? [code] : [])))
  const idOf = (code: string) =>
    listed.flatMap(({ items }) => items).find((item) => item.code === code)?.id ?? code
  const materials = materialsOf(asked.flatMap((code) => definitions.get(code) ?? []))
  return {
    stages: listed,
    total: listed.reduce((sum, { days }) => sum + days, 0),
    materials: materials.map(({ material, of }) => ({
      name: material.name,
      source: material.source,
      ...(material.issuer ? { issuer: material.issuer } : {}),
      copies: material.copies,
      always: material.required === true,
      ...(material.requirements ? { requirements: material.requirements } : {}),
      items: of.map(({ item }) => idOf(item)),
      held: material['satisfied-by'] !== undefined,
    })),
  }
}

/** What a list says that the one before it did not, and the other way round: items, materials, limits. */
export function changesAreNamed(before: GuidanceList, now: GuidanceList): ListChanges {
  const names = (list: GuidanceList) => [
    ...list.stages.flatMap(({ items }) => items.map(({ name }) => name)),
    ...list.materials.map(({ name }) => name),
  ]
  const [old, fresh] = [names(before), names(now)]
  const itemsOf = (list: GuidanceList) => list.stages.flatMap(({ items }) => items)
  return {
    added: fresh.filter(({ zh }) => !old.some((one) => one.zh === zh)),
    gone: old.filter(({ zh }) => !fresh.some((one) => one.zh === zh)),
    changed: itemsOf(now).flatMap((item) => {
      const was = itemsOf(before).find(({ id }) => id === item.id)
      if (!was || was.days === item.days) return []
      return [
        {
          zh: `${item.name.zh}：承诺时限由 ${was.days} 个工作日改为 ${item.days} 个工作日`,
          en: `${item.name.en ?? item.name.zh}: promised limit ${was.days} → ${item.days} working days`,
        },
      ]
    }),
  }
}
