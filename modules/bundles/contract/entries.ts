/**
 * Entries of a bundle's journal. What a bundle is, is the fold of these; nothing else is the truth.
 */
import type { Bundle, FormValues, Work } from '@mashang/flow'

/** 申请人 — who asks: oneself, or the enterprise one acts for. */
export type BundleApplicant =
  | { readonly kind: 'person' }
  | { readonly kind: 'enterprise'; readonly uscc: string }

/** Whose bundle it is. */
export interface BundleOwner {
  readonly personId: string
  readonly name: string
  readonly phone: string
}

/** The clerk at whose window it was begun. */
export interface BundleClerk {
  readonly id: string
  readonly name: string
}

/** 原件已核验 — files that a clerk compared with their original. */
export interface SeenOriginal {
  readonly material: string
  readonly digests: readonly string[]
  readonly by: BundleClerk
  readonly at: string
  readonly validTo?: string
}

/** What is handed to one office, fixed when everything was submitted. */
export interface PartOrder {
  readonly part: string
  readonly applicant: BundleApplicant
  readonly form: FormValues
  readonly materials: readonly {
    readonly material: string
    readonly files: readonly { readonly digest: string; readonly name: string }[]
  }[]
  /** Materials whose originals a clerk saw at a window. */
  readonly seen?: readonly SeenOriginal[]
  /** What the city holds and may use for this: material, and what stands for it. */
  readonly consents: readonly { readonly material: string; readonly source: string }[]
}

export interface BundleEntries {
  /** The definition as it stood, and the circumstances that were answered. */
  begun: {
    readonly bundle: Bundle
    readonly circumstances: FormValues
    readonly owner: BundleOwner
    /** Its needed parts with their promised working days, as they were then. */
    readonly works: readonly Work[]
    readonly takenBy?: BundleClerk
  }
  /** 一次提交: everything that goes to the offices, those that wait for others included; at a window by whom. */
  ordered: {
    readonly applicant: string
    readonly orders: readonly PartOrder[]
    readonly takenBy?: BundleClerk
  }
  'part-submitted': {
    readonly part: string
    readonly application: string
    readonly number: string
    readonly organ: string
    readonly submittedAt: string
  }
  /** An office could not be given a part: what is wrong with it is for the applicant to mend. */
  'part-returned': {
    readonly part: string
    readonly code: string
    readonly facts: Readonly<Record<string, unknown>>
  }
  'part-concluded': {
    readonly part: string
    readonly application: string
    readonly outcome: 'granted' | 'refused' | 'declined' | 'not-needed' | 'withdrawn'
    readonly at: string
  }
  dropped: Record<never, never>
}

export type PartOutcome = BundleEntries['part-concluded']['outcome']
