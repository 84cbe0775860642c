/** The template to fill in, empty or with items in it: a workbook with one sheet for each part, or the items alone as CSV. */
import type { ServiceItem } from '@mashang/flow'
import type ExcelJS from 'exceljs'
import {
  CODE,
  type Column,
  ITEM_COLUMNS,
  ITEM_SHEET,
  PART_SHEETS,
  type PartSheet,
  VERSION,
} from './columns.ts'
import { isObject } from './row.ts'

/** Rows for which the cells offer their choices. */
const ROWS_OFFERED = 2000
const HEADER_COLOUR = 'FF06335F'

export async function printTemplate(
  kind: 'xlsx' | 'csv',
  items: readonly ServiceItem[] = [],
): Promise<Uint8Array> {
  return kind === 'csv' ? printCsv(items) : printWorkbook(items)
}

function printCsv(items: readonly ServiceItem[]): Uint8Array {
  const rows = [
    ITEM_COLUMNS.map(({ header }) => header.zh),
    ...items.map((item) => cellsOf(item, ITEM_COLUMNS)),
  ]
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  // With a mark at its beginning, without which Excel takes the text for GBK.
  const text = `\uFEFF${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`
  return new TextEncoder().encode(text)
}

async function printWorkbook(items: readonly ServiceItem[]): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  addSheet(
    workbook,
    ITEM_SHEET.zh,
    ITEM_COLUMNS,
    items.map((item) => cellsOf(item, ITEM_COLUMNS)),
  )
  for (const part of PART_SHEETS) {
    const columns = [CODE, VERSION, ...part.columns]
    addSheet(
      workbook,
      part.title.zh,
      columns,
      items.flatMap((item) =>
        partsOf(item, part).map((one) => cellsOf({ ...ownerOf(item), ...one }, columns)),
      ),
    )
  }
  addGuide(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const ownerOf = ({ code, version }: ServiceItem) => ({ code, version })

function partsOf(item: ServiceItem, { path }: PartSheet): readonly Record<string, unknown>[] {
  if (path !== 'form-fields') return item[path]
  return item.materials.flatMap((material) =>
    (material['fill-in']?.fields ?? []).map((field) => ({ material: material.id, ...field })),
  )
}

function cellsOf(value: Readonly<Record<string, unknown>>, columns: readonly Column[]): readonly string[] {
  return columns.map(({ path, cell }) => cell.write(valueAt(value, path)))
}

function valueAt(value: unknown, path: string): unknown {
  const [list = '', member] = path.split('[].')
  if (member !== undefined) {
    const members = isObject(value) ? value[list] : undefined
    return Array.isArray(members) ? members.map((one) => one[member] ?? '') : undefined
  }
  return path.split('.').reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value)
}

function addSheet(
  workbook: ExcelJS.Workbook,
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): void {
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] })
  sheet.addRow(columns.map(({ header }) => header.zh))
  for (const row of rows) sheet.addRow([...row])
  const head = sheet.getRow(1)
  head.font = { bold: true, color: { argb: 'FFFFFFFF' } }
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_COLOUR } }
  columns.forEach(({ header, offers }, index) => {
    const column = sheet.getColumn(index + 1)
    column.width = Math.max(12, Math.min(40, header.zh.length * 2.4))
    // As text, so that codes and phone numbers keep their zeros.
    column.numFmt = '@'
    sheet.getCell(1, index + 1).note = header.en
    if (offers) offer(sheet, index + 1, offers)
  })
}

function offer(sheet: ExcelJS.Worksheet, column: number, offers: readonly string[]): void {
  const letter = sheet.getColumn(column).letter
  const model = (
    sheet as unknown as { dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void } }
  ).dataValidations
  model.add(`${letter}2:${letter}${ROWS_OFFERED}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${offers.join(',')}"`],
  })
}

const GUIDE: readonly (readonly [string, string])[] = [
  [
    '“事项”表每行一个事项；其余各表每行是某个事项的一份材料、一个字段等，以事项编码和版本对应。',
    'One item a row; the other sheets hold its materials, fields and so on, by code and version.',
  ],
  [
    '导入的事项先成为草稿，检查全部通过后才能公布；公布后的版本不能更改，修改请提高版本号。',
    'What is imported is a draft. It is published once it passes every check, and never changes after that: raise its version.',
  ],
  [
    '时限写“20个工作日”“45日”或“当场”；依据写“《法律名称》第几条”，每行一条。',
    'Limits are written 20个工作日 (working days), 45日 (days) or 当场 (on the spot); a basis 《law》article, one a line.',
  ],
  [
    '条件写成 { field: 字段编号, is: 值 }，也可用 is-not、one-of、over、under、filled，以及 all、any。',
    'A condition reads { field: id, is: value }; also is-not, one-of, over, under, filled, and all or any of several.',
  ],
  [
    '选项每行一个：值=名称|英文名称。空白单元格表示没有这一项。',
    'Options stand one a line: value=名称|English. An empty cell means that there is none.',
  ],
]

function addGuide(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('说明')
  for (const [zh, en] of GUIDE) sheet.addRow([zh, en])
  sheet.addRow([])
  for (const { title, columns } of [{ title: ITEM_SHEET, columns: ITEM_COLUMNS }, ...PART_SHEETS]) {
    sheet.addRow([title.zh, title.en]).font = { bold: true }
    for (const { header, offers } of columns) sheet.addRow([header.zh, header.en, offers?.join('、') ?? ''])
  }
  sheet.getColumn(1).width = 60
  sheet.getColumn(2).width = 60
  sheet.getColumn(3).width = 60
}
