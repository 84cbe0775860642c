import { filterFrom, type InboxFilter, searchOf } from './inbox-filter.ts'

export interface SavedFilter {
  readonly name: string
  readonly filter: InboxFilter
}

const KEY = 'mashang-desk-filters'
const MOST = 20

export function readFilters(storage: Pick<Storage, 'getItem'>): readonly SavedFilter[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]')
    if (!Array.isArray(kept)) return []
    return kept.flatMap(({ name, search }: { name?: unknown; search?: unknown }) =>
      typeof name === 'string' && typeof search === 'string'
        ? [{ name, filter: filterFrom(new URLSearchParams(search)) }]
        : [],
    )
  } catch {
    return []
  }
}

export function writeFilters(storage: Pick<Storage, 'setItem'>, filters: readonly SavedFilter[]): void {
  const kept = filters.map(({ name, filter }) => ({ name, search: searchOf(filter).toString() }))
  storage.setItem(KEY, JSON.stringify(kept))
}

/** Adds a filter, or replaces the one of that name; the oldest gives way when there are too many. */
export function withFilter(filters: readonly SavedFilter[], added: SavedFilter): readonly SavedFilter[] {
  return [...filters.filter(({ name }) => name !== added.name), added].slice(-MOST)
}

export function withoutFilter(filters: readonly SavedFilter[], name: string): readonly SavedFilter[] {
  return filters.filter((one) => one.name !== name)
}
