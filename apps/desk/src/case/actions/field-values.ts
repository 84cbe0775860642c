/** Values of a form as an officer edits them on the spot. */
import type { Field } from '@mashang/flow'

/** What kind of control edits a value; `none` where the desk cannot. */
export type EditAs =
  | 'text'
  | 'long-text'
  | 'number'
  | 'money'
  | 'date'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'none'

/** By the definition where it is at hand, else by the value itself. */
export function editAs(field: Field | undefined, value: unknown): EditAs {
  if (!field)
    return typeof value === 'string'
      ? 'text'
      : typeof value === 'number'
        ? 'number'
        : typeof value === 'boolean'
          ? 'yes-no'
          : 'none'
  switch (field.type) {
    case 'long-text':
    case 'number':
    case 'money':
    case 'date':
    case 'yes-no':
    case 'choice':
    case 'choices':
      return field.type
    case 'address':
      return 'none'
    default:
      return 'text'
  }
}

/** Only what differs from the form as it stands; the server lays it over the rest. */
export function changesOf(
  form: Readonly<Record<string, unknown>>,
  edited: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(edited).filter(([id, value]) => JSON.stringify(value) !== JSON.stringify(form[id])),
  )
}

/** Fen as yuan for editing, and back; undefined where it is no amount. */
export function yuanOf(fen: unknown): number | undefined {
  return typeof fen === 'number' ? fen / 100 : undefined
}

export function fenOf(yuan: number | null): number | undefined {
  return yuan === null ? undefined : Math.round(yuan * 100)
}
