/** Finds out what a file is, by what stands in it, and reads it whole before anything of it is taken. */
import { isRefusal, type Refusal, refuse } from '@mashang/kit'
import { CORE_SCHEMA, load } from 'js-yaml'
import { guanganRow, isGuangan } from './guangan.ts'
import { guangdongRow, isGuangdong } from './guangdong.ts'
import { isOwn, ownRow } from './own-format.ts'
import { broken, readText } from './read-bytes.ts'
import { type ImportRow, isObject, type KnownNames, type ReadFile, refusedRow } from './row.ts'
import { isTemplateCsv, readCsv, readWorkbook } from './sheet.ts'

/** What can be imported, in the words of the refusal that lists it. */
const FORMATS = ['YAML', 'JSON', 'XLSX', 'CSV', '广东 JSONL', '广安 JSON'] as const

const unknown = () => refuse('import-format-unknown', { facts: { formats: FORMATS } })

export async function readFile(bytes: Buffer, known: KnownNames): Promise<ReadFile | Refusal> {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return readWorkbook(bytes, known)
  const text = readText(bytes)
  if (isRefusal(text)) return text
  if (text.includes('\u0000')) return unknown()
  const start = text.trimStart()[0]
  if (start === '[' || start === '{') return readJson(text, known)
  if (isTemplateCsv(text)) return readCsv(text, known)
  return readYaml(text, known)
}

type RowReader = (row: number, value: unknown, known: KnownNames) => ImportRow

interface Shape {
  readonly name: string
  readonly is: (value: unknown) => boolean
  readonly row: RowReader
}

const SHAPES: readonly Shape[] = [
  { name: 'guangdong', is: isGuangdong, row: guangdongRow },
  { name: 'guangan', is: isGuangan, row: guanganRow },
  { name: 'mashang', is: isOwn, row: ownRow },
]

/** The first value of a known shape tells what the file is. */
function rowsOf(values: readonly unknown[], suffix: string, known: KnownNames): ReadFile | Refusal {
  const shape = SHAPES.find(({ is }) => values.some(is))
  if (!shape) return unknown()
  return {
    format: `${shape.name}-${suffix}`,
    rows: values.map((value, index) =>
      value instanceof Unreadable ? refusedRow(index + 1, value.problem) : shape.row(index + 1, value, known),
    ),
  }
}

class Unreadable {
  readonly problem = { zh: '这一行不是完整的 JSON。', en: 'The line is no whole JSON.' }
}

function readJson(text: string, known: KnownNames): ReadFile | Refusal {
  const whole = parsed(text)
  if (!(whole instanceof Unreadable)) return rowsOf(listIn(whole), 'json', known)
  return text.trimStart().startsWith('{')
    ? readLines(text, known)
    : broken('不是完整的 JSON，可能被截断', 'it is no whole JSON; it may have been cut off')
}

/** One JSON object a line. A line that is broken is one row; a file whose last line breaks off was cut. */
function readLines(text: string, known: KnownNames): ReadFile | Refusal {
  const lines = text.split('\n')
  const isCut = lines.at(-1)?.trim() !== ''
  const values = lines.filter((line) => line.trim() !== '').map(parsed)
  const readable = values.filter((value) => !(value instanceof Unreadable)).length
  if (readable === 0 || (isCut && values.at(-1) instanceof Unreadable))
    return broken('不是完整的 JSON，可能被截断', 'it is no whole JSON; it may have been cut off')
  return rowsOf(values, 'jsonl', known)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return new Unreadable()
  }
}

function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return isObject(value) && Array.isArray(value.items) ? value.items : [value]
}

function readYaml(text: string, known: KnownNames): ReadFile | Refusal {
  let value: unknown
  try {
    value = load(text, { schema: CORE_SCHEMA })
  } catch (error) {
    if (!/^(\s*-\s+)?(kind|code)\s*:/m.test(text)) return unknown()
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return broken(`不是完整的 YAML（${why}）`, `it is no whole YAML (${why})`)
  }
  return rowsOf(listIn(value), 'yaml', known)
}
