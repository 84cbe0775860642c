/**
 * 广东政务服务事项 — the public list of the Guangdong portal, one JSON object a line. What it does not say stays
 * absent: it has no basis, effective day, steps, result, windows or questions, and of materials the names alone.
 */
import { type ImportRow, isObject, type KnownNames, refusedRow } from './row.ts'

export function isGuangdong(value: unknown): boolean {
  return isObject(value) && 'TASK_CODE' in value && 'TASK_NAME' in value
}

/** 行政裁决 is none of our kinds of power, so that it stays open. */
const TYPES: Readonly<Record<string, string>> = {
  行政许可: 'licence',
  行政确认: 'confirmation',
  行政给付: 'payment',
  行政奖励: 'reward',
  其他行政权力: 'other-power',
  公共服务: 'public-service',
}

export function guangdongRow(row: number, value: unknown, known: KnownNames): ImportRow {
  if (!isObject(value))
    return refusedRow(row, { zh: '这一行不是一个 JSON 对象。', en: 'The line is no JSON object.' })
  const text = (key: string) => said(value[key])
  const code = text('TASK_CODE') ?? ''
  const name = text('TASK_NAME') ?? ''
  const organName = text('DEPT_NAME') ?? ''
  const phones = present({ consultation: text('consult_phone'), complaint: text('complain_phone') })
  const limits = present({
    statutory: limitOf(text('handle_time')),
    promised: limitOf(text('handle_time_limit')),
  })
  const visits = text('visit_number') ?? ''
  const conditions = text('accept_standard')
  const definition = present({
    kind: 'service-item',
    code,
    version: 1,
    name: { zh: name },
    organ: known.organs.get(organName),
    type: TYPES[text('TASK_TYPE_TEXT') ?? ''],
    applicants: applicantsOf(value.service_object_name),
    conditions: conditions ? [{ zh: conditions }] : undefined,
    limits,
    visits: /^\d$/.test(visits) ? Number(visits) : undefined,
    // 是否支持物流快递: yes says one way of delivery, no says nothing of the others.
    delivery: text('courier_service') === '是' ? ['post'] : undefined,
    themes: namedOnes(value.theme_category, known.themes),
    'everyday-words': wordsOf(text('matter_daily'), text('matter_short')),
    phones,
    materials: materialsOf(value.material_intro),
  })
  return { row, code, name, organName, definition: definition ?? {} }
}

/** 无 is how the source writes that it has nothing to say. */
function said(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text === '' || text === '无' ? undefined : text
}

function limitOf(text: string | undefined): { readonly days: string } | undefined {
  const found = /^(\d{1,3})\((工作日|自然日)\)$/.exec(text ?? '')
  return found ? { days: `${Number(found[1])}${found[2] === '工作日' ? 'wd' : 'd'}` } : undefined
}

function applicantsOf(value: unknown): readonly string[] | undefined {
  const names = listOf(value)
  const kinds = new Set(names.map((name) => (name === '自然人' ? 'person' : 'enterprise')))
  return kinds.size > 0 ? [...kinds] : undefined
}

function namedOnes(value: unknown, known: ReadonlyMap<string, string>): readonly string[] | undefined {
  const ids = new Set(listOf(value).flatMap((name) => known.get(name) ?? []))
  return ids.size > 0 ? [...ids] : undefined
}

function wordsOf(...texts: readonly (string | undefined)[]): readonly string[] | undefined {
  const words = texts.flatMap((text) => (text ?? '').split(/[,，、;；]/)).map((word) => word.trim())
  const kept = new Set(words.filter((word) => word !== ''))
  return kept.size > 0 ? [...kept] : undefined
}

function materialsOf(value: unknown): readonly unknown[] | undefined {
  const names = listOf(value)
  return names.length > 0 ? names.map((name) => ({ name: { zh: name } })) : undefined
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((one) => said(one) ?? []) : []
}

/** Without what is undefined; undefined where nothing is left. */
function present<T extends Record<string, unknown>>(value: T): Partial<T> | undefined {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return entries.length > 0 ? (Object.fromEntries(entries) as Partial<T>) : undefined
}
