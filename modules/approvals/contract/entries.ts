/**
 * Entries of an application's journal. What an application is, is the fold of these; nothing else is the truth.
 */
import type { ClockStopKind, FormValues, Situation } from '@mashang/flow'
import type { HandlingEntries } from './handling-entries.ts'
import type { StaffRef } from './staff-ref.ts'
import type { StepEntries } from './step-entries.ts'

/** 申请人 — who applies: a person for himself, or an enterprise through its agent. */
export type Applicant =
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly name: string
      readonly idCard: string
      readonly phone: string
    }
  | {
      readonly kind: 'enterprise'
      readonly personId: string
      readonly name: string
      readonly uscc: string
      readonly agent: string
      readonly idCard: string
      readonly phone: string
    }

/** Trust of evidence: A e-sealed by the issuing organ, B original seen, C uploaded, D self-declared. */
export type Trust = 'A' | 'B' | 'C' | 'D'

/** 代理 — who handed it in in the applicant's name, and the number of the mandate. */
export interface Agency {
  readonly agent: string
  readonly mandate: string
}

/** One uploaded file by its digest (its address), with the name the applicant gave it. */
export interface GivenFile {
  readonly digest: string
  readonly name: string
  readonly size: number
  readonly type: string
}

/** 材料 — what was given for one material of the definition. */
export interface GivenMaterial {
  readonly material: string
  readonly files: readonly GivenFile[]
  readonly trust: Trust
  /** Whose look at the original raised it to B; last day of the document, where it names one. */
  readonly seen?: { readonly by: StaffRef; readonly at: string; readonly validTo?: string }
  /** What the city holds already, in place of files: the number of a licence, or the account's identity. */
  readonly held?: string
  /** 同意使用 — the licence or kept evidence that was used, and on whose word: the applicant's, or told at a window. */
  readonly use?: { readonly source: string; readonly consent: 'applicant' | 'window' }
}

/** 补正 — one point to correct: `form.<field>` or `materials.<id>`, and what exactly. */
export interface CorrectionPoint {
  readonly target: string
  readonly what: string
}

/** 领取人 — who took a result at a window, with the identity that was checked. */
export interface Collector {
  /** The applicant, or for an enterprise its agent; else somebody he authorised. */
  readonly as: 'holder' | 'agent'
  readonly name: string
  readonly idLast4: string
  /** What the authorisation was, where somebody else collects. */
  readonly authorisation?: string
}

/** The licence an application acts on, as it was when the application was made. */
export interface ActedOn {
  readonly id: string
  readonly number: string
  readonly situation: Exclude<Situation, 'first'>
  /** Of a renewal: whether it was asked for in time, so that silence would renew it (许可法 50). */
  readonly inTime?: boolean
}

/** 电子签名 — what an enterprise signed its submission with; anyone may check it with the certificate alone. */
export interface SubmissionSignature {
  /** What was signed, UTF-8: the draft and the SHA-256 of what was submitted. */
  readonly text: string
  /** RSA PKCS #1 v1.5 with SHA-256, or SM2 with SM3 as DER; base64. */
  readonly signature: string
  /** X.509, base64 of its DER. */
  readonly certificate: string
  readonly signer: Signer
}

/** Whom the certificate names, who issued it, and for how long it is good. */
export interface Signer {
  readonly uscc: string
  readonly name: string
  readonly issuer: string
  readonly serial: string
  readonly fingerprint: string
  readonly algorithm: 'SM2' | 'RSA'
  readonly from: string
  readonly to: string
  /** By the demonstration's own authority. */
  readonly demo: boolean
}

export interface ApplicationEntries extends StepEntries, HandlingEntries {
  /** 提交 */
  submitted: {
    readonly number: string
    readonly item: { readonly code: string; readonly version: number }
    readonly channel: 'online' | 'window' | 'machine'
    readonly applicant: Applicant
    readonly form: FormValues
    readonly materials: readonly GivenMaterial[]
    readonly delivery: 'electronic' | 'post' | 'window'
    /** The licence that it renews, changes, has reissued or cancelled. */
    readonly licence?: ActedOn
    readonly signature?: SubmissionSignature
    readonly agency?: Agency
  }
  /** 一次性告知补正 (许可法 32) */
  'correction-requested': { readonly points: readonly CorrectionPoint[]; readonly note: string }
  /** 补正 */
  corrected: { readonly form: FormValues; readonly materials: readonly GivenMaterial[] }
  /** 受理; `silently` = nobody answered within the limit, so it counts from the day of receipt (许可法 32) */
  accepted: { readonly silently: boolean; readonly note: string }
  /** 不予受理, naming the right organ */
  declined: { readonly reason: string; readonly rightOrgan: string }
  /** 不需许可 */
  'found-not-needed': { readonly reason: string }
  /** 环节办结 */
  'step-concluded': {
    readonly step: string
    readonly passed: boolean
    readonly findings: string
    readonly staff: readonly StaffRef[]
    /** Next step, chosen by the definition; absent after a step that fails into the decision. */
    readonly next: string
    /** Organs that were asked and did not answer in time: they agreed. */
    readonly silent?: readonly string[]
  }
  /** 特别程序开始 (许可法 45) */
  'clock-stopped': { readonly kind: ClockStopKind; readonly reason: string; readonly expected: string }
  /** 特别程序结束 */
  'clock-resumed': { readonly note: string }
  /** 延期 (许可法 42) */
  extended: { readonly days: string; readonly reason: string }
  /** 准予/不予许可决定 */
  decided: {
    readonly outcome: 'grant' | 'refuse'
    readonly reasons: string
    readonly licence?: string
    /** 视为准予延续: nobody decided before the licence expired (许可法 50) */
    readonly silently?: boolean
  }
  /** 交寄 — handed to a carrier; delivered once it is signed for. */
  posted: { readonly carrier: string; readonly number: string }
  /** 送达 (许可法 44) */
  delivered: {
    readonly how: 'electronic' | 'post' | 'window'
    readonly note: string
    readonly collector?: Collector
  }
  /** 原件已核验 — a clerk saw the original of what had been uploaded (C → B). */
  'original-seen': { readonly material: string; readonly validTo?: string }
  /** 撤回申请 */
  withdrawn: { readonly reason: string }
  /** 督办提醒 */
  reminded: { readonly note: string; readonly automatic: boolean }
  /** 黄牌、红牌 */
  carded: {
    readonly colour: 'yellow' | 'red'
    readonly due: string
    readonly clock: 'promised' | 'statutory'
  }
  /** 申诉 — the office's head says why a card is not its fault. */
  'card-appealed': CardRef & { readonly grounds: string }
  /** 裁定 — supervision upholds a card that was appealed, or lifts it. */
  'card-ruled': CardRef & { readonly outcome: 'upheld' | 'lifted'; readonly reasons: string }
}

/** Which card: one of each colour and clock at most. */
export interface CardRef {
  readonly colour: 'yellow' | 'red'
  readonly clock: 'promised' | 'statutory'
}

export type ApplicationEntryKind = keyof ApplicationEntries

/** 文书 — entries of an official document's own journal. */
export interface DocumentEntries {
  issued: {
    readonly kind: string
    readonly number: string
    /** What its QR code carries: `/verify/<code>`. */
    readonly code: string
    readonly title: { readonly zh: string; readonly en: string }
    /** Of a letter about a licence that no application called for, absent. */
    readonly application?: string
    readonly applicationNumber?: string
    /** The entry that called for it, of the application or else of the licence: its revision and instant, the date on the document. */
    readonly revision: number
    readonly dated: string
    readonly organ: string
    /** SHA-256 of the signed PDF: its address in the file store. */
    readonly file: string
    readonly size: number
    /** What a stranger may see when verifying. */
    readonly shows: readonly { readonly label: string; readonly text: string }[]
    readonly licence?: string
    /** Which print of the licence this is; absent for letters about it, and for the first print of old ones. */
    readonly certificate?: number
    /** 更正 — the document that this one takes the place of. */
    readonly corrects?: { readonly id: string; readonly number: string }
  }
  /** 被更正后的文书替代 */
  replaced: { readonly by: string; readonly number: string }
}
