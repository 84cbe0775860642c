/**
 * Loads a bundle and writes to it: entries and summaries in one transaction, on the revision that was seen.
 */
import { type Actor, type Refusal, refuse, type Who } from '@mashang/kit'
import { type CaseStream, findStoredCase, type StoredCase, writeStoredCase } from '@mashang/store'
import type { BundleEntries } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { type BundleCase, bundleOf } from '../rules/bundle-case.ts'
import { type Standing, standingOf } from '../rules/standing.ts'
import { saveSummaries } from './summaries.ts'

const streamOf = ({ db, calendar }: Inside): CaseStream<BundleCase> => ({
  stream: 'bundle',
  fold: bundleOf,
  summaries: (id, state) => saveSummaries(db, id, state, calendar),
})

/** A bundle as it stands, with its journal. */
export type Case = StoredCase<BundleCase>

export type BundleEntry = {
  [K in keyof BundleEntries]: { readonly kind: K; readonly content: BundleEntries[K] }
}[keyof BundleEntries]

/** Loads a bundle; undefined when there is none of this id. */
export function findCase(inside: Inside, id: string): Promise<Case | undefined> {
  return findStoredCase(inside, streamOf(inside), id)
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
export function writeCase(inside: Inside, write: Write): Promise<Case | Refusal> {
  return writeStoredCase(inside, streamOf(inside), write)
}
