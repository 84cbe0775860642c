/**
 * 一次填报 — what several applications ask together: each question once, each material once, and what is still lacking
 * for which of them. The stages of a project and bundles both rest on it. Pure.
 */
import { isFilled } from './condition.ts'
import type { Material, ServiceItem } from './definition.ts'
import type { Field, FieldValue, FormValues, Text } from './field.ts'
import { checkForm, type FormContext, keptValues, visibleFields } from './form.ts'
import type { SheetFile, SheetMaterial, SheetQuestion } from './sheet-view.ts'
import { isRequired } from './steps.ts'

/** One field of one item, `<code>.<field>`; or one of its materials. */
export type ItemPart = string

export const itemPart = (item: Pick<ServiceItem, 'code'>, id: string): ItemPart => `${item.code}.${id}`

/** What is the same thing in several items beyond what bears the same name, and what is not though it does. */
export interface SameThings {
  readonly questions: readonly {
    readonly id: string
    readonly label?: Text
    readonly hint?: Text
    readonly section?: Text
    readonly of: readonly ItemPart[]
  }[]
  readonly materials: readonly {
    readonly id: string
    readonly name?: Text
    readonly of: readonly ItemPart[]
  }[]
  readonly apart: ReadonlySet<ItemPart>
  /** Answered already: not asked at all. */
  readonly given: Readonly<Record<ItemPart, FieldValue>>
}

export const NOTHING_SAME: SameThings = { questions: [], materials: [], apart: new Set(), given: {} }

export interface Question {
  /** Id of the field; where fields of one id differ in kind, a number follows. */
  readonly key: string
  readonly field: Field
  /** Who asks it, and as which of its own fields. */
  readonly of: readonly { readonly item: string; readonly field: string }[]
}

export interface SharedMaterial {
  readonly key: string
  readonly material: Material
  readonly of: readonly { readonly item: string; readonly material: string }[]
}

/** What fields have in common that are one question: type, options, level, columns. */
export function shapeOf(field: Field): string {
  return JSON.stringify([
    field.type,
    field.options?.map(({ value }) => value),
    field.level,
    field.columns?.map(({ id, type }) => [id, type]),
  ])
}

/**
 * noQuestionIsAskedTwice: fields of several items that are mapped together are one question, and so are those of the
 * same id and kind, unless they are said to be apart.
 */
export function questionsOf(
  items: readonly ServiceItem[],
  same: SameThings = NOTHING_SAME,
): readonly Question[] {
  const found: (Question & { readonly shape: string; readonly mapped: boolean })[] = []
  for (const item of items)
    for (const field of withSections(item.fields)) {
      const part = itemPart(item, field.id)
      if (part in same.given) continue
      const group = same.questions.find(({ of }) => of.includes(part))
      const shape = shapeOf(field)
      const at = found.findIndex((one) =>
        group
          ? one.mapped && one.key === group.id
          : !one.mapped && !same.apart.has(part) && one.field.id === field.id && one.shape === shape,
      )
      const asking = { item: item.code, field: field.id }
      const known = found[at]
      if (known) found[at] = { ...known, field: stricter(known.field, field), of: [...known.of, asking] }
      else {
        const key = group?.id ?? freeKey(field.id, found)
        const { id: _, of: __, ...said } = group ?? { id: '', of: [] }
        found.push({ key, field: { ...field, ...said }, of: [asking], shape, mapped: group !== undefined })
      }
    }
  return found.map(({ key, field, of }) => ({ key, field, of }))
}

/** Fields with the heading that each stands under. */
function withSections(fields: readonly Field[]): readonly Field[] {
  let section: Text | undefined
  return fields.map((field) => {
    section = field.section ?? section
    return section ? { ...field, section } : field
  })
}

/** One field for two: required where either is, and no longer than either takes. */
function stricter(one: Field, other: Field): Field {
  const lengths = [one['max-length'], other['max-length']].filter((length) => length !== undefined)
  return {
    ...one,
    ...(one.required || other.required ? { required: true } : {}),
    ...(lengths.length > 0 ? { 'max-length': Math.min(...lengths) } : {}),
  }
}

function freeKey(id: string, taken: readonly { readonly key: string }[]): string {
  if (!taken.some(({ key }) => key === id)) return id
  for (let at = 2; ; at++) if (!taken.some(({ key }) => key === `${id}-${at}`)) return `${id}-${at}`
}

/** Materials of several items: those mapped together, and those of one name, are the same paper, given once. */
export function materialsOf(
  items: readonly ServiceItem[],
  same: Pick<SameThings, 'materials'> = NOTHING_SAME,
): readonly SharedMaterial[] {
  const found: (SharedMaterial & { readonly mapped: boolean })[] = []
  for (const item of items)
    for (const material of item.materials) {
      const part = itemPart(item, material.id)
      const group = same.materials.find(({ of }) => of.includes(part))
      const at = found.findIndex((one) =>
        group ? one.mapped && one.key === group.id : one.material.name.zh === material.name.zh,
      )
      const asking = { item: item.code, material: material.id }
      const known = found[at]
      if (known)
        found[at] = { ...known, material: narrower(known.material, material), of: [...known.of, asking] }
      else {
        const key = group?.id ?? freeKey(material.id, found)
        const named = group?.name ? { ...material, name: group.name } : material
        found.push({ key, material: named, of: [asking], mapped: group !== undefined })
      }
    }
  return found.map(({ key, material, of }) => ({ key, material, of }))
}

/** One paper for two: in a form that both take. */
function narrower(one: Material, other: Material): Material {
  const both = one.accepts.filter((kind) => other.accepts.includes(kind))
  const sizes = [one['max-size'], other['max-size']].map((size) => Number.parseInt(size, 10))
  const most = [one['max-files'], other['max-files']].filter((count) => count !== undefined)
  return {
    ...one,
    accepts: both.length > 0 ? both : one.accepts,
    'max-size': `${Math.min(...sizes)}MB`,
    ...(most.length > 0 ? { 'max-files': Math.min(...most) } : {}),
  }
}

/** What was filled in for several applications at once. */
export interface SheetState {
  readonly questions: readonly Question[]
  readonly materials: readonly SharedMaterial[]
  readonly answers: FormValues
  readonly files: Readonly<Record<string, readonly SheetFile[]>>
  readonly given?: SameThings['given']
  /** Materials for which nothing need be uploaded: something else stands in their place. */
  readonly covered?: ReadonlySet<ItemPart>
}

/** The form of one item, from the answers given once for all. */
export function formOf(
  item: ServiceItem,
  { questions, answers, given = {} }: Pick<SheetState, 'questions' | 'answers' | 'given'>,
): FormValues {
  return keptValues(item.fields, ownValues(item, { questions, answers, given }))
}

function ownValues(
  item: ServiceItem,
  { questions, answers, given = {} }: Pick<SheetState, 'questions' | 'answers' | 'given'>,
): FormValues {
  const values: Record<string, FieldValue> = {}
  for (const { id } of item.fields) {
    const known = given[itemPart(item, id)]
    if (known !== undefined) values[id] = known
  }
  for (const { key, of } of questions) {
    const value = answers[key]
    for (const asking of of)
      if (value !== undefined && asking.item === item.code) values[asking.field] = value
  }
  return values
}

/** The files of one item, from those given once for all. */
export function filesOf(item: ServiceItem, { materials, files }: Pick<SheetState, 'materials' | 'files'>) {
  return item.materials.flatMap((material) => {
    const given = (files[keyOfMaterial(item, material.id, materials)] ?? []).map(({ digest, name }) => ({
      digest,
      name,
    }))
    return given.length > 0 ? [{ material: material.id, files: given }] : []
  })
}

function keyOfMaterial(item: ServiceItem, id: string, materials: readonly SharedMaterial[]): string {
  const asks = (one: { readonly item: string; readonly material: string }) =>
    one.item === item.code && one.material === id
  return materials.find(({ of }) => of.some(asks))?.key ?? id
}

export interface Lack {
  /** `answers.<key>` or `materials.<key>`. */
  readonly path: string
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** What one item still lacks before it can be submitted. */
export function lacksOf(item: ServiceItem, sheet: SheetState, context: FormContext): readonly Lack[] {
  const { questions, materials, files, covered } = sheet
  const form = formOf(item, sheet)
  const keyOf = (id: string) =>
    questions.find(({ of }) => of.some((one) => one.item === item.code && one.field === id))?.key ?? id
  return [
    ...checkForm(item.fields, form, context).map(({ path, code, facts }) => ({
      path: `answers.${keyOf(path.slice('form.'.length))}`,
      code,
      facts,
    })),
    ...item.materials.flatMap((material) => {
      const key = keyOfMaterial(item, material.id, materials)
      const isThere = (files[key] ?? []).length > 0 || covered?.has(itemPart(item, material.id))
      if (isThere || !isRequired(material, form)) return []
      return [{ path: `materials.${key}`, code: 'material-missing', facts: { name: material.name } }]
    }),
  ]
}

/** Whether any of the items that ask a question asks it as things stand. */
function isAsked({ of }: Question, items: readonly ServiceItem[], sheet: SheetState): boolean {
  return items.some((item) => {
    const own = of.filter((one) => one.item === item.code).map(({ field }) => field)
    return (
      own.length > 0 && visibleFields(item.fields, ownValues(item, sheet)).some(({ id }) => own.includes(id))
    )
  })
}

/** Whether any of the items that ask for a material needs it as things stand, or may take it. */
function isWanted({ of }: SharedMaterial, items: readonly ServiceItem[], sheet: SheetState): boolean {
  return items.some((item) =>
    item.materials.some(
      (material) =>
        of.some((one) => one.item === item.code && one.material === material.id) &&
        !sheet.covered?.has(itemPart(item, material.id)) &&
        (material.required === false || isRequired(material, formOf(item, sheet))),
    ),
  )
}

/** Answers that were given, and where nothing was, what is known: of the account, of the case. */
export function answersWith(
  questions: readonly Question[],
  given: FormValues,
  knownOf: (question: Question) => FieldValue | undefined,
): FormValues {
  const answers: Record<string, FieldValue> = {}
  for (const question of questions) {
    const value = given[question.key] ?? knownOf(question)
    if (value !== undefined && isFilled(value)) answers[question.key] = value
  }
  return answers
}

/** What is asked and wanted as things stand, with what is lacking said in words. */
export function sheetView(
  items: readonly ServiceItem[],
  sheet: SheetState,
  lacks: readonly Lack[],
  say: (lack: Lack) => string,
): { readonly questions: SheetQuestion[]; readonly materials: SheetMaterial[] } {
  const lackAt = (path: string) => lacks.find((one) => one.path === path)
  return {
    questions: sheet.questions
      .filter((question) => isAsked(question, items, sheet))
      .map(({ key, field, of }) => {
        const lack = lackAt(`answers.${key}`)
        const { when: _, ...rest } = field
        return {
          field: { ...rest, id: key },
          items: codesOf(of),
          ...(lack ? { error: say(lack) } : {}),
        }
      }),
    materials: sheet.materials
      .filter((material) => isWanted(material, items, sheet))
      .map(({ key, material, of }) => ({
        key,
        material,
        items: codesOf(of),
        missing: lackAt(`materials.${key}`) !== undefined,
        files: [...(sheet.files[key] ?? [])],
      })),
  }
}

function codesOf(of: readonly { readonly item: string }[]): string[] {
  return [...new Set(of.map(({ item }) => item))]
}
