import type { Field, FieldValue, FormValues, ProjectStages } from '@mashang/flow'

/** What is known before anybody asks: of the account, and of the project. */
export interface Known {
  readonly facts: FormValues
  readonly code: string
  readonly account: Readonly<Partial<Record<NonNullable<Field['prefill']>, string>>>
}

/** What the account and the project say to a question; a fact answers it where it is of the same kind. */
export function knownAnswer(
  field: Field,
  { facts, code, account }: Known,
  { prefill, fields }: Pick<ProjectStages, 'prefill' | 'fields'>,
): FieldValue | undefined {
  if (field.type === 'project-code') return code
  const ofAccount = field.prefill && account[field.prefill]
  if (ofAccount !== undefined) return ofAccount
  const fact = prefill[field.id]
  const type = fields.find(({ id }) => id === fact)?.type
  const value = fact === undefined ? undefined : facts[fact]
  return type === field.type && isOption(field, value) ? value : undefined
}

function isOption({ options }: Field, value: FieldValue | undefined): boolean {
  return options === undefined || options.some((option) => option.value === value)
}
