/**
 * Does single pieces of work several at a time when they come faster than they are done: each batch takes what has
 * gathered while the ones before it were in progress. A piece that comes alone is never kept waiting.
 */
export interface Together<K, V> {
  do(piece: K): Promise<V>
}

export interface TogetherOptions<K, V> {
  /** Does a batch; an answer for each piece, in order. Where it throws, it throws for each of the pieces. */
  readonly work: (batch: readonly K[]) => Promise<readonly (V | Promise<V>)[]>
  /** Batches in progress at once, at most. */
  readonly atOnce: number
  /** Pieces of a batch, at most. */
  readonly most: number
}

interface Waiting<K, V> {
  readonly piece: K
  readonly done: (value: V | Promise<V>) => void
  readonly failed: (error: unknown) => void
}

export function together<K, V>({ work, atOnce, most }: TogetherOptions<K, V>): Together<K, V> {
  let inProgress = 0
  let waiting: Waiting<K, V>[] = []

  async function run(batch: readonly Waiting<K, V>[]): Promise<void> {
    inProgress += 1
    try {
      const values = await work(batch.map(({ piece }) => piece))
      for (const [index, { done }] of batch.entries()) done(values[index] as V | Promise<V>)
    } catch (error) {
      for (const { failed } of batch) failed(error)
    }
    inProgress -= 1
    next()
  }

  function next(): void {
    while (waiting.length > 0 && inProgress < atOnce) {
      const size = sizeOf(waiting.length, most)
      const batch = waiting.slice(0, size)
      waiting = waiting.slice(size)
      void run(batch)
    }
  }

  return {
    do: (piece) =>
      new Promise((done, failed) => {
        waiting.push({ piece, done, failed })
        next()
      }),
  }
}

/** 1, 2, 4, 8 …: a statement's text depends on the size of its batch, and few texts stay prepared. */
function sizeOf(waiting: number, most: number): number {
  let size = 1
  while (size * 2 <= waiting && size * 2 <= most) size *= 2
  return size
}
