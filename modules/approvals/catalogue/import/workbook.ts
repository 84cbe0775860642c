import type { Refusal } from '@mashang/kit'
import { isRefusal } from '@mashang/kit'
import ExcelJS from 'exceljs'
import yauzl from 'yauzl'
import { broken } from './read-bytes.ts'

/** Cells as text, row by row, the headers first. */
export type Table = readonly (readonly string[])[]

/** Bytes a workbook may unpack to; the template with five thousand items takes a third of it. */
const MOST_UNPACKED = 48 * 1024 * 1024
const MOST_ENTRIES = 500

/** The sheets of a workbook by their names. It is unpacked once and measured before anything reads it. */
export async function openWorkbook(bytes: Buffer): Promise<ReadonlyMap<string, Table> | Refusal> {
  const unsafe = await measure(bytes)
  if (isRefusal(unsafe)) return unsafe
  const workbook = new ExcelJS.Workbook()
  try {
    // The types ask for an older kind of Buffer; any bytes will do.
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer)
  } catch {
    return broken('不是完整的 XLSX 工作簿', 'it is no whole XLSX workbook')
  }
  return new Map(workbook.worksheets.map((sheet) => [sheet.name.trim(), tableOf(sheet)]))
}

function tableOf(sheet: ExcelJS.Worksheet): Table {
  const table: string[][] = []
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell, at) => {
      cells[at - 1] = textOf(cell.value)
    })
    table[number - 1] = cells
  })
  return table.map((cells) => Array.from(cells ?? [], (cell) => cell ?? ''))
}

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('hyperlink' in value) return value.text
  if ('result' in value) return textOf(value.result as ExcelJS.CellValue)
  return ''
}

/** Unpacks everything and keeps nothing: a bomb is found by what it does, not by what it says. */
function measure(bytes: Buffer): Promise<Refusal | undefined> {
  return new Promise((resolve) => {
    const notWhole = () => resolve(broken('压缩包不完整或已损坏', 'the archive is cut off or damaged'))
    const tooMuch = () =>
      resolve(broken('展开后过大，可能是压缩炸弹', 'it unpacks to too much; it may be a zip bomb'))
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return notWhole()
      if (zip.entryCount > MOST_ENTRIES) return tooMuch()
      let unpacked = 0
      zip.on('error', notWhole)
      zip.on('end', () => resolve(undefined))
      zip.on('entry', (entry: yauzl.Entry) => {
        if (unpacked + entry.uncompressedSize > MOST_UNPACKED) return tooMuch()
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return notWhole()
          stream.on('error', notWhole)
          stream.on('data', (chunk: Buffer) => {
            unpacked += chunk.length
            if (unpacked > MOST_UNPACKED) {
              stream.destroy()
              tooMuch()
            }
          })
          stream.on('end', () => zip.readEntry())
        })
      })
      zip.readEntry()
    })
  })
}
