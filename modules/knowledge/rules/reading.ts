/** Who may see and do what with a question. Pure. */
import type { Who } from '@mashang/kit'
import { isWaiting, lastRound, type Question } from './question.ts'

/** How a reader stands to a question; undefined = to him it does not exist. */
export type Standing = 'asker' | 'office' | 'supervisor'

/** own-question, question-of-own-organ: the asker reads his own, an office what lies with it, supervision all. */
export function standingOf(who: Who, question: Pick<Question, 'asker' | 'organ'>): Standing | undefined {
  if (who.kind === 'citizen') return question.asker.personId === who.id ? 'asker' : undefined
  if (who.kind !== 'staff') return undefined
  const answers = who.roles.some((role) => role === 'handling-officer' || role === 'approval-head')
  if (answers && who.organ === question.organ) return 'office'
  return who.roles.includes('supervisor') ? 'supervisor' : undefined
}

/** Commands a reader may give now, by the endpoint's name; the rules themselves still judge each of them. */
export function actionsOf(standing: Standing, question: Question, mostFurther: number): readonly string[] {
  if (standing === 'supervisor') return []
  const waits = isWaiting(question)
  if (standing === 'office') return waits ? ['answerQuestion', 'passOnQuestion'] : ['proposeFaq']
  const actions: string[] = []
  if (!waits && question.rounds.length <= mostFurther) actions.push('askFurther')
  if (lastRound(question).answer && question.helped === undefined) actions.push('rateAnswer')
  return actions
}
