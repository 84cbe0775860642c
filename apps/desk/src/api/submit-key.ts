import { newKey } from './client.ts'

/**
 * Keeps one Idempotency-Key for one thing to be done: the same content sent again after a lost connection keeps
 * its key, so that it is done once; other content, or a new try after an answer, gets a new one.
 */
export function submitKey(): { keyFor(content: unknown): string; answered(): void } {
  let last: { readonly content: string; readonly key: string } | undefined
  return {
    keyFor(content) {
      const text = JSON.stringify(content)
      if (last?.content !== text) last = { content: text, key: newKey() }
      return last.key
    },
    answered() {
      last = undefined
    },
  }
}
