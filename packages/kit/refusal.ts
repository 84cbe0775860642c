/** A pair of texts: Chinese first, English complete. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/**
 * An expected "no". Returned, never thrown: a bug throws, a refusal is part of the contract.
 *
 * `code` is a key of the refusal catalogue (`refusal-texts.ts`), which gives its HTTP status and its texts.
 * `rule` names the legal rule (a sentence, e.g. `correctionMustBeAskedOnceInFull`), `article` its source.
 * `facts` are the values that were compared; they fill `{name}` in the texts and are shown to the reader.
 * `fields` points at the inputs to mend, keyed by path (`form.site`, `materials.plan`).
 */
export interface Refusal {
  readonly refused: true
  readonly code: string
  readonly rule?: string
  readonly article?: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly fields?: readonly FieldRefusal[]
}

export interface FieldRefusal {
  readonly path: string
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

export interface RefusalDetails {
  readonly rule?: string
  readonly article?: string
  readonly facts?: Readonly<Record<string, unknown>>
  readonly fields?: readonly FieldRefusal[]
}

/** Makes a refusal; `details.facts` defaults to none. */
export function refuse(code: string, details: RefusalDetails = {}): Refusal {
  return { refused: true, code, ...details, facts: details.facts ?? {} }
}

/** Tells a refusal from an answer. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true
}
