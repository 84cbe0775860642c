/** Answers kept in memory for a short while, each read once however many ask for it at the same time. */
export interface Kept<V> {
  get(key: string): Promise<V>
  /** Without keys: all of them. */
  forget(keys?: readonly string[]): void
}

export interface KeptOptions<V> {
  /** Milliseconds for which an answer is believed. */
  readonly believedFor: number
  /** Answers kept; the oldest goes first. */
  readonly most: number
  /** What is not worth keeping. */
  readonly unless?: (value: V) => boolean
}

export function keep<V>(read: (key: string) => Promise<V>, options: KeptOptions<V>): Kept<V> {
  const { believedFor, most, unless = () => false } = options
  const kept = new Map<string, { readonly value: Promise<V>; readonly until: number }>()

  function ask(key: string): Promise<V> {
    const entry = { value: read(key), until: performance.now() + believedFor }
    kept.delete(key)
    kept.set(key, entry)
    const drop = () => {
      if (kept.get(key) === entry) kept.delete(key)
    }
    entry.value.then((value) => {
      if (unless(value)) drop()
    }, drop)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return entry.value
  }

  return {
    get: (key) => {
      const entry = kept.get(key)
      return entry && performance.now() < entry.until ? entry.value : ask(key)
    },
    forget: (keys = [...kept.keys()]) => {
      for (const key of keys) kept.delete(key)
    },
  }
}
