/** Letters about a licence that was issued: what an organ decides or proposes about it. */
import type { DocumentBase, Rights } from './document-base.ts'

interface AboutALicence extends DocumentBase {
  readonly licence: {
    readonly name: string
    readonly number: string
    readonly validFrom: string
    readonly validUntil?: string
  }
  /** The ground of law, in words, and the article it stands in. */
  readonly ground: string
  readonly basis: string
  readonly reasons: readonly string[]
}

/** 拟撤销行政许可告知书 — the holder is told, and may state and defend until a day. */
export interface RevocationNotice extends AboutALicence {
  readonly answerBy: string
  /** Article of the right to be heard. */
  readonly heardUnder: string
  readonly how: readonly string[]
}

/** 撤销决定书, 撤回决定书, 注销决定书 — what ends a licence, with reasons and rights. */
export interface EndingDecision extends AboutALicence {
  /** What the holder stated, and was considered. */
  readonly statements?: readonly string[]
  readonly compensation?: string
  readonly rights: Rights
}

/** Kinds of these letters, with their data. */
export interface LicenceLetters {
  'revocation-notice': RevocationNotice
  'revocation-decision': EndingDecision
  'taking-back-decision': EndingDecision
  'cancellation-decision': EndingDecision
}
