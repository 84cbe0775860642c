import { type Lack, type ServiceItem, sheetView } from '@mashang/flow'
import { type Language, textOf, type Words } from '@mashang/kit'
import type { CorrectionHand } from '../commands/correction.ts'
import { APPLICANT, type Hand } from '../commands/hand.ts'
import type { BundleSheet } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { nobodyIsServed } from '../rules/applicants.ts'
import { isAskedFor, whatComesFirst } from '../rules/part-order.ts'

const inWords =
  (language: Language) =>
  ({ code, facts }: Lack): string =>
    textOf(code, facts, language)

/** The main sheet as its owner sees it. */
export function mainSheetView(inside: Inside, hand: Hand, language: Language): BundleSheet {
  const { found, row, asked, sheet, lacks } = hand
  const all = [...lacks.values()].flat()
  const items = asked.map(({ item }) => item)
  const { [APPLICANT]: _, ...answers } = sheet.answers
  const nobody = nobodyIsServed(hand.applicants)
  return {
    id: found.id,
    sheet: 'main',
    name: found.state.bundle.name,
    savedAt: row.savedAt,
    applicant: hand.applicant,
    applicants: hand.applicants.map((value) => ({ value, label: applicantWords(hand, value) })),
    items: itemLines(inside, hand),
    ...sheetView(items, sheet, all, inWords(language)),
    answers: { ...answers },
    held: heldLines(hand),
    results: resultLines(hand),
    notes: [],
    ...(nobody ? { applicantError: textOf('no-enterprise-to-ask-for', {}, language) } : {}),
    lacks: new Set(all.map(({ path }) => path)).size + (nobody ? 1 : 0),
  }
}

function applicantWords({ person }: Hand, value: string): Words {
  const enterprise = person.enterprises.find(({ uscc }) => uscc === value)
  if (enterprise) return { zh: enterprise.name, en: enterprise.name }
  return { zh: `${person.name}（本人）`, en: `${person.name} (yourself)` }
}

function itemLines(inside: Inside, { found: { state }, all, asked, lacks }: Hand): BundleSheet['items'] {
  return all.map(({ part, item }) => {
    const first = whatComesFirst(state, part)
    const isNow = asked.some((one) => one.part.id === part.id)
    return {
      id: part.id,
      code: item.code,
      name: item.name,
      organ: getOrgan(inside, item.organ).name,
      state: isAskedFor(state, part.id) ? 'applied' : !isNow ? 'later' : first.length > 0 ? 'next' : 'now',
      waitsFor: first.flatMap(({ id }) => all.find((one) => one.part.id === id)?.item.name ?? []),
      lacks: lacks.get(item.code)?.length ?? 0,
    }
  })
}

/** What the city holds, once for each material; not what the applicant has uploaded anyway. */
function heldLines({ sheet: { materials, files }, held }: Hand): BundleSheet['held'] {
  return materials.flatMap(({ key, material, of }) => {
    if ((files[key] ?? []).length > 0) return []
    const found = held.filter((one) =>
      of.some((asking) => asking.item === one.code && asking.material === one.material),
    )
    const first = found[0]
    return first
      ? [{ key, name: material.name, evidence: first.evidence, free: found.every(({ source }) => !source) }]
      : []
  })
}

function resultLines({ found: { state }, all, asked }: Hand): BundleSheet['results'] {
  return state.bundle.results.flatMap((result) => {
    const [part, id] = result.for.split('.')
    const to = asked.find((one) => one.part.id === part)?.item
    const from = all.find((one) => one.part.id === result.of)?.item
    const material = to?.materials.find((one) => one.id === id)
    return to && from && material ? [{ name: material.name, from: from.name, for: to.name }] : []
  })
}

/** What is to be corrected, as its owner sees it: everything that was asked for, whatever conditions it has. */
export function correctionSheetView(inside: Inside, hand: CorrectionHand, language: Language): BundleSheet {
  const { found, row, asked, sheet, lacks } = hand
  const items = asked.map(({ item }) => unconditional(item))
  return {
    id: found.id,
    sheet: 'correction',
    name: found.state.bundle.name,
    savedAt: row.savedAt,
    applicant: found.state.applicant ?? '',
    applicants: [],
    items: asked.map(({ part, item }) => ({
      id: part.id,
      code: item.code,
      name: item.name,
      organ: getOrgan(inside, item.organ).name,
      state: 'now',
      waitsFor: [],
      lacks: 0,
    })),
    ...sheetView(items, sheet, lacks, inWords(language)),
    answers: { ...sheet.answers },
    held: [],
    results: [],
    notes: asked.flatMap(({ item, points }) =>
      points.map(({ key, label, what }) => ({ item: item.name, label, what, key })),
    ),
    lacks: lacks.length,
  }
}

function unconditional(item: ServiceItem): ServiceItem {
  return {
    ...item,
    fields: item.fields.map(({ when: _, ...field }) => field),
    materials: item.materials.map((material) => ({ ...material, required: true })),
  }
}
