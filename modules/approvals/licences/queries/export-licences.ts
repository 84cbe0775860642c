import { actorOf, legalDayOf, type Stream, uuidv7, type Who } from '@mashang/kit'
import type { LicenceRow } from '../../contract/index.ts'
import type { Inside } from '../../inside.ts'
import { LICENCE_STATUS_WORDS } from '../rules/words.ts'
import {
  placeAfter,
  type RegisterQuery,
  type Row,
  readPage,
  registerScopeOf,
  rowOf,
  type Scope,
} from './register.ts'

/** Rows read at a time; the export is streamed, however long. */
const AT_ONCE = 1000

const HEADER = ['证照编号', '证照名称', '持证人', '证件号码', '发证机关', '有效期起', '有效期止', '状态']

/** The register as its reader may see it, as a file; journaled as a look. A person's code is whole for the head alone. */
export async function exportLicences(
  inside: Inside,
  who: Who,
  query: RegisterQuery & { readonly as?: 'csv' | 'json' },
): Promise<Stream> {
  const { as = 'csv', ...filter } = query
  const scope = registerScopeOf(who)
  const whole = who.kind === 'staff' && who.roles.includes('approval-head') && !scope.masked
  await inside.journal.recordLook({
    actor: actorOf(who),
    at: inside.clock.now().toISOString(),
    caseId: uuidv7(),
    what: `licence-register ${as} ${JSON.stringify(filter)}`,
    reason: 'register-export',
  })
  const lines = as === 'csv' ? csv(inside, scope, filter, whole) : json(inside, scope, filter, whole)
  return {
    type: as === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
    filename: `licences-${legalDayOf(inside.clock.now())}.${as}`,
    body: encoded(lines),
  }
}

async function* pages(inside: Inside, scope: Scope, filter: RegisterQuery): AsyncGenerator<readonly Row[]> {
  let after: string | undefined
  for (;;) {
    const rows = await readPage(inside, scope, { ...filter, after }, AT_ONCE)
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = placeAfter(filter, last)
  }
}

async function* csv(inside: Inside, scope: Scope, filter: RegisterQuery, whole: boolean) {
  yield `\uFEFF${HEADER.join(',')}\r\n`
  for await (const rows of pages(inside, scope, filter))
    yield rows.map((row) => `${cellsOf(inside, row, scope, whole).map(cell).join(',')}\r\n`).join('')
}

async function* json(inside: Inside, scope: Scope, filter: RegisterQuery, whole: boolean) {
  yield '['
  let first = true
  for await (const rows of pages(inside, scope, filter)) {
    const texts = rows.map((row) => JSON.stringify(viewOf(inside, row, scope, whole)))
    if (texts.length === 0) continue
    yield `${first ? '' : ','}\n${texts.join(',\n')}`
    first = false
  }
  yield '\n]\n'
}

function viewOf(inside: Inside, row: Row, scope: Scope, whole: boolean): LicenceRow {
  const view = rowOf(inside, row, scope)
  return whole ? { ...view, holderCode: row.holder_code } : view
}

function cellsOf(inside: Inside, row: Row, scope: Scope, whole: boolean): readonly string[] {
  const view = viewOf(inside, row, scope, whole)
  const { number, title, holder, holderCode, organ, from, to = '长期', status } = view
  return [number, title, holder, holderCode, organ.name.zh, from, to, LICENCE_STATUS_WORDS[status].zh]
}

/** A cell that a spreadsheet would take for a formula is kept as text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const line of lines) yield encoder.encode(line)
}
