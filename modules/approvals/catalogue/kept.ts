/** Answers kept in memory for a short while, each read once however many ask for it at the same time. */
export interface Kept<V> {
  get(key: string): Promise<V>
  /** Without keys: all of them. */
  forget(keys?: readonly string[]): void
}

export interface KeptOptions<V> {
  /** Milliseconds for which an answer is believed. */
  readonly believedFor: number
  /** Milliseconds for which an older answer is given while a new one is read; none by default. */
  readonly staleFor?: number
  /** Answers kept; the oldest goes first. */
  readonly most: number
  /** What is not worth keeping. */
  readonly unless?: (value: V) => boolean
}

interface Entry<V> {
  readonly value: Promise<V>
  readonly until: number
  renewing: boolean
}

export function keep<V>(read: (key: string) => Promise<V>, options: KeptOptions<V>): Kept<V> {
  const { believedFor, staleFor = 0, most, unless = () => false } = options
  const kept = new Map<string, Entry<V>>()

  function ask(key: string): Promise<V> {
    const entry: Entry<V> = { value: read(key), until: performance.now() + believedFor, renewing: false }
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

  function renew(key: string, entry: Entry<V>): void {
    entry.renewing = true
    const value = read(key)
    value.then(
      () => {
        // Forgotten meanwhile: what was read may be from before.
        if (kept.get(key) === entry)
          kept.set(key, { value, until: performance.now() + believedFor, renewing: false })
      },
      () => {
        entry.renewing = false
      },
    )
  }

  return {
    get: (key) => {
      const entry = kept.get(key)
      const now = performance.now()
      if (entry && now < entry.until) return entry.value
      if (!entry || now >= entry.until + staleFor) return ask(key)
      if (!entry.renewing) renew(key, entry)
      return entry.value
    },
    forget: (keys = [...kept.keys()]) => {
      for (const key of keys) kept.delete(key)
    },
  }
}
