import { refuse } from '@mashang/kit'
import { articleOf } from '../time-limit.ts'
import { askedActs, waitingFor } from './asked.ts'
import type { StepKind } from './step-kind.ts'

/**
 * 下级初审 — the approval bureau of the district in which the address lies reviews first (许可法 43). Its opinion is
 * needed, and is an opinion: the upper organ decides.
 */
export const lowerReview: StepKind = {
  takes: ['opinions-requested', 'opinion-given'],
  acts: askedActs,
  mayConclude: (at, _, { limits, organName }) => {
    const law = {
      rule: 'theLowerOrganReviewsFirst',
      article: articleOf(limits['lower-review'].basis),
    }
    const asked = at.application.proceedings?.asked
    if (!asked) return refuse('opinions-not-requested', { ...law, facts: { step: at.step.name } })
    const silent = waitingFor(at.application)
    if (silent.length === 0) return {}
    return refuse('opinions-outstanding', {
      ...law,
      facts: { organs: silent.map(organName), due: asked.due },
    })
  },
}
