/** 银行对账文件 — a CSV in UTF-8 or GBK; every line that cannot be read is named. */
import { findFen, type Refusal, refuse } from '@mashang/kit'
import type { BankLine } from '../contract/entries.ts'

export const BANK_COLUMNS = ['订单号', '类型', '金额（元）', '交易时间', '银行流水号'] as const

/** UTF-8 where it is that; GBK otherwise, as banks still write it. */
export function textOfBankFile(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'gb18030' } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' }
  }
}

const KINDS: Readonly<Record<string, BankLine['kind']>> = { 收款: 'in', 退款: 'out' }

export function bankFileIsWhole(text: string): readonly BankLine[] | Refusal {
  const rule = 'bankFileIsWhole'
  const [head = [], ...rows] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(cellsOf)
  if (BANK_COLUMNS.some((title, i) => head[i] !== title))
    return refuse('bank-file-columns-wrong', { rule, facts: { columns: [...BANK_COLUMNS] } })
  const lines: BankLine[] = []
  const wrong: number[] = []
  rows.forEach((cells, i) => {
    const line = lineOf(cells)
    if (line) lines.push(line)
    else wrong.push(i + 2)
  })
  return wrong.length > 0
    ? refuse('bank-file-lines-wrong', { rule, facts: { lines: wrong.slice(0, 10), count: wrong.length } })
    : lines
}

function lineOf([order = '', kind = '', money = '', at = '', reference = '']: readonly string[]):
  | BankLine
  | undefined {
  const amount = findFen(money)
  const found = KINDS[kind]
  if (!/^[0-9A-Za-z-]{6,40}$/.test(order) || !found || amount === undefined || amount <= 0) return undefined
  return { order, kind: found, amount, at, reference }
}

/** Cells may stand in quotation marks, and a tab before a number keeps spreadsheets from rounding it. */
function cellsOf(line: string): readonly string[] {
  const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []
  return cells.map((cell) => {
    const bare = cell.replace(/,$/, '').trim()
    return (bare.startsWith('"') ? bare.slice(1, -1).replaceAll('""', '"') : bare).trim()
  })
}
