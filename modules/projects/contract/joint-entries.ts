/** Entries of what offices do together: the review of the drawings, and the acceptance of the works. */
import type { SheetFile, Text } from '@mashang/flow'

/** An office that takes part, what it looks at, and its last day. */
export interface TakingPart {
  readonly organ: string
  readonly looks: Text
  readonly due: string
}

/** 审图意见 — a comment on one drawing of the set. */
export interface CommentGiven {
  readonly id: string
  readonly sheet: string
  readonly place: string
  readonly text: string
  readonly article: string
  readonly severity: 'must' | 'should'
  /** In a later round: the change of the drawings that calls for it. */
  readonly because?: string
}

/** 整改事项 — what an office found at the works that is to be put right. */
export interface RectificationGiven {
  readonly id: string
  readonly text: string
  readonly article: string
  readonly due: string
}

export interface JointEntries {
  /** 施工图: one set of drawings, for all offices at once. */
  'drawings-given': {
    readonly version: number
    readonly files: readonly SheetFile[]
    readonly note: string
    readonly within: string
    readonly offices: readonly TakingPart[]
    /** To each comment that was open. */
    readonly answers: readonly { readonly comment: string; readonly text: string }[]
  }
  'drawings-reviewed': {
    readonly version: number
    readonly organ: string
    readonly comments: readonly CommentGiven[]
    readonly settled: readonly {
      readonly comment: string
      readonly resolved: boolean
      readonly why: string
    }[]
    readonly opinion: string
  }
  /** 联合审查意见: every office has answered, and nothing that must be changed is open. */
  'drawings-passed': { readonly version: number }
  'acceptance-requested': {
    readonly completedOn: string
    readonly contact: string
    readonly note: string
    readonly within: string
    readonly offices: readonly TakingPart[]
  }
  /** One date for all offices that come. */
  'visit-set': {
    readonly round: number
    readonly on: string
    readonly time: string
    readonly place: string
    readonly offices: readonly string[]
  }
  'visit-staffed': { readonly round: number; readonly organ: string; readonly staff: readonly string[] }
  'visit-concluded': {
    readonly round: number
    readonly organ: string
    readonly passed: boolean
    readonly findings: string
    /** New ones. */
    readonly items: readonly RectificationGiven[]
    /** Those of the visits before that are put right. */
    readonly cleared: readonly string[]
  }
  rectified: {
    readonly items: readonly { readonly item: string; readonly text: string }[]
  }
  /** 联合验收意见: every office has passed the works. */
  'works-accepted': { readonly round: number }
  'document-issued': {
    readonly id: string
    readonly kind: ProjectDocumentKind
    /** Revision of the entry that called for it. */
    readonly of: number
    readonly number: string
    readonly code: string
    readonly title: Text
    readonly organ: string
    readonly dated: string
    readonly file: string
    readonly size: number
  }
}

export type ProjectDocumentKind = 'guidance-list' | 'meeting-minutes' | 'joint-review' | 'joint-acceptance'
