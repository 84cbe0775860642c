import type { Organ, ServiceItem } from '@mashang/flow'
import { folded, syllablesOf } from '@mashang/search'
import type { Alongside } from '@mashang/store'
import { sql } from 'kysely'
import type { StoredCard } from '../tables.ts'
import { bareName, lexemesOf } from './lexemes.ts'

/** What `item_search` keeps of the version in force. */
export interface SearchDocument {
  readonly code: string
  readonly version: number
  readonly organ: string
  readonly themes: readonly string[]
  readonly applicants: readonly string[]
  readonly online: boolean
  readonly on_the_spot: boolean
  readonly no_visit: boolean
  readonly later: boolean
  readonly effective_to?: string
  readonly name: string
  readonly name_en: string
  readonly bare: string
  readonly sort_key: string
  readonly everyday: readonly string[]
  readonly card: StoredCard
  readonly lexemes: readonly string[]
}

export function searchDocumentOf(item: ServiceItem, organ: Organ | undefined): SearchDocument {
  const name = folded(item.name.zh)
  return {
    code: item.code,
    version: item.version,
    organ: item.organ,
    themes: item.themes,
    applicants: item.applicants,
    online: item.depth >= 3,
    on_the_spot: item.handling === 'on-the-spot',
    no_visit: item.visits === 0,
    later: item.situation !== undefined && item.situation !== 'first',
    effective_to: item.effective.to,
    name,
    name_en: folded(item.name.en ?? ''),
    bare: folded(bareName(item.name.zh)),
    sort_key: syllablesOf(name).join(''),
    everyday: item['everyday-words'].map(folded),
    card: cardOf(item),
    lexemes: lexemesOf(item, organ),
  }
}

function cardOf(item: ServiceItem): StoredCard {
  const { name, summary, type, handling, limits, visits, depth, fees } = item
  return {
    name,
    summary,
    type,
    handling,
    promised: limits.promised.days,
    statutory: limits.statutory.days,
    visits,
    depth,
    fee: fees.length > 0,
  }
}

export function saveDocuments(documents: readonly SearchDocument[]): Alongside {
  return sql`insert into approvals.item_search (code, version, organ, themes, applicants, online, on_the_spot,
      no_visit, later, effective_to, name, name_en, bare, sort_key, everyday, card,
      lexemes)
    select code, version, organ, themes, applicants, online, on_the_spot, no_visit, later, effective_to, name, name_en,
      bare, sort_key, everyday, card, array_to_tsvector(lexemes)
    from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as given (code text, version integer,
      organ text, themes text[], applicants text[], online boolean, on_the_spot boolean, no_visit boolean,
      later boolean, effective_to date, name text, name_en text, bare text, sort_key text, everyday text[], card jsonb, lexemes text[])
    on conflict (code) do update set version = excluded.version, organ = excluded.organ,
      themes = excluded.themes, applicants = excluded.applicants, online = excluded.online,
      on_the_spot = excluded.on_the_spot, no_visit = excluded.no_visit, later = excluded.later,
      effective_to = excluded.effective_to,
      name = excluded.name, name_en = excluded.name_en, bare = excluded.bare, sort_key = excluded.sort_key, everyday = excluded.everyday, card = excluded.card,
      lexemes = excluded.lexemes`
}
