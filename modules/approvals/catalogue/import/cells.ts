/** How values of a definition stand in cells of a sheet, both ways. What cannot be read stays as it was written. */
import type { Words } from '@mashang/kit'
import { CORE_SCHEMA, load } from 'js-yaml'

export interface Cell {
  /** The value of what was written; never called with an empty text. */
  read(text: string, named: Named): unknown
  write(value: unknown): string
}

/** Ids by the names that people write, for cells that name organs, themes, windows. */
export interface Named {
  readonly organs: ReadonlyMap<string, string>
  readonly themes: ReadonlyMap<string, string>
  readonly windows: ReadonlyMap<string, string>
}

const plain = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return value === undefined || value === null ? '' : String(value)
}

export const text: Cell = { read: (written) => written, write: plain }

export const number: Cell = {
  read: (written) => {
    const read = written.replaceAll(/[,，\s]/g, '')
    return /^-?\d+(\.\d+)?$/.test(read) ? Number(read) : written
  },
  write: plain,
}

/** Yuan in the cell, integer fen in the definition. */
export const money: Cell = {
  read: (written) => {
    const found = /^¥?\s*(\d+)(?:\.(\d{1,2}))?\s*元?$/.exec(written.replaceAll(',', ''))
    return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : written
  },
  write: (value) => (typeof value === 'number' ? (value / 100).toFixed(2) : ''),
}

const YES: ReadonlySet<string> = new Set(['是', '有', 'yes', 'true', '1'])
const NO: ReadonlySet<string> = new Set(['否', '无', 'no', 'false', '0'])

export const yesNo: Cell = {
  read: (written) => {
    const said = written.toLowerCase()
    return YES.has(said) ? true : NO.has(said) ? false : written
  },
  write: (value) => (value === true ? '是' : value === false ? '否' : ''),
}

/** `20个工作日`, `45日`, 当场; or as definitions write it. */
export const period: Cell = {
  read: (written) => {
    if (written === '当场' || written === '即时') return '0wd'
    const found = /^(\d{1,3})\s*(个?工作日|日|天|自然日|wd|d)$/.exec(written)
    return found ? `${Number(found[1])}${/工作日|wd/.test(found[2] ?? '') ? 'wd' : 'd'}` : written
  },
  write: (value) =>
    plain(value).replace(/^(\d+)(wd|d)$/, (_, count, unit) => `${count}${unit === 'wd' ? '个工作日' : '日'}`),
}

/** 《行政许可法》第三十二条 */
export const basis: Cell = {
  read: (written) => {
    const found = /^《([^》]+)》\s*(.*)$/.exec(written)
    const law = found?.[1] ?? written
    return found?.[2] ? { law, article: found[2] } : { law }
  },
  write: (value) => {
    const { law, article } = (value ?? {}) as { law?: string; article?: string }
    return law ? `《${law}》${article ?? ''}` : ''
  },
}

/** One of several, by its name or its id. */
export function choice(words: Readonly<Record<string, Words>>): Cell {
  const ids = new Map(Object.entries(words).map(([id, { zh }]) => [zh, id]))
  return {
    read: (written) => ids.get(written) ?? written,
    write: (value) => words[plain(value)]?.zh ?? plain(value),
  }
}

/** Several, one a line, or parted by 、, ； or commas. */
export function several(one: Cell): Cell {
  return {
    read: (written, named) => partsOf(written, /[\n、,，;；]/).map((part) => one.read(part, named)),
    write: (value) => (Array.isArray(value) ? value.map((part) => one.write(part)).join('、') : ''),
  }
}

/** Several, one a line, since commas may stand inside. */
export function lines(one: Cell): Cell {
  return {
    read: (written, named) => partsOf(written, /\n/).map((part) => one.read(part, named)),
    write: (value) => (Array.isArray(value) ? value.map((part) => one.write(part)).join('\n') : ''),
  }
}

function partsOf(written: string, parting: RegExp): readonly string[] {
  return written
    .split(parting)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** An organ, theme or window by its name, number or id. */
export function named(kind: keyof Named): Cell {
  return { read: (written, names) => names[kind].get(written) ?? written, write: plain }
}

/** `{ field: night, is: true }` and whatever else is written as definitions write it. */
export const structure: Cell = {
  read: (written) => {
    try {
      return load(written, { schema: CORE_SCHEMA })
    } catch {
      return written
    }
  },
  write: (value) => (value === undefined ? '' : JSON.stringify(value)),
}

/** 是, 否, or a condition. */
export const yesNoOrCondition: Cell = {
  read: (written, names) => {
    const said = yesNo.read(written, names)
    return typeof said === 'boolean' ? said : structure.read(written, names)
  },
  write: (value) => (typeof value === 'boolean' ? yesNo.write(value) : structure.write(value)),
}

/** `value=标签|Label`, one a line. */
export const option: Cell = {
  read: (written) => {
    const [value = '', label = ''] = splitOnce(written, '=')
    const [zh = '', en = ''] = splitOnce(label, '|')
    return { value, label: { zh, ...(en ? { en } : {}) } }
  },
  write: (given) => {
    const { value, label } = given as { value: string; label: { zh: string; en?: string } }
    return `${value}=${label.zh}${label.en ? `|${label.en}` : ''}`
  },
}

function splitOnce(written: string, sign: string): readonly [string, string] {
  const at = written.indexOf(sign)
  return at < 0 ? [written.trim(), ''] : [written.slice(0, at).trim(), written.slice(at + 1).trim()]
}
