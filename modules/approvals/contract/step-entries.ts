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
  /** 公示: published with this text until the end of a legal day; anyone may object within it */
  announced: { readonly text: string; readonly from: string; readonly until: string }
  /** 异议: of anyone who has signed in */
  objected: { readonly number: number; readonly name: string; readonly phone: string; readonly text: string }
  'objection-answered': { readonly number: number; readonly answer: string; readonly upheld: boolean }
  /** 告知听证权利 (许可法 47): the applicant, and parties with an interest; asked for until this day */
  'hearing-offered': { readonly parties: readonly string[]; readonly note: string; readonly until: string }
  /** 要求听证, by the applicant or a party; to be held by this day */
  'hearing-requested': { readonly by: string; readonly reason: string; readonly heldBy: string }
  /** 放弃听证, by the applicant */
  'hearing-waived': { readonly by: string }
  /** 听证通知 (许可法 48) */
  'hearing-set': {
    readonly on: string
    readonly time: string
    readonly place: string
    readonly chair: string
    readonly recorder: string
  }
  /** 听证笔录 (许可法 48), on which the decision rests */
  'hearing-recorded': { readonly attendees: string; readonly record: string }
  /** 专家组 */
  'panel-formed': { readonly experts: readonly Expert[]; readonly note: string }
  'expert-opinion-given': { readonly expert: string; readonly verdict: Verdict; readonly text: string }
  'panel-concluded': { readonly passed: boolean; readonly text: string }
}

/** 专家 — a member of a panel, with what he is an expert in. */
export interface Expert {
  readonly name: string
  readonly field: string
}
