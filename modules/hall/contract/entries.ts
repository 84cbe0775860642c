/**
 * Entries of the stream `rating`: one stream for each case and each visit that may be rated. What a rating is, is the
 * fold of these; none is ever taken out.
 */
import type { RatingLevel } from '@mashang/flow'
import type { Words } from '@mashang/kit'

/** 评价对象 — what is rated: a case once it is concluded, or one visit to a window. */
export interface Subject {
  readonly kind: 'case' | 'intake' | 'delivery'
  readonly application: string
  readonly number: string
  readonly item: { readonly code: string; readonly name: Words }
  readonly organ: string
  /** Whom it served; no reader is told by way of the rating. */
  readonly personId: string
  /** When the case was concluded, or the visit was. */
  readonly at: string
  /** Who served at the window. */
  readonly servedBy?: { readonly id: string; readonly name: string }
}

/** 评价 — what was said: a level, reasons out of the city's list, words. */
export interface Given {
  readonly level: RatingLevel
  readonly tags: readonly string[]
  readonly words: string
  /** The words may be published, masked, once they were reviewed. */
  readonly publish: boolean
  /** The staff who were rated are not told whose rating it is. */
  readonly anonymous: boolean
}

/** How it came: from the account, by a code on the own phone, or at a device of the counter. */
export type Via = 'account' | 'code' | 'device'

export interface RatingEntries {
  /** It may be rated from here on. */
  opened: { readonly subject: Subject }
  /** 评价码: printed or shown; only its digest is kept. */
  'code-given': { readonly digest: string; readonly until: string }
  /** `followUp`: the days of the city's rule as it then was, where the rating is bad. */
  rated: Given & {
    readonly via: Via
    readonly followUp?: { readonly days: string; readonly article: string }
  }
  /** 非本人评价: the person served says that it was not his; it stays to be read and counts no more. */
  disowned: { readonly reason: string }
  /** 回访 */
  'called-back': { readonly reached: boolean; readonly note: string }
  /** 核实 */
  verified: { readonly found: 'true' | 'partly-true' | 'not-true'; readonly note: string }
  /** 整改 */
  fixed: { readonly note: string }
  /** 答复: ends the follow-up. */
  answered: { readonly text: string }
  /** 差评申诉: the office holds it to be a mistake or malicious. */
  appealed: { readonly grounds: string }
  /** 裁定: it stands, or is left out of the figures, with reasons that are published. */
  ruled: { readonly outcome: 'stands' | 'excluded'; readonly reasons: string }
  /** 追评 */
  'rated-again': Given
  /** 审核公开: words that may be published, as they are published, or why they are not. */
  'words-reviewed':
    | { readonly outcome: 'published'; readonly text: string }
    | { readonly outcome: 'withheld'; readonly reason: string }
}

export type RatingEntry = {
  [K in keyof RatingEntries]: { readonly kind: K; readonly content: RatingEntries[K] }
}[keyof RatingEntries]
