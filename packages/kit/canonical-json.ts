/**
 * Canonical JSON (RFC 8785, JCS): the one text of a value, over which digests are taken.
 *
 * ECMAScript's own number and string forms are those the RFC asks for; keys are sorted by UTF-16 code units.
 * What JSON cannot hold (undefined, functions, symbols, bigint, NaN, infinities, lone surrogates) throws:
 * a digest over something quietly left out would prove nothing.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`canonical JSON cannot hold the number ${value}`)
      return JSON.stringify(value)
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value)
    default:
      throw new TypeError(`canonical JSON cannot hold a value of type ${typeof value}`)
  }
}

const LONE_SURROGATE = /\p{Surrogate}/u
/** All but quotation mark, backslash, control characters and surrogates: nearly every string stands in JSON as it is. */
const NOT_PLAIN = /[^ !#-[\]-\ud7ff\ue000-\uffff]/

function canonicalString(text: string): string {
  if (!NOT_PLAIN.test(text)) return `"${text}"`
  if (LONE_SURROGATE.test(text)) throw new TypeError('canonical JSON cannot hold a lone surrogate')
  return JSON.stringify(text)
}

function canonicalArray(values: readonly unknown[]): string {
  let text = '['
  // An index loop, because `map` would jump over the holes of a sparse array.
  for (let i = 0; i < values.length; i++) text += (i === 0 ? '' : ',') + canonicalJson(values[i])
  return `${text}]`
}

function canonicalObject(value: object): string {
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(
      `canonical JSON holds plain objects only, not ${prototype?.constructor?.name ?? 'this'}`,
    )
  }
  const record = value as Record<string, unknown>
  const keys = Object.keys(record).sort()
  let text = '{'
  let first = true
  for (const key of keys) {
    text += `${first ? '' : ','}${canonicalString(key)}:${canonicalJson(record[key])}`
    first = false
  }
  return `${text}}`
}
