import type { CityLimits } from '@mashang/flow'
import { addDays, type LegalDay, type Refusal, refuse } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { StepEntries } from '../../contract/index.ts'
import { articleOf, periodOf } from '../time-limit.ts'
import type { StepAt, StepKind } from './step-kind.ts'

/** 听证 — the right is told, a hearing is held where one is asked for, and the decision rests on its record. */
export const hearing: StepKind = {
  takes: ['hearing-offered', 'hearing-requested', 'hearing-waived', 'hearing-set', 'hearing-recorded'],
  acts: ({ application: { proceedings } }) => {
    const now = proceedings?.hearing
    if (!now) return [{ name: 'offerHearing', by: 'lead' }]
    if (now.recorded || now.waived) return []
    if (!now.requested)
      return [
        { name: 'requestHearing', by: 'applicant' },
        { name: 'waiveHearing', by: 'applicant' },
        { name: 'requestHearing', by: 'lead' },
      ]
    if (!now.set) return [{ name: 'setHearing', by: 'lead' }]
    return [
      { name: 'recordHearing', by: 'lead' },
      { name: 'setHearing', by: 'lead' },
    ]
  },
  mayConclude: ({ application: { proceedings }, step }, _, { today, limits }) => {
    const now = proceedings?.hearing
    const law = lawOf(limits, 'request', 'theRightToAHearingIsToldAndAwaited')
    if (!now) return refuse('hearing-not-offered', { ...law, facts: { step: step.name } })
    if (now.requested)
      return now.recorded
        ? {}
        : refuse('hearing-not-held', { ...law, facts: { heldBy: now.requested.heldBy } })
    return now.waived || today > now.offered.until
      ? {}
      : refuse('hearing-may-be-requested', { ...law, facts: { until: now.offered.until } })
  },
  holdsTheClock: ({ application: { proceedings } }) =>
    proceedings?.hearing?.requested !== undefined && !proceedings.hearing.recorded,
}

function lawOf(limits: CityLimits, part: keyof CityLimits['hearing']['basis'], rule: string) {
  return { rule, article: articleOf(limits.hearing.basis[part]) }
}

/** 告知听证权利 (许可法 47): the applicant and the parties that are named, with the last day to ask for one. */
export function theRightIsToldOnce(
  { application }: StepAt,
  parties: readonly string[],
  note: string,
  until: LegalDay,
): readonly NewEntry[] | Refusal {
  return application.proceedings?.hearing
    ? refuse('hearing-already-offered', { facts: { until: application.proceedings.hearing.offered.until } })
    : [{ kind: 'hearing-offered', content: { parties, note, until } }]
}

/** 要求听证 (许可法 47): within the days after the notice; from then on the time does not count (许可法 45). */
export function aHearingIsAskedForInTime(
  { application }: StepAt,
  by: string,
  reason: string,
  {
    today,
    heldBy,
    limits,
  }: { readonly today: LegalDay; readonly heldBy: LegalDay; readonly limits: CityLimits },
): readonly NewEntry[] | Refusal {
  const now = application.proceedings?.hearing
  const law = lawOf(limits, 'request', 'aHearingIsAskedForInTime')
  if (!now || now.requested || now.waived) return refuse('hearing-not-open', law)
  if (today > now.offered.until)
    return refuse('hearing-too-late', { ...law, facts: { until: now.offered.until } })
  const requested: NewEntry = { kind: 'hearing-requested', content: { by, reason, heldBy } }
  const stopped: NewEntry = {
    kind: 'clock-stopped',
    content: { kind: 'hearing', reason: `${by}要求听证`, expected: limits.hearing.held },
  }
  return application.status === 'clock-stopped' ? [requested] : [requested, stopped]
}

export function aHearingMayBeWaived({ application }: StepAt, by: string): readonly NewEntry[] | Refusal {
  const now = application.proceedings?.hearing
  return !now || now.requested || now.waived
    ? refuse('hearing-not-open')
    : [{ kind: 'hearing-waived', content: { by } }]
}

/** 听证通知 (许可法 48): told ahead, held in time, chaired and recorded by someone who did not review the case. */
export function aHearingIsCalledAheadAndInTime(
  { application }: StepAt,
  call: StepEntries['hearing-set'],
  {
    today,
    limits,
    reviewers,
  }: {
    readonly today: LegalDay
    readonly limits: CityLimits
    readonly reviewers: readonly string[]
  },
): readonly NewEntry[] | Refusal {
  const now = application.proceedings?.hearing
  if (!now?.requested || now.recorded)
    return refuse('hearing-not-open', lawOf(limits, 'notice', 'aHearingIsCalledAheadAndInTime'))
  const law = lawOf(limits, 'notice', 'aHearingIsCalledAheadAndInTime')
  const earliest = addDays(today, periodOf(limits.hearing.notice).count)
  if (call.on < earliest) return refuse('hearing-too-soon', { ...law, facts: { earliest } })
  const { heldBy } = now.requested
  if (call.on > heldBy)
    return refuse('hearing-too-late-held', {
      ...lawOf(limits, 'held', law.rule),
      facts: { heldBy },
    })
  const reviewed = [
    ...reviewers,
    ...application.stepsDone.flatMap(({ staff }) => staff.map(({ name }) => name)),
  ]
  const wrong = [call.chair, call.recorder].find((name) => reviewed.includes(name))
  if (wrong)
    return refuse('chair-reviewed-the-case', {
      rule: 'theChairDidNotReviewTheCase',
      article: law.article,
      facts: { name: wrong },
    })
  return [{ kind: 'hearing-set', content: call }]
}

/** 听证笔录: not before its day; the clock goes on. */
export function theRecordFollowsTheHearing(
  { application }: StepAt,
  content: StepEntries['hearing-recorded'],
  today: LegalDay,
  limits: CityLimits,
): readonly NewEntry[] | Refusal {
  const now = application.proceedings?.hearing
  const law = lawOf(limits, 'notice', 'theRecordFollowsTheHearing')
  if (!now?.set || now.recorded) return refuse('hearing-not-open', law)
  if (today < now.set.on) return refuse('hearing-not-yet', { ...law, facts: { on: now.set.on } })
  const recorded: NewEntry = { kind: 'hearing-recorded', content }
  const stop = application.stops.at(-1)
  return stop?.kind === 'hearing' && !stop.to
    ? [recorded, { kind: 'clock-resumed', content: { note: '听证结束' } }]
    : [recorded]
}
