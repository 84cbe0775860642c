/**
 * Entries of the journal of one request for help; what it is, is the fold of these.
 */

/** 委托人 — who is helped, and in whose name an assistant acts under a mandate. */
export interface Principal {
  readonly personId: string
  readonly name: string
  readonly phone: string
  /** The enterprise for which this person applies. */
  readonly enterprise?: { readonly uscc: string; readonly name: string }
}

export const HELP_KINDS = ['guided', 'agency'] as const
/** 帮办 or 代办 — guided by an assistant, or done by the assistant in the principal's name. */
export type HelpKind = (typeof HELP_KINDS)[number]

export const CIRCUMSTANCES = ['elderly', 'disabled', 'none'] as const
export type Circumstance = (typeof CIRCUMSTANCES)[number]

export const PLACES = ['window', 'home', 'phone'] as const
export type Place = (typeof PLACES)[number]

export interface HelpEntries {
  requested: {
    readonly number: string
    readonly kind: HelpKind
    readonly item: { readonly code: string; readonly version: number }
    readonly application?: { readonly id: string; readonly number: string }
    readonly principal: Principal
    /** By the principal, or by a clerk for someone who stands at the window. */
    readonly by: 'self' | 'window'
    readonly circumstance: Circumstance
    readonly text: string
  }
  taken: { readonly assistant: { readonly id: string; readonly name: string } }
  written: { readonly from: 'principal' | 'assistant'; readonly text: string }
  /** For the office alone. */
  noted: { readonly text: string }
  appointed: { readonly day: string; readonly time: string; readonly place: Place; readonly detail: string }
  /** Materials that this situation needs, and those that are ready. */
  'checklist-set': { readonly needed: readonly string[]; readonly ready: readonly string[] }
  'mandate-offered': { readonly from: string; readonly to: string }
  /** The principal accepts the text by signing it online. */
  'mandate-signed': { readonly name: string }
  'mandate-revoked': { readonly by: 'principal' | 'assistant'; readonly reason: string }
  'intake-opened': { readonly draft: string }
  concluded: { readonly result: string }
  ended: { readonly by: 'principal' | 'assistant'; readonly reason: string }
}
