import { refuse } from '@mashang/kit'
import { articleOf } from '../time-limit.ts'
import { answeredBy, askedActs, waitingFor } from './asked.ts'
import type { StepKind } from './step-kind.ts'

/**
 * 联合审查 — other organs are asked for their opinion. The lead concludes when all have answered or their time is over;
 * who is silent agreed, where the city says so; nothing passes over an objection.
 */
export const jointReview: StepKind = {
  takes: ['opinions-requested', 'opinion-given'],
  acts: askedActs,
  mayConclude: (at, passed, { today, limits, organName }) => {
    const { silence, basis } = limits['joint-review']
    const law = { rule: 'everyOrganThatWasAskedAnswersOrItsTimeIsOver', article: articleOf(basis) }
    const asked = at.application.proceedings?.asked
    if (!asked) return refuse('opinions-not-requested', { ...law, facts: { step: at.step.name } })
    const silent = waitingFor(at.application)
    const isOver = silence === 'agreed' && today > asked.due
    if (silent.length > 0 && !isOver)
      return refuse('opinions-outstanding', {
        ...law,
        facts: { organs: silent.map(organName), due: asked.due },
      })
    const against = answeredBy(at.application, 'object')
    if (passed && against.length > 0)
      return refuse('organ-objects', {
        rule: 'nothingPassesOverAnObjection',
        article: law.article,
        facts: { organs: against.map(organName) },
      })
    return silent.length > 0 ? { silent } : {}
  },
}
