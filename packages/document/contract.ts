/**
 * The official documents: what each one says, as data. Every text stands in the document as it is given here
 * (never as markup); law, limits and rights are handed in, none is written into a template.
 *
 * Dates are `YYYY-MM-DD` (Asia/Shanghai), instants ISO 8601.
 */
import type { Bulletin } from './bulletin-contract.ts'
import type { Applicant, DocumentBase, DueDate, Language, Rights } from './document-base.ts'
import type { FeeData } from './fee-contract.ts'
import type { LicenceLetters } from './licence-letters.ts'
import type { ProcedureData } from './procedure-contract.ts'
import type { ProjectLetters } from './project-letters.ts'

import type { FormDocument, GuideBook, Limit, OneTimeNotice } from './sheet-contract.ts'

export type { Bulletin } from './bulletin-contract.ts'
export type * from './document-base.ts'
export type {
  FormDocument,
  FormField,
  FormSection,
  GuideBook,
  Limit,
  NoticeMaterial,
  OneTimeNotice,
} from './sheet-contract.ts'

/** 申请材料接收凭证 — material receipt: what was handed in, when, and what happens next. */
export interface MaterialReceipt extends DocumentBase {
  readonly receivedAt: string
  /** e.g. 网上申请, 窗口. */
  readonly channel?: string
  readonly materials: readonly ReceivedMaterial[]
  /** When and how the applicant will hear, e.g. within five working days; a line of the city's data. */
  readonly next?: readonly string[]
}

export interface ReceivedMaterial {
  readonly name: string
  /** Original, copy, electronic … */
  readonly form?: string
  readonly copies?: number
  readonly pages?: number
  /** First characters of the file's SHA-256, so that the receipt proves what was received. */
  readonly digest?: string
  readonly note?: string
}

/** 补正告知书 — correction notice (一次性告知单): everything that is missing or wrong, told once and in full. */
export interface CorrectionNotice extends DocumentBase {
  readonly receivedOn: string
  readonly basis: string
  readonly corrections: readonly Correction[]
  readonly submitBy?: string
  /** How to hand in: online address, window, post. */
  readonly how?: readonly string[]
}

export interface Correction {
  readonly material: string
  readonly problem: string
  readonly remedy: string
  readonly basis?: string
}

/** 不予受理决定书 — decline: not this organ's authority; names the right organ. */
export interface DeclineDecision extends DocumentBase {
  readonly receivedOn: string
  readonly reasons: readonly string[]
  readonly basis: string
  readonly rightOrgan?: {
    readonly name: string
    readonly address?: string
    readonly phone?: string
    readonly url?: string
  }
  readonly rights: Rights
}

/** 不需许可告知书 — not-needed notice: the matter needs no licence. */
export interface NotNeededNotice extends DocumentBase {
  readonly receivedOn: string
  readonly reasons: readonly string[]
  readonly basis: string
  readonly rights?: Rights
}

/** 受理通知书 — acceptance notice, with both due dates and why. */
export interface AcceptanceNotice extends DocumentBase {
  readonly receivedOn: string
  readonly acceptedOn: string
  readonly basis: string
  readonly statutory: DueDate
  readonly promised: DueDate
  /** Accepted because nobody asked for a correction in time (逾期不告知). */
  readonly deemed?: boolean
}

/** 特别程序告知书 — clock-stop notice: a procedure whose time does not count. */
export interface ClockStopNotice extends DocumentBase {
  readonly acceptedOn: string
  /** e.g. 专家评审, 检验, 听证. */
  readonly procedure: string
  readonly reason: string
  readonly basis: string
  readonly from: string
  readonly expected: Limit
  readonly expectedUntil?: string
}

/** 恢复计时告知书 — clock-resume notice: the procedure has ended, the new due dates. */
export interface ClockResumeNotice extends DocumentBase {
  readonly procedure: string
  readonly basis: string
  readonly from: string
  readonly until: string
  readonly outcome?: string
  readonly statutory: DueDate
  readonly promised: DueDate
}

/** 延期告知书 — extension notice: approved by the organ's head, with the reason. */
export interface ExtensionNotice extends DocumentBase {
  readonly acceptedOn: string
  readonly reason: string
  readonly basis: string
  readonly approvedBy: string
  readonly by: Limit
  readonly formerDue: string
  readonly statutory: DueDate
}

/** 准予行政许可决定书 — grant. */
export interface GrantDecision extends DocumentBase {
  readonly acceptedOn: string
  readonly basis: string
  /** What is granted, line by line. */
  readonly grants: readonly string[]
  readonly conditions?: readonly string[]
  readonly licence?: {
    readonly name: string
    readonly number: string
    readonly validFrom?: string
    readonly validUntil?: string
  }
  readonly delivery?: { readonly within: Limit; readonly how: string; readonly basis?: string }
}

/** 不予行政许可决定书 — refusal, with reasons and rights. */
export interface RefusalDecision extends DocumentBase {
  readonly acceptedOn: string
  /** What the review found. */
  readonly facts?: readonly string[]
  readonly reasons: readonly string[]
  readonly basis: string
  readonly rights: Rights
}

/** 送达回证 — delivery record; open lines are left blank to be filled by hand. */
export interface DeliveryRecord extends DocumentBase {
  readonly delivered: readonly {
    readonly name: string
    readonly documentNumber: string
    readonly copies?: number
  }[]
  /** e.g. 电子送达, 直接送达, 邮寄送达. */
  readonly method: string
  readonly place?: string
  readonly deliveredAt?: string
  readonly receivedBy?: string
  readonly relation?: string
  readonly deliverers?: readonly string[]
  readonly remarks?: string
}

/** 证照 — the licence itself. */
export interface Licence extends DocumentBase {
  readonly licenceName: string
  readonly licenceNameEn?: string
  readonly licenceNumber: string
  /** 正本, 副本 … */
  readonly copy?: string
  /** Electronic licence identifier of GB/T 36904. */
  readonly identifier?: string
  readonly holder: Applicant
  /** Lines under the holder in order: address, person in charge, scope … A long one moves to an annex page. */
  readonly details: readonly { readonly label: string; readonly value: string }[]
  readonly validFrom: string
  /** Absent: valid without an end. */
  readonly validUntil?: string
  readonly conditions?: readonly string[]
}

/** 撤回申请确认书 — withdrawal confirmation. */
export interface WithdrawalConfirmation extends DocumentBase {
  readonly appliedOn: string
  readonly withdrawnOn: string
  readonly reason?: string
  readonly basis?: string
  readonly returned?: readonly string[]
}

/** Every kind that is signed and sealed, with its data. */
export interface IssuedData
  extends LicenceLetters,
    ProcedureData<DocumentBase>,
    FeeData<DocumentBase>,
    ProjectLetters {
  'material-receipt': MaterialReceipt
  'correction-notice': CorrectionNotice
  'decline-decision': DeclineDecision
  'not-needed-notice': NotNeededNotice
  'acceptance-notice': AcceptanceNotice
  'clock-stop-notice': ClockStopNotice
  'clock-resume-notice': ClockResumeNotice
  'extension-notice': ExtensionNotice
  'grant-decision': GrantDecision
  'refusal-decision': RefusalDecision
  'delivery-record': DeliveryRecord
  licence: Licence
  'withdrawal-confirmation': WithdrawalConfirmation
}

/** Every kind, with its data. */
export interface DocumentData extends IssuedData {
  'one-time-notice': OneTimeNotice
  'guide-book': GuideBook
  bulletin: Bulletin
  'blank-form': FormDocument
  'sample-form': FormDocument
  'application-form': FormDocument
}

export type IssuedKind = keyof IssuedData
export type DocumentKind = keyof DocumentData

/** An issued document. */
export interface Issued {
  readonly pdf: Uint8Array
  /** SHA-256 of the file in hex: its address in the file store, and what the journal keeps. */
  readonly digest: string
}

/** What the signature of a PDF proves. */
export interface SignatureCheck {
  /** The bytes are exactly those that were signed, the whole file is covered, and the chain ends at a trusted root. */
  readonly valid: boolean
  /** Why not, as a code: `not-a-pdf`, `not-signed`, `not-whole`, `changed`, `not-trusted`, `not-in-time`. */
  readonly reason?: string
  /** Common name of the signing certificate, and its issuer's. */
  readonly signer?: string
  readonly issuer?: string
  /** Signing time as signed, ISO 8601. */
  readonly at?: string
  /** SHA-256 of the file in hex. */
  readonly digest: string
}

export interface Documents {
  /**
   * An unsigned PDF. Kinds that would be issued carry a preview mark instead of the seal (in English: a note
   * that the Chinese document prevails); notices and forms are final as they are.
   */
  render<K extends DocumentKind>(kind: K, data: DocumentData[K], language?: Language): Promise<Uint8Array>
  /** Sealed and digitally signed, in Chinese. `at` is the signing time. */
  issue<K extends IssuedKind>(kind: K, data: IssuedData[K], at?: Date): Promise<Issued>
  /** Checks a PDF against the certificate this city signs with. */
  verify(pdf: Uint8Array): Promise<SignatureCheck>
  /** Ends the typesetting workers. */
  close(): Promise<void>
}
