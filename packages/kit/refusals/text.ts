import type { Words } from '../refusal.ts'

/** What the catalogue keeps for one code. */
export interface RefusalText {
  /** HTTP status (RFC 9110) the door answers with; for the code of a field it is that of the whole, 422. */
  readonly status: number
  /** What is wrong, in one sentence. `{name}` is filled from the refusal's facts. */
  readonly title: Words
  /** How to mend it; placeholders too. */
  readonly mend?: Words
}

/** One entry: status, what is wrong (Chinese, English), how to mend it (Chinese, English). */
export function says(status: number, zh: string, en: string, mendZh?: string, mendEn?: string): RefusalText {
  const title = { zh, en }
  return mendZh && mendEn ? { status, title, mend: { zh: mendZh, en: mendEn } } : { status, title }
}

/** The entry of a field's code; its status is that of the whole. */
export function fieldSays(zh: string, en: string): RefusalText {
  return { status: 422, title: { zh, en } }
}
