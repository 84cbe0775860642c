/** The accounts of a day: the fold of its entries. */
import { type Fold, type Folded, foldEntries } from '@mashang/flow'
import type { DayEntries } from '../contract/entries.ts'

interface Said {
  readonly at: string
  readonly by: string
}

export interface Day {
  readonly day: string
  readonly revision: number
  readonly file?: DayEntries['bank-file-read'] & Said
  /** Notes by the key of a difference. */
  readonly settled: ReadonlyMap<string, Said & { readonly note: string }>
  /** The last count of each cashier. */
  readonly tills: ReadonlyMap<string, DayEntries['till-counted'] & Said>
  readonly signed?: DayEntries['signed'] & Said
}

interface Opened {
  readonly day: string
}

export interface OpenedDayEntries extends DayEntries {
  /** The first act of a day opens its accounts. */
  opened: Opened
}

type Change<K extends keyof OpenedDayEntries> = (
  state: Day,
  content: OpenedDayEntries[K],
  entry: Folded,
) => Partial<Day>

const update =
  <K extends keyof OpenedDayEntries>(change: Change<K>) =>
  (state: Day | undefined, content: OpenedDayEntries[K], entry: Folded): Day => {
    if (!state) throw new Error(`the accounts of a day begin with “opened”, not with “${entry.kind}”`)
    return { ...state, ...change(state, content, entry), revision: entry.revision }
  }

const said = ({ at, actor }: Folded): Said => ({ at, by: actor.name })

const FOLD: Fold<Day | undefined, OpenedDayEntries> = {
  opened: (_, { day }, { revision }) => ({ day, revision, settled: new Map(), tills: new Map() }),
  'bank-file-read': update<'bank-file-read'>((_, file, entry) => ({ file: { ...file, ...said(entry) } })),
  'difference-settled': update<'difference-settled'>(({ settled }, { key, note }, entry) => ({
    settled: new Map([...settled, [key, { note, ...said(entry) }]]),
  })),
  'till-counted': update<'till-counted'>(({ tills }, count, entry) => ({
    tills: new Map([...tills, [count.cashier.id, { ...count, ...said(entry) }]]),
  })),
  signed: update<'signed'>((_, content, entry) => ({ signed: { ...content, ...said(entry) } })),
}

/** Folds a journal into the accounts of a day; undefined before anything was done about it. */
export function dayOf(entries: readonly Folded[]): Day | undefined {
  return foldEntries<Day | undefined, OpenedDayEntries>(FOLD, undefined, entries)
}
