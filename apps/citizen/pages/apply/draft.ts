/** A draft with all that its pages need: the definition, its sections, what is still missing. */
import type { Draft, ItemGuide } from '@mashang/approvals/contract'
import {
  type AddressValue,
  checkForm,
  type Field,
  type FieldValue,
  type FormContext,
  type FormValues,
  isRequired,
  isSignature,
  keptRows,
  type Material,
  MOST_ROWS,
  parsePosted,
  type RowValue,
  type ServiceItem,
  sectionsOf,
  visibleFields,
} from '@mashang/flow'
import {
  type FieldRefusal,
  isRefusal,
  type PageRequest,
  type Refusal,
  textOf,
  type Words,
} from '@mashang/kit'
import { one, type Visit } from '../../frame/route.ts'
import type { View } from '../../frame/view.tsx'
import { addressNames, depthOf, type RegionChoices } from '../../parts/address-input.tsx'
import type { InputError } from '../../parts/error-summary.tsx'
import { rowGone, rowName, signatureTick } from '../../parts/list-input.tsx'

export interface DraftInHand {
  readonly draft: Draft
  readonly values: FormValues
  readonly guide: ItemGuide
  readonly item: ServiceItem
  readonly sections: readonly Section[]
  /** Everything that is still wrong or missing in the form. */
  readonly errors: readonly FieldRefusal[]
}

export interface Section {
  /** Counted from 1; its place in the address of its page. */
  readonly number: number
  readonly title: Field['section']
  readonly fields: readonly Field[]
}

export async function findDraft(visit: Visit): Promise<DraftInHand | Refusal> {
  const { request, approvals, needs } = visit
  const draft = await approvals.getDraft({ params: { id: request.params.id ?? '' } })
  if (isRefusal(draft)) return draft
  const { code, version } = draft.item
  const guide = await approvals.getItemGuide({ params: { code }, query: { version } })
  if (isRefusal(guide)) return guide
  return inHand(draft, guide, contextOf(needs))
}

export function contextOf(needs: Visit['needs']): FormContext {
  return { now: needs.now(), regionNames: (code) => needs.regionNames(code) }
}

export function inHand(draft: Draft, guide: ItemGuide, context: FormContext): DraftInHand {
  const { item } = guide
  const values = draft.form as FormValues
  const sections = sectionsOf(item.fields).map(({ title, fields }, at) => ({ number: at + 1, title, fields }))
  return { draft, values, guide, item, sections, errors: checkForm(item.fields, values, context) }
}

/** Sections that have something to ask, as the form stands. */
export function askedSections({ sections }: DraftInHand, values: FormValues): readonly Section[] {
  return sections.filter(({ fields }) => visibleFields(fields, values).length > 0)
}

export function pathOfSection(draft: Draft, section: Section): string {
  return `/drafts/${draft.id}/form/${section.number}`
}

/** Reads what was posted for some fields over the values before; an emptied field goes. */
export function readPosted(
  fields: readonly Field[],
  form: PageRequest['form'],
  before: FormValues,
  now: Date,
): FormValues {
  const values: Record<string, FieldValue> = { ...before }
  for (const field of fields) {
    const value = readField(field, form, before[field.id], now)
    if (value === undefined) delete values[field.id]
    else values[field.id] = value
  }
  for (const { id } of hiddenFields(fields, values)) delete values[id]
  return values
}

function readField(
  field: Field,
  form: PageRequest['form'],
  before: FieldValue | undefined,
  now: Date,
): FieldValue | undefined {
  switch (field.type) {
    case 'address':
      return readAddress(field, form)
    case 'list':
      return readRows(field, form)
    case 'signature':
      return readSignature(field, form, before, now)
    default:
      return parsePosted(field, form[field.id])
  }
}

/** The rows that were posted; one that was left empty, or is to be removed, is none. */
function readRows(field: Field, form: PageRequest['form']): FieldValue | undefined {
  const columns = field.columns ?? []
  const gone = rowGone(field.id, one(form, '_step'))
  const rows = Array.from({ length: MOST_ROWS + 1 }, (_, at) => at)
    .filter((at) => at !== gone)
    .map((at) => {
      const cells = columns.map((column) => [
        column.id,
        parsePosted(column, form[rowName(field.id, at, column.id)]),
      ])
      return Object.fromEntries(cells.filter(([, value]) => value !== undefined)) as RowValue
    })
  const kept = keptRows(columns, rows)
  return kept.length > 0 ? kept : undefined
}

/** A signature keeps its time while it says the same. */
function readSignature(
  { id }: Field,
  form: PageRequest['form'],
  before: FieldValue | undefined,
  now: Date,
): FieldValue | undefined {
  const signed = one(form, id).trim()
  const ticked = one(form, signatureTick(id)) === 'yes'
  if (signed === '' && !ticked) return undefined
  const same = isSignature(before) && before.signed === signed && before.at !== ''
  return { signed, at: !ticked ? '' : same ? before.at : now.toISOString() }
}

function hiddenFields(fields: readonly Field[], values: FormValues): readonly Field[] {
  const shown = new Set(visibleFields(fields, values))
  return fields.filter((field) => !shown.has(field))
}

/** The deepest region of those chosen that lie in one another: a street of another district is none. */
function readAddress(field: Field, form: PageRequest['form']): AddressValue | undefined {
  const names = addressNames(field.id)
  let region = ''
  for (let level = 1; level <= depthOf(field); level++) {
    const chosen = one(form, names.level(level))
    if (!/^\d{6,12}$/.test(chosen) || !chosen.startsWith(region)) break
    region = chosen
  }
  const detail = one(form, names.detail).trim()
  return region === '' && detail === '' ? undefined : { region, detail }
}

/** Digits of a region's code at each level below the city. */
const DIGITS = [6, 9, 12] as const

/** The lists an address field shows for its value: down to one level below what has been chosen. */
async function regionChoices(
  field: Field,
  value: FieldValue | undefined,
  approvals: Visit['approvals'],
): Promise<RegionChoices> {
  const region = typeof value === 'object' && 'region' in value ? value.region : ''
  const levels: { options: RegionChoices[number]['options']; chosen: string }[] = []
  for (let at = 0; at < depthOf(field); at++) {
    const parent = at === 0 ? undefined : region.slice(0, DIGITS[at - 1])
    if (parent !== undefined && parent.length < (DIGITS[at - 1] ?? 0)) break
    const answer = await approvals.listRegions({ query: parent === undefined ? {} : { parent } })
    if (isRefusal(answer)) break
    const digits = DIGITS[at] ?? 12
    levels.push({ options: answer.regions, chosen: region.length >= digits ? region.slice(0, digits) : '' })
  }
  return levels
}

export async function choicesOf(
  fields: readonly Field[],
  values: FormValues,
  approvals: Visit['approvals'],
): Promise<ReadonlyMap<string, RegionChoices>> {
  const addresses = fields.filter((field) => field.type === 'address')
  const lists = await Promise.all(addresses.map((field) => regionChoices(field, values[field.id], approvals)))
  return new Map(addresses.map((field, at) => [field.id, lists[at] ?? []]))
}

/** Errors of fields as a page shows them; `at` leads to the field on this page or, with a path, on its own. */
export function inputErrors(
  errors: readonly FieldRefusal[],
  fields: readonly Field[],
  view: View,
  pathOf: (field: Field) => string = () => '',
): readonly InputError[] {
  return errors.map(({ path, code, facts }) => {
    const field = fields.find(({ id }) => `form.${id}` === path)
    const at = field ? `${pathOf(field)}${pathOf(field) ? '#' : ''}field-${field.id}` : 'main'
    return {
      at,
      ...(field ? { label: view.text(field.label) } : {}),
      message: messageOf({ code, facts }, field, view.language),
    }
  })
}

/** Longer answers are cut where they are only quoted beside what is wrong with them. */
export const LONGEST_QUOTED = 120

const ASKED_FOR: Readonly<Partial<Record<Field['type'], Words>>> = {
  choice: { zh: '请选择一项。', en: 'Please choose one.' },
  'yes-no': { zh: '请选择“是”或者“否”。', en: 'Please choose yes or no.' },
  choices: { zh: '请至少选择一项。', en: 'Please choose at least one.' },
  date: { zh: '请填写日期。', en: 'Please give a date.' },
  address: {
    zh: '请选择地区，并填写详细地址。',
    en: 'Please choose the district and give the address.',
  },
}

/** What is wrong with a field; an empty one is asked for in the words of its kind. */
export function messageOf(
  { code, facts }: Pick<FieldRefusal, 'code' | 'facts'>,
  field: Field | undefined,
  language: View['language'],
): string {
  const asked = code === 'required' && field ? ASKED_FOR[field.type] : undefined
  return asked ? asked[language] : textOf(code, facts, language)
}

/** Materials by what this application makes of them. */
export interface MaterialPlan {
  readonly needed: readonly Material[]
  readonly optional: readonly Material[]
  /** Conditional ones that these answers do not call for. */
  readonly spared: readonly Material[]
  readonly missing: readonly Material[]
}

export function materialPlan({ item, draft, values }: DraftInHand): MaterialPlan {
  // What needs a consent stands in place of an upload once that is given.
  const held = new Set(
    [
      ...draft.held.filter(({ source, consented }) => source === undefined || consented === true),
      ...(draft.declared ?? []).map((material) => ({ material })),
    ].map(({ material }) => material),
  )
  const given = new Set(
    draft.materials.filter(({ files }) => files.length > 0).map(({ material }) => material),
  )
  const needed = item.materials.filter((material) => isRequired(material, values))
  const optional = item.materials.filter(({ required }) => required === false)
  return {
    needed,
    optional,
    spared: item.materials.filter((material) => !needed.includes(material) && !optional.includes(material)),
    missing: needed.filter(({ id }) => !held.has(id) && !given.has(id)),
  }
}
