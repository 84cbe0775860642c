/** Entries of early guidance: the personal list, and meetings with their minutes. */
import type { GuidanceList } from './guidance.ts'

/** Who answers for something: an organ by its id, or the owner of the project. */
export type Party = string
export const OWNER: Party = 'owner'

/** 会议纪要 — one point of the minutes: what is to be done, by whom, until when. */
export interface PointGiven {
  readonly id: string
  readonly text: string
  readonly party: Party
  /** Last day, YYYY-MM-DD. */
  readonly due: string
}

export interface GuidanceEntries {
  /** 前期辅导: the owner asks for it. */
  'guidance-requested': { readonly question: string }
  /** 辅导专员: named by the office that leads the first stage. */
  'assistant-assigned': {
    readonly organ: string
    readonly assistant: { readonly id: string; readonly name: string }
    readonly phone: string
  }
  /** 审批事项清单: everything the project will need, as it was told on that day. */
  'guidance-listed': { readonly version: number; readonly list: GuidanceList; readonly note: string }
  /** 清单外材料: asked for after the list was given, and not on it. */
  'material-named-later': {
    readonly organ: string
    readonly material: string
    readonly reason: string
    /** The application whose correction asked for it, where one did. */
    readonly application?: string
    readonly number?: string
  }
  'meeting-called': {
    readonly meeting: string
    /** Organ of the one who calls it. */
    readonly organ: string
    readonly subject: string
    readonly on: string
    readonly time: string
    readonly place: string
    readonly online: boolean
    readonly offices: readonly string[]
  }
  'meeting-answered': {
    readonly meeting: string
    readonly party: Party
    readonly coming: boolean
    readonly person: string
    readonly note: string
  }
  'meeting-cancelled': { readonly meeting: string; readonly reason: string }
  'minutes-written': {
    readonly meeting: string
    readonly present: readonly { readonly party: Party; readonly name: string }[]
    readonly summary: string
    readonly points: readonly PointGiven[]
    /** For the offices alone. */
    readonly internal: string
  }
  'minutes-signed': { readonly meeting: string; readonly party: Party }
  'point-done': { readonly meeting: string; readonly point: string; readonly note: string }
}
