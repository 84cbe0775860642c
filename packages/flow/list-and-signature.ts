/** Two kinds of field that hold more than one thing: a list of rows, and a signature with its time. */
import { type FieldRefusal, isRefusal, textOf, validatorOf } from '@mashang/kit'
import { type Static, Type } from 'typebox'
import type { Column, Field, FieldValue, RowValue, SignatureValue } from './field.ts'

type Wrong = Omit<FieldRefusal, 'path'> | undefined
type CheckCell = (column: Column, value: unknown) => Wrong

export function isRows(value: unknown): value is readonly RowValue[] {
  return (
    Array.isArray(value) &&
    value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
  )
}

export function isSignature(value: unknown): value is SignatureValue {
  return typeof value === 'object' && value !== null && 'signed' in value && 'at' in value
}

/** A list, as many rows as it takes; the first cell that is wrong is told with its row. */
export function checkRows(field: Field, value: unknown, checkCell: CheckCell): Wrong {
  if (!isRows(value)) return { code: 'not-a-list', facts: {} }
  const least = field['min-rows'] ?? 0
  const most = field['max-rows'] ?? MOST_ROWS
  if (value.length < least) return { code: 'too-few', facts: { limit: least } }
  if (value.length > most) return { code: 'too-many', facts: { limit: most } }
  const columns = field.columns ?? []
  for (const [at, row] of value.entries()) {
    const unknown = Object.keys(row).find((id) => !columns.some((column) => column.id === id))
    if (unknown !== undefined) return inRow(at, { zh: unknown }, { code: 'not-expected', facts: {} })
    for (const column of columns) {
      const wrong = checkCell(column, row[column.id])
      if (wrong) return inRow(at, column.label, wrong)
    }
  }
  return undefined
}

export const MOST_ROWS = 50

function inRow(at: number, label: Column['label'], { code, facts }: NonNullable<Wrong>): Wrong {
  const problem = { zh: textOf(code, facts, 'zh'), en: textOf(code, facts, 'en') }
  return {
    code: 'row-is-wrong',
    facts: { row: at + 1, column: { zh: label.zh, en: label.en ?? label.zh }, problem },
  }
}

const Signature = Type.Object(
  { signed: Type.String({ maxLength: 200 }), at: Type.String({ maxLength: 40 }) },
  { additionalProperties: false },
)
const readSignature = validatorOf(Signature)

/** Ticked, in the applicant's own name, at a time that has come. */
export function checkSignature(
  value: unknown,
  { now, applicant }: { readonly now: Date; readonly applicant?: string | undefined },
): Wrong {
  const read = readSignature(value)
  if (isRefusal(read)) return { code: 'wrong-shape', facts: {} }
  const { signed, at }: Static<typeof Signature> = read.value
  if (at === '') return { code: 'signature-not-ticked', facts: {} }
  const instant = Date.parse(at)
  if (Number.isNaN(instant) || instant > now.getTime()) return { code: 'wrong-shape', facts: {} }
  if (applicant !== undefined && plain(signed) !== plain(applicant))
    return { code: 'signature-not-the-applicant', facts: { name: applicant } }
  return undefined
}

const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

/** Rows with what they hold in the columns that there are; empty ones go. */
export function keptRows(columns: readonly Column[], rows: readonly RowValue[]): readonly RowValue[] {
  return rows
    .map((row): RowValue => {
      const cells = columns.map(({ id }) => [id, row[id]] as const)
      return Object.fromEntries(
        cells.filter((cell): cell is readonly [string, RowValue[string]] => {
          const [, value] = cell
          return value !== undefined && value !== ''
        }),
      )
    })
    .filter((row) => Object.keys(row).length > 0)
}

/** One row a line: `1. 姓名：王小海；电话：…`. */
export function rowsText(
  field: Field,
  rows: readonly RowValue[],
  language: 'zh' | 'en',
  cellText: (column: Column, value: FieldValue | undefined) => string,
): string {
  const [colon, comma] = language === 'zh' ? ['：', '；'] : [': ', '; ']
  return rows
    .map((row, at) => {
      const cells = (field.columns ?? []).flatMap((column) => {
        const text = cellText(column, row[column.id])
        return text === '' ? [] : [`${column.label[language] ?? column.label.zh}${colon}${text}`]
      })
      return `${at + 1}. ${cells.join(comma)}`
    })
    .join('\n')
}
