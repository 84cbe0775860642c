/** 联合验收 — one request, one visit of all offices, a second one only to what failed, one opinion. Pure. */
import type { ProjectStages, StageItem } from '@mashang/flow'
import type { LegalDay } from '@mashang/kit'
import { type Refusal, refuse } from '@mashang/kit'
import type { ProjectEntries, RectificationGiven } from '../contract/index.ts'
import { isDone } from './stage-order.ts'
import { itemsThatApply } from './stages.ts'
import type { Acceptance, Project, Visit } from './state.ts'

/** What must be granted before the works can be accepted and is not: data of the city. */
export function whatTheWorksLack(project: Project, stages: ProjectStages): readonly StageItem[] {
  const before = stages.acceptance.after ?? []
  return stages.stages
    .flatMap((stage) => itemsThatApply(stage, project.facts))
    .filter((item) => before.includes(item.id) && !isDone(project, item))
}

/** The works are accepted after they were permitted and are finished, and asked for once. */
export function acceptanceComesAfterTheWorks(
  project: Project,
  stages: ProjectStages,
  completedOn: LegalDay,
  today: LegalDay,
): Refusal | undefined {
  const rule = 'acceptanceComesAfterTheWorks'
  if (project.withdrawn) return refuse('project-withdrawn')
  if (project.acceptance) return refuse('acceptance-requested-already', { rule })
  const [lacking] = whatTheWorksLack(project, stages)
  if (lacking) return refuse('works-not-permitted', { rule, facts: { item: lacking.name } })
  if (completedOn <= today) return undefined
  return refuse('works-not-finished', {
    rule,
    facts: { completedOn },
    fields: [{ path: 'completedOn', code: 'works-not-finished', facts: { completedOn } }],
  })
}

export const passedBy = ({ visits }: Acceptance): ReadonlySet<string> =>
  new Set(
    visits.flatMap(({ results }) => [...results].flatMap(([organ, { passed }]) => (passed ? [organ] : []))),
  )

/** Offices that have not passed the works. */
function officesLeft(acceptance: Acceptance): readonly string[] {
  const passed = passedBy(acceptance)
  return acceptance.offices.map(({ organ }) => organ).filter((organ) => !passed.has(organ))
}

const isOver = ({ offices, results }: Visit) => offices.every((organ) => results.has(organ))

export type AcceptancePhase = 'not-begun' | 'visit-to-set' | 'visiting' | 'rectifying' | 'accepted'

export function acceptancePhaseOf(acceptance: Acceptance | undefined): AcceptancePhase {
  if (!acceptance) return 'not-begun'
  if (acceptance.acceptedAt) return 'accepted'
  const visit = acceptance.visits.at(-1)
  if (!visit) return 'visit-to-set'
  if (!isOver(visit)) return 'visiting'
  return acceptance.items.some(({ cleared, done }) => !cleared && !done) ? 'rectifying' : 'visit-to-set'
}

/** 一次验收: one date for all offices; the next visit is for those alone that have not passed, after all is put right. */
export function onlyWhatFailedIsVisitedAgain(
  acceptance: Acceptance | undefined,
  on: LegalDay,
  today: LegalDay,
): readonly string[] | Refusal {
  const rule = 'onlyWhatFailedIsVisitedAgain'
  if (!acceptance) return refuse('acceptance-not-requested', { rule })
  const phase = acceptancePhaseOf(acceptance)
  if (phase === 'accepted') return refuse('works-accepted-already', { rule })
  if (phase === 'visiting') return refuse('visit-not-over', { rule })
  if (phase === 'rectifying') return refuse('rectification-open', { rule })
  if (on < today) return refuse('visit-day-past', { rule, facts: { on, today } })
  return officesLeft(acceptance)
}

/** The visit that an office is expected at and has not concluded. */
export function ownVisit(acceptance: Acceptance | undefined, organ: string): Visit | Refusal {
  const visit = acceptance?.visits.at(-1)
  if (!visit?.offices.includes(organ)) return refuse('visit-not-yours')
  return visit.results.has(organ) ? refuse('visit-concluded-already') : visit
}

/** 许可法 34: what is checked on site is checked by two or more. */
export function visitNeedsTwoOfEachOffice(staff: readonly string[]): Refusal | undefined {
  const people = new Set(staff.map((name) => name.trim()).filter((name) => name !== ''))
  if (people.size >= 2) return undefined
  return refuse('visit-needs-two', {
    rule: 'visitNeedsTwoOfEachOffice',
    article: '行政许可法 第三十四条',
    facts: { count: people.size },
    fields: [{ path: 'staff', code: 'visit-needs-two', facts: { count: people.size } }],
  })
}

interface Concluded {
  readonly passed: boolean
  readonly items: readonly Omit<RectificationGiven, 'id'>[]
  readonly cleared: readonly string[]
}

/** An office that does not pass the works says what is to be put right and until when; one that passes leaves nothing. */
export function aFailureNamesWhatToRectify(
  { items: before }: Pick<Acceptance, 'items'>,
  visit: Visit,
  organ: string,
  { passed, items, cleared }: Concluded,
  today: LegalDay,
): Refusal | undefined {
  const rule = 'aFailureNamesWhatToRectify'
  if (today < visit.on) return refuse('visit-not-held-yet', { rule, facts: { on: visit.on } })
  const left = before.filter((one) => one.organ === organ && !one.cleared && !cleared.includes(one.id))
  if (passed && (items.length > 0 || left.length > 0))
    return refuse('passed-with-items', { rule, facts: { count: items.length + left.length } })
  if (!passed && items.length === 0 && left.length === 0) return refuse('failed-without-items', { rule })
  const early = items.find(({ due }) => due <= visit.on)
  return early
    ? refuse('rectification-due-too-early', { rule, facts: { due: early.due, on: visit.on } })
    : undefined
}

/** The owner reports on what is open; each thing by itself. */
export function onlyOpenItemsAreRectified(
  acceptance: Acceptance | undefined,
  items: readonly string[],
): Refusal | undefined {
  const rule = 'onlyOpenItemsAreRectified'
  const open = (acceptance?.items ?? []).filter(({ cleared, done }) => !cleared && !done)
  const wrong = items.length === 0 || items.some((id) => !open.some((one) => one.id === id))
  return wrong ? refuse('rectification-not-open', { rule }) : undefined
}

/** One opinion for all: made when the last office has passed the works. */
export function acceptedNow({
  acceptance,
}: Project): readonly { kind: 'works-accepted'; content: ProjectEntries['works-accepted'] }[] {
  const round = acceptance?.visits.at(-1)?.round ?? 0
  const isDue = acceptance && !acceptance.acceptedAt && officesLeft(acceptance).length === 0
  return isDue ? [{ kind: 'works-accepted', content: { round } }] : []
}
