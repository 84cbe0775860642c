/**
 * What one description of a form does: shows, reads, checks and prints. Pure; the same in the browser and on the server.
 */
import type { FieldRefusal } from '@mashang/kit'
import {
  checkCode,
  findFen,
  formatDay,
  formatMoney,
  isLegalDay,
  isMobilePhone,
  isRefusal,
  legalDayOf,
} from '@mashang/kit'
import { holds, isAddress, isFilled } from './condition.ts'
import type { Field, FieldType, FieldValue, FormValues, SignatureValue } from './field.ts'
import { FIELD_RULES } from './field-rules.ts'
import { checkRows, checkSignature, isRows, isSignature, keptRows, rowsText } from './list-and-signature.ts'

export interface FormContext {
  readonly now: Date
  /** Whether a region code exists, and its names from city to community; undefined when there is none. */
  readonly regionNames: (code: string) => readonly string[] | undefined
  /** In whose name the form is signed, where that is known. */
  readonly applicant?: string
}

/** Fields whose condition holds, in order. A field hidden by its condition is neither asked nor kept. */
export function visibleFields(fields: readonly Field[], values: FormValues): readonly Field[] {
  return fields.filter((field) => !field.when || holds(field.when, values))
}

/** Fields grouped by their section, in order: one group is one page of the form. */
export function sectionsOf(
  fields: readonly Field[],
): readonly { title: Field['section']; fields: readonly Field[] }[] {
  const sections: { title: Field['section']; fields: Field[] }[] = []
  for (const field of fields) {
    const last = sections.at(-1)
    if (last && (!field.section || last.title?.zh === field.section.zh)) last.fields.push(field)
    else sections.push({ title: field.section, fields: [field] })
  }
  return sections
}

/** Values that belong to the form as it stands: hidden and unknown ones dropped. */
export function keptValues(fields: readonly Field[], values: FormValues): FormValues {
  const kept: Record<string, FieldValue> = {}
  for (const { id, type, columns = [] } of visibleFields(fields, values)) {
    const given = values[id]
    const value = type === 'list' && isRows(given) ? keptRows(columns, given) : given
    if (value !== undefined && isFilled(value)) kept[id] = value
  }
  return kept
}

/** Every field that is wrong or missing, with path `form.<id>`; none when the form may be submitted. */
export function checkForm(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  context: FormContext,
  path = 'form.',
): readonly FieldRefusal[] {
  const typed = values as FormValues
  const wrong: FieldRefusal[] = []
  for (const field of visibleFields(fields, typed)) {
    const found = checkField(field, values[field.id], context)
    if (found) wrong.push({ path: path + field.id, ...found })
  }
  const known = new Set(fields.map((field) => field.id))
  for (const id of Object.keys(values)) {
    if (!known.has(id)) wrong.push({ path: path + id, code: 'not-expected', facts: {} })
  }
  return wrong
}

type Wrong = Omit<FieldRefusal, 'path'> | undefined

/** What is wrong with one value, if anything. */
export function checkField(field: Field, value: unknown, context: FormContext): Wrong {
  if (!isFilled(value)) return field.required ? { code: 'required', facts: {} } : undefined
  const wrong = TYPE_CHECKS[field.type](field, value, context)
  if (wrong || !field.rule) return wrong
  const rule = FIELD_RULES[field.rule]
  if (!rule) throw new Error(`the definition names a rule that is not in the register: ${field.rule}`)
  return rule(value as FieldValue, { today: legalDayOf(context.now) })
}

type TypeCheck = (field: Field, value: unknown, context: FormContext) => Wrong

const codeCheck =
  (kind: 'id-card' | 'uscc' | 'project'): TypeCheck =>
  (_, value, context) => {
    if (typeof value !== 'string') return { code: 'not-a-text', facts: {} }
    const checked = checkCode(kind, value, { now: context.now })
    return isRefusal(checked) ? { code: checked.code, facts: checked.facts } : undefined
  }

const TYPE_CHECKS: Readonly<Record<FieldType, TypeCheck>> = {
  text: (field, value) => checkText(field, value, 200),
  'long-text': (field, value) => checkText(field, value, 5000),
  number: checkNumber,
  money: (field, value) =>
    Number.isSafeInteger(value) ? checkNumber(field, value) : { code: 'not-a-number', facts: {} },
  date: (_, value) =>
    typeof value === 'string' && isLegalDay(value) ? undefined : { code: 'not-a-date', facts: {} },
  'yes-no': (_, value) => (typeof value === 'boolean' ? undefined : { code: 'not-a-boolean', facts: {} }),
  choice: (field, value) => (isOption(field, value) ? undefined : notAnOption(field)),
  choices: (field, value) =>
    Array.isArray(value) && new Set(value).size === value.length && value.every((one) => isOption(field, one))
      ? undefined
      : notAnOption(field),
  address: checkAddress,
  phone: (_, value) =>
    typeof value === 'string' && (isMobilePhone(value) || /^0\d{2,3}-?\d{7,8}$/.test(value))
      ? undefined
      : { code: 'phone-not-valid', facts: {} },
  email: (_, value) =>
    typeof value === 'string' && value.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value)
      ? undefined
      : { code: 'email-not-valid', facts: {} },
  'id-card': codeCheck('id-card'),
  uscc: codeCheck('uscc'),
  'project-code': codeCheck('project'),
  // Whether there is such a licence, and whose it is, the register says.
  licence: (field, value) => checkText(field, value, 60),
  list: (field, value, context) =>
    checkRows(field, value, (column, cell) => checkField(column, cell, context)),
  signature: (_, value, context) => checkSignature(value, context),
}

function checkText(field: Field, value: unknown, most: number): Wrong {
  if (typeof value !== 'string') return { code: 'not-a-text', facts: {} }
  const length = [...value].length
  const limit = field['max-length'] ?? most
  if (length > limit) return { code: 'too-long', facts: { limit } }
  const least = field['min-length'] ?? 0
  return length < least ? { code: 'too-short', facts: { limit: least } } : undefined
}

function checkNumber(field: Field, value: unknown): Wrong {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'not-a-number', facts: {} }
  if (field.min !== undefined && value < field.min) return { code: 'too-small', facts: { limit: field.min } }
  return field.max !== undefined && value > field.max
    ? { code: 'too-large', facts: { limit: field.max } }
    : undefined
}

/** Digits of a region code at each level (GB/T 2260 and the statistical division codes). */
const DIGITS = { district: 6, street: 9, community: 12 } as const

function checkAddress(field: Field, value: unknown, context: FormContext): Wrong {
  if (!isAddress(value) || typeof value.region !== 'string' || typeof value.detail !== 'string')
    return { code: 'wrong-shape', facts: {} }
  if (!context.regionNames(value.region)) return { code: 'region-unknown', facts: { region: value.region } }
  const level = field.level ?? 'community'
  if (value.region.length < DIGITS[level]) return { code: 'region-not-down-to-level', facts: { level } }
  return [...value.detail].length > 200 ? { code: 'too-long', facts: { limit: 200 } } : undefined
}

function isOption(field: Field, value: unknown): boolean {
  return field.options?.some((option) => option.value === value) ?? false
}

function notAnOption(field: Field): Wrong {
  const labels = (field.options ?? []).map((option) => option.label)
  const options = {
    zh: labels.map((label) => label.zh).join('、'),
    en: labels.map((label) => label.en ?? label.zh).join(', '),
  }
  return { code: 'not-one-of', facts: { options } }
}

/**
 * Reads what a browser posted for one field into its value; undefined for an empty field.
 * What cannot be read is kept as it was typed, so that the page can show it again beside its error.
 */
export function parsePosted(
  field: Field,
  raw: string | readonly string[] | undefined,
): FieldValue | undefined {
  const text = (typeof raw === 'string' ? raw : (raw?.[0] ?? '')).trim()
  if (field.type === 'choices') {
    const chosen = (typeof raw === 'string' ? [raw] : (raw ?? [])).filter((one) => one !== '')
    return chosen.length > 0 ? chosen : undefined
  }
  if (text === '') return undefined
  switch (field.type) {
    case 'number':
      return readNumber(text) ?? text
    case 'money':
      return findFen(text) ?? text
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : text
    case 'id-card':
    case 'uscc':
      return text.toUpperCase().replaceAll(/\s/g, '')
    default:
      return text
  }
}

function readNumber(text: string): number | undefined {
  const plain = text.replaceAll(/[,，\s]/g, '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** A value as its reader reads it, on the page and on paper; empty for an empty field. */
export function fieldText(
  field: Field,
  value: unknown,
  language: 'zh' | 'en',
  regionNames: FormContext['regionNames'],
): string {
  if (!isFilled(value)) return ''
  const label = (one: unknown) => {
    const found = field.options?.find((option) => option.value === one)?.label
    return found ? (found[language] ?? found.zh) : String(one)
  }
  if (isSignature(value)) return signatureText(value, language)
  if (field.type === 'list' && isRows(value))
    return rowsText(field, value, language, (column, cell) => fieldText(column, cell, language, regionNames))
  if (isAddress(value))
    return [...(regionNames(value.region) ?? [value.region]), value.detail].join(' ').trim()
  if (Array.isArray(value)) return value.map(label).join(language === 'zh' ? '、' : ', ')
  if (field.type === 'choice') return label(value)
  if (typeof value === 'boolean')
    return value ? (language === 'zh' ? '是' : 'Yes') : language === 'zh' ? '否' : 'No'
  if (field.type === 'money' && typeof value === 'number') return formatMoney(value)
  if (field.type === 'date' && typeof value === 'string' && isLegalDay(value))
    return formatDay(value, language)
  const unit = field.unit ? ` ${field.unit[language] ?? field.unit.zh}` : ''
  return `${String(value)}${typeof value === 'number' ? unit : ''}`
}

/** 王小海（2026年12月3日签名）; of a declaration not ticked only the name. */
function signatureText({ signed, at }: SignatureValue, language: 'zh' | 'en'): string {
  if (at === '') return signed
  const day = formatDay(legalDayOf(at), language)
  return language === 'zh' ? `${signed}（${day}签名）` : `${signed} (signed on ${day})`
}
