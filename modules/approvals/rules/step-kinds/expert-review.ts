import { type Refusal, refuse } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { Expert, Verdict } from '../../contract/index.ts'
import type { StepAt, StepKind } from './step-kind.ts'

const LAW = { rule: 'everyExpertGivesAnOpinion', article: '行政许可法 第四十五条、第五十五条' }

/** 专家评审 — an odd panel of named experts, an opinion of each, and a conclusion; its time does not count. */
export const expertReview: StepKind = {
  takes: ['panel-formed', 'expert-opinion-given', 'panel-concluded'],
  acts: ({ application: { proceedings } }) => {
    const panel = proceedings?.panel
    if (!panel) return [{ name: 'formPanel', by: 'lead' }]
    if (panel.conclusion) return []
    return panel.opinions.length < panel.experts.length
      ? [{ name: 'recordExpertOpinion', by: 'lead' }]
      : [
          { name: 'concludePanel', by: 'lead' },
          { name: 'recordExpertOpinion', by: 'lead' },
        ]
  },
  mayConclude: ({ application: { proceedings }, step }, passed) => {
    const conclusion = proceedings?.panel?.conclusion
    if (!conclusion) return refuse('panel-not-concluded', { ...LAW, facts: { step: step.name } })
    return passed && !conclusion.passed ? refuse('panel-against', LAW) : {}
  },
  holdsTheClock: ({ application: { proceedings } }) =>
    proceedings?.panel !== undefined && !proceedings.panel.conclusion,
}

/** 专家组: an odd number, at least as many as the step says, nobody twice. The clock stops. */
export function panelsAreOdd(
  { application, step }: StepAt,
  experts: readonly Expert[],
  note: string,
  expected: string,
): readonly NewEntry[] | Refusal {
  if (application.proceedings?.panel) return refuse('panel-already-formed')
  const least = step.experts ?? 3
  const count = new Set(experts.map(({ name }) => name)).size
  if (count < least || count % 2 === 0 || count !== experts.length)
    return refuse('panel-not-odd', { rule: 'panelsAreOdd', facts: { least, found: count } })
  return [
    { kind: 'panel-formed', content: { experts, note } },
    { kind: 'clock-stopped', content: { kind: 'expert-review', reason: note, expected } },
  ]
}

export function onlyMembersGiveAnOpinion(
  { application }: StepAt,
  expert: string,
  verdict: Verdict,
  text: string,
): readonly NewEntry[] | Refusal {
  const panel = application.proceedings?.panel
  if (!panel || panel.conclusion || !panel.experts.some(({ name }) => name === expert))
    return refuse('not-on-the-panel', { rule: 'onlyMembersGiveAnOpinion', facts: { expert } })
  return [{ kind: 'expert-opinion-given', content: { expert, verdict, text } }]
}

/** The conclusion, once each expert has given an opinion; the clock goes on. */
export function everyExpertGivesAnOpinion(
  { application }: StepAt,
  passed: boolean,
  text: string,
): readonly NewEntry[] | Refusal {
  const panel = application.proceedings?.panel
  if (!panel || panel.conclusion) return refuse('panel-not-open', LAW)
  const silent = panel.experts.filter(({ name }) => !panel.opinions.some(({ expert }) => expert === name))
  if (silent.length > 0)
    return refuse('experts-outstanding', { ...LAW, facts: { experts: silent.map(({ name }) => name) } })
  return [
    { kind: 'panel-concluded', content: { passed, text } },
    { kind: 'clock-resumed', content: { note: text } },
  ]
}
