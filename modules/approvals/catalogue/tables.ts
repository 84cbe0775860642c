import type { ColumnType, Kysely } from 'kysely'
import type { CatalogueRow, ItemOffice } from '../contract/index.ts'

/** As a list shows it; the organ is filled in from the city when it is read. */
export interface StoredCard {
  readonly name: { readonly zh: string; readonly en?: string }
  readonly summary?: { readonly zh: string; readonly en?: string }
  readonly type: string
  readonly handling: 'on-the-spot' | 'promised'
  readonly promised: string
  readonly statutory: string
  readonly visits: number
  readonly depth: number
  readonly fee: boolean
}

/** `YYYY-MM-DD` */
type Day = string

export interface CatalogueTables {
  item: {
    code: string
    version: number
    revision: number
    status: CatalogueRow['status']
    definition: ColumnType<unknown, string, string>
    digest: string
    source: string
    organ: string
    organ_name: string
    name: string
    effective_from: Day | null
    effective_to: Day | null
    published_at: ColumnType<Date | null, string | null, string | null>
    suspended_at: ColumnType<Date | null, string | null, string | null>
    reason: string | null
    office: ColumnType<ItemOffice, string, string>
    cancelled_on: Day | null
  }
  item_search: {
    code: string
    version: number
    organ: string
    themes: readonly string[]
    applicants: readonly ('person' | 'enterprise')[]
    online: boolean
    on_the_spot: boolean
    no_visit: boolean
    later: boolean
    effective_to: Day | null
    name: string
    name_en: string
    bare: string
    sort_key: string
    everyday: readonly string[]
    card: ColumnType<StoredCard, string, string>
    lexemes: string
  }
}

/** The catalogue's tables, seen from the schema `approvals`. */
export type CatalogueDb = Kysely<CatalogueTables>

export function catalogueDb(db: Kysely<unknown>): CatalogueDb {
  return (db as CatalogueDb).withSchema('approvals')
}
