/**
 * 审查 — review steps, clock stops, extension and decision after acceptance.
 */
import {
  type CityLimits,
  CLOCK_STOP_WORDS,
  type ClockStopKind,
  decidingStep,
  findStep,
  inSentence,
  nextStep,
  type ServiceItem,
  STEP_ROLE_WORDS,
  type Step,
} from '@mashang/flow'
import { isRefusal, type Refusal, refuse, type StaffRole } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import type { StaffRef } from '../contract/index.ts'
import type { Application } from './application.ts'
import { refuseUnlessOpen } from './intake.ts'
import { allSignersSignTheSame } from './signing.ts'
import { findStepAt, stepKindOf } from './step-kinds/register.ts'
import type { StepContext } from './step-kinds/step-kind.ts'
import { STATUS_WORDS } from './words.ts'

export function refuseUnlessUnderReview(application: Application): Refusal | undefined {
  if (application.status === 'under-review') return undefined
  if (application.status === 'clock-stopped')
    return refuse('clock-is-stopped', {
      rule: 'nothingIsDecidedWhileTheClockStands',
      article: '行政许可法 第四十五条',
    })
  return (
    refuseUnlessOpen(application) ??
    refuse('not-under-review', { facts: { status: STATUS_WORDS[application.status] } })
  )
}

/** The step under way; a case under review always has one. */
function currentStep(application: Application, item: ServiceItem): Step {
  const step = application.step ? findStep(item, application.step) : undefined
  if (!step) throw new Error(`application ${application.number} is under review without a step`)
  return step
}

/** A step is concluded by the role the definition names. */
export function stepBelongsToItsRole(step: Step, roles: readonly StaffRole[]): Refusal | undefined {
  if (roles.includes(step.by)) return undefined
  return refuse('step-not-yours', {
    rule: 'stepBelongsToItsRole',
    facts: { step: step.name, role: inSentence(STEP_ROLE_WORDS[step.by]) },
  })
}

/** 许可法 34: a check of substance on site is made by two or more members of staff. */
function siteCheckNeedsTwoPeople(
  step: Step,
  staff: readonly StaffRef[],
  limits: Pick<CityLimits, 'site-check-people'>,
): Refusal | undefined {
  const { count, basis } = limits['site-check-people']
  const needed = step.people && step.people > 1 ? Math.max(step.people, count) : 1
  const found = new Set(staff.map((one) => one.name)).size
  if (found >= needed) return undefined
  return refuse('too-few-people-on-site', {
    rule: 'siteCheckNeedsTwoPeople',
    article: `${basis.law} ${basis.article ?? ''}`.trim(),
    facts: { needed, found },
  })
}

export interface StepConclusion {
  readonly passed: boolean
  readonly findings: string
  readonly staff: readonly StaffRef[]
}

/** Concludes the step under way; after a failed one the case goes to the decision. */
export function concludeStep(
  application: Application,
  item: ServiceItem,
  conclusion: StepConclusion,
  roles: readonly StaffRole[],
  context: StepContext,
): readonly NewEntry[] | Refusal {
  const closed = refuseUnlessUnderReview(application)
  if (closed) return closed
  const step = currentStep(application, item)
  if (step.ends) return refuse('step-is-the-decision')
  const { limits } = context
  const wrong = stepBelongsToItsRole(step, roles) ?? siteCheckNeedsTwoPeople(step, conclusion.staff, limits)
  if (wrong) return wrong
  const ready = stepKindOf(step).mayConclude({ application, item, step }, conclusion.passed, context)
  if (isRefusal(ready)) return ready
  const next = conclusion.passed ? nextStep(item, step.id, application.form) : decidingStep(item)
  if (!next) throw new Error(`step ${step.id} of ${item.code} leads nowhere`)
  return [{ kind: 'step-concluded', content: { step: step.id, ...conclusion, ...ready, next: next.id } }]
}

/** 许可法 45: only the procedures that the item provides for stop the clock. */
export function onlyNamedProceduresStopTheClock(
  application: Application,
  item: ServiceItem,
  stop: { readonly kind: ClockStopKind; readonly reason: string; readonly expected: string },
): readonly NewEntry[] | Refusal {
  const closed = refuseUnlessUnderReview(application)
  if (closed) return closed
  if (!item['clock-stops'].includes(stop.kind)) {
    const allowed = item['clock-stops'].map((kind) => inSentence(CLOCK_STOP_WORDS[kind]))
    return refuse('clock-stop-not-allowed', {
      rule: 'onlyNamedProceduresStopTheClock',
      article: '行政许可法 第四十五条',
      facts: {
        allowed: {
          zh: allowed.map((words) => words.zh).join('、') || '无',
          en: allowed.map((words) => words.en).join(', ') || 'none',
        },
      },
    })
  }
  return [{ kind: 'clock-stopped', content: stop }]
}

/** A procedure that a kind of step began is ended by its own act, not beside it. */
export function resumeClock(
  application: Application,
  item: ServiceItem,
  note: string,
): readonly NewEntry[] | Refusal {
  if (application.status !== 'clock-stopped')
    return refuseUnlessOpen(application) ?? refuse('clock-not-stopped')
  const at = findStepAt(application, item)
  if (at && stepKindOf(at.step).holdsTheClock?.(at))
    return refuse('procedure-under-way', { facts: { step: at.step.name } })
  return [{ kind: 'clock-resumed', content: { note } }]
}

/** Under review, with the clock running or stopped: for what a special procedure consists of. */
export function refuseUnlessInReview(application: Application): Refusal | undefined {
  return application.status === 'clock-stopped' ? undefined : refuseUnlessUnderReview(application)
}

/** 许可法 42: one extension, granted by the head before the statutory limit ends. */
export function extensionIsGrantedOnceInTime(
  application: Application,
  reason: string,
  days: string,
  statutory: { readonly due: string; readonly overdue: boolean },
): readonly NewEntry[] | Refusal {
  const closed = refuseUnlessUnderReview(application)
  if (closed) return closed
  const law = { rule: 'extensionIsGrantedOnceInTime', article: '行政许可法 第四十二条' }
  if (application.extension) return refuse('already-extended', law)
  if (statutory.overdue) return refuse('extension-too-late', { ...law, facts: { due: statutory.due } })
  return [{ kind: 'extended', content: { days, reason } }]
}

/** 许可法 34, 38: decided after every step; refused only with reasons; never granted over a failed check. */
export function decide(
  application: Application,
  item: ServiceItem,
  decision: { readonly outcome: 'grant' | 'refuse'; readonly reasons: string },
  roles: readonly StaffRole[],
  signer: StaffRef,
): readonly NewEntry[] | Refusal {
  const closed = refuseUnlessUnderReview(application)
  if (closed) return closed
  const step = currentStep(application, item)
  if (!step.ends)
    return refuse('steps-still-open', {
      rule: 'everyStepIsConcludedBeforeTheDecision',
      facts: { step: step.name },
    })
  const wrong = stepBelongsToItsRole(step, roles)
  if (wrong) return wrong
  if (decision.outcome === 'refuse' && decision.reasons.trim().length < 5) {
    return refuse('refusal-needs-reasons', {
      rule: 'refusalStatesReasonsAndRights',
      article: '行政许可法 第三十八条',
      fields: [{ path: 'reasons', code: 'required', facts: {} }],
    })
  }
  const failed = application.stepsDone.find((one) => !one.passed)
  if (decision.outcome === 'grant' && failed) {
    const name = findStep(item, failed.step)?.name ?? { zh: failed.step }
    return refuse('step-failed', { rule: 'nothingIsGrantedOverAFailedCheck', facts: { step: name } })
  }
  return allSignersSignTheSame(application, step, decision, signer)
}
