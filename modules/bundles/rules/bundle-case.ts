/**
 * What a running bundle is: the fold of its entries. Pure.
 */
import {
  type Bundle,
  type BundlePart,
  type Fold,
  type Folded,
  type FormValues,
  foldEntries,
  partsNeeded,
  type Work,
} from '@mashang/flow'
import type { BundleClerk, BundleEntries, BundleOwner, PartOrder, PartOutcome } from '../contract/index.ts'

/** The application that a part has become. */
export interface PartApplication {
  readonly application: string
  readonly number: string
  readonly organ: string
  readonly submittedAt: string
  readonly outcome?: PartOutcome
  readonly concludedAt?: string
}

/** What is to be handed to an office, and the revision at which it was ordered: the key of its submission. */
export interface StandingOrder extends PartOrder {
  readonly at: number
  readonly takenBy?: BundleClerk
}

/** 一件事办件 — the state of a bundle. */
export interface BundleCase {
  readonly revision: number
  readonly bundle: Bundle
  readonly circumstances: FormValues
  readonly owner: BundleOwner
  readonly works: readonly Work[]
  /** The clerk at whose window it was begun. */
  readonly takenBy?: BundleClerk
  /** In whose name, in words. */
  readonly applicant?: string
  readonly begunAt: string
  readonly submittedAt?: string
  readonly orders: ReadonlyMap<string, StandingOrder>
  readonly applications: ReadonlyMap<string, PartApplication>
  readonly returned: ReadonlyMap<
    string,
    { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }
  >
  readonly dropped: boolean
}

type Change<K extends keyof BundleEntries> = (
  state: BundleCase,
  content: BundleEntries[K],
  entry: Folded,
) => Partial<BundleCase>

const update =
  <K extends keyof BundleEntries>(change: Change<K>) =>
  (state: BundleCase | undefined, content: BundleEntries[K], entry: Folded): BundleCase => {
    if (!state) throw new Error(`a bundle begins with “begun”, not with “${entry.kind}”`)
    return { ...state, ...change(state, content, entry), revision: entry.revision }
  }

const without = <V>(map: ReadonlyMap<string, V>, gone: readonly string[]): ReadonlyMap<string, V> =>
  new Map([...map].filter(([key]) => !gone.includes(key)))

const FOLD: Fold<BundleCase | undefined, BundleEntries> = {
  begun: (_, content, entry) => ({
    ...content,
    revision: entry.revision,
    begunAt: entry.at,
    orders: new Map(),
    applications: new Map(),
    returned: new Map(),
    dropped: false,
  }),
  ordered: update<'ordered'>((state, { applicant, orders, takenBy }, { at, revision }) => {
    const parts = orders.map(({ part }) => part)
    return {
      applicant,
      submittedAt: state.submittedAt ?? at,
      orders: new Map([
        ...state.orders,
        ...orders.map(
          (order) => [order.part, { ...order, at: revision, ...(takenBy ? { takenBy } : {}) }] as const,
        ),
      ]),
      // Asked for once more: what was refused before is past.
      applications: without(state.applications, parts),
      returned: without(state.returned, parts),
    }
  }),
  'part-submitted': update<'part-submitted'>((state, { part, ...application }) => ({
    orders: without(state.orders, [part]),
    applications: new Map([...state.applications, [part, application]]),
  })),
  'part-returned': update<'part-returned'>((state, { part, code, facts }) => ({
    orders: without(state.orders, [part]),
    returned: new Map([...state.returned, [part, { code, facts }]]),
  })),
  'part-concluded': update<'part-concluded'>((state, { part, application, outcome, at }) => {
    const known = state.applications.get(part)
    if (known?.application !== application) return {}
    const concluded = { ...known, outcome, concludedAt: at }
    return { applications: new Map([...state.applications, [part, concluded]]) }
  }),
  dropped: update<'dropped'>(() => ({ dropped: true })),
}

/** Folds a journal into the bundle; undefined when there is none. */
export function bundleOf(entries: readonly Folded[]): BundleCase | undefined {
  return foldEntries<BundleCase | undefined, BundleEntries>(FOLD, undefined, entries)
}

/** Parts that its circumstances call for. */
export function partsOf({ bundle, circumstances }: BundleCase): readonly BundlePart[] {
  return partsNeeded(bundle, circumstances)
}
