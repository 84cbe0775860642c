/** Where stored bytes lie: a folder, or a bucket. Everything is addressed by the SHA-256 of its content. */
export interface Keeper {
  /** Takes over a complete file from the staging folder; the same content is kept once. */
  keep(staged: string, digest: string, size: number): Promise<void>
  open(digest: string): Promise<{ size: number; body: AsyncIterable<Uint8Array> } | undefined>
  /** Every stored file, in order of digest. */
  list(): AsyncIterable<{ digest: string; size: number }>
}

const DIGEST = /^[0-9a-f]{64}$/

export function isDigest(text: string): boolean {
  return DIGEST.test(text)
}

/** `ab/cd/abcd…`: no folder grows beyond what tools can list. */
export function addressOf(digest: string): string {
  return `${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`
}
