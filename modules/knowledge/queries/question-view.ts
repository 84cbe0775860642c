/**
 * A question as its reader may see it; what people write of themselves is personal, so each look of an office is
 * journaled.
 */

import { explain } from '@mashang/flow'
import { actorOf, maskName, type Who } from '@mashang/kit'
import type { StoredCase } from '@mashang/store'
import type { QuestionView } from '../contract/index.ts'
import { getOrgan, type Inside } from '../inside.ts'
import { anAnswerIsDueWithinThePromise } from '../rules/asking.ts'
import { isWaiting, type Question, type Round } from '../rules/question.ts'
import { actionsOf, standingOf } from '../rules/reading.ts'

export async function viewOf(
  inside: Inside,
  { id, state: question }: StoredCase<Question>,
  who: Who,
  language: 'zh' | 'en',
): Promise<QuestionView> {
  const standing = standingOf(who, question) ?? 'supervisor'
  if (standing !== 'asker') {
    const at = inside.clock.now().toISOString()
    const look = { actor: actorOf(who), at, caseId: id, what: 'question', reason: 'question-page' } as const
    await inside.journal.recordLook(look)
  }
  const item = await inside.findItem(question.item.code)
  const { asker, application, passed, rounds, helped } = question
  return {
    id,
    revision: question.revision,
    item: { code: question.item.code, name: item?.name ?? { zh: question.item.code } },
    organ: getOrgan(inside, question.organ),
    ...(application ? { application } : {}),
    asker: standing === 'asker' ? asker.name : maskName(asker.name),
    status: isWaiting(question) ? 'waiting' : 'answered',
    rounds: rounds.map((round) => roundOf(inside, round, language)),
    passed: passed.map(({ from, to, reason, at }) => ({
      from: getOrgan(inside, from),
      to: getOrgan(inside, to),
      reason,
      at,
    })),
    ...(helped === undefined ? {} : { helped }),
    actions: [...actionsOf(standing, question, inside.limit.further)],
    laws: standing === 'office' ? inside.laws.map(({ name }) => name) : [],
  }
}

function roundOf(inside: Inside, round: Round, language: 'zh' | 'en'): QuestionView['rounds'][number] {
  const now = inside.clock.now()
  const { reckoned, remaining, overdue } = anAnswerIsDueWithinThePromise(round, { ...inside, now })
  const { answer } = round
  return {
    text: round.text,
    askedAt: round.askedAt,
    due: reckoned.due,
    remaining,
    overdue: answer === undefined && overdue,
    explanation: explain(reckoned.explanation, language),
    ...(answer
      ? {
          answer: {
            text: answer.text,
            cited: [...answer.cited],
            organ: getOrgan(inside, answer.organ),
            by: answer.by,
            at: answer.at,
            late: overdue,
          },
        }
      : {}),
  }
}
