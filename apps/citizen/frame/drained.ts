import type { Upload } from '@mashang/kit'

/**
 * The same upload, read to its end even when its reader stops early: the files behind it in the form would be
 * lost otherwise. How much that can be is limited by the door.
 */
export function drained(upload: Upload): Upload {
  return { ...upload, body: drainedBody(upload.body) }
}

async function* drainedBody(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]()
  let isAtEnd = false
  try {
    for (;;) {
      const { value, done } = await chunks.next()
      if (done) {
        isAtEnd = true
        return
      }
      yield value
    }
  } finally {
    if (!isAtEnd) await readOn(chunks)
  }
}

async function readOn(chunks: AsyncIterator<Uint8Array>): Promise<void> {
  try {
    while (!(await chunks.next()).done);
  } catch {
    // Its reader has refused it already; what else is wrong with it changes nothing.
  }
}
