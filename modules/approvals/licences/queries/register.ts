/**
 * 证照登记簿 — lists by keyset over indexes made for them: newest first, by expiry, or by holder and number.
 */
import { LICENCE_ENDINGS, type LicenceEnding } from '@mashang/flow'
import { addDays, dayNumberOf, legalDayOf, maskIdCard, maskName, type Who } from '@mashang/kit'
import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import type { LicenceRow, REGISTER_VIEWS } from '../../contract/index.ts'
import type { Inside } from '../../inside.ts'
import type { ApprovalsTables } from '../../store/tables.ts'
import { licenceStatusOn } from '../rules/status.ts'
import { organOf } from './licence-page.ts'

export interface RegisterQuery {
  readonly view?: (typeof REGISTER_VIEWS)[number]
  readonly text?: string
  readonly type?: string
  readonly organ?: string
  readonly days?: number
  readonly after?: string
  readonly limit?: number
}

export type Row = Selectable<ApprovalsTables['licence']>
type Query = SelectQueryBuilder<ApprovalsTables, 'licence', Row>

export interface Scope {
  /** Only this organ's; undefined = every organ's. */
  readonly organ: string | undefined
  readonly masked: boolean
}

/** An organ sees its own; supervision and administrators see all, masked. */
export function registerScopeOf(who: Who): Scope {
  if (who.kind !== 'staff') return { organ: '', masked: true }
  const works = who.roles.some((role) => ['handling-officer', 'inspector', 'approval-head'].includes(role))
  return works ? { organ: who.organ, masked: false } : { organ: undefined, masked: true }
}

const DAYS = 60
const PAGE = 50

export async function listLicences(inside: Inside, who: Who, query: RegisterQuery) {
  const scope = registerScopeOf(who)
  const limit = query.limit ?? PAGE
  const rows = await readPage(inside, scope, query, limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = await inside.licenceItems()
  const types = new Map(
    items.flatMap(({ issues, title, organ }) =>
      issues && (scope.organ ?? query.organ ?? organ) === organ ? [[issues, title] as const] : [],
    ),
  )
  return {
    rows: shown.map((row) => rowOf(inside, row, scope)),
    next: rows.length > limit && last ? placeAfter(query, last) : undefined,
    types: [...types].map(([type, name]) => ({ type, name })),
    organs: scope.organ === undefined ? organsOf(inside, items) : [],
  }
}

function organsOf({ city }: Inside, items: Awaited<ReturnType<Inside['licenceItems']>>) {
  const issuing = new Set(items.flatMap(({ issues, organ }) => (issues ? [organ] : [])))
  return [...city.organs.values()].filter(({ id }) => issuing.has(id)).map(({ id, name }) => ({ id, name }))
}

/** By what a page is sorted, and where the next begins. */
type Order = 'newest' | 'expiry' | 'holder' | 'number'

/** 大市监许证字〔2026〕第000001号, JY121…: what a name of a person or an enterprise does not look like. */
const NUMBER = /[0-9〔字]|^[A-Z]{1,6}-?$/

function orderOf({ text, view }: RegisterQuery): Order {
  const words = text?.trim()
  if (words) return NUMBER.test(words) ? 'number' : 'holder'
  return view === 'expiring' || view === 'expired' ? 'expiry' : 'newest'
}

export function placeAfter(query: RegisterQuery, row: Row): string {
  const order = orderOf(query)
  const key = { newest: '', expiry: row.valid_to ?? '', holder: row.holder, number: row.number }[order]
  return Buffer.from(JSON.stringify([key, row.id])).toString('base64url')
}

function placeOf(after: string | undefined): readonly [key: string, id: string] | undefined {
  if (!after) return undefined
  try {
    const place: unknown = JSON.parse(Buffer.from(after, 'base64url').toString())
    const [key, id] = Array.isArray(place) ? place : []
    return typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)
      ? [key, id]
      : undefined
  } catch {
    return undefined
  }
}

/** One page, from the index that its order has. */
export async function readPage(
  inside: Inside,
  scope: Scope,
  query: RegisterQuery,
  limit: number,
): Promise<readonly Row[]> {
  const organ = scope.organ ?? query.organ
  const today = legalDayOf(inside.clock.now())
  let rows: Query = inside.db.selectFrom('licence').selectAll()
  if (organ !== undefined) rows = rows.where('organ', '=', organ)
  if (query.type) rows = rows.where('type', '=', query.type)
  rows = inView(rows, query, today)
  return ordered(sought(rows, query), orderOf(query), placeOf(query.after)).limit(limit).execute()
}

function inView(rows: Query, { view = 'all', days = DAYS }: RegisterQuery, today: string): Query {
  switch (view) {
    case 'all':
      return rows
    case 'valid':
      return rows
        .where('ending', 'is', null)
        .where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>=', today)]))
    case 'expired':
      return rows.where('ending', 'is', null).where('valid_to', '<', today)
    case 'expiring':
      return rows
        .where('ending', 'is', null)
        .where('valid_to', '>=', today)
        .where('valid_to', '<=', addDays(today, days))
    case 'proposed':
      return rows.where('proposed', '=', true)
    default:
      return rows.where('ending', '=', LICENCE_ENDINGS.find((one) => one === view) as LicenceEnding)
  }
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

/** By the whole code of the holder, or by the beginning of the number or of the holder's name. */
function sought(rows: Query, query: RegisterQuery): Query {
  const text = query.text?.trim().normalize('NFKC')
  if (!text) return rows
  if (/^[0-9A-Z]{18}$/i.test(text)) return rows.where('holder_code', '=', text.toUpperCase())
  const column = orderOf(query) === 'holder' ? sql.ref('licence.holder') : sql.ref('licence.number')
  // As it was typed: a number holds brackets that the normal form would change.
  return rows.where(sql<boolean>`${column} collate "C" like ${`${escaped(query.text?.trim() ?? '')}%`}`)
}

function ordered(rows: Query, order: Order, after: readonly [string, string] | undefined): Query {
  if (order === 'newest') return (after ? rows.where('id', '<', after[1]) : rows).orderBy('id', 'desc')
  if (order === 'expiry') {
    const behind = after
      ? rows.where((on) => on(on.refTuple('valid_to', 'id'), '>', on.tuple(after[0], after[1])))
      : rows
    return behind.orderBy('valid_to').orderBy('id')
  }
  const key = sql`${sql.ref(`licence.${order}`)} collate "C"`
  const behind = after ? rows.where(sql<boolean>`(${key}, id) > (${after[0]}, ${after[1]}::uuid)`) : rows
  return behind.orderBy(key).orderBy('id')
}

/** A line as its reader may see it: a person's code is never shown in full, nor his name to supervision. */
export function rowOf(inside: Inside, row: Row, { masked }: Scope): LicenceRow {
  const today = legalDayOf(inside.clock.now())
  const person = row.holder_kind === 'person'
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    holder: masked && person ? maskName(row.holder) : row.holder,
    holderCode: person ? maskIdCard(row.holder_code) : row.holder_code,
    organ: organOf(inside, row.organ),
    from: row.valid_from,
    to: row.valid_to ?? undefined,
    status: licenceStatusOn({ to: row.valid_to, ending: row.ending }, today),
    remaining: row.valid_to ? dayNumberOf(row.valid_to) - dayNumberOf(today) : undefined,
    proposed: row.proposed,
  }
}
