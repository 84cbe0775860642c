import type { Organ, ServiceItem } from '@mashang/flow'
import type { StoredCard } from '../tables.ts'
import { lexemesOf } from './lexemes.ts'
import { folded, syllablesOf } from './words.ts'

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
