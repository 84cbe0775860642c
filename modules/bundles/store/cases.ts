/**
 * Loads a bundle and writes to it: entries and summaries in one transaction, on the revision that was seen.
 */
import { createHash } from 'node:crypto'
import { type Actor, canonicalJson, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import type { Entry, NewEntry } from '@mashang/store'
import type { BundleEntries } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { type BundleCase, bundleOf } from '../rules/bundle-case.ts'
import { type Standing, standingOf } from '../rules/standing.ts'
import { saveSummaries } from './summaries.ts'

const STREAM = 'bundle'

/** A bundle as it stands, with its journal. */
export interface Case {
  readonly id: string
  readonly state: BundleCase
  readonly entries: readonly Entry[]
}

export type BundleEntry = {
  [K in keyof BundleEntries]: { readonly kind: K; readonly content: BundleEntries[K] }
}[keyof BundleEntries]

/** Loads a bundle; undefined when there is none of this id. */
export async function findCase(inside: Inside, id: string): Promise<Case | undefined> {
  const entries = await inside.journal.read(STREAM, id)
  const state = bundleOf(entries)
  return state && { id, state, entries }
}

/** A bundle that this reader may see; another's is told apart from none by nobody. */
export async function getCaseFor(
  inside: Inside,
  id: string,
  who: Who,
): Promise<(Case & { readonly standing: Standing }) | Refusal> {
  const found = await findCase(inside, id)
  const standing = found && standingOf(who, found.state)
  return found && standing ? { ...found, standing } : refuse('bundle-case-not-found')
}

export interface Write {
  readonly id: string
  readonly before: Case | undefined
  readonly entries: readonly BundleEntry[]
  readonly actor: Actor
  readonly once?: { readonly key: string; readonly bodyDigest: string }
}

/** Appends to a bundle; answers with it as it is then, or `case-changed` when somebody was faster. */
export async function writeCase(inside: Inside, write: Write): Promise<Case | Refusal> {
  const { id, before, actor } = write
  const at = inside.clock.now().toISOString()
  const expected = before?.state.revision ?? 0
  const news = write.entries.map((entry, index) => ({ ...entry, revision: expected + index + 1, at, actor }))
  const state = bundleOf([...(before?.entries ?? []), ...news])
  if (!state) throw new Error('a bundle that is written to exists')
  const appended = await inside.journal.append({
    stream: STREAM,
    caseId: id,
    expected,
    at,
    actor,
    entries: write.entries as readonly NewEntry[],
    alongside: saveSummaries(inside.db, id, state, inside.calendar),
    once: write.once && { ...write.once, answer: { id } },
  })
  if (isRefusal(appended)) return appended
  if (appended.outcome === 'appended')
    return { id, state, entries: [...(before?.entries ?? []), ...appended.entries] }
  const repeated = await findCase(inside, (appended.answer as { id: string }).id)
  if (!repeated) throw new Error('a bundle that was answered with exists')
  return repeated
}

/** SHA-256 of a request's body in its canonical form: what an idempotency key is bound to. */
export function bodyDigestOf(body: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(body))))
    .digest('hex')
}
