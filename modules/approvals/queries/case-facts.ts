import { firstStep, type ServiceItem } from '@mashang/flow'
import type { Words } from '@mashang/kit'
import type { ApplicationEntries, ApplicationStatus, StaffRef } from '../contract/index.ts'
import type { Inside } from '../inside.ts'
import type { CardRecord } from '../rules/application.ts'
import { clocksOf } from '../rules/time-limit.ts'
import { type Case, findCase, reckoningOf } from '../store/cases.ts'

/** What supervision and reports may know of a case: its times and how it ended, and nothing of whose it is. */
export interface CaseFacts {
  readonly id: string
  readonly revision: number
  readonly number: string
  readonly organ: string
  readonly item: { readonly code: string; readonly name: Words }
  readonly status: ApplicationStatus
  readonly receivedAt: string
  readonly acceptedAt?: string
  readonly concludedAt?: string
  /** Last days of both limits, once accepted. */
  readonly promisedDue?: string
  readonly statutoryDue?: string
  /** Each pass through a step that was concluded. */
  readonly steps: readonly StepPassed[]
  readonly stops: readonly { readonly from: string; readonly to?: string }[]
  readonly cards: readonly CardRecord[]
  /** Role of the step an open case stands at. */
  readonly holder?: string
  /** 承办人 — who has it in hand: whom it was handed on to, else who last worked on it. */
  readonly officer?: StaffRef
}

interface StepPassed {
  readonly step: string
  readonly name: Words
  readonly by: string
  readonly from: string
  readonly to: string
}

/** These applications; those that there are not are left out. */
export async function caseFacts(inside: Inside, ids: readonly string[]): Promise<readonly CaseFacts[]> {
  const found = await Promise.all(ids.map((id) => findCase(inside, id)))
  return found.flatMap((one) => (one ? [factsOf(inside, one)] : []))
}

function factsOf(inside: Inside, found: Case): CaseFacts {
  const { application, item, id } = found
  const clocks = clocksOf(application, item, reckoningOf(inside))
  return {
    id,
    revision: application.revision,
    number: application.number,
    organ: item.organ,
    item: { code: item.code, name: wordsOf(item.name) },
    status: application.status,
    receivedAt: application.submittedAt,
    acceptedAt: application.acceptedAt,
    concludedAt: application.concludedAt,
    promisedDue: clocks?.promised.due,
    statutoryDue: clocks?.statutory.due,
    steps: stepsPassed(found),
    stops: application.stops.map(({ from, to }) => ({ from, to })),
    cards: application.cards,
    ...(application.status === 'under-review' ? { holder: holderOf(found) } : {}),
    ...officerOf(found),
  }
}

function holderOf({ application, item }: Case): string {
  return item.steps.find(({ id }) => id === application.step)?.by ?? 'none'
}

/** What an officer does to a case on its way to the decision. */
const WORK: readonly string[] = [
  'correction-requested',
  'accepted',
  'declined',
  'found-not-needed',
  'step-concluded',
  'clock-stopped',
  'clock-resumed',
  'extended',
]

function officerOf({ entries }: Case): { readonly officer?: StaffRef } {
  const last = entries.findLast(
    ({ kind, actor }) => kind === 'reassigned' || (actor.kind === 'staff' && WORK.includes(kind)),
  )
  if (!last) return {}
  if (last.kind === 'reassigned') return { officer: (last.content as ApplicationEntries['reassigned']).to }
  return { officer: { id: last.actor.id, name: last.actor.name } }
}

const wordsOf = ({ zh, en }: { readonly zh: string; readonly en?: string }): Words => ({ zh, en: en ?? zh })

/** From acceptance on, one step after the other; what a return cuts short was not concluded. */
function stepsPassed({ entries, application, item }: Case): readonly StepPassed[] {
  const passed: StepPassed[] = []
  let step = firstStep(item, application.form).id
  let from = application.submittedAt
  for (const { kind, at, content } of entries) {
    switch (kind) {
      case 'accepted':
        from = at
        break
      case 'step-concluded':
        passed.push(passedOf(item, step, from, at))
        step = (content as ApplicationEntries['step-concluded']).next
        from = at
        break
      case 'returned':
        step = (content as ApplicationEntries['returned']).to
        from = at
        break
      case 'decided':
        passed.push(passedOf(item, step, from, at))
        break
    }
  }
  return passed
}

function passedOf({ steps }: ServiceItem, id: string, from: string, to: string): StepPassed {
  const step = steps.find((one) => one.id === id)
  return { step: id, name: wordsOf(step?.name ?? { zh: id }), by: step?.by ?? 'none', from, to }
}
