/** What the data of a bundle owe their readers, before anything is asked for by them. Pure. */
import {
  type Bundle,
  type BundlePart,
  canHold,
  checkField,
  comparedFields,
  criticalPathOf,
  type Field,
  type FormContext,
  type FormValues,
  type PartWithItem,
  partsNeeded,
  questionsOf,
  type ServiceItem,
  sameThingsOf,
  shapeOf,
  worksOfParts,
} from '@mashang/flow'
import type { Words } from '@mashang/kit'

/** What the bundles refer to. */
export interface BundleSurroundings {
  readonly organs: ReadonlySet<string>
  readonly items: ReadonlyMap<string, ServiceItem>
  readonly context: FormContext
}

export interface BundleFinding {
  readonly rule: string
  readonly path: string
  readonly words: Words
}

/** Everything that is wrong with a bundle; none when it can be worked by. */
export function checkBundle(bundle: Bundle, around: BundleSurroundings): readonly BundleFinding[] {
  const dangling = bundleRefersToWhatThereIs(bundle, around)
  const circles = itemsMakeNoCircle(bundle)
  const findings = [...dangling, ...circles, ...everyItemIsReached(bundle)]
  // What follows looks at the items themselves, and along the order of their decisions.
  if (dangling.length > 0 || circles.length > 0) return findings
  return [
    ...findings,
    ...mappedQuestionsAreOfOneKind(bundle, around),
    ...noQuestionIsMappedTwice(bundle),
    ...noQuestionIsAskedTwice(bundle, around),
    ...whatIsGivenFits(bundle, around),
    ...resultsAnswerLaterItems(bundle, around),
    ...theBundleIsAsLongAsItsCriticalPath(bundle, around),
  ]
}

function found(rule: string, path: string, zh: string, en: string): BundleFinding {
  return { rule, path, words: { zh, en } }
}

/** Parts with the items that there are. */
function withItems(
  parts: readonly BundlePart[],
  { items }: Pick<BundleSurroundings, 'items'>,
): readonly PartWithItem[] {
  return parts.flatMap((part) => {
    const item = items.get(part.item)
    return item ? [{ part, item }] : []
  })
}

interface Referred {
  readonly ref: string
  readonly path: string
  readonly as: 'fields' | 'materials' | 'either'
}

function referredIn(bundle: Bundle): readonly Referred[] {
  return [
    ...bundle.questions.flatMap(({ id, of }) =>
      of.map((ref): Referred => ({ ref, path: `questions.${id}`, as: 'fields' })),
    ),
    ...bundle.materials.flatMap(({ id, of }) =>
      of.map((ref): Referred => ({ ref, path: `materials.${id}`, as: 'materials' })),
    ),
    ...[
      ...(bundle.apart ?? []),
      ...Object.keys(bundle.given ?? {}),
      ...Object.keys(bundle.answered ?? {}),
    ].map((ref): Referred => ({ ref, path: ref, as: 'fields' })),
    ...bundle.results.map((one): Referred => ({ ref: one.for, path: `results.${one.of}`, as: 'either' })),
  ]
}

/** Organs, items, fields, materials and circumstances that are named must be there. */
export function bundleRefersToWhatThereIs(
  bundle: Bundle,
  around: BundleSurroundings,
): readonly BundleFinding[] {
  const rule = 'bundleRefersToWhatThereIs'
  const parts = new Map(withItems(bundle.items, around).map((one) => [one.part.id, one.item]))
  const circumstances = new Set(bundle.circumstances.map(({ id }) => id))
  const isThere = ({ ref, as }: Referred) => {
    const [part = '', id] = ref.split('.')
    const item = parts.get(part)
    const lists =
      as === 'either' ? [item?.fields ?? [], item?.materials ?? []] : [(item ? item[as] : undefined) ?? []]
    return lists.some((list) => list.some((one: { readonly id: string }) => one.id === id))
  }
  return [
    ...(around.organs.has(bundle.lead)
      ? []
      : [found(rule, 'lead', `没有部门“${bundle.lead}”。`, `There is no organ “${bundle.lead}”.`)]),
    ...bundle.items
      .filter(({ item }) => !around.items.has(item))
      .map(({ id, item }) =>
        found(rule, `items.${id}`, `目录中没有事项“${item}”。`, `The catalogue has no item “${item}”.`),
      ),
    ...referredIn(bundle)
      .filter((one) => !isThere(one))
      .map(({ ref, path }) => found(rule, path, `没有“${ref}”。`, `There is no “${ref}”.`)),
    ...Object.entries(bundle.answered ?? {})
      .filter(([, id]) => !circumstances.has(id))
      .map(([ref, id]) => found(rule, ref, `没有情形“${id}”。`, `There is no circumstance “${id}”.`)),
    ...bundle.results
      .filter(({ of }) => !parts.has(of))
      .map(({ of }) => found(rule, `results.${of}`, `没有“${of}”。`, `There is no “${of}”.`)),
  ]
}

/** Every item is needed under some answer to the circumstances, and compares only what is asked. */
export function everyItemIsReached(bundle: Bundle): readonly BundleFinding[] {
  const asked = new Set(bundle.circumstances.map(({ id }) => id))
  return bundle.items
    .filter(({ when }) => {
      if (!when) return false
      return !comparedFields(when).every((id) => asked.has(id)) || !canHold(when, bundle.circumstances)
    })
    .map(({ id }) =>
      found(
        'everyItemIsReached',
        `items.${id}`,
        '没有哪种情形会用到这个事项。',
        'There is no circumstance in which this item is needed.',
      ),
    )
}

/** What comes after something comes after a part of this bundle that does not wait for it. */
export function itemsMakeNoCircle({ items }: Pick<Bundle, 'items'>): readonly BundleFinding[] {
  const rule = 'itemsMakeNoCircle'
  const ids = new Set(items.map(({ id }) => id))
  const unknown = items.flatMap(({ id, after = [] }) =>
    after
      .filter((one) => !ids.has(one))
      .map((one) => found(rule, `items.${id}`, `没有“${one}”。`, `There is no “${one}”.`)),
  )
  try {
    criticalPathOf(items.map(({ id, after = [] }) => ({ id, days: 1, after })))
    return unknown
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [...unknown, found(rule, 'items', `先后关系成环：${why}`, `A circle: ${why}`)]
  }
}

function fieldOf(ref: string, bundle: Bundle, { items }: BundleSurroundings): Field | undefined {
  const [part, id] = ref.split('.')
  const code = bundle.items.find((one) => one.id === part)?.item
  return items.get(code ?? '')?.fields.find((one) => one.id === id)
}

/** Questions that are one are of one type, with the same options. */
export function mappedQuestionsAreOfOneKind(
  bundle: Bundle,
  around: BundleSurroundings,
): readonly BundleFinding[] {
  return bundle.questions.flatMap(({ id, of }) => {
    const fields = of.flatMap((ref) => fieldOf(ref, bundle, around) ?? [])
    return new Set(fields.map(shapeOf)).size <= 1
      ? []
      : [
          found(
            'mappedQuestionsAreOfOneKind',
            `questions.${id}`,
            `对应在一起的字段类型不同：${of.join('、')}。`,
            `Fields of different kinds are mapped together: ${of.join(', ')}.`,
          ),
        ]
  })
}

/** One field is part of one question only, and of none if it is answered without one. */
export function noQuestionIsMappedTwice(bundle: Bundle): readonly BundleFinding[] {
  const refs = [
    ...bundle.questions.flatMap(({ of }) => of),
    ...Object.keys(bundle.given ?? {}),
    ...Object.keys(bundle.answered ?? {}),
  ]
  return [...new Set(refs.filter((ref, at) => refs.indexOf(ref) !== at))].map((ref) =>
    found('noQuestionIsMappedTwice', ref, `“${ref}”对应了不止一次。`, `“${ref}” is mapped more than once.`),
  )
}

/** No two questions of one form read the same, unless they are said to be apart. */
export function noQuestionIsAskedTwice(bundle: Bundle, around: BundleSurroundings): readonly BundleFinding[] {
  const parts = withItems(bundle.items, around)
  const questions = questionsOf(
    parts.map(({ item }) => item),
    sameThingsOf(bundle, parts, {}),
  ).filter(({ of }) => !isAnsweredByCircumstance(bundle, parts, of))
  const repeated = questions.filter(({ field }, at) =>
    questions.slice(0, at).some((one) => one.field.label.zh === field.label.zh),
  )
  return repeated.map(({ key, field }) =>
    found(
      'noQuestionIsAskedTwice',
      `questions.${key}`,
      `“${field.label.zh}”问了两次，请对应成一个问题。`,
      `“${field.label.zh}” is asked twice; map it as one question.`,
    ),
  )
}

function isAnsweredByCircumstance(
  { answered = {} }: Bundle,
  parts: readonly PartWithItem[],
  of: readonly { readonly item: string; readonly field: string }[],
): boolean {
  return of.every(({ item, field }) => {
    const part = parts.find((one) => one.item.code === item)?.part.id
    return `${part}.${field}` in answered
  })
}

/** A value given in advance is one that its field takes; a circumstance that answers is asked the same way. */
export function whatIsGivenFits(bundle: Bundle, around: BundleSurroundings): readonly BundleFinding[] {
  const rule = 'whatIsGivenFits'
  const given = Object.entries(bundle.given ?? {}).filter(([ref, value]) => {
    const field = fieldOf(ref, bundle, around)
    return field && checkField(field, value, around.context)
  })
  const answered = Object.entries(bundle.answered ?? {}).filter(([ref, id]) => {
    const field = fieldOf(ref, bundle, around)
    const circumstance = bundle.circumstances.find((one) => one.id === id)
    return field && circumstance && field.type !== circumstance.type
  })
  return [...given, ...answered].map(([ref, value]) =>
    found(rule, ref, `“${ref}”不接受“${String(value)}”。`, `“${ref}” does not take “${String(value)}”.`),
  )
}

/** A result answers only what comes after it, and a material only where the item takes that licence for it. */
export function resultsAnswerLaterItems(
  bundle: Bundle,
  around: BundleSurroundings,
): readonly BundleFinding[] {
  const itemOf = (id: string) => around.items.get(bundle.items.find((part) => part.id === id)?.item ?? '')
  return bundle.results.flatMap((result) => {
    const [part = '', id = ''] = result.for.split('.')
    const licence = itemOf(result.of)?.result.licence
    const material = itemOf(part)?.materials.find((one) => one.id === id)
    const isLater = comesBefore(bundle, part).has(result.of)
    const fits = material
      ? licence !== undefined && material['satisfied-by']?.['licence-type'] === licence
      : fieldOf(result.for, bundle, around)?.type === 'text' && licence !== undefined
    return isLater && fits
      ? []
      : [
          found(
            'resultsAnswerLaterItems',
            `results.${result.of}`,
            `“${result.of}”的结果不能用作“${result.for}”。`,
            `The result of “${result.of}” cannot stand for “${result.for}”.`,
          ),
        ]
  })
}

/** Everything that must be granted before a part. */
function comesBefore({ items }: Pick<Bundle, 'items'>, id: string): ReadonlySet<string> {
  const before = new Set<string>()
  const add = (one: string) => {
    for (const earlier of items.find((part) => part.id === one)?.after ?? [])
      if (!before.has(earlier)) {
        before.add(earlier)
        add(earlier)
      }
  }
  add(id)
  return before
}

/** What a bundle promises is the longest chain of its items' own promised limits, in each of its examples. */
export function theBundleIsAsLongAsItsCriticalPath(
  bundle: Bundle,
  around: BundleSurroundings,
): readonly BundleFinding[] {
  const rule = 'theBundleIsAsLongAsItsCriticalPath'
  return bundle.examples.flatMap(({ given, items, days }, at) => {
    const parts = withItems(partsNeeded(bundle, given as FormValues), around)
    const ids = parts.map(({ part }) => part.id)
    const reckoned = `${criticalPathOf(worksOfParts(parts)).length}wd`
    const same = ids.length === items.length && ids.every((id) => items.includes(id))
    return [
      ...(same
        ? []
        : [
            found(
              rule,
              `examples.${at}`,
              `这种情形要办：${ids.join('、')}。`,
              `This circumstance needs ${ids.join(', ')}.`,
            ),
          ]),
      ...(reckoned === days
        ? []
        : [
            found(
              rule,
              `examples.${at}`,
              `关键路径 ${reckoned}，写的是 ${days}。`,
              `The critical path is ${reckoned}, not ${days}.`,
            ),
          ]),
    ]
  })
}
