/**
 * 咨询 — asked, answered in time, asked once more, passed on. Pure.
 */
import { type CityLimits, type Due, due, parsePeriod, remainingWorkingDays } from '@mashang/flow'
import { type Calendar, type FieldRefusal, isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { Cited } from '../contract/index.ts'
import { isWaiting, lastRound, type Question, type Round } from './question.ts'

const SHORTEST = 5

/** What is asked has to be said; one word cannot be answered. */
export function aQuestionSaysWhatIsAsked(text: string): string | Refusal {
  const said = text.trim()
  if (said.length >= SHORTEST) return said
  return refuse('form-has-errors', {
    rule: 'aQuestionSaysWhatIsAsked',
    facts: { count: 1 },
    fields: [{ path: 'text', code: 'question-too-short', facts: { shortest: SHORTEST } }],
  })
}

/** Times of a round: the day it is due and why, and whether that day has passed. */
export interface RoundClock {
  readonly reckoned: Due
  readonly remaining: number
  readonly overdue: boolean
}

interface Reckoning {
  readonly limit: CityLimits['question']
  readonly calendar: Calendar
  readonly now: Date
}

/** Each asking has its own clock, from the day it was asked; an answer after its last day is late. */
export function anAnswerIsDueWithinThePromise(round: Round, { limit, calendar, now }: Reckoning): RoundClock {
  const period = parsePeriod(limit.days)
  if (isRefusal(period)) throw new Error(`the limit “${limit.days}” is no period`)
  const { law, article } = limit.basis
  const at = round.answer ? new Date(round.answer.at) : now
  const reckoned = due({
    start: round.askedAt,
    period,
    calendar,
    now: at,
    event: { zh: '收到咨询', en: 'the question' },
    label: { zh: '答复咨询的期限', en: 'The time to answer' },
    article: `《${law}》${article ?? ''}`,
  })
  if (isRefusal(reckoned)) throw new Error(`no day to answer by: ${reckoned.code}`)
  return {
    reckoned,
    remaining: remainingWorkingDays(at, reckoned.due, calendar),
    overdue: reckoned.state === 'overdue',
  }
}

/** A question is answered once; what is unclear in the answer is asked about again. */
export function aQuestionIsAnsweredOnce(
  question: Question,
  cited: readonly Cited[],
  laws: readonly { readonly name: string }[],
): Refusal | undefined {
  if (!isWaiting(question)) return refuse('question-answered', { rule: 'aQuestionIsAnsweredOnce' })
  return onlyLawsOfTheCityAreCited(cited, laws)
}

export function onlyLawsOfTheCityAreCited(
  cited: readonly Cited[],
  laws: readonly { readonly name: string }[],
): Refusal | undefined {
  const known = new Set(laws.map(({ name }) => name))
  const fields: FieldRefusal[] = cited.flatMap(({ law, article }, index) => {
    if (!known.has(law)) return [{ path: `cited.${index}.law`, code: 'law-not-known', facts: { law } }]
    return article.trim() === ''
      ? [{ path: `cited.${index}.article`, code: 'article-missing', facts: { law } }]
      : []
  })
  if (fields.length === 0) return undefined
  return refuse('form-has-errors', {
    rule: 'onlyLawsOfTheCityAreCited',
    facts: { count: fields.length },
    fields,
  })
}

/** 追问 — after the answer one may ask once more; whoever has more to ask begins a new question. */
export function oneMayAskFurtherOnce(question: Question, mostFurther: number): Refusal | undefined {
  if (isWaiting(question)) return refuse('question-waits', { rule: 'oneMayAskFurtherOnce' })
  if (question.rounds.length <= mostFurther) return undefined
  return refuse('further-question-used', { rule: 'oneMayAskFurtherOnce', facts: { count: mostFurther } })
}

/** Passed on to the organ that can answer, never back to one that had it: nobody is sent in a circle. */
export function aQuestionIsNotSentInACircle(
  question: Question,
  to: string,
  organs: ReadonlyMap<string, unknown>,
): Refusal | undefined {
  if (!isWaiting(question)) return refuse('question-answered', { rule: 'aQuestionIsNotSentInACircle' })
  if (!organs.has(to)) return refuse('organ-not-known', { facts: { organ: to } })
  const had = [question.organ, ...question.passed.map(({ from }) => from)]
  if (!had.includes(to)) return undefined
  return refuse('question-passed-back', { rule: 'aQuestionIsNotSentInACircle', facts: { organ: to } })
}

/** Whether it helped is said of an answer, once. */
export function anAnswerIsRatedOnce(question: Question): Refusal | undefined {
  if (!lastRound(question).answer) return refuse('question-waits', { rule: 'anAnswerIsRatedOnce' })
  return question.helped === undefined
    ? undefined
    : refuse('answer-rated-already', { rule: 'anAnswerIsRatedOnce' })
}
