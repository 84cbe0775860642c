import type { Facet, ItemCard } from '../contract/index.ts'
import { canBeAppliedForOnline } from '../rules/submission.ts'
import { type CatalogueInside, organRefOf } from './needs.ts'
import type { StoredCard } from './tables.ts'

/** A row of `item_search`, as far as a list shows it. */
export interface CardRow {
  readonly code: string
  readonly version: number
  readonly organ: string
  readonly themes: readonly string[]
  readonly applicants: readonly ('person' | 'enterprise')[]
  readonly card: StoredCard
}

/** A line of a list; `marks` are looked for in its texts. */
export function cardOf(
  { organs }: Pick<CatalogueInside, 'organs'>,
  row: CardRow,
  marks: readonly string[] = [],
): ItemCard {
  const { card } = row
  const matched = matchedIn(card, marks)
  return {
    code: row.code,
    version: row.version,
    ...card,
    organ: organRefOf(organs, row.organ),
    applicants: [...row.applicants],
    online: canBeAppliedForOnline(card),
    themes: [...row.themes],
    ...(matched.length > 0 ? { matched } : {}),
  }
}

/** Those words that stand in the texts of the card; of two that overlap the longer. */
function matchedIn({ name, summary }: StoredCard, marks: readonly string[]): string[] {
  const texts = [name.zh, name.en, summary?.zh, summary?.en].map((text) => text?.toLowerCase() ?? '')
  const found = [...new Set(marks)].filter(
    (word) => word.length > 0 && texts.some((text) => text.includes(word.toLowerCase())),
  )
  return found.filter((word) => !found.some((other) => other !== word && other.includes(word)))
}

/** Counts with names, the largest first; what the profile does not know is left out. */
export function facetsOf(
  counts: Readonly<Record<string, number>>,
  named: ReadonlyMap<string, { readonly name: Facet['name'] }>,
): Facet[] {
  return Object.entries(counts)
    .flatMap(([id, count]) => {
      const one = named.get(id)
      return one ? [{ id, name: one.name, count }] : []
    })
    .sort((a, b) => b.count - a.count)
}
