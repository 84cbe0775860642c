/**
 * Markup kept in memory for a short while: public pages are the same for every visitor, and most visitors ask for
 * few of them. Bounded by number and by size; the one used longest ago goes first.
 */
export interface KeptPages<T> {
  find(key: string, now: number): T | undefined
  keep(key: string, value: T, size: number, now: number): void
}

interface KeepLimits {
  /** Milliseconds one entry may be shown; a suspended item must not look open for long. */
  readonly fresh: number
  readonly entries: number
  /** Characters of markup in all. */
  readonly size: number
}

export function keptPages<T>(limits: KeepLimits): KeptPages<T> {
  const kept = new Map<string, { value: T; size: number; until: number }>()
  let total = 0
  const drop = (key: string, size: number) => {
    kept.delete(key)
    total -= size
  }
  return {
    find(key, now) {
      const found = kept.get(key)
      if (!found) return undefined
      if (found.until <= now) {
        drop(key, found.size)
        return undefined
      }
      // Puts it at the end: a Map keeps the order of insertion.
      kept.delete(key)
      kept.set(key, found)
      return found.value
    },
    keep(key, value, size, now) {
      const before = kept.get(key)
      if (before) drop(key, before.size)
      if (size > limits.size) return
      kept.set(key, { value, size, until: now + limits.fresh })
      total += size
      for (const [oldest, { size: least }] of kept) {
        if (kept.size <= limits.entries && total <= limits.size) break
        drop(oldest, least)
      }
    },
  }
}
