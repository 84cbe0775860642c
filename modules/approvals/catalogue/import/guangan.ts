/**
 * 广安区政务服务事项 — the list of a district: department, group, name and a link that carries the national item
 * code and the kind of power. Nothing else is known of an item.
 */
import { type ImportRow, isObject, type KnownNames, refusedRow } from './row.ts'

export function isGuangan(value: unknown): boolean {
  return isObject(value) && 'dept' in value && 'name' in value && 'link' in value
}

/** National codes of the kinds of power; 09 行政裁决 is none of ours. */
const TYPES: Readonly<Record<string, string>> = {
  1: 'licence',
  5: 'payment',
  7: 'confirmation',
  8: 'reward',
  10: 'other-power',
  20: 'public-service',
}

export function guanganRow(row: number, value: unknown, known: KnownNames): ImportRow {
  if (!isGuangan(value) || !isObject(value))
    return refusedRow(row, {
      zh: '这一条不是包含 dept、name、link 的 JSON 对象。',
      en: 'This is no JSON object with dept, name and link.',
    })
  const name = String(value.name).trim()
  const organName = String(value.dept).trim()
  const link = parametersOf(value.link)
  const code = link.get('itemCode') ?? ''
  const type = TYPES[link.get('taskType') ?? '']
  const organ = known.organs.get(organName)
  return {
    row,
    code,
    name,
    organName,
    definition: {
      kind: 'service-item',
      code,
      version: 1,
      name: { zh: name },
      ...(organ ? { organ } : {}),
      ...(type ? { type } : {}),
    },
  }
}

function parametersOf(link: unknown): URLSearchParams {
  const text = String(link)
  return new URLSearchParams(text.slice(text.indexOf('?') + 1))
}
