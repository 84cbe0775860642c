/**
 * 环节办理内容 — what happened within one step: who was asked and answered, who signed. Part of the fold of a case.
 */
import type { Folded } from '@mashang/flow'
import type { StepEntries, Verdict } from '../contract/index.ts'

export interface OpinionRecord {
  readonly organ: string
  readonly verdict: Verdict
  readonly text: string
  readonly by: string
  readonly at: string
}

export interface SignatureRecord {
  readonly id: string
  readonly name: string
  readonly outcome: 'grant' | 'refuse'
  readonly reasons: string
  readonly at: string
}

/** What one pass through a step consists of; a return to the step begins another. */
export interface Proceedings {
  readonly step: string
  /** Instant of its first entry. */
  readonly since: string
  readonly asked?: {
    readonly organs: readonly string[]
    readonly note: string
    readonly due: string
    readonly at: string
  }
  readonly opinions: readonly OpinionRecord[]
  readonly signatures: readonly SignatureRecord[]
}

export const noProceedings = (step: string, since: string): Proceedings => ({
  step,
  since,
  opinions: [],
  signatures: [],
})

type Changes = {
  readonly [K in Exclude<keyof StepEntries, 'returned'>]: (
    now: Proceedings,
    content: StepEntries[K],
    entry: Folded,
  ) => Proceedings
}

/** How each entry changes what the step under way consists of. */
export const PROCEED: Changes = {
  'opinions-requested': (now, content, entry) => ({ ...now, asked: { ...content, at: entry.at } }),
  'opinion-given': (now, content, entry) => ({
    ...now,
    opinions: [
      ...now.opinions.filter(({ organ }) => organ !== content.organ),
      { ...content, by: entry.actor.name, at: entry.at },
    ],
  }),
  signed: (now, content, entry) => ({
    ...now,
    signatures: [...now.signatures, { ...content, id: entry.actor.id, name: entry.actor.name, at: entry.at }],
  }),
}
