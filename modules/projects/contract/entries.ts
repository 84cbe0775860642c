/**
 * Entries of a project's journal. What a project is, is the fold of these; nothing else is the truth.
 */
import type { FormValues } from '@mashang/flow'
import type { GuidanceEntries } from './guidance-entries.ts'
import type { JointEntries } from './joint-entries.ts'

/** 建设单位 — who builds: an enterprise or organ, through the person who acts for it. */
export interface Owner {
  readonly personId: string
  readonly agent: string
  readonly phone: string
  readonly name: string
  readonly uscc: string
}

export interface ProjectEntries extends GuidanceEntries, JointEntries {
  /** 项目登记: the facts, as the city's form asks them; `secret` is one of them and decides who ever sees it. */
  registered: { readonly owner: Owner; readonly facts: FormValues }
  /** 赋码: a new code, or one that the project had before. */
  'code-given': { readonly code: string; readonly minted: boolean }
  /** A stage is begun: from here its days are counted. */
  'stage-opened': { readonly stage: string }
  /** An application that carries the project's code, or was submitted from its page. */
  'application-joined': {
    readonly application: string
    readonly number: string
    readonly item: string
    readonly organ: string
    readonly stage?: string
    readonly submittedAt: string
  }
  'application-concluded': {
    readonly application: string
    readonly outcome: 'granted' | 'refused' | 'declined' | 'not-needed' | 'withdrawn'
    readonly at: string
  }
  /** 撤销合并: an application that had ended in another goes on by itself */
  'application-resumed': { readonly application: string }
  withdrawn: { readonly reason: string }
}

export type ProjectOutcome = ProjectEntries['application-concluded']['outcome']
