/**
 * 经办 — in whose hands a case is, what it was joined with, and what of its record was put right: part of its fold.
 */
import type { Folded } from '@mashang/flow'
import type {
  ApplicationStatus,
  HandlingEntries,
  MergedCase,
  Rectification,
  StaffRef,
} from '../contract/index.ts'

interface Signed {
  readonly at: string
  readonly by: StaffRef
}

export interface TransferRecord extends Signed {
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly basis: string
  readonly state: 'offered' | 'sent-back' | 'settled'
  readonly sentBack?: Signed & { readonly reason: string }
  /** How it ended: with which organ, and by whose ruling if there was one. */
  readonly settled?: Signed & { readonly organ: string; readonly ruling?: string }
}

/** How a case stood when it ended in another: so it goes on when that is undone. */
export interface BeforeMerge {
  readonly status: ApplicationStatus
  readonly step?: string
  readonly stepSince?: string
  /** When the clock stop began that was open; it is open again afterwards. */
  readonly stoppedSince?: string
}

export interface Handling {
  /** The organ it was transferred to, where that is not the item's own. */
  readonly organ?: string
  /** Who was handed it within the organ. */
  readonly assignee?: StaffRef
  readonly transfer?: TransferRecord
  readonly mergedInto?: Signed & HandlingEntries['merged'] & { readonly before?: BeforeMerge }
  readonly mergedIn: readonly (Signed & { readonly from: MergedCase; readonly reason: string })[]
  /** When this case was accepted itself, where an earlier acceptance counts. */
  readonly acceptedItself?: string
  /** Merges that were undone: of this case into the other, or of the other into this. */
  readonly undone: readonly (Signed & {
    readonly which: 'into' | 'in'
    readonly other: Pick<MergedCase, 'id' | 'number'>
    readonly reason: string
  })[]
  /** Proposed, and waiting for a second person. */
  readonly proposal?: Signed & Rectification
  readonly rectified: readonly (Signed & HandlingEntries['rectified'])[]
}

export const IN_ITS_OWN_HANDS: Handling = { mergedIn: [], undone: [], rectified: [] }

type Change<K extends keyof HandlingEntries> = (
  state: Handling,
  content: HandlingEntries[K],
  entry: Folded,
) => Handling

const signed = ({ at, actor }: Folded): Signed => ({ at, by: { id: actor.id, name: actor.name } })

const settle = (state: Handling, to: string, entry: Folded, ruling?: string): Handling => ({
  ...state,
  organ: to,
  // Whoever had it in the organ before has it no longer.
  assignee: undefined,
  transfer: state.transfer && {
    ...state.transfer,
    state: 'settled',
    settled: { ...signed(entry), organ: to, ...(ruling === undefined ? {} : { ruling }) },
  },
})

/** How each of these entries changes the handling of a case. */
export const HANDLE: { readonly [K in keyof HandlingEntries]: Change<K> } = {
  reassigned: (state, { to }) => ({ ...state, assignee: to }),
  'transfer-offered': (state, { from, to, reason, basis }, entry) => ({
    ...state,
    transfer: { from, to, reason, basis, ...signed(entry), state: 'offered' },
  }),
  'transfer-taken': (state, { to }, entry) => settle(state, to, entry),
  'transfer-sent-back': (state, { reason }, entry) => ({
    ...state,
    transfer: state.transfer && {
      ...state.transfer,
      state: 'sent-back',
      sentBack: { ...signed(entry), reason },
    },
  }),
  'transfer-ruled': (state, { to, reason }, entry) => settle(state, to, entry, reason),
  merged: (state, content, entry) => ({ ...state, mergedInto: { ...content, ...signed(entry) } }),
  'merged-in': (state, content, entry) => ({
    ...state,
    mergedIn: [...state.mergedIn, { ...content, ...signed(entry) }],
  }),
  'merge-undone': (state, { into, reason }, entry) => ({
    ...state,
    mergedInto: undefined,
    undone: [...state.undone, { which: 'into', other: into, reason, ...signed(entry) }],
  }),
  'merge-in-undone': (state, { from, reason }, entry) => ({
    ...state,
    mergedIn: state.mergedIn.filter((one) => one.from.id !== from.id),
    undone: [...state.undone, { which: 'in', other: from, reason, ...signed(entry) }],
  }),
  'rectification-proposed': (state, { slips, reason, documents }, entry) => ({
    ...state,
    proposal: { slips, reason, documents, ...signed(entry) },
  }),
  rectified: (state, content, entry) => ({
    ...state,
    proposal: undefined,
    rectified: [...state.rectified, { ...content, ...signed(entry) }],
  }),
  'rectification-rejected': (state) => ({ ...state, proposal: undefined }),
}
