import type { Documents } from '@mashang/document'
import type { Organ, Theme } from '@mashang/flow'
import type { Journal } from '@mashang/store'
import type { Kysely } from 'kysely'
import type { OrganRef } from '../contract/index.ts'
import type { LiveCatalogue } from './catalogue.ts'
import { createEntries, type Entries } from './entries.ts'
import type { Profile } from './profile.ts'
import { createItemSearch, type ItemSearch } from './search/search.ts'
import { type CatalogueDb, catalogueDb } from './tables.ts'
import type { ItemWriting } from './write-items.ts'

/** What the catalogue is handed. */
export interface CatalogueNeeds {
  readonly db: Kysely<unknown>
  readonly journal: Journal
  readonly documents: Pick<Documents, 'render'>
  readonly profile: Profile
  readonly catalogue: LiveCatalogue
  readonly clock: { now(): Date }
  /** Public address of the site, without a slash at the end. */
  readonly publicUrl: string
}

/** What the catalogue's own files work with. */
export interface CatalogueInside extends Omit<CatalogueNeeds, 'db'> {
  readonly db: CatalogueDb
  readonly search: ItemSearch
  readonly entries: Entries
  readonly organs: ReadonlyMap<string, Organ>
  readonly themes: ReadonlyMap<string, Theme>
  readonly writing: ItemWriting
}

export function insideOf(needs: CatalogueNeeds): CatalogueInside {
  const { journal, clock, profile, catalogue } = needs
  const db = catalogueDb(needs.db)
  const search = createItemSearch(db, clock)
  const organs = new Map(profile.organs.map((organ) => [organ.id, organ]))
  const entries = createEntries({ db, profile, clock, organRef: (id) => organRefOf(organs, id) })
  const onWritten = (codes: readonly string[]) => {
    catalogue.forget(codes)
    search.counts.forget()
    entries.forget()
  }
  return {
    ...needs,
    db,
    search,
    entries,
    organs,
    themes: new Map(profile.themes.map((theme) => [theme.id, theme])),
    writing: { db, journal, clock, organs, onWritten },
  }
}

/** An organ by its id; of one that the city does not have the name that stood in the import, if any did. */
export function organRefOf(organs: ReadonlyMap<string, Organ>, id: string, nameGiven = ''): OrganRef {
  const organ = organs.get(id)
  if (organ) return { id, name: organ.name, short: organ.short }
  const name = { zh: nameGiven || '—' }
  return { id, name, short: name }
}
