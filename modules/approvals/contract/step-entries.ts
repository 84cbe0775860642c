/**
 * Entries of what a step consists of beside its conclusion: opinions of other organs, signatures, a return.
 */

/** 意见 — what an organ or an expert answers: agreed, agreed on conditions, or objected. */
export type Verdict = 'agree' | 'conditions' | 'object'

export interface StepEntries {
  /** 征求意见: organs are asked in joint review, or the district's in lower-level review */
  'opinions-requested': {
    readonly organs: readonly string[]
    readonly note: string
    /** Last day to answer, YYYY-MM-DD. */
    readonly due: string
  }
  /** 反馈意见; a later one of the same organ takes the place of the one before */
  'opinion-given': { readonly organ: string; readonly verdict: Verdict; readonly text: string }
  /** 会签: one of several who sign a decision; the last signature is followed by the decision itself */
  signed: { readonly outcome: 'grant' | 'refuse'; readonly reasons: string }
  /** 退回环节: to a step that was concluded, with the reason */
  returned: { readonly from: string; readonly to: string; readonly reason: string }
}
