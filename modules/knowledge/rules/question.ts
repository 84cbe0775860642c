/**
 * What a question is: the fold of its entries.
 */
import { type Fold, type Folded, foldEntries } from '@mashang/flow'
import type { Cited, QuestionEntries } from '../contract/index.ts'

interface Answer {
  readonly text: string
  readonly cited: readonly Cited[]
  readonly organ: string
  readonly by: string
  readonly at: string
}

/** One asking and its answer: the question is the first, the further question the second. */
export interface Round {
  readonly text: string
  readonly askedAt: string
  readonly answer?: Answer
}

/** 咨询 — the state of a question. */
export type Question = Omit<QuestionEntries['asked'], 'text'> & {
  readonly revision: number
  readonly rounds: readonly Round[]
  readonly passed: readonly (QuestionEntries['passed-on'] & { readonly at: string })[]
  readonly helped?: boolean
}

function changed(
  before: Question | undefined,
  { kind, revision }: Pick<Folded, 'kind' | 'revision'>,
  change: (question: Question) => Partial<Question>,
): Question {
  if (!before) throw new Error(`a question begins with “asked”, not with “${kind}”`)
  return { ...before, ...change(before), revision }
}

const FOLD: Fold<Question | undefined, QuestionEntries> = {
  asked: (_, { text, ...rest }, { revision, at }) => ({
    ...rest,
    revision,
    rounds: [{ text, askedAt: at }],
    passed: [],
  }),
  answered: (before, content, entry) =>
    changed(before, entry, ({ rounds }) => ({
      rounds: rounds.map((round, index) =>
        index === rounds.length - 1
          ? { ...round, answer: { ...content, by: entry.actor.name, at: entry.at } }
          : round,
      ),
    })),
  // The answer that is asked about again has not settled it: what was said of it no longer counts.
  'asked-further': (before, { text }, entry) =>
    changed(before, entry, ({ rounds }) => ({
      rounds: [...rounds, { text, askedAt: entry.at }],
      helped: undefined,
    })),
  'passed-on': (before, content, entry) =>
    changed(before, entry, ({ passed }) => ({
      organ: content.to,
      passed: [...passed, { ...content, at: entry.at }],
    })),
  rated: (before, { helped }, entry) => changed(before, entry, () => ({ helped })),
}

/** Folds a journal into the question; undefined when there is none. */
export function questionOf(entries: readonly Folded[]): Question | undefined {
  return foldEntries<Question | undefined, QuestionEntries>(FOLD, undefined, entries)
}

/** The round that is answered last, or waits. */
export function lastRound({ rounds }: Question): Round {
  const round = rounds.at(-1)
  if (!round) throw new Error('a question has been asked at least once')
  return round
}

export function isWaiting(question: Question): boolean {
  return lastRound(question).answer === undefined
}
