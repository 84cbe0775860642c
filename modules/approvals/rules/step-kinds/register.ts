/** The closed register of kinds of steps: a definition names one of these. */
import { findStep, type ServiceItem, type StepKindName } from '@mashang/flow'
import { type Refusal, refuse } from '@mashang/kit'
import type { ApplicationEntryKind } from '../../contract/index.ts'
import type { Application } from '../application.ts'
import { announcement } from './announcement.ts'
import { expertReview } from './expert-review.ts'
import { hearing } from './hearing.ts'
import { jointReview } from './joint-review.ts'
import { lowerReview } from './lower-review.ts'
import { review } from './review.ts'
import type { StepAt, StepKind } from './step-kind.ts'

const STEP_KINDS: Readonly<Record<StepKindName, StepKind>> = {
  review,
  'joint-review': jointReview,
  'lower-review': lowerReview,
  hearing,
  'expert-review': expertReview,
  announcement,
}

export function stepKindOf({ kind }: StepAt['step']): StepKind {
  return STEP_KINDS[kind ?? 'review']
}

/** The step under way with its case; undefined where none is. */
export function findStepAt(application: Application, item: ServiceItem): StepAt | undefined {
  const step = application.step === undefined ? undefined : findStep(item, application.step)
  return step && { application, item, step }
}

/** The step under way, where it is of a kind that takes such an entry; a case of another kind is refused. */
export function stepTaking(
  kind: ApplicationEntryKind,
  application: Application,
  item: ServiceItem,
): StepAt | Refusal {
  const at = findStepAt(application, item)
  return at && stepKindOf(at.step).takes.includes(kind)
    ? at
    : refuse('step-of-another-kind', {
        rule: 'eachKindOfStepHasItsOwnActs',
        facts: { step: at?.step.name ?? { zh: '无', en: 'none' } },
      })
}
