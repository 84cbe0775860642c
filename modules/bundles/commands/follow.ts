import { type Actor, isRefusal } from '@mashang/kit'
import type { Inside } from '../inside.ts'
import type { BundleCase } from '../rules/bundle-case.ts'
import { type BundleEntry, type Case, findCase, writeCase } from '../store/cases.ts'

const TRIES = 10

/**
 * Adds entries that follow from what is journaled elsewhere, on whatever state there is: where somebody else wrote
 * meanwhile, they are asked for again on the newer one. Answers with the bundle as it is then.
 */
export async function addEntries(
  inside: Inside,
  id: string,
  actor: Actor,
  entriesFor: (state: BundleCase) => readonly BundleEntry[],
): Promise<Case | undefined> {
  for (let tried = 0; tried < TRIES; tried++) {
    const before = await findCase(inside, id)
    const entries = before ? entriesFor(before.state) : []
    if (!before || entries.length === 0) return before
    const written = await writeCase(inside, { id, before, entries, actor })
    if (!isRefusal(written)) return written
  }
  throw new Error(`the bundle ${id} was written by others ${TRIES} times over`)
}
