import { problemOf, type Refusal } from '@mashang/kit'
import type { View } from '../../frame/view.tsx'
import type { InputError } from '../../parts/error-summary.tsx'

/**
 * A refusal of a short form: its fields' messages beside the inputs of the same names; what belongs to no input
 * stands at the one named by `at`.
 */
export function refusedInputs(
  refusal: Refusal,
  view: View,
  at: string,
  labels: Readonly<Record<string, string>>,
): readonly InputError[] {
  const { fields, detail } = problemOf(refusal, view.language)
  const known = fields.flatMap(({ path, message }): InputError[] => {
    const id = path.split('.').at(-1) ?? ''
    return Object.hasOwn(labels, id) ? [{ at: id, label: labels[id] ?? id, message }] : []
  })
  return known.length > 0 ? known : [{ at, message: detail }]
}

export function messageAt(errors: readonly InputError[], id: string): string | undefined {
  return errors.find(({ at }) => at === id)?.message
}
