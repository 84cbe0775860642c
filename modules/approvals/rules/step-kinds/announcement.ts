import { type LegalDay, type Refusal, refuse } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { StepAt, StepKind } from './step-kind.ts'

const LAW = {
  rule: 'objectionsAreAnsweredAfterTheAnnouncementEnded',
  article: '行政许可法 第五条、第三十六条',
}

/** 公示 — published for some days; anyone may object within them, and every objection is answered. */
export const announcement: StepKind = {
  takes: ['announced', 'objected', 'objection-answered'],
  acts: ({ application: { proceedings } }) => {
    if (!proceedings?.announcement) return [{ name: 'announce', by: 'lead' }]
    const open = proceedings.objections.some((one) => !one.answer)
    return open ? [{ name: 'answerObjection', by: 'lead' }] : []
  },
  mayConclude: ({ application: { proceedings }, step }, _, { today }) => {
    const shown = proceedings?.announcement
    if (!shown) return refuse('not-announced', { ...LAW, facts: { step: step.name } })
    if (today <= shown.until) return refuse('announcement-runs', { ...LAW, facts: { until: shown.until } })
    const open = proceedings.objections.filter((one) => !one.answer).length
    return open > 0 ? refuse('objections-open', { ...LAW, facts: { count: open } }) : {}
  },
}

/** 发布公示, once in a step. */
export function announcedOnce(
  { application }: StepAt,
  text: string,
  from: LegalDay,
  until: LegalDay,
): readonly NewEntry[] | Refusal {
  const shown = application.proceedings?.announcement
  return shown
    ? refuse('already-announced', { facts: { until: shown.until } })
    : [{ kind: 'announced', content: { text, from, until } }]
}

/** 提出异议: while it is announced, up to the end of its last day; the applicant's own words belong in the case. */
export function objectedWhileAnnounced(
  { application }: StepAt,
  by: { readonly id: string; readonly name: string; readonly phone: string },
  text: string,
  today: LegalDay,
): readonly NewEntry[] | Refusal {
  const { announcement: shown, objections = [] } = application.proceedings ?? {}
  const law = { rule: 'objectedWhileAnnounced', article: LAW.article }
  if (!shown || today > shown.until)
    return refuse('announcement-over', { ...law, facts: { until: shown?.until ?? '' } })
  if (by.id === application.applicant.personId) return refuse('objection-of-applicant', law)
  const { name, phone } = by
  return [{ kind: 'objected', content: { number: objections.length + 1, name, phone, text } }]
}

export function objectionIsAnsweredOnce(
  { application }: StepAt,
  number: number,
  answer: string,
  upheld: boolean,
): readonly NewEntry[] | Refusal {
  const found = application.proceedings?.objections.find((one) => one.number === number)
  return found && !found.answer
    ? [{ kind: 'objection-answered', content: { number, answer, upheld } }]
    : refuse('objection-not-open', { facts: { number } })
}
