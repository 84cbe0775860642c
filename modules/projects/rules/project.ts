/**
 * What a project is: the fold of its entries.
 */
import { type Fold, type Folded, type FormValues, foldEntries } from '@mashang/flow'
import type { Owner, ProjectEntries, ProjectOutcome } from '../contract/index.ts'

/** An application that belongs to the project. */
export interface JoinedApplication {
  readonly application: string
  readonly number: string
  readonly item: string
  readonly organ: string
  readonly stage?: string
  readonly submittedAt: string
  readonly outcome?: ProjectOutcome
  readonly concludedAt?: string
}

/** 投资项目 — the state of a project. */
export interface Project {
  readonly revision: number
  readonly owner: Owner
  readonly facts: FormValues
  readonly registeredAt: string
  readonly code?: { readonly code: string; readonly minted: boolean }
  /** Instant at which each stage was begun. */
  readonly stages: ReadonlyMap<string, string>
  readonly applications: readonly JoinedApplication[]
  /** What offices did together and ended well. */
  readonly concluded: ReadonlySet<'drawing-review' | 'acceptance'>
  readonly withdrawn?: { readonly reason: string; readonly at: string }
}

type Change<K extends keyof ProjectEntries> = (
  state: Project,
  content: ProjectEntries[K],
  entry: Folded,
) => Partial<Project>

const update =
  <K extends keyof ProjectEntries>(change: Change<K>) =>
  (state: Project | undefined, content: ProjectEntries[K], entry: Folded): Project => {
    if (!state) throw new Error(`a project begins with “registered”, not with “${entry.kind}”`)
    return { ...state, ...change(state, content, entry), revision: entry.revision }
  }

const begun = (stages: Project['stages'], stage: string | undefined, at: string): Project['stages'] =>
  stage === undefined || stages.has(stage) ? stages : new Map([...stages, [stage, at]])

const FOLD: Fold<Project | undefined, ProjectEntries> = {
  registered: (_, content, entry) => ({
    ...content,
    revision: entry.revision,
    registeredAt: entry.at,
    stages: new Map(),
    applications: [],
    concluded: new Set(),
  }),
  'code-given': update<'code-given'>((_, code) => ({ code })),
  'stage-opened': update<'stage-opened'>(({ stages }, { stage }, { at }) => ({
    stages: begun(stages, stage, at),
  })),
  // Who applies on his own has begun the stage.
  'application-joined': update<'application-joined'>(({ stages, applications }, joined) => ({
    stages: begun(stages, joined.stage, joined.submittedAt),
    applications: [...applications, joined],
  })),
  'application-concluded': update<'application-concluded'>(
    ({ applications }, { application, outcome, at }) => ({
      applications: applications.map((one) =>
        one.application === application ? { ...one, outcome, concludedAt: at } : one,
      ),
    }),
  ),
  withdrawn: update<'withdrawn'>((_, { reason }, { at }) => ({ withdrawn: { reason, at } })),
}

/** Folds a journal into the project; undefined when there is none. */
export function projectOf(entries: readonly Folded[]): Project | undefined {
  return foldEntries<Project | undefined, ProjectEntries>(FOLD, undefined, entries)
}
