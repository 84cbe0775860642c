/** Our own definitions, as they stand in `definitions/`: one, or a list of them, in YAML or JSON. */
import { type ImportRow, isObject, refusedRow } from './row.ts'

export function isOwn(value: unknown): boolean {
  return isObject(value) && (value.kind === 'service-item' || ('code' in value && 'version' in value))
}

export function ownRow(row: number, value: unknown): ImportRow {
  if (!isObject(value))
    return refusedRow(row, { zh: '这一条不是一个事项定义。', en: 'This is no definition of an item.' })
  const code = typeof value.code === 'string' ? value.code : ''
  const name = isObject(value.name) && typeof value.name.zh === 'string' ? value.name.zh : ''
  return { row, code, name, organName: '', definition: value }
}
