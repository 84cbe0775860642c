/**
 * Steps of a definition, interpreted: which come next, which the case will pass.
 */
import { holds } from './condition.ts'
import type { Material, ServiceItem } from './definition.ts'
import type { FormValues } from './field.ts'
import type { Step } from './step.ts'

type Steps = Pick<ServiceItem, 'steps'>

/** First step of the review: the first in order whose condition holds. */
export function firstStep(item: Steps, values: FormValues): Step {
  return mustBe(
    item.steps.find((step) => !step.when || holds(step.when, values)),
    'a first step',
  )
}

/** The step that follows one that was concluded; undefined after one that ends the case. */
export function nextStep(item: Steps, id: string, values: FormValues): Step | undefined {
  const step = mustBe(findStep(item, id), id)
  if (step.ends) return undefined
  const open = (step.to ?? []).map((next) => mustBe(findStep(item, next), next))
  return mustBe(
    open.find((next) => !next.when || holds(next.when, values)),
    `a step after ${id}`,
  )
}

/** The whole path that these values lead along, from the first step to the one that decides. */
export function pathOf(item: Steps, values: FormValues): readonly Step[] {
  const path: Step[] = []
  let step: Step | undefined = firstStep(item, values)
  while (step && !path.includes(step)) {
    path.push(step)
    step = nextStep(item, step.id, values)
  }
  return path
}

export function findStep(item: Steps, id: string): Step | undefined {
  return item.steps.find((step) => step.id === id)
}

/** The step that decides: a failed check goes there at once, so that nobody is examined for nothing. */
export function decidingStep(item: Steps): Step {
  return mustBe(
    item.steps.find((step) => step.ends),
    'a step that ends the case',
  )
}

/** Whether a material must be given, for these values. */
export function isRequired(material: Material, values: FormValues): boolean {
  return typeof material.required === 'boolean' ? material.required : holds(material.required, values)
}

function mustBe<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the definition has no ${what}; its checks should have refused it`)
  return value
}
