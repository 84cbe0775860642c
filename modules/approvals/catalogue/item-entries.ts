/** Entries of an item's journal: what the catalogue office, an import or the profile did to its versions. */
import type { Basis } from '@mashang/flow'
import type { DraftOrigin } from '../contract/index.ts'

interface OfVersion {
  readonly code: string
  readonly version: number
}

/** A definition as it was written down, with the names that a list shows of it. */
interface Written extends OfVersion {
  readonly source: string
  readonly digest: string
  readonly definition: unknown
  /** Names as they stood then, where the definition does not lead to an organ. */
  readonly organ: string
  readonly organName: string
  readonly name: string
}

export interface ItemEntries {
  imported: Written
  /** 拟制: begun at the desk, from nothing or from other versions. */
  drafted: Written & { readonly origin: DraftOrigin }
  redrafted: Written
  /** 作废: a draft that is not gone on with. */
  discarded: OfVersion & { readonly reason: string }
  /** 送审 */
  submitted: OfVersion & { readonly digest: string; readonly note: string }
  /** 退回修改, or recalled by its author. */
  returned: OfVersion & { readonly reason: string }
  /** 审核通过, by another person than wrote it. */
  approved: OfVersion & { readonly digest: string; readonly note: string }
  /** 公布; `from` is the day chosen at publication, `digest` that of the definition with this day. */
  published: OfVersion & { readonly digest: string; readonly from?: string }
  suspended: OfVersion & { readonly reason: string }
  resumed: OfVersion & { readonly reason: string }
  /** 取消 from the day `on`; what takes its place, if anything does. */
  cancelled: OfVersion & {
    readonly on: string
    readonly reason: string
    readonly basis?: Basis
    readonly successors: readonly string[]
  }
}

export type ItemEntryKind = keyof ItemEntries

export type ItemEntry = {
  [K in ItemEntryKind]: { readonly kind: K; readonly content: ItemEntries[K] }
}[ItemEntryKind]
