/**
 * Entries of evidence: what is kept of a holder, whether it may be offered, and who asked again for what was held.
 */
import type { Words } from '@mashang/kit'
import type { GivenFile } from './entries.ts'

/** 材料库 — entries of one piece of kept evidence. */
export interface EvidenceEntries {
  deposited: {
    /** Kind by which materials name it: `satisfied-by` of a definition. */
    readonly kind: string
    readonly title: Words
    readonly trust: 'A' | 'B'
    readonly holder: { readonly kind: 'person' | 'enterprise'; readonly code: string }
    readonly personId: string
    /** Day on which the original was seen, and by whom. */
    readonly seenOn: string
    readonly seenBy: string
    /** Last day it stands; absent = no end. */
    readonly validTo?: string
    readonly application: { readonly id: string; readonly number: string }
    readonly organ: string
    readonly files: readonly GivenFile[]
  }
}

/** Entries about offering a licence or a piece of evidence: its holder's word, both ways. */
export interface EvidenceOfferEntries {
  withheld: { readonly source: string }
  'offered-again': { readonly source: string }
}

/** 重复索要 — an organ asked for what the city holds already; refused, and counted. */
export interface RepeatedAskEntries {
  refused: {
    readonly application: { readonly id: string; readonly number: string }
    readonly item: { readonly code: string; readonly version: number }
    readonly organ: string
    readonly material: string
    readonly held: string
  }
}
