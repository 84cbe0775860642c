/**
 * What a question often asked is: the fold of its entries.
 */
import { type Fold, type Folded, foldEntries } from '@mashang/flow'
import type { FaqEntries, FaqStatus, FaqTexts } from '../contract/index.ts'

/** 常见问题 — the state of one. */
export type Faq = FaqTexts &
  Omit<FaqEntries['proposed'], 'item'> & {
    readonly revision: number
    readonly item: string
    /** Version of the item against which it was read last. */
    readonly version: number
    readonly status: FaqStatus
    readonly proposedBy: { readonly id: string; readonly name: string }
    readonly proposedAt: string
    readonly publishedAt?: string
    readonly reason?: string
  }

function changed(
  before: Faq | undefined,
  { kind, revision }: Pick<Folded, 'kind' | 'revision'>,
  change: Partial<Faq>,
): Faq {
  if (!before) throw new Error(`a question often asked begins with “proposed”, not with “${kind}”`)
  return { ...before, ...change, revision }
}

const FOLD: Fold<Faq | undefined, FaqEntries> = {
  proposed: (_, { item, ...rest }, { revision, at, actor }) => ({
    ...rest,
    item: item.code,
    version: item.version,
    revision,
    status: 'proposed',
    proposedBy: { id: actor.id, name: actor.name },
    proposedAt: at,
  }),
  published: (before, { question, answer, version }, entry) =>
    changed(before, entry, { question, answer, version, status: 'published', publishedAt: entry.at }),
  declined: (before, { reason }, entry) => changed(before, entry, { status: 'declined', reason }),
  confirmed: (before, { version }, entry) => changed(before, entry, { version }),
  withdrawn: (before, { reason }, entry) => changed(before, entry, { status: 'withdrawn', reason }),
  superseded: (before, _, entry) => changed(before, entry, { status: 'superseded' }),
}

/** Folds a journal into the question often asked; undefined when there is none. */
export function faqOf(entries: readonly Folded[]): Faq | undefined {
  return foldEntries<Faq | undefined, FaqEntries>(FOLD, undefined, entries)
}
