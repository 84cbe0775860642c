import { wordsToKeep } from '@mashang/search'
import type { Alongside, Summary } from '@mashang/store'
import type { Insertable } from 'kysely'
import type { Inside } from '../inside.ts'
import { anAnswerIsDueWithinThePromise } from '../rules/asking.ts'
import { type Faq, faqOf } from '../rules/faq.ts'
import { lastRound, type Question, questionOf } from '../rules/question.ts'
import type { FaqTable, QuestionTable } from './tables.ts'

function questionRow(inside: Inside, id: string, question: Question): Insertable<QuestionTable> {
  const now = inside.clock.now()
  const last = lastRound(question)
  const clocks = question.rounds.map((round) => anAnswerIsDueWithinThePromise(round, { ...inside, now }))
  return {
    id,
    revision: question.revision,
    item_code: question.item.code,
    organ: question.organ,
    person_id: question.asker.personId,
    text: last.text,
    status: last.answer ? 'answered' : 'waiting',
    asked_at: last.askedAt,
    due: clocks.at(-1)?.reckoned.due ?? '',
    answered_at: last.answer?.at ?? null,
    late: question.rounds.some((round, index) => round.answer !== undefined && clocks[index]?.overdue),
    helped: question.helped ?? null,
  }
}

export function saveQuestion(inside: Inside, id: string, question: Question): readonly Alongside[] {
  const { id: _, ...rest } = questionRow(inside, id, question)
  return [
    inside.db
      .insertInto('question')
      .values({ id, ...rest })
      .onConflict((on) => on.column('id').doUpdateSet(rest)),
  ]
}

/** Words of both languages, as a search looks for them. */
export function wordsOf({ zh, en = '' }: { readonly zh: string; readonly en?: string }): readonly string[] {
  return wordsToKeep(`${zh} ${en}`)
}

function faqRow(id: string, faq: Faq): Insertable<FaqTable> {
  return {
    id,
    revision: faq.revision,
    item_code: faq.item,
    item_version: faq.version,
    organ: faq.organ,
    status: faq.status,
    question: JSON.stringify(faq.question),
    answer: JSON.stringify(faq.answer),
    cited: JSON.stringify(faq.cited),
    published_at: faq.publishedAt ?? null,
    asked_words: wordsOf(faq.question),
    told_words: wordsOf(faq.answer),
  }
}

export function saveFaq({ db }: Inside, id: string, faq: Faq): readonly Alongside[] {
  const { id: _, ...rest } = faqRow(id, faq)
  return [
    db
      .insertInto('faq')
      .values({ id, ...rest })
      .onConflict((on) => on.column('id').doUpdateSet(rest)),
  ]
}

/** Summary tables of the module, made again from the journal alone. */
export function knowledgeSummaries(inside: Inside): readonly Summary[] {
  return [
    {
      name: 'knowledge.question',
      streams: ['question'],
      clear: () => [inside.db.deleteFrom('question')],
      project: (id, entries) => {
        const question = questionOf(entries)
        return question ? saveQuestion(inside, id, question) : []
      },
    },
    {
      name: 'knowledge.faq',
      streams: ['faq'],
      clear: () => [inside.db.deleteFrom('faq')],
      project: (id, entries) => {
        const faq = faqOf(entries)
        return faq ? saveFaq(inside, id, faq) : []
      },
    },
  ]
}
