/** What joint and lower-level review share: organs that are asked, and answer. */
import type { Organ, ServiceItem, Step } from '@mashang/flow'
import { isAddress } from '@mashang/flow'
import { isRefusal, type Refusal, refuse } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { Verdict } from '../../contract/index.ts'
import type { Application } from '../application.ts'
import type { StepAt, StepKind } from './step-kind.ts'

/** Organs that were asked and have not answered. */
export function waitingFor({ proceedings }: Pick<Application, 'proceedings'>): readonly string[] {
  const answered = proceedings?.opinions.map(({ organ }) => organ) ?? []
  return proceedings?.asked?.organs.filter((organ) => !answered.includes(organ)) ?? []
}

export function answeredBy({ proceedings }: Application, verdict: Verdict): readonly string[] {
  return proceedings?.opinions.filter((one) => one.verdict === verdict).map(({ organ }) => organ) ?? []
}

export const askedActs: StepKind['acts'] = ({ application }) =>
  application.proceedings?.asked
    ? [{ name: 'giveOpinion', by: 'asked' }]
    : [{ name: 'requestOpinions', by: 'lead' }]

/** Whom a step asks: the organs it names, or the one of the district in which the address lies. */
export function organsToAsk(
  { application, step }: StepAt,
  organs: ReadonlyMap<string, Organ>,
): readonly string[] | Refusal {
  if (step.kind === 'joint-review') return step.organs ?? []
  const address = application.form[step['by-region-of'] ?? '']
  const district = isAddress(address) ? address.region.slice(0, 6) : ''
  const lower = [...organs.values()].find(({ region }) => region !== undefined && region === district)
  return lower
    ? [lower.id]
    : refuse('no-lower-organ', {
        rule: 'theLowerOrganReviewsFirst',
        article: '行政许可法 第四十三条',
        facts: { step: step.name },
      })
}

/** 征求意见 — asked once in a step, all together, with a last day to answer. */
export function opinionsAreAskedTogether(
  at: StepAt,
  organs: ReadonlyMap<string, Organ>,
  note: string,
  due: string,
): readonly NewEntry[] | Refusal {
  if (at.application.proceedings?.asked)
    return refuse('opinions-already-requested', { facts: { due: at.application.proceedings.asked.due } })
  const asked = organsToAsk(at, organs)
  return isRefusal(asked) ? asked : [{ kind: 'opinions-requested', content: { organs: asked, note, due } }]
}

/** 反馈意见 — only an organ that was asked answers; conditions and objections are stated. */
export function onlyWhoWasAskedAnswers(
  at: StepAt,
  organ: string,
  verdict: Verdict,
  text: string,
): readonly NewEntry[] | Refusal {
  const { asked } = at.application.proceedings ?? {}
  if (!asked?.organs.includes(organ))
    return refuse('not-asked', { rule: 'onlyWhoWasAskedAnswers', facts: { step: at.step.name } })
  if (verdict !== 'agree' && text.trim().length < 5)
    return refuse('opinion-needs-reasons', {
      rule: 'onlyWhoWasAskedAnswers',
      fields: [{ path: 'text', code: 'required', facts: {} }],
    })
  return [{ kind: 'opinion-given', content: { organ, verdict, text } }]
}

/** Whether an item has a step that asks other organs: only then is there a list of those asked to keep. */
export function asksOrgans({ steps }: Pick<ServiceItem, 'steps'>): boolean {
  const kinds: readonly Step['kind'][] = ['joint-review', 'lower-review']
  return steps.some(({ kind }) => kinds.includes(kind))
}
