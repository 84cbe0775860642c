/** Reads the template, filled in: the workbook with all its sheets, or the items alone as CSV. */
import type { Refusal } from '@mashang/kit'
import { isRefusal, refuse } from '@mashang/kit'
import { parse } from 'csv-parse/sync'
import { number, yesNo } from './cells.ts'
import type { Column } from './columns.ts'
import { CODE, ITEM_COLUMNS, ITEM_SHEET, OF_MATERIAL, PART_SHEETS, VERSION } from './columns.ts'
import { broken } from './read-bytes.ts'
import { type ImportRow, isObject, type KnownNames, type ReadFile } from './row.ts'
import type { Table } from './workbook.ts'

const unknown = () =>
  refuse('import-format-unknown', { facts: { formats: ['template.xlsx', 'template.csv'] } })

/** Whether the first line is that of our template. */
export function isTemplateCsv(text: string): boolean {
  const first = text.replace(/^\uFEFF/, '').split('\n', 1)[0] ?? ''
  const headers = first.split(',').map((header) => header.replaceAll('"', '').trim())
  return isHeaderOf(headers, CODE) && headers.length > 2
}

function isHeaderOf(headers: readonly string[], { header, path }: Column): boolean {
  return headers.some((one) => one === header.zh || one === header.en || one === path)
}

export function readCsv(text: string, known: KnownNames): ReadFile | Refusal {
  let table: Table
  try {
    table = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return broken(`不是完整的 CSV（${why}）`, `it is no whole CSV (${why})`)
  }
  const items = recordsOf(table, ITEM_COLUMNS, known)
  return { format: 'template-csv', rows: items.map((record) => rowOf(record, [])) }
}

export async function readWorkbook(bytes: Buffer, known: KnownNames): Promise<ReadFile | Refusal> {
  // Loaded when a workbook comes: what reads it takes longer to load than the rest of the module.
  const { openWorkbook } = await import('./workbook.ts')
  const sheets = await openWorkbook(bytes)
  if (isRefusal(sheets)) return sheets
  const find = (title: { zh: string; en: string }) => sheets.get(title.zh) ?? sheets.get(title.en)
  const items = find(ITEM_SHEET)
  if (!items || !isHeaderOf(items[0] ?? [], CODE)) return unknown()
  const parts = PART_SHEETS.flatMap(({ title, path, columns }): Part[] => {
    const table = find(title)
    return table ? [{ path, records: byItem(recordsOf(table, [CODE, VERSION, ...columns], known)) }] : []
  })
  const records = recordsOf(items, ITEM_COLUMNS, known)
  return { format: 'template-xlsx', rows: records.map((record) => rowOf(record, parts)) }
}

interface Record_ {
  readonly row: number
  readonly value: Readonly<Record<string, unknown>>
}

interface Part {
  readonly path: (typeof PART_SHEETS)[number]['path']
  readonly records: ReadonlyMap<string, readonly Record_[]>
}

/** Rows that leave out the version belong to every version of the code in the file. */
const ANY = '*'
const keyOf = ({ value }: Record_) => `${value.code} ${value.version ?? ANY}`

function byItem(records: readonly Record_[]): ReadonlyMap<string, readonly Record_[]> {
  const found = new Map<string, Record_[]>()
  for (const record of records) {
    const list = found.get(keyOf(record))
    if (list) list.push(record)
    else found.set(keyOf(record), [record])
  }
  return found
}

/** The rows below the headers, as far as something is written in them. */
function recordsOf(table: Table, columns: readonly Column[], known: KnownNames): readonly Record_[] {
  const [headers = [], ...rows] = table
  const places = columns.map((column) => ({
    column,
    at: headers.findIndex((header) => isHeaderOf([header.trim()], column)),
  }))
  return rows.flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const value: Record<string, unknown> = {}
    for (const { column, at } of places) {
      const written = (cells[at] ?? '').trim()
      if (written !== '') setAt(value, column.path, column.cell.read(written, known))
      else if (at >= 0 && column.empty !== undefined) setAt(value, column.path, column.empty)
    }
    return [{ row: index + 2, value }]
  })
}

/** Sets `a.b`, or one text of each member of a list: `conditions[].zh`. */
function setAt(target: Record<string, unknown>, path: string, value: unknown): void {
  const [list, member] = path.split('[].')
  if (member !== undefined && list !== undefined) {
    const before = Array.isArray(target[list]) ? (target[list] as unknown[]) : []
    const texts = Array.isArray(value) ? value : [value]
    target[list] = Array.from({ length: Math.max(before.length, texts.length) }, (_, index) => ({
      ...(isObject(before[index]) ? before[index] : {}),
      ...(texts[index] === undefined ? {} : { [member]: texts[index] }),
    }))
    return
  }
  const keys = path.split('.')
  const last = keys.pop() ?? path
  let at = target
  for (const key of keys) {
    const next = isObject(at[key]) ? (at[key] as Record<string, unknown>) : {}
    at[key] = next
    at = next
  }
  at[last] = value
}

function rowOf(record: Record_, parts: readonly Part[]): ImportRow {
  const anyVersion = `${record.value.code} ${ANY}`
  const own = new Map(
    parts.map(({ path, records }) => [
      path,
      [...(records.get(anyVersion) ?? []), ...(records.get(keyOf(record)) ?? [])],
    ]),
  )
  const definition: Record<string, unknown> = { kind: 'service-item', ...record.value }
  for (const [path, records] of own) {
    if (path === 'fields') definition[path] = records.map((one) => withTypedExample(partOf(one)))
    else if (path !== 'form-fields') definition[path] = records.map(partOf)
  }
  const forms = own.get('form-fields')
  if (forms && Array.isArray(definition.materials))
    definition.materials = definition.materials.map((material) => withFields(material, forms))
  const { code, name, organ } = record.value
  return {
    row: record.row,
    code: typeof code === 'string' ? code : '',
    name: isObject(name) && typeof name.zh === 'string' ? name.zh : '',
    organName: typeof organ === 'string' ? organ : '',
    definition,
  }
}

function partOf({ value }: Record_): Record<string, unknown> {
  const { code: _code, version: _version, ...part } = value
  return part
}

function withFields(material: unknown, forms: readonly Record_[]): unknown {
  if (!isObject(material) || !isObject(material['fill-in'])) return material
  const fields = forms
    .filter(({ value }) => value[OF_MATERIAL.path] === material.id)
    .map((record) => {
      const { [OF_MATERIAL.path]: _material, ...field } = partOf(record)
      return withTypedExample(field)
    })
  return { ...material, 'fill-in': { ...material['fill-in'], fields } }
}

/** What an example is depends on its field: 13900000000 is a phone number, 6 a number of people. */
function withTypedExample(field: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { type, example } = field
  if (typeof example !== 'string') return field
  const named = { organs: new Map(), themes: new Map(), windows: new Map() }
  if (type === 'yes-no') return { ...field, example: yesNo.read(example, named) }
  return type === 'number' || type === 'money' ? { ...field, example: number.read(example, named) } : field
}
