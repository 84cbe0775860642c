import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { together } from './together.ts'

/** Work that ends when it is let go, and the batches it was given. */
function aWorkshop(sizes: readonly number[], atOnce: number) {
  const batches: number[][] = []
  let waiting: (() => void)[] = []
  const gathered = together<number, number>({
    sizes,
    atOnce,
    work: async (batch) => {
      batches.push([...batch])
      await new Promise<void>((go) => waiting.push(go))
      if (batch.includes(13)) throw new Error('thirteen')
      return batch.map((piece) => piece * 2)
    },
  })
  const letGo = async () => {
    await new Promise((done) => setImmediate(done))
    for (const go of waiting) go()
    waiting = []
    await new Promise((done) => setImmediate(done))
  }
  return { gathered, batches, letGo }
}

describe('together', () => {
  it('does what comes at once in one batch, and what comes meanwhile in the next, in batches of the sizes given', async () => {
    const { gathered, batches, letGo } = aWorkshop([1, 2, 4], 1)
    const first = [1, 2, 3].map((piece) => gathered.do(piece))
    await letGo()
    const later = [4, 5, 6].map((piece) => gathered.do(piece))
    await letGo()
    await letGo()
    expect(await Promise.all([...first, ...later])).toEqual([2, 4, 6, 8, 10, 12])
    expect(batches).toEqual([
      [1, 2],
      [3, 4, 5, 6],
    ])
  })

  it('throws for each piece of a batch that threw, and goes on', async () => {
    const { gathered, letGo } = aWorkshop([1, 2], 1)
    const failing = [12, 13].map((piece) => gathered.do(piece).catch((error: Error) => error.message))
    await letGo()
    expect(await Promise.all(failing)).toEqual(['thirteen', 'thirteen'])
    const next = gathered.do(7)
    await letGo()
    expect(await next).toBe(14)
  })

  it('answers every piece with its own answer, however many come and however many are done at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(99), { maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        async (pieces, atOnce) => {
          const gathered = together<number, number>({
            sizes: [1, 2, 3, 8],
            atOnce,
            work: async (batch) => batch.map((piece) => piece + 1000),
          })
          expect(await Promise.all(pieces.map((piece) => gathered.do(piece)))).toEqual(
            pieces.map((one) => one + 1000),
          )
        },
      ),
      { numRuns: 50 },
    )
  })
})
