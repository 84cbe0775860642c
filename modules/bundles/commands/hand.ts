/** What lies before the applicant: what is asked of him now, once for all, with everything it rests on. */
import {
  answersWith,
  type Field,
  type FieldValue,
  type FormValues,
  itemPart,
  type Lack,
  lacksOf,
  materialsOf,
  type PartWithItem,
  questionsOf,
  type SameThings,
  type ServiceItem,
  type SheetState,
  sameThingsOf,
} from '@mashang/flow'
import { isRefusal, type Refusal, refuse, type Who, type Words } from '@mashang/kit'
import type { SheetRow } from '@mashang/store'
import type { BundleApplicant } from '../contract/index.ts'
import type { Inside, Person } from '../inside.ts'
import { applicantsFor, chosenApplicant } from '../rules/applicants.ts'
import type { BundleCase } from '../rules/bundle-case.ts'
import { partsOf } from '../rules/bundle-case.ts'
import { isFailed, partsAskedNow } from '../rules/part-order.ts'
import { mayFillIn } from '../rules/standing.ts'
import { type Case, getCaseFor } from '../store/cases.ts'

/** What the city holds for a material of an item. */
export interface HeldPart {
  readonly code: string
  readonly material: string
  readonly evidence: Words
  readonly source?: string
}

export interface Hand {
  readonly found: Case
  readonly row: SheetRow
  /** Every part that is needed. */
  readonly all: readonly PartWithItem[]
  /** Those that are asked now. */
  readonly asked: readonly PartWithItem[]
  readonly sheet: SheetState
  readonly lacks: ReadonlyMap<string, readonly Lack[]>
  readonly held: readonly HeldPart[]
  readonly person: Person
  readonly applicant: string
  readonly applicants: readonly string[]
}

/** Key under which the sheet keeps in whose name everything is asked for. */
export const APPLICANT = '_applicant'

/** A bundle that this one may fill in: his own, or one that he is taking in at a window. */
export async function getOwn(inside: Inside, id: string, who: Who): Promise<Case | Refusal> {
  const found = await getCaseFor(inside, id, who)
  if (isRefusal(found)) return found
  if (!mayFillIn(found.standing, found.state)) return refuse('bundle-case-not-found')
  return found.state.dropped ? refuse('bundle-dropped') : found
}

/** Needed parts with the items in force; one whose item is gone cannot be asked for. */
export async function partsWithItems(inside: Inside, state: BundleCase): Promise<readonly PartWithItem[]> {
  const found = await Promise.all(
    partsOf(state).map(async (part) => {
      const item = await inside.findItem(part.item)
      return item ? [{ part, item }] : []
    }),
  )
  return found.flat()
}

/** The main sheet; `consents` names the materials for which what is held may be used, all where it is not said. */
export async function handOf(
  inside: Inside,
  who: Who,
  id: string,
  consents?: readonly string[],
): Promise<Hand | Refusal> {
  const found = await getOwn(inside, id, who)
  if (isRefusal(found)) return found
  const { state } = found
  const person = await inside.findPerson(state.owner.personId)
  if (!person) return refuse('bundle-case-not-found')
  const row = await inside.sheets.find(id, 'main')
  const all = await partsWithItems(inside, state)
  const now = new Set(partsAskedNow(state).map((part) => part.id))
  const asked = all.filter(({ part }) => now.has(part.id))
  const items = asked.map(({ item }) => item)
  const applicants = applicantsFor(items, person)
  const applicant = chosenApplicant(row.answers[APPLICANT], applicants)
  const same = await sameThings(inside, state, all)
  const questions = questionsOf(items, same)
  const materials = materialsOf(items, same)
  const held = await heldFor(inside, person, applicant, items)
  const mayUse = held.filter(({ code, material, source }) => {
    const key = materials.find(({ of }) =>
      of.some((one) => one.item === code && one.material === material),
    )?.key
    return source === undefined || consents === undefined || (key !== undefined && consents.includes(key))
  })
  const covered = new Set([
    ...mayUse.map(({ code, material }) => `${code}.${material}`),
    ...resultParts(state, all),
  ])
  const answers = answersWith(questions, row.answers, ({ field }) => knownOf(field, person, applicant))
  const sheet = { questions, materials, answers, files: row.files, given: same.given, covered }
  const context = { now: inside.clock.now(), regionNames: inside.regionNames }
  const lacks = new Map(items.map((item) => [item.code, lacksOf(item, sheet, context)]))
  return { found, row, all, asked, sheet, lacks, held: mayUse, person, applicant, applicants }
}

/** What is the same by definition, with the numbers of licences that earlier parts have led to. */
export async function sameThings(
  inside: Inside,
  state: BundleCase,
  all: readonly PartWithItem[],
): Promise<SameThings> {
  const same = sameThingsOf(state.bundle, all, state.circumstances)
  const applications = state.bundle.results.flatMap(({ of }) => state.applications.get(of)?.application ?? [])
  const licences = await inside.forBundles.findLicencesOf(applications)
  const numbers: Record<string, FieldValue> = {}
  for (const result of state.bundle.results) {
    const application = state.applications.get(result.of)?.application
    const licence = licences.find((one) => one.application === application)
    const [part, id = ''] = result.for.split('.')
    const item = all.find((one) => one.part.id === part)?.item
    if (licence && item?.fields.some((field) => field.id === id)) numbers[itemPart(item, id)] = licence.number
  }
  return { ...same, given: { ...same.given, ...numbers } }
}

/** Materials for which the licence of an earlier part stands, `<code>.<material>`. */
function resultParts(state: BundleCase, all: readonly PartWithItem[]): readonly string[] {
  return state.bundle.results.flatMap((result) => {
    const [part, id = ''] = result.for.split('.')
    const item = all.find((one) => one.part.id === part)?.item
    const comes = all.some((one) => one.part.id === result.of) && !isFailed(state, result.of)
    return item && comes && item.materials.some((material) => material.id === id) ? [itemPart(item, id)] : []
  })
}

async function heldFor(
  inside: Inside,
  person: Person,
  applicant: string,
  items: readonly ServiceItem[],
): Promise<readonly HeldPart[]> {
  const found = await Promise.all(
    items.map(async (item) => {
      const held = await inside.forBundles.findHeldFor(person.id, applicantOf(applicant), item)
      return held.map((one) => ({ ...one, code: item.code }))
    }),
  )
  return found.flat()
}

export function applicantOf(applicant: string): BundleApplicant {
  return applicant === 'person' ? { kind: 'person' } : { kind: 'enterprise', uscc: applicant }
}

function knownOf({ prefill }: Field, person: Person, applicant: string): FormValues[string] | undefined {
  const enterprise = person.enterprises.find(({ uscc }) => uscc === applicant)
  switch (prefill) {
    case 'name':
      return person.name
    case 'phone':
      return person.phone
    case 'id-card':
      return person.idCard
    case 'enterprise-name':
      return enterprise?.name
    case 'uscc':
      return enterprise?.uscc
    default:
      return undefined
  }
}
