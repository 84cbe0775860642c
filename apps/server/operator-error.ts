import { type Refusal, textOf } from '@mashang/kit'

/** Something the operator can mend (a setting, a file of the profile): shown without a stack. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}

/** A refusal met while starting, with each of its places, as the operator reads it. */
export function operatorError(what: string, refusal: Refusal): OperatorError {
  const places = (refusal.fields ?? []).slice(0, 20)
  const lines = places.map(({ path, code, facts }) => `  ${path}: ${textOf(code, facts, 'en')}`)
  return new OperatorError([`${what}: ${textOf(refusal.code, refusal.facts, 'en')}`, ...lines].join('\n'))
}
