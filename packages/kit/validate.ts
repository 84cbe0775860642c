/** Checks what comes from outside against a TypeBox schema, and says field by field what is wrong. */
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { TLocalizedValidationError } from 'typebox/error'
import { Settings } from 'typebox/system'
import { coerced, withDefaults } from './coerce.ts'
import type { FieldRefusal, Refusal } from './refusal.ts'
import { refuse } from './refusal.ts'
import { closed, isRecord, type SchemaNode } from './schema-node.ts'

// A long form may have many gaps; all are told at once, up to a number no honest form reaches.
// In a browser the strict content security policy forbids generated code, so it is not even tried.
Settings.Set({ maxErrors: 200, useAcceleration: typeof window === 'undefined' })

/** Levels a value may be nested: deeper ones are only ever sent to break a recursion. */
const DEEPEST = 32

export interface ValidatorOptions {
  /** The value is a query string or a plain form: texts become the numbers, booleans and lists of the schema. */
  readonly coerce?: boolean
}

export type Validated<T> = { readonly ok: true; readonly value: T } | Refusal

/**
 * Compiles a schema once; the function it gives never changes its argument.
 *
 * Refuses with `input-invalid` and one entry in `fields` for each place to mend (`a.0.b`, `''` for the whole).
 * Beyond the schema it refuses properties that are not named (unless the schema says `additionalProperties`),
 * U+0000 and lone surrogates in any text or key (PostgreSQL cannot keep them) and nesting beyond 32 levels.
 * Defaults of the schema are filled in.
 */
export function validatorOf<const S extends TSchema>(
  schema: S,
  options: ValidatorOptions = {},
): (value: unknown) => Validated<Static<S>> {
  const node = closed(schema as SchemaNode)
  const compiled = Compile(node as TSchema)
  return (given) => {
    const unfit = findUnfit(given, '', 0)
    if (unfit) return invalid([unfit])
    const value = withDefaults(node, options.coerce ? coerced(node, given) : given)
    if (compiled.Check(value)) return { ok: true, value: value as Static<S> }
    return invalid(fieldsOf(compiled.Errors(value), value))
  }
}

function invalid(fields: readonly FieldRefusal[]): Refusal {
  return refuse('input-invalid', { facts: { count: fields.length }, fields })
}

const UNFIT = /[\0\p{Surrogate}]/u

function findUnfit(value: unknown, path: string, depth: number): FieldRefusal | undefined {
  if (typeof value === 'string') {
    const at = value.search(UNFIT)
    if (at < 0) return undefined
    return { path, code: 'character-not-accepted', facts: { position: [...value.slice(0, at)].length + 1 } }
  }
  if (typeof value !== 'object' || value === null) return undefined
  if (depth >= DEEPEST) return { path, code: 'too-deep', facts: { limit: DEEPEST } }
  for (const [key, member] of Object.entries(value)) {
    // The path of an unfit key is not repeated: the answer has to be text that can be kept.
    const unfit = UNFIT.test(key)
      ? { path, code: 'not-expected', facts: {} }
      : findUnfit(member, joined(path, key), depth + 1)
    if (unfit) return unfit
  }
  return undefined
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

/** `/a/0/b` → `a.0.b`. */
function dotted(pointer: string): string {
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}

type SchemaError = TLocalizedValidationError

function fieldsOf(errors: readonly SchemaError[], value: unknown): FieldRefusal[] {
  const byPath = new Map<string, FieldRefusal>()
  for (const error of settled(errors)) {
    for (const field of translated(error, value)) {
      // The first of several complaints about one place is the one to mend first.
      if (!byPath.has(field.path)) byPath.set(field.path, field)
    }
  }
  return [...byPath.values()]
}

/** Of each choice between shapes keeps the complaints of the shape that was most likely meant. */
function settled(errors: readonly SchemaError[]): SchemaError[] {
  const choice = errors
    .filter((error) => error.keyword === 'anyOf' || error.keyword === 'oneOf')
    .sort((a, b) => a.schemaPath.length - b.schemaPath.length)[0]
  if (!choice) return [...errors]
  const prefix = `${choice.schemaPath}/${choice.keyword}/`
  const branches = new Map<string, SchemaError[]>()
  const others: SchemaError[] = []
  for (const error of errors) {
    const inside = error.schemaPath.startsWith(prefix) && error.instancePath.startsWith(choice.instancePath)
    if (inside) {
      const branch = error.schemaPath.slice(prefix.length).split('/', 1)[0] ?? ''
      branches.set(branch, [...(branches.get(branch) ?? []), error])
    } else if (error !== choice) others.push(error)
  }
  return [...settled(others), ...chosen(choice, [...branches.values()])]
}

function chosen(choice: SchemaError, branches: readonly SchemaError[][]): SchemaError[] {
  const allowed = branches.map((errors) => errors.find((error) => error.keyword === 'const'))
  const marks = allowed.filter((error) => error !== undefined)
  const place = marks[0]?.instancePath
  if (
    place !== undefined &&
    marks.length === branches.length &&
    marks.every((mark) => mark.instancePath === place)
  ) {
    // Every shape is told apart by the same member, and that member is none of them.
    const allowedValues = marks.map((mark) => (mark.params as { allowedValue?: unknown }).allowedValue)
    return [{ ...choice, keyword: 'enum', instancePath: place, params: { allowedValues } } as SchemaError]
  }
  const candidates = branches
    .filter((errors) => !errors.some((error) => error.keyword === 'const'))
    .map(settled)
    .sort((a, b) => a.length - b.length)
  // The value itself is of none of the types: one complaint about it says more than a list of types.
  if (candidates.every((errors) => errors.some((error) => error.instancePath === choice.instancePath))) {
    return candidates.length === 1 ? (candidates[0] ?? [choice]) : [choice]
  }
  return candidates.find((errors) => errors.every((e) => e.instancePath !== choice.instancePath)) ?? [choice]
}

const TYPE_CODES: Readonly<Record<string, string>> = {
  string: 'not-a-text',
  number: 'not-a-number',
  integer: 'not-a-whole-number',
  boolean: 'not-a-boolean',
  array: 'not-a-list',
  object: 'not-an-object',
}

const LIMIT_CODES: Readonly<Record<string, string>> = {
  minLength: 'too-short',
  maxLength: 'too-long',
  minimum: 'too-small',
  exclusiveMinimum: 'too-small',
  maximum: 'too-large',
  exclusiveMaximum: 'too-large',
  minItems: 'too-few',
  maxItems: 'too-many',
}

function translated(error: SchemaError, value: unknown): FieldRefusal[] {
  const path = error.instancePath === '' ? '' : dotted(error.instancePath)
  const params = error.params as Readonly<Record<string, unknown>>
  const one = (code: string, facts: Record<string, unknown> = {}): FieldRefusal[] => [{ path, code, facts }]
  const each = (names: unknown, code: string): FieldRefusal[] =>
    (names as readonly string[]).map((name) => ({ path: joined(path, name), code, facts: {} }))
  const limitCode = LIMIT_CODES[error.keyword]
  if (limitCode) {
    const left = error.keyword === 'minLength' && valueAt(value, error.instancePath) === ''
    return one(left ? 'required' : limitCode, { limit: params.limit })
  }
  switch (error.keyword) {
    case 'required':
      return each(params.requiredProperties, 'required')
    case 'additionalProperties':
      return each(params.additionalProperties, 'not-expected')
    case 'unevaluatedProperties':
      return each(params.unevaluatedProperties, 'not-expected')
    case 'boolean':
      // Said again, with its name, by `additionalProperties`.
      return []
    case 'type':
      return one(TYPE_CODES[String(params.type)] ?? 'wrong-shape')
    case 'const':
      return one('not-one-of', { options: [params.allowedValue] })
    case 'enum':
      return one('not-one-of', { options: params.allowedValues })
    case 'format':
      return one(String(params.format).startsWith('date') ? 'not-a-date' : 'pattern')
    case 'pattern':
      return one(valueAt(value, error.instancePath) === '' ? 'required' : 'pattern')
    case 'uniqueItems':
      return one('not-unique')
    default:
      return one('wrong-shape')
  }
}

function valueAt(value: unknown, pointer: string): unknown {
  let at = value
  for (const part of pointer.split('/').slice(1)) {
    if (!isRecord(at) && !Array.isArray(at)) return undefined
    at = (at as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  return at
}
