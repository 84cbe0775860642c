/**
 * Loads a project and writes to it: entries and summaries in one transaction, on the revision that was seen.
 */
import { type Actor, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import { type CaseStream, type Entry, findStoredCase, type StoredCase, writeStoredCase } from '@mashang/store'
import type { ProjectEntries } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { type Project, projectOf } from '../rules/project.ts'
import { type Standing, standingOf } from '../rules/secrecy.ts'
import { saveSummaries } from './summaries.ts'

const streamOf = ({ db, stages }: Inside): CaseStream<Project> => ({
  stream: 'project',
  fold: projectOf,
  summaries: (id, project) => saveSummaries(db, id, project, stages),
})

const named = ({ state: project, ...rest }: StoredCase<Project>): Case => ({ ...rest, project })

/** A project as it stands, with its journal. */
export interface Case {
  readonly id: string
  readonly project: Project
  readonly entries: readonly Entry[]
}

/** The same, and what its reader is to it. */
export type FoundCase = Case & { readonly standing: Standing }

export type ProjectEntry = {
  [K in keyof ProjectEntries]: { readonly kind: K; readonly content: ProjectEntries[K] }
}[keyof ProjectEntries]

/** Loads a project; undefined when there is none of this id. */
export async function findCase(inside: Inside, id: string): Promise<Case | undefined> {
  const found = await findStoredCase(inside, streamOf(inside), id)
  return found && named(found)
}

/** A project that this reader may see; another's is told apart from none by nobody. */
export async function getCaseFor(inside: Inside, id: string, who: Who): Promise<FoundCase | Refusal> {
  const found = await findCase(inside, id)
  const standing = found && standingOf(who, found.project, inside.stages)
  return found && standing ? { ...found, standing } : refuse('project-not-found')
}

export interface Write {
  readonly id: string
  readonly before: Case | undefined
  readonly entries: readonly ProjectEntry[]
  readonly actor: Actor
  readonly once?: { readonly key: string; readonly bodyDigest: string }
}

/** Appends to a project; answers with it as it is then, or `case-changed` when somebody was faster. */
export async function writeCase(inside: Inside, write: Write): Promise<Case | Refusal> {
  const written = await writeStoredCase(inside, streamOf(inside), write)
  return isRefusal(written) ? written : named(written)
}
