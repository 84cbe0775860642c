/**
 * What a project is: the fold of its entries.
 */
import { type Fold, type Folded, foldEntries } from '@mashang/flow'
import type { ProjectEntries } from '../contract/index.ts'
import { GUIDANCE_FOLD } from './guidance-fold.ts'
import { JOINT_FOLD } from './joint-fold.ts'
import { begun, type Project, update } from './state.ts'

export type { Project } from './state.ts'

const FOLD: Fold<Project | undefined, ProjectEntries> = {
  registered: (_, content, entry) => ({
    ...content,
    revision: entry.revision,
    registeredAt: entry.at,
    stages: new Map(),
    applications: [],
    meetings: [],
    documents: [],
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
  'application-resumed': update<'application-resumed'>(({ applications }, { application }) => ({
    applications: applications.map(({ outcome, concludedAt, ...one }) =>
      one.application === application || outcome === undefined || concludedAt === undefined
        ? one
        : { ...one, outcome, concludedAt },
    ),
  })),
  ...GUIDANCE_FOLD,
  ...JOINT_FOLD,
  withdrawn: update<'withdrawn'>((_, { reason }, { at }) => ({ withdrawn: { reason, at } })),
}

/** Folds a journal into the project; undefined when there is none. */
export function projectOf(entries: readonly Folded[]): Project | undefined {
  return foldEntries<Project | undefined, ProjectEntries>(FOLD, undefined, entries)
}
