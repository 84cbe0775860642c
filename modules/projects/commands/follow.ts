import { type Actor, isRefusal } from '@mashang/kit'
import type { Inside } from '../inside.ts'
import type { Project } from '../rules/project.ts'
import { findCase, type ProjectEntry, writeCase } from '../store/cases.ts'

const TRIES = 10

/**
 * Adds entries that follow from what is journaled elsewhere, on whatever state there is: where somebody else wrote
 * meanwhile, they are asked for again on the newer one.
 */
export async function addEntries(
  inside: Inside,
  id: string,
  actor: Actor,
  entriesFor: (project: Project) => readonly ProjectEntry[],
): Promise<void> {
  for (let tried = 0; tried < TRIES; tried++) {
    const before = await findCase(inside, id)
    const entries = before ? entriesFor(before.project) : []
    if (!before || entries.length === 0) return
    const written = await writeCase(inside, { id, before, entries, actor })
    if (!isRefusal(written)) return
  }
  throw new Error(`the project ${id} was written by others ${TRIES} times over`)
}
