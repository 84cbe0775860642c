/**
 * Loads a question or a question often asked and writes to it: entries and summary in one transaction, on the revision
 * that was seen.
 */
import type { Refusal } from '@mashang/kit'
import {
  type Append,
  type CaseStream,
  type CaseWrite,
  findStoredCase,
  type NewEntry,
  prepareStoredCase,
  type StoredCase,
  writeStoredCase,
} from '@mashang/store'
import type { FaqEntries, QuestionEntries } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import { type Faq, faqOf } from '../rules/faq.ts'
import { type Question, questionOf } from '../rules/question.ts'
import { saveFaq, saveQuestion } from './summaries.ts'

type Kept<Entries> = {
  [K in keyof Entries]: { readonly kind: K; readonly content: Entries[K] }
}[keyof Entries]
export type QuestionEntry = Kept<QuestionEntries>
export type FaqEntry = Kept<FaqEntries>

export interface Stream<State, One> {
  find(id: string): Promise<StoredCase<State> | undefined>
  /** The append and what the state is after it. */
  prepare(write: CaseWrite<State, One>): { readonly append: Append; readonly state: State }
  /** Appends; answers with the state as it is then, or `case-changed` when somebody was faster. */
  write(write: CaseWrite<State, One>): Promise<StoredCase<State> | Refusal>
}

function streamOf<State, One extends NewEntry>(inside: Inside, kind: CaseStream<State>): Stream<State, One> {
  return {
    find: (id) => findStoredCase(inside, kind, id),
    prepare: (write) => prepareStoredCase(inside, kind, write),
    write: (write) => writeStoredCase(inside, kind, write),
  }
}

export function questionStream(inside: Inside): Stream<Question, QuestionEntry> {
  return streamOf(inside, {
    stream: 'question',
    fold: questionOf,
    summaries: (id, question) => saveQuestion(inside, id, question),
  })
}

export function faqStream(inside: Inside): Stream<Faq, FaqEntry> {
  return streamOf(inside, { stream: 'faq', fold: faqOf, summaries: (id, faq) => saveFaq(inside, id, faq) })
}
