/**
 * Loads a question or a question often asked and writes to it: entries and summary in one transaction, on the revision
 * that was seen.
 */
import { createHash } from 'node:crypto'
import type { Folded } from '@mashang/flow'
import { type Actor, canonicalJson, isRefusal, type Refusal } from '@mashang/kit'
import type { Alongside, Append, Entry, NewEntry } from '@mashang/store'
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

/** One of a stream as it stands, with its journal. */
export interface Loaded<State> {
  readonly id: string
  readonly state: State
  readonly entries: readonly Entry[]
}

export interface Write<State, One> {
  readonly id: string
  readonly before: Loaded<State> | undefined
  readonly entries: readonly One[]
  readonly actor: Actor
  readonly once?: { readonly key: string; readonly bodyDigest: string }
}

export interface Stream<State, One> {
  find(id: string): Promise<Loaded<State> | undefined>
  /** The append and what the state is after it. */
  prepare(write: Write<State, One>): { readonly append: Append; readonly state: State }
  /** Appends; answers with the state as it is then, or `case-changed` when somebody was faster. */
  write(write: Write<State, One>): Promise<Loaded<State> | Refusal>
}

interface Kind<State extends { readonly revision: number }> {
  readonly name: string
  readonly fold: (entries: readonly Folded[]) => State | undefined
  readonly save: (id: string, state: State) => readonly Alongside[]
}

function streamOf<State extends { readonly revision: number }, One extends NewEntry>(
  { journal, clock }: Inside,
  { name, fold, save }: Kind<State>,
): Stream<State, One> {
  const find = async (id: string) => {
    const entries = await journal.read(name, id)
    const state = fold(entries)
    return state && { id, state, entries }
  }
  const prepare = ({ id, before, entries, actor, once }: Write<State, One>) => {
    const at = clock.now().toISOString()
    const expected = before?.state.revision ?? 0
    const news = entries.map((entry, index) => ({ ...entry, revision: expected + index + 1, at, actor }))
    const state = fold([...(before?.entries ?? []), ...news])
    if (!state) throw new Error('what is written to exists')
    const append: Append = {
      stream: name,
      caseId: id,
      expected,
      at,
      actor,
      entries,
      alongside: save(id, state),
      once: once && { ...once, answer: { id } },
    }
    return { append, state }
  }
  return {
    find,
    prepare,
    async write(write) {
      const { append, state } = prepare(write)
      const appended = await journal.append(append)
      if (isRefusal(appended)) return appended
      if (appended.outcome === 'appended')
        return { id: write.id, state, entries: [...(write.before?.entries ?? []), ...appended.entries] }
      const repeated = await find((appended.answer as { id: string }).id)
      if (!repeated) throw new Error('what was answered with exists')
      return repeated
    },
  }
}

export function questionStream(inside: Inside): Stream<Question, QuestionEntry> {
  return streamOf(inside, {
    name: 'question',
    fold: questionOf,
    save: (id, question) => saveQuestion(inside, id, question),
  })
}

export function faqStream(inside: Inside): Stream<Faq, FaqEntry> {
  return streamOf(inside, { name: 'faq', fold: faqOf, save: (id, faq) => saveFaq(inside, id, faq) })
}

/** SHA-256 of a request's body in its canonical form: what an idempotency key is bound to. */
export function bodyDigestOf(body: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(body))))
    .digest('hex')
}
