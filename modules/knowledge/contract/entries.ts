/**
 * Entries of the journals of questions and of questions often asked; what each of them is, is the fold of these.
 */

/** 咨询人 — who asks; answers reach them here, the office needs no more of them. */
export interface Asker {
  readonly personId: string
  readonly name: string
}

/** A law and its article, as an answer cites it. */
export interface Cited {
  readonly law: string
  readonly article: string
}

export interface QuestionEntries {
  asked: {
    readonly item: { readonly code: string; readonly version: number }
    /** The own case it is about. */
    readonly application?: { readonly id: string; readonly number: string }
    readonly organ: string
    readonly asker: Asker
    readonly text: string
  }
  answered: { readonly text: string; readonly cited: readonly Cited[]; readonly organ: string }
  'asked-further': { readonly text: string }
  'passed-on': { readonly from: string; readonly to: string; readonly reason: string }
  rated: { readonly helped: boolean }
}

/** A question and its answer as the public reads them, in both languages. */
export interface FaqTexts {
  readonly question: { readonly zh: string; readonly en: string }
  readonly answer: { readonly zh: string; readonly en: string }
}

export interface FaqEntries {
  proposed: FaqTexts & {
    readonly item: { readonly code: string; readonly version: number }
    readonly organ: string
    /** The question it was learnt from; its text is not taken over. */
    readonly from?: string
    readonly cited: readonly Cited[]
  }
  /** As the editor publishes it; `replaces` is superseded by it. */
  published: FaqTexts & { readonly version: number; readonly replaces?: string }
  declined: { readonly reason: string }
  /** Read again for another version of the item: it still holds. */
  confirmed: { readonly version: number }
  withdrawn: { readonly reason: string }
  superseded: { readonly by: string }
}
