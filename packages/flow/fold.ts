/** The journal fold: a case's state is its entries, one after another; nothing else is the truth. */

/** What a fold needs of an entry. */
export interface Folded {
  readonly kind: string
  readonly revision: number
  readonly at: string
  readonly actor: { readonly kind: string; readonly id: string; readonly name: string }
  readonly content: unknown
}

/** How each kind of entry changes the state. */
export type Fold<State, Contents> = {
  readonly [K in keyof Contents]: (state: State, content: Contents[K], entry: Folded) => State
}

/** Folds entries in order of revision. A kind the fold does not know, or a gap, is a bug and throws. */
export function foldEntries<State, Contents>(
  fold: Fold<State, Contents>,
  initial: State,
  entries: readonly Folded[],
): State {
  let state = initial
  let revision = entries[0] ? entries[0].revision - 1 : 0
  for (const entry of entries) {
    if (entry.revision !== revision + 1)
      throw new Error(`the journal has a gap: revision ${entry.revision} after ${revision}`)
    revision = entry.revision
    const apply = fold[entry.kind as keyof Contents]
    if (!apply) throw new Error(`the journal holds an entry of an unknown kind: ${entry.kind}`)
    state = apply(state, entry.content as Contents[keyof Contents], entry)
  }
  return state
}
