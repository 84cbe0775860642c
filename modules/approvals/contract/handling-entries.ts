/**
 * Entries of how a case changes hands, is joined with another, and of how its record is put right.
 */
import type { StaffRef } from './staff-ref.ts'

/** 移送 — a case handed to the organ that is competent: offered, then taken, sent back once, or settled by a ruling. */
export interface Transfer {
  readonly from: string
  readonly to: string
}

/** 重复办件合并 — the other case of a merge, as it stood. */
export interface MergedCase {
  readonly id: string
  readonly number: string
  readonly submittedAt: string
  readonly acceptedAt?: string
}

/** 更正 — one slip of the record: `form.<field>` or `applicant.name`, what stood there and what should. */
export interface RecordSlip {
  readonly target: string
  readonly was: unknown
  readonly is: unknown
}

/** A document that is issued anew because of a rectification. */
export interface DocumentRef {
  readonly id: string
  readonly kind: string
  readonly number: string
  /** The entry of the case that had called for it. */
  readonly revision: number
}

export interface Rectification {
  readonly slips: readonly RecordSlip[]
  readonly reason: string
  readonly documents: readonly DocumentRef[]
}

export interface HandlingEntries {
  /** 转办: to another officer of the same organ */
  reassigned: { readonly to: StaffRef; readonly reason: string }
  /** 移送: to another organ, which takes it or sends it back once */
  'transfer-offered': Transfer & { readonly reason: string; readonly basis: string }
  'transfer-taken': Transfer
  'transfer-sent-back': Transfer & { readonly reason: string }
  /** 指定管辖: the centre says whose case it is, and that is final */
  'transfer-ruled': Transfer & { readonly reason: string }
  /** 重复办件合并: this case ends in another */
  merged: { readonly into: Pick<MergedCase, 'id' | 'number'>; readonly reason: string }
  /** 并入: another case ended in this one, and the earlier acceptance counts */
  'merged-in': { readonly from: MergedCase; readonly reason: string }
  /** 撤销合并: this case had ended in another by mistake, and goes on as it stood */
  'merge-undone': { readonly into: Pick<MergedCase, 'id' | 'number'>; readonly reason: string }
  /** 撤销并入: the case that had ended in this one goes on by itself; the own acceptance counts again */
  'merge-in-undone': { readonly from: Pick<MergedCase, 'id' | 'number'>; readonly reason: string }
  /** 更正 proposed: what stands in the record is wrong */
  'rectification-proposed': Rectification
  /** 更正 by a second person; the old values stay in the journal */
  rectified: Rectification & { readonly proposedBy: StaffRef }
  'rectification-rejected': { readonly reason: string }
}
