import { expect, it } from 'vitest'
import { drained } from './drained.ts'

function anUpload(chunks: number, onRead: () => void, breaksAt = Number.POSITIVE_INFINITY) {
  return {
    name: 'a.pdf',
    type: 'application/pdf',
    body: (async function* () {
      for (let at = 0; at < chunks; at++) {
        if (at === breaksAt) throw new Error('broken off')
        onRead()
        yield new Uint8Array([at])
      }
    })(),
  }
}

it('is read to its end although its reader stops at the first bytes', async () => {
  let read = 0
  for await (const _ of drained(anUpload(5, () => read++)).body) break
  expect(read).toBe(5)
})

it('gives a reader that goes on all of it, once', async () => {
  const bytes: number[] = []
  for await (const chunk of drained(anUpload(3, () => {})).body) bytes.push(...chunk)
  expect(bytes).toEqual([0, 1, 2])
})

it('tells a reader that goes on of what breaks off, and spares one that stopped', async () => {
  const readAll = async () => {
    for await (const _ of drained(anUpload(3, () => {}, 1)).body);
  }
  await expect(readAll()).rejects.toThrow('broken off')
  for await (const _ of drained(anUpload(3, () => {}, 1)).body) break
})
