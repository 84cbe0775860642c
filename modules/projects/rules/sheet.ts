/**
 * 一次提交本阶段 — what the applications of a stage ask together: each question once, each material once, and what is
 * still lacking for which of them. Pure.
 */
import {
  checkForm,
  type Field,
  type FieldValue,
  type FormContext,
  type FormValues,
  isFilled,
  isRequired,
  keptValues,
  type Material,
  type ProjectStages,
  type ServiceItem,
  visibleFields,
} from '@mashang/flow'
import type { ProjectFile } from '../contract/index.ts'

/** What is known before anybody asks. */
export interface Known {
  readonly facts: FormValues
  readonly code: string
  readonly account: Readonly<Partial<Record<NonNullable<Field['prefill']>, string>>>
}

export interface Question {
  /** Id of the field; where fields of one id differ in kind, a number follows. */
  readonly key: string
  readonly field: Field
  /** Codes of the items that ask it. */
  readonly items: readonly string[]
}

export interface SharedMaterial {
  readonly key: string
  readonly material: Material
  readonly items: readonly string[]
}

/** Questions of several items: fields of the same id and kind are the same question. */
export function questionsOf(items: readonly ServiceItem[]): readonly Question[] {
  const found: { key: string; field: Field; items: string[]; shape: string }[] = []
  for (const item of items)
    for (const field of item.fields) {
      const shape = JSON.stringify([field.type, field.options?.map(({ value }) => value), field.level])
      const same = found.find((one) => one.field.id === field.id && one.shape === shape)
      if (same) {
        same.items.push(item.code)
        continue
      }
      const others = found.filter((one) => one.field.id === field.id).length
      const key = others === 0 ? field.id : `${field.id}-${others + 1}`
      found.push({ key, field, items: [item.code], shape })
    }
  return found.map(({ key, field, items: asking }) => ({ key, field, items: asking }))
}

/** Materials of several items: those of one name are the same paper, given once. */
export function materialsOf(items: readonly ServiceItem[]): readonly SharedMaterial[] {
  const found: { key: string; material: Material; items: string[] }[] = []
  for (const item of items)
    for (const material of item.materials) {
      const same = found.find((one) => one.material.name.zh === material.name.zh)
      if (same) same.items.push(item.code)
      else {
        const others = found.filter((one) => one.material.id === material.id).length
        const key = others === 0 ? material.id : `${material.id}-${others + 1}`
        found.push({ key, material, items: [item.code] })
      }
    }
  return found
}

/** The answers there are: given ones, and where nothing was given what is known of account and project. */
export function answersWith(
  questions: readonly Question[],
  given: FormValues,
  known: Known,
  { prefill, fields }: Pick<ProjectStages, 'prefill' | 'fields'>,
): FormValues {
  const kinds = new Map(fields.map((field) => [field.id, field.type]))
  const answers: Record<string, FieldValue> = {}
  for (const { key, field } of questions) {
    const fact = prefill[field.id]
    const fits = fact !== undefined && kinds.get(fact) === field.type && isOption(field, known.facts[fact])
    const value =
      given[key] ??
      (field.type === 'project-code' ? known.code : undefined) ??
      (field.prefill && known.account[field.prefill]) ??
      (fits ? known.facts[fact] : undefined)
    if (value !== undefined && isFilled(value)) answers[key] = value
  }
  return answers
}

function isOption({ options }: Field, value: FieldValue | undefined): boolean {
  return options === undefined || options.some((option) => option.value === value)
}

/** The form of one item, from the answers given once for all. */
export function formOf(item: ServiceItem, questions: readonly Question[], answers: FormValues): FormValues {
  const values: Record<string, FieldValue> = {}
  for (const { key, field, items } of questions) {
    const value = answers[key]
    if (value !== undefined && items.includes(item.code)) values[field.id] = value
  }
  return keptValues(item.fields, values)
}

export interface Lack {
  /** `answers.<key>` or `materials.<key>`. */
  readonly path: string
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

type Files = Readonly<Record<string, readonly ProjectFile[]>>

/** What one item still lacks before it can be submitted. */
export function lacksOf(
  item: ServiceItem,
  sheet: {
    readonly questions: readonly Question[]
    readonly materials: readonly SharedMaterial[]
    readonly answers: FormValues
    readonly files: Files
  },
  context: FormContext,
): readonly Lack[] {
  const { questions, materials, answers, files } = sheet
  const form = formOf(item, questions, answers)
  const keyOf = (id: string) =>
    questions.find(({ field, items }) => field.id === id && items.includes(item.code))?.key ?? id
  return [
    ...checkForm(item.fields, form, context).map(({ path, code, facts }) => ({
      path: `answers.${keyOf(path.slice('form.'.length))}`,
      code,
      facts,
    })),
    ...item.materials.flatMap((material) => {
      const shared = materials.find((one) => one.material.name.zh === material.name.zh)
      if (!shared || !isRequired(material, form) || (files[shared.key] ?? []).length > 0) return []
      return [{ path: `materials.${shared.key}`, code: 'material-missing', facts: { name: material.name } }]
    }),
  ]
}

/** Whether any of the items that ask a question asks it as things stand. */
export function isAsked(
  { key, items: asking }: Question,
  items: readonly ServiceItem[],
  questions: readonly Question[],
  answers: FormValues,
): boolean {
  return items.some((item) => {
    if (!asking.includes(item.code)) return false
    const field = questions.find((one) => one.key === key)?.field
    const values = Object.fromEntries(
      questions
        .filter((one) => one.items.includes(item.code))
        .flatMap((one) => {
          const value = answers[one.key]
          return value === undefined ? [] : [[one.field.id, value] as const]
        }),
    )
    return visibleFields(item.fields, values).some(({ id }) => id === field?.id)
  })
}
