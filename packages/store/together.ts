/**
 * Does single pieces of work several at a time when they come faster than they are done: each batch takes what has
 * gathered while the ones before it were in progress. A piece that comes alone waits for nothing but the end of
 * this turn of the event loop.
 */
export interface Together<K, V> {
  do(piece: K): Promise<V>
}

export interface TogetherOptions<K, V> {
  /** Does a batch; an answer for each piece, in order. Where it throws, it throws for each of the pieces. */
  readonly work: (batch: readonly K[]) => Promise<readonly (V | Promise<V>)[]>
  /** Batches in progress at once, at most. */
  readonly atOnce: number
  /** Sizes a batch may have, from 1 upwards: a statement whose text depends on its size is prepared for few. */
  readonly sizes: readonly number[]
}

interface Waiting<K, V> {
  readonly piece: K
  readonly done: (value: V | Promise<V>) => void
  readonly failed: (error: unknown) => void
}

export function together<K, V>({ work, atOnce, sizes }: TogetherOptions<K, V>): Together<K, V> {
  let inProgress = 0
  let isComing = false
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
    soon()
  }

  function soon(): void {
    if (isComing || waiting.length === 0 || inProgress >= atOnce) return
    isComing = true
    setImmediate(() => {
      isComing = false
      while (waiting.length > 0 && inProgress < atOnce) {
        const size = sizes.findLast((one) => one <= waiting.length) ?? 1
        const batch = waiting.slice(0, size)
        waiting = waiting.slice(size)
        void run(batch)
      }
    })
  }

  return {
    do: (piece) =>
      new Promise((done, failed) => {
        waiting.push({ piece, done, failed })
        soon()
      }),
  }
}
