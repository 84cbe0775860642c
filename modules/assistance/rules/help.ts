/**
 * What a request for help is: the fold of its entries.
 */
import { type Fold, type Folded, foldEntries } from '@mashang/flow'
import type { HelpEntries, HelpStatus } from '../contract/index.ts'

/** 委托书 — as it was offered, signed, revoked. */
export interface Mandate {
  readonly from: string
  readonly to: string
  readonly offeredAt: string
  readonly signedAt?: string
  readonly revokedAt?: string
  readonly reason?: string
}

/** 帮办代办 — the state of one request. */
export type Help = HelpEntries['requested'] & {
  readonly revision: number
  readonly requestedAt: string
  readonly status: HelpStatus
  readonly assistant?: { readonly id: string; readonly name: string }
  readonly takenAt?: string
  readonly appointment?: HelpEntries['appointed']
  readonly checklist?: HelpEntries['checklist-set']
  /** The one that was offered last. */
  readonly mandate?: Mandate
  readonly intakes: readonly string[]
  readonly result?: string
}

type Change<K extends keyof HelpEntries> = (
  help: Help,
  content: HelpEntries[K],
  entry: Folded,
) => Partial<Help>

const update =
  <K extends keyof HelpEntries>(change: Change<K>) =>
  (help: Help | undefined, content: HelpEntries[K], entry: Folded): Help => {
    if (!help) throw new Error(`help begins with “requested”, not with “${entry.kind}”`)
    return { ...help, ...change(help, content, entry), revision: entry.revision }
  }

/** What ends the help ends the mandate with it (民法典 173). */
const endedMandate = ({ mandate }: Help, at: string, reason: string): Partial<Help> =>
  mandate && !mandate.revokedAt ? { mandate: { ...mandate, revokedAt: at, reason } } : {}

const FOLD: Fold<Help | undefined, HelpEntries> = {
  requested: (_, content, { revision, at }) => ({
    ...content,
    revision,
    requestedAt: at,
    status: 'waiting',
    intakes: [],
  }),
  taken: update<'taken'>((_, { assistant }, { at }) => ({ assistant, takenAt: at, status: 'taken' })),
  written: update<'written'>(() => ({})),
  noted: update<'noted'>(() => ({})),
  appointed: update<'appointed'>((_, appointment) => ({ appointment })),
  'checklist-set': update<'checklist-set'>((_, checklist) => ({ checklist })),
  'mandate-offered': update<'mandate-offered'>((_, { from, to }, { at }) => ({
    mandate: { from, to, offeredAt: at },
  })),
  'mandate-signed': update<'mandate-signed'>(({ mandate }, _, { at }) => ({
    ...(mandate ? { mandate: { ...mandate, signedAt: at } } : {}),
  })),
  'mandate-revoked': update<'mandate-revoked'>((help, { reason }, { at }) => endedMandate(help, at, reason)),
  'intake-opened': update<'intake-opened'>(({ intakes }, { draft }) => ({ intakes: [...intakes, draft] })),
  concluded: update<'concluded'>((help, { result }, { at }) => ({
    ...endedMandate(help, at, result),
    status: 'concluded',
    result,
  })),
  ended: update<'ended'>((help, { reason }, { at }) => ({
    ...endedMandate(help, at, reason),
    status: 'ended',
    result: reason,
  })),
}

/** Folds a journal into the request; undefined when there is none. */
export function helpOf(entries: readonly Folded[]): Help | undefined {
  return foldEntries<Help | undefined, HelpEntries>(FOLD, undefined, entries)
}

export function isOver({ status }: Pick<Help, 'status'>): boolean {
  return status === 'concluded' || status === 'ended'
}
