import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { keep } from './kept.ts'

function counter(options: Partial<Parameters<typeof keep<number>>[1]> = {}) {
  let reads = 0
  const kept = keep(async () => ++reads, { believedFor: 60_000, most: 2, ...options })
  return { kept, reads: () => reads }
}

describe('answers that are kept', () => {
  it('are read once, however many ask at the same time', async () => {
    const { kept, reads } = counter()
    expect(await Promise.all([kept.get('a'), kept.get('a'), kept.get('a')])).toEqual([1, 1, 1])
    expect(reads()).toBe(1)
  })

  it('are read again after they were forgotten, or are too old', async () => {
    const { kept } = counter()
    expect(await kept.get('a')).toBe(1)
    kept.forget(['a'])
    expect(await kept.get('a')).toBe(2)
    const old = counter({ believedFor: 0 }).kept
    expect([await old.get('a'), await old.get('a')]).toEqual([1, 2])
  })

  it('are given while a new one is read, where that is allowed', async () => {
    const { kept } = counter({ believedFor: 0, staleFor: 60_000 })
    expect(await kept.get('a')).toBe(1)
    expect(await kept.get('a')).toBe(1)
    await sleep(1)
    expect(await kept.get('a')).toBe(2)
  })

  it('go when there are too many, the oldest first', async () => {
    const { kept, reads } = counter()
    await kept.get('a')
    await kept.get('b')
    await kept.get('c')
    await kept.get('c')
    expect(reads()).toBe(3)
    await kept.get('a')
    expect(reads()).toBe(4)
  })

  it('are not kept when they failed, or are not worth it', async () => {
    let calls = 0
    const failing = keep(
      async () => {
        calls++
        throw new Error('no')
      },
      { believedFor: 60_000, most: 2 },
    )
    await expect(failing.get('a')).rejects.toThrow('no')
    await expect(failing.get('a')).rejects.toThrow('no')
    expect(calls).toBe(2)
    const { kept, reads } = counter({ unless: () => true })
    await kept.get('a')
    await sleep(0)
    await kept.get('a')
    expect(reads()).toBe(2)
  })
})
