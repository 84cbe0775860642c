/** Values of a form as an officer edits them on the spot. */
import type { AddressValue, Field } from '@mashang/flow'

/** What kind of control edits a value; `none` where the desk cannot. */
type EditAs =
  | 'text'
  | 'long-text'
  | 'number'
  | 'money'
  | 'date'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'address'
  | 'none'

/** By the definition where it is at hand, else by the value itself. */
export function editAs(field: Field | undefined, value: unknown): EditAs {
  if (!field) return editAsValue(value)
  switch (field.type) {
    case 'long-text':
    case 'number':
    case 'money':
    case 'date':
    case 'yes-no':
    case 'choice':
    case 'choices':
    case 'address':
      return field.type
    case 'list':
    case 'signature':
      return 'none'
    default:
      return 'text'
  }
}

/** By the value alone: enough to mend it, without the words of its options. */
function editAsValue(value: unknown): EditAs {
  switch (typeof value) {
    case 'string':
      return 'text'
    case 'number':
      return 'number'
    case 'boolean':
      return 'yes-no'
    default:
      return addressFrom(value) ? 'address' : 'none'
  }
}

/** An address value: its region stays, its detail is mended. */
export function addressFrom(value: unknown): AddressValue | undefined {
  const address = value as Partial<AddressValue> | null | undefined
  return typeof address?.region === 'string' && typeof address.detail === 'string'
    ? { region: address.region, detail: address.detail }
    : undefined
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
