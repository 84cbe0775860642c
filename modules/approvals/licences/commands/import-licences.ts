/**
 * 历史证照纳管 — takes over licences that were issued before this system, from a sheet; all of it or nothing, each once.
 */
import {
  actorOf,
  checkCode,
  type FieldRefusal,
  isLegalDay,
  isRefusal,
  licenceIdOf,
  type Refusal,
  refuse,
  type Upload,
  type Who,
} from '@mashang/kit'
import { parse } from 'csv-parse/sync'
import type { LicenceEntries } from '../../contract/index.ts'
import { getOrgan, type Inside } from '../../inside.ts'
import { takenOverIdFor } from '../../rules/issue.ts'
import type { LicenceItem } from '../queries/licence-items.ts'
import { findLicenceByNumber, newCode, writeLicence } from '../store/licences.ts'

type TakenOver = LicenceEntries['taken-over']

const LARGEST = 20 * 1_048_576
const MOST_ROWS = 20_000
const MOST_TOLD = 100

/** Columns of the sheet, in any order; the last may be empty. */
const COLUMNS = {
  type: '证照类型编号',
  number: '证照编号',
  holder: '持证人',
  code: '证件号码',
  from: '有效期起',
  to: '有效期止',
  shows: '许可内容',
} as const
type Column = keyof typeof COLUMNS
type Sheet = readonly Readonly<Record<Column, string>>[]

export async function importLicences(
  inside: Inside,
  who: Who,
  upload: Upload | undefined,
): Promise<{ taken: number; there: number } | Refusal> {
  if (who.kind !== 'staff') return refuse('not-allowed')
  const sheet = await readSheet(upload)
  if (isRefusal(sheet)) return sheet
  const items = await inside.licenceItems()
  const known = new Map(
    items.flatMap((item) => (item.issues && item.organ === who.organ ? [[item.issues, item] as const] : [])),
  )
  const numbers = new Set<string>()
  const wrong: FieldRefusal[] = []
  const rows: TakenOver[] = []
  for (const [at, row] of sheet.entries()) {
    const found = checked(inside, who.organ, row, known)
    const twice = numbers.has(row.number)
    numbers.add(row.number)
    if (Array.isArray(found) || twice) {
      const problems: readonly string[] = Array.isArray(found) ? found : ['number']
      for (const column of problems) wrong.push(cellWrong(at, column as Column, row[column as Column]))
    } else rows.push(found as TakenOver)
  }
  if (wrong.length > 0)
    return refuse('import-rows-broken', { facts: { count: wrong.length }, fields: wrong.slice(0, MOST_TOLD) })
  return take(inside, who, rows)
}

function cellWrong(at: number, column: Column, found: string): FieldRefusal {
  const name = COLUMNS[column]
  // The first line of the sheet is its head.
  return { path: `rows.${at + 2}.${name}`, code: 'import-cell-wrong', facts: { column: name, found } }
}

async function take(inside: Inside, who: Who, rows: readonly TakenOver[]) {
  let taken = 0
  for (const content of rows) {
    if (await findLicenceByNumber(inside, content.number)) continue
    const written = await writeLicence(inside, {
      id: takenOverIdFor(content.number),
      entries: [{ kind: 'taken-over', content }],
      actor: actorOf(who),
    })
    // Another import was faster with the same number: there is one, as there should be.
    if (!isRefusal(written)) taken++
  }
  return { taken, there: rows.length - taken }
}

/** The licence a row describes, or the columns that are wrong. */
function checked(
  inside: Inside,
  organ: string,
  row: Sheet[number],
  known: ReadonlyMap<string, LicenceItem>,
): TakenOver | readonly Column[] {
  const { number, holder, from, to } = row
  const now = inside.clock.now()
  const personal = /^\d{17}[\dXx]$/.test(row.code) && !isRefusal(checkCode('id-card', row.code, { now }))
  const enterprise = !personal && !isRefusal(checkCode('uscc', row.code, { now }))
  const item = known.get(row.type)
  const wrong: Column[] = [
    ...(item ? [] : (['type'] as const)),
    ...(number.length >= 3 && number.length <= 60 ? [] : (['number'] as const)),
    ...(holder.length >= 1 && holder.length <= 100 ? [] : (['holder'] as const)),
    ...(personal || enterprise ? [] : (['code'] as const)),
    ...(isLegalDay(from) ? [] : (['from'] as const)),
    ...(to === '' || (isLegalDay(to) && to >= from) ? [] : (['to'] as const)),
  ]
  if (wrong.length > 0 || !item) return wrong
  const code = row.code.toUpperCase()
  return {
    number,
    identifier: licenceIdOf({
      type: row.type.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''),
      issuer: getOrgan(inside.city, organ).uscc ?? inside.city.region,
      serial: takenOverIdFor(number).replaceAll('-', '').slice(0, 20).toUpperCase(),
      version: 1,
    }),
    code: newCode(),
    type: row.type,
    title: item.title.zh,
    holder: { kind: personal ? 'person' : 'enterprise', name: holder, code },
    organ,
    from,
    ...(to ? { to } : {}),
    shows: showsOf(row.shows),
    source: '历史证照纳管',
  }
}

/** `标签=内容`, one a line or between semicolons. */
function showsOf(text: string): TakenOver['shows'] {
  return text.split(/[\n;；]/).flatMap((line) => {
    const [label = '', ...rest] = line.split(/[=＝]/)
    const value = rest.join('=').trim()
    return label.trim() && value ? [{ label: label.trim(), text: value }] : []
  })
}

async function readSheet(upload: Upload | undefined): Promise<Sheet | Refusal> {
  const text = upload && (await collect(upload.body))
  if (text === undefined || text === '') return refuse('file-empty')
  if (isRefusal(text)) return text
  const broken = (path: string) =>
    refuse('import-rows-broken', {
      facts: { count: 1 },
      fields: [{ path, code: 'import-cell-wrong', facts: { column: path, found: '' } }],
    })
  let records: Record<string, string>[]
  try {
    records = parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true, to: MOST_ROWS })
  } catch {
    return broken('rows.1')
  }
  const [first] = records
  if (!first) return refuse('file-empty')
  const missing = Object.values(COLUMNS).find((name) => !(name in first))
  if (missing) return broken(`rows.1.${missing}`)
  return records.map((record) => {
    const row = Object.entries(COLUMNS).map(([column, name]) => [column, record[name] ?? ''])
    return Object.fromEntries(row) as Sheet[number]
  })
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<string | Refusal> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > LARGEST) return refuse('file-too-large', { facts: { limit: '20 MB' } })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
