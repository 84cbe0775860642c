/**
 * Cases of one stream whose state is the fold of their entries: loaded, and written to on the revision that was seen,
 * entries and summaries in one transaction.
 */
import { createHash } from 'node:crypto'
import { type Actor, canonicalJson, isRefusal, type Refusal } from '@mashang/kit'
import type { Alongside, Append, Entry, Journal, NewEntry } from './contract.ts'

/** What a fold is made of: an entry as it stands, or as it will. */
type Folded = Pick<Entry, 'kind' | 'content' | 'revision' | 'at' | 'actor'>

export interface CaseStream<S> {
  readonly stream: string
  readonly fold: (entries: readonly Folded[]) => S | undefined
  /** Statements that bring the summaries of a case up to its state. */
  readonly summaries: (id: string, state: S) => readonly Alongside[]
}

/** A case as it stands, with its journal. */
export interface StoredCase<S> {
  readonly id: string
  readonly state: S
  readonly entries: readonly Entry[]
}

export interface CaseWrite<S, E> {
  readonly id: string
  /** What the entries rest on; none for a new case. */
  readonly before: Pick<StoredCase<S>, 'entries'> | undefined
  readonly entries: readonly E[]
  readonly actor: Actor
  readonly once?: { readonly key: string; readonly bodyDigest: string } | undefined
}

interface Kept {
  readonly journal: Pick<Journal, 'read' | 'append'>
  readonly clock: { now(): Date }
}

/** Loads a case; undefined when there is none of this id. */
export async function findStoredCase<S>(
  { journal }: Pick<Kept, 'journal'>,
  { stream, fold }: CaseStream<S>,
  id: string,
): Promise<StoredCase<S> | undefined> {
  const entries = await journal.read(stream, id)
  const state = fold(entries)
  return state && { id, state, entries }
}

/** The append of a write, and what the state is after it. */
export function prepareStoredCase<S, E extends NewEntry>(
  { clock }: Pick<Kept, 'clock'>,
  { stream, fold, summaries }: CaseStream<S>,
  { id, before, entries, actor, once }: CaseWrite<S, E>,
): { readonly append: Append; readonly state: S } {
  const at = clock.now().toISOString()
  const past = before?.entries ?? []
  const expected = past.at(-1)?.revision ?? 0
  const news = entries.map((entry, index) => ({ ...entry, revision: expected + index + 1, at, actor }))
  const state = fold([...past, ...news])
  if (!state) throw new Error(`a case of “${stream}” that is written to exists`)
  const append: Append = {
    ...{ stream, caseId: id, expected, at, actor, entries },
    alongside: summaries(id, state),
    ...(once ? { once: { ...once, answer: { id } } } : {}),
  }
  return { append, state }
}

/** Appends to a case; answers with it as it is then, or `case-changed` when somebody was faster. */
export async function writeStoredCase<S, E extends NewEntry>(
  kept: Kept,
  kind: CaseStream<S>,
  write: CaseWrite<S, E>,
): Promise<StoredCase<S> | Refusal> {
  const { append, state } = prepareStoredCase(kept, kind, write)
  const appended = await kept.journal.append(append)
  if (isRefusal(appended)) return appended
  const { id, before } = write
  if (appended.outcome === 'appended')
    return { id, state, entries: [...(before?.entries ?? []), ...appended.entries] }
  const repeated = await findStoredCase(kept, kind, (appended.answer as { id: string }).id)
  if (!repeated) throw new Error(`a case of “${kind.stream}” that was answered with exists`)
  return repeated
}

/**
 * SHA-256 of a request's body in its canonical form: what an idempotency key is bound to. A page may leave parts of
 * it undefined, which JSON leaves out.
 */
export function bodyDigestOf(body: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(body))))
    .digest('hex')
}
