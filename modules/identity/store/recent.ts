/**
 * Keeps what was looked up a moment ago, so that a busy session costs no query a request.
 * Bounded in number (the oldest goes first) and in age.
 */
export interface Recent<V> {
  find(key: string): V | undefined
  keep(key: string, value: V): void
  dropWhere(matches: (value: V) => boolean): void
}

export function createRecent<V>(options: {
  readonly most: number
  /** Milliseconds. */
  readonly maxAge: number
  readonly clock: { now(): Date }
}): Recent<V> {
  const kept = new Map<string, { readonly value: V; readonly until: number }>()
  return {
    find(key) {
      const found = kept.get(key)
      if (!found) return undefined
      if (options.clock.now().getTime() < found.until) return found.value
      kept.delete(key)
      return undefined
    },
    keep(key, value) {
      if (kept.size >= options.most) {
        const oldest = kept.keys().next().value
        if (oldest !== undefined) kept.delete(oldest)
      }
      kept.set(key, { value, until: options.clock.now().getTime() + options.maxAge })
    },
    dropWhere(matches) {
      for (const [key, { value }] of kept) if (matches(value)) kept.delete(key)
    },
  }
}
