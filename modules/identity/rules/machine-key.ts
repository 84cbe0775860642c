import type { MachineScope } from '@mashang/kit'

/** What an API key is, as the fold of its journal. */
export interface Key {
  readonly id: string
  readonly revision: number
  readonly name: string
  readonly scopes: readonly MachineScope[]
  /** Instants, ISO 8601. */
  readonly createdAt: string
  readonly revokedAt?: string
}

/** Entries of the stream `machine-key`. */
export type KeyEntry =
  | { readonly kind: 'key-issued'; readonly content: Pick<Key, 'name' | 'scopes'> }
  | { readonly kind: 'key-revoked'; readonly content: Record<never, never> }

/** The key after one more entry; `undefined` before the first. */
export function foldKey(
  before: Key | undefined,
  entry: KeyEntry & { readonly caseId: string; readonly at: string },
): Key {
  if (entry.kind === 'key-issued') {
    if (before) throw new Error(`key ${entry.caseId} is issued twice`)
    return { id: entry.caseId, revision: 1, ...entry.content, createdAt: entry.at }
  }
  if (!before) throw new Error(`key ${entry.caseId} does not begin by being issued`)
  return { ...before, revision: before.revision + 1, revokedAt: entry.at }
}
