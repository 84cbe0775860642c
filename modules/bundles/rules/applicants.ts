/** In whose name several items can be asked for together. Pure. */
import type { FieldValue, ServiceItem } from '@mashang/flow'

/** `person`, or the credit code of an enterprise one acts for: those that every item serves. */
export function applicantsFor(
  items: readonly Pick<ServiceItem, 'applicants'>[],
  person: { readonly enterprises: readonly { readonly uscc: string }[] },
): readonly string[] {
  const serves = (kind: 'person' | 'enterprise') => items.every(({ applicants }) => applicants.includes(kind))
  return [
    ...(serves('enterprise') ? person.enterprises.map(({ uscc }) => uscc) : []),
    ...(serves('person') ? ['person'] : []),
  ]
}

/** Who was chosen, or the first who may be. */
export function chosenApplicant(chosen: FieldValue | undefined, may: readonly string[]): string {
  return may.find((one) => one === chosen) ?? may[0] ?? 'person'
}

/** oneOfThemMustBeServed: with nobody in whose name all can be asked for, nothing can be submitted. */
export function nobodyIsServed(applicants: readonly string[]): boolean {
  return applicants.length === 0
}
