/** The guide of a bundle: what a circumstance calls for, and how much is asked once instead of again and again. */
import {
  type Bundle,
  checkForm,
  criticalPathOf,
  type FormValues,
  keptValues,
  materialsOf,
  type PartWithItem,
  partsNeeded,
  questionsOf,
  sameThingsOf,
  worksOfParts,
} from '@mashang/flow'
import { type Handlers, type Language, refuse, textOf } from '@mashang/kit'
import type { BundleGuide, bundlesEndpoints, PlannedPart } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'

export function describeBundle(inside: Inside): Handlers<typeof bundlesEndpoints>['describeBundle'] {
  return async ({ params, input, language }) => {
    const bundle = inside.bundles.find(({ id }) => id === params.bundle)
    return bundle ? guideOf(inside, bundle, input.circumstances, language) : refuse('bundle-not-found')
  }
}

async function guideOf(
  inside: Inside,
  bundle: Bundle,
  given: Readonly<Record<string, unknown>>,
  language: Language,
): Promise<BundleGuide> {
  const context = { now: inside.clock.now(), regionNames: inside.regionNames }
  const known = Object.fromEntries(
    Object.entries(given).filter(([id]) => bundle.circumstances.some((one) => one.id === id)),
  )
  const wrong = checkForm(bundle.circumstances, known, context, '')
  const answers = keptValues(bundle.circumstances, known as FormValues)
  const all = await partsOf(inside, bundle)
  // Until the circumstances are answered the whole of it is shown.
  const needed = wrong.length > 0 ? all.map(({ part }) => part) : partsNeeded(bundle, answers)
  const parts = all.filter(({ part }) => needed.some(({ id }) => id === part.id))
  const path = criticalPathOf(worksOfParts(parts))
  const planned = all.map((one) =>
    plannedPart(
      inside,
      one,
      path.works.find(({ id }) => id === one.part.id),
    ),
  )
  return {
    ...{ id: bundle.id, name: bundle.name, summary: bundle.summary, drawing: bundle.drawing },
    lead: getOrgan(inside, bundle.lead),
    conditions: [...bundle.conditions],
    circumstances: [...bundle.circumstances],
    answers: { ...known },
    errors: wrong.map(({ path: id, code, facts }) => ({ id, message: textOf(code, facts, language) })),
    parts: planned,
    days: path.length,
    daysOneByOne: planned.filter((part) => part.needed).reduce((sum, { days }) => sum + days, 0),
    ...askedOnce(bundle, parts, answers),
    windows: windowsOf(inside, bundle, parts),
    faq: [...bundle.faq],
  }
}

async function partsOf(inside: Inside, { items }: Bundle): Promise<readonly PartWithItem[]> {
  const found = await Promise.all(
    items.map(async (part) => {
      const item = await inside.findItem(part.item)
      return item ? [{ part, item }] : []
    }),
  )
  return found.flat()
}

function plannedPart(
  inside: Inside,
  { part, item }: PartWithItem,
  placed: { readonly from: number; readonly to: number; readonly critical: boolean } | undefined,
): PlannedPart {
  const days = worksOfParts([{ part, item }])[0]?.days ?? 0
  return {
    id: part.id,
    item: item.code,
    name: item.name,
    organ: getOrgan(inside, item.organ),
    ...(part.why ? { why: part.why } : {}),
    needed: placed !== undefined,
    days,
    from: placed?.from ?? 0,
    to: placed?.to ?? days,
    critical: placed?.critical ?? false,
    after: [...(part.after ?? [])],
    result: item.result.name,
    visits: item.visits,
    fees: item.fees.map(({ name, standard }) => ({ name, standard })),
  }
}

/** Questions and materials asked once, beside what the items ask one by one; what is plain is not asked at all. */
function askedOnce(
  bundle: Bundle,
  parts: readonly PartWithItem[],
  answers: FormValues,
): Pick<BundleGuide, 'questions' | 'materials'> {
  const items = parts.map(({ item }) => item)
  const same = sameThingsOf(bundle, parts, answers)
  const byResult = new Set(
    bundle.results
      .filter(({ of }) => parts.some(({ part }) => part.id === of))
      .flatMap((result) => {
        const [part, id] = result.for.split('.')
        const item = parts.find((one) => one.part.id === part)?.item
        return item ? [`${item.code}.${id}`] : []
      }),
  )
  const nameOf = (code: string) => items.find((item) => item.code === code)?.name ?? { zh: code }
  const materials = materialsOf(items, same).filter(({ of }) =>
    of.some(({ item, material }) => !byResult.has(`${item}.${material}`)),
  )
  return {
    questions: {
      asked: bundle.circumstances.length + questionsOf(items, same).length,
      oneByOne: items.reduce((sum, { fields }) => sum + fields.length, 0),
    },
    materials: {
      asked: materials.map(({ material, of }) => ({
        name: material.name,
        for: [...new Set(of.map(({ item }) => item))].map(nameOf),
        always: material.required === true,
        held: material['satisfied-by'] !== undefined,
      })),
      oneByOne: items.reduce((sum, item) => sum + item.materials.length, 0),
    },
  }
}

/** Windows of the organ that leads, or else of the first item. */
function windowsOf(inside: Inside, bundle: Bundle, parts: readonly PartWithItem[]): BundleGuide['windows'] {
  const lead = parts.find(({ item }) => item.organ === bundle.lead) ?? parts[0]
  return (lead?.item.windows ?? []).flatMap((id) => {
    const window = inside.windows.get(id)
    if (!window) return []
    const { number, hall, address, hours, phone } = window
    return [{ number, hall, address, hours, phone }]
  })
}
