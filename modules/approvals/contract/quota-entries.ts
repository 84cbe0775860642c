/**
 * Entries of a ledger of places: one for each pool of an item's quota. Their order is the order of acceptance.
 */

/** 办件 — who has a place or waits for one. */
export interface Entrant {
  readonly id: string
  readonly number: string
}

export interface QuotaEntries {
  /** 名额账 of an item: of a year, of a district, or of all */
  opened: { readonly item: string; readonly year?: string; readonly value?: string }
  /** 登记名额: at acceptance, in the order of this ledger; with a place, or waiting for one */
  entered: Entrant & { readonly place: boolean; readonly places: number }
  /** 退出: the place, or the place in the line, is free again */
  left: Entrant & { readonly why: string }
  /** 递补: the first who waited has a place now */
  'moved-up': Entrant
  /** 并入: the case that this one was merged into stands in its place */
  'taken-over': { readonly from: Entrant; readonly to: Entrant }
  /** 宣布摇号: once, after the last day; what it is drawn by comes to be with this entry, and nobody knew it before */
  'draw-called': { readonly places: number; readonly entrants: number }
  /** 摇号: by the root of the public log right behind the call, so that anybody can draw it again; all who entered, as they were drawn */
  drawn: {
    readonly log: { readonly size: number; readonly root: string }
    readonly places: number
    readonly order: readonly Entrant[]
  }
}
