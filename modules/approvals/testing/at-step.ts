/** A kite permit whose first step is of another kind, accepted, with these entries; and the step it is at. */
import type { ServiceItem } from '@mashang/flow'
import type { ApplicationEntries, StepEntries } from '../contract/index.ts'
import { concludeStep } from '../rules/review.ts'
import { findStepAt } from '../rules/step-kinds/register.ts'
import type { StepAt } from '../rules/step-kinds/step-kind.ts'
import { accepted, aKiteWith, anApplication, contextOn } from './state.ts'

type Kinds = StepEntries & Pick<ApplicationEntries, 'clock-stopped' | 'clock-resumed'>
export type Happened = { [K in keyof Kinds]: readonly [K, Kinds[K]] }[keyof Kinds]

export function atStep(
  step: Parameters<typeof aKiteWith>[0]['review'],
  happened: readonly Happened[],
): StepAt {
  const item: ServiceItem = {
    ...aKiteWith({ review: step ?? {} }),
    'clock-stops': ['hearing', 'expert-review'],
  }
  const entries = happened.map(
    (one) =>
      [...one, '2026-11-25T02:00:00.000Z'] as Parameters<typeof anApplication>[0] extends
        | readonly (infer E)[]
        | undefined
        ? E
        : never,
  )
  const at = findStepAt(anApplication([accepted(), ...entries]), item)
  if (!at) throw new Error('an accepted case is at a step')
  return at
}

/** Concludes the step on a day. */
export const conclude = ({ application, item }: StepAt, today: string, passed = true) =>
  concludeStep(
    application,
    item,
    { passed, findings: '所见', staff: [{ id: 's1', name: '李承办' }] },
    ['handling-officer'],
    contextOn(today),
  )
