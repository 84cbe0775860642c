/**
 * Loads a project and writes to it: entries and summaries in one transaction, on the revision that was seen.
 */
import { createHash } from 'node:crypto'
import { type Actor, canonicalJson, isRefusal, type Refusal, refuse, type Who } from '@mashang/kit'
import type { Entry, NewEntry } from '@mashang/store'
import type { ProjectEntries } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { type Project, projectOf } from '../rules/project.ts'
import { type Standing, standingOf } from '../rules/secrecy.ts'
import { saveSummaries } from './summaries.ts'

const STREAM = 'project'

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
  const entries = await inside.journal.read(STREAM, id)
  const project = projectOf(entries)
  return project && { id, project, entries }
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
  const { id, before, actor } = write
  const at = inside.clock.now().toISOString()
  const expected = before?.project.revision ?? 0
  const news = write.entries.map((entry, index) => ({ ...entry, revision: expected + index + 1, at, actor }))
  const project = projectOf([...(before?.entries ?? []), ...news])
  if (!project) throw new Error('a project that is written to exists')
  const appended = await inside.journal.append({
    stream: STREAM,
    caseId: id,
    expected,
    at,
    actor,
    entries: write.entries as readonly NewEntry[],
    alongside: saveSummaries(inside.db, id, project, inside.stages),
    once: write.once && { ...write.once, answer: { id } },
  })
  if (isRefusal(appended)) return appended
  if (appended.outcome === 'appended')
    return { id, project, entries: [...(before?.entries ?? []), ...appended.entries] }
  const repeated = await findCase(inside, (appended.answer as { id: string }).id)
  if (!repeated) throw new Error('a project that was answered with exists')
  return repeated
}

/** SHA-256 of a request's body in its canonical form: what an idempotency key is bound to. */
export function bodyDigestOf(body: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(body))))
    .digest('hex')
}
