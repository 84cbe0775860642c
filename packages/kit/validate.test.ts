import fc from 'fast-check'
import { Type as T } from 'typebox'
import { describe, expect, it } from 'vitest'
import { isRefusal } from './refusal.ts'
import { REFUSALS } from './refusal-texts.ts'
import { type Validated, validatorOf } from './validate.ts'

const Kite = T.Object({
  name: T.String({ minLength: 2, maxLength: 5 }),
  length: T.Optional(T.Integer({ minimum: 1, maximum: 9 })),
  day: T.Optional(T.String({ format: 'date' })),
  colour: T.Optional(T.Union([T.Literal('red'), T.Literal('blue')])),
  code: T.Optional(T.String({ pattern: '^a+$' })),
  tails: T.Optional(T.Array(T.Object({ width: T.Number() }), { maxItems: 2, uniqueItems: true })),
  extra: T.Optional(T.Unknown()),
})

function codes(result: Validated<unknown>): Record<string, string> {
  if (!isRefusal(result)) return {}
  expect(result.code).toBe('input-invalid')
  expect(result.facts.count).toBe(result.fields?.length)
  for (const field of result.fields ?? []) expect(REFUSALS[field.code], field.code).toBeDefined()
  return Object.fromEntries((result.fields ?? []).map((field) => [field.path, field.code]))
}

describe('validatorOf', () => {
  const check = validatorOf(Kite)

  it('gives the value back when it fits', () => {
    const value = { name: '风筝', tails: [{ width: 1.5 }] }
    expect(check(value)).toEqual({ ok: true, value })
  })

  it.each([
    [{}, { name: 'required' }],
    [{ name: '' }, { name: 'required' }],
    [{ name: 'a' }, { name: 'too-short' }],
    [{ name: 'abcdef' }, { name: 'too-long' }],
    [{ name: 5 }, { name: 'not-a-text' }],
    [{ name: null }, { name: 'not-a-text' }],
    [{ name: 'abc', length: 0 }, { length: 'too-small' }],
    [{ name: 'abc', length: 10 }, { length: 'too-large' }],
    [{ name: 'abc', length: 1.5 }, { length: 'not-a-whole-number' }],
    [{ name: 'abc', day: '2026-02-29' }, { day: 'not-a-date' }],
    [{ name: 'abc', colour: 'green' }, { colour: 'not-one-of' }],
    [{ name: 'abc', code: 'b' }, { code: 'pattern' }],
    [{ name: 'abc', tails: {} }, { tails: 'not-a-list' }],
    [
      { name: 'abc', tails: [{ width: 'x' }, 5] },
      { 'tails.0.width': 'not-a-number', 'tails.1': 'not-an-object' },
    ],
    [{ name: 'abc', tails: [{ width: 1 }, { width: 1 }] }, { tails: 'not-unique' }],
    [{ name: 'abc', tails: [{ width: 1 }, { width: 2 }, { width: 3 }] }, { tails: 'too-many' }],
    [
      { name: 'abc', other: 1, 'a/b~c': 2 },
      { other: 'not-expected', 'a/b~c': 'not-expected' },
    ],
    [{ name: 'abc', tails: [{ width: 1, w: 1 }] }, { 'tails.0.w': 'not-expected' }],
    [JSON.parse('{"name":"abc","__proto__":{"x":1}}'), { ['__proto__']: 'not-expected' }],
    [null, { '': 'not-an-object' }],
    [[], { '': 'not-an-object' }],
    [{ name: 'ab\0' }, { name: 'character-not-accepted' }],
    [{ name: 'abc', extra: { deep: ['\ud800'] } }, { 'extra.deep.0': 'character-not-accepted' }],
    [{ name: 'abc', extra: { '\0': 1 } }, { extra: 'not-expected' }],
  ])('%j → %j', (value, expected) => {
    expect(codes(check(value))).toEqual(expected)
  })

  it('names every place to mend at once, however long the form', () => {
    const names = Array.from({ length: 60 }, (_, i) => `field${i}`)
    const long = validatorOf(T.Object(Object.fromEntries(names.map((name) => [name, T.Integer()]))))
    expect(Object.keys(codes(long({})))).toEqual(names)
    expect(Object.keys(codes(long(Object.fromEntries(names.map((name) => [name, 'x'])))))).toEqual(names)
  })

  it('counts characters, not bytes or code units, and gives the place of one that is not accepted', () => {
    expect(codes(check({ name: '𠮷𠮷𠮷𠮷𠮷' }))).toEqual({})
    expect(codes(check({ name: 'e\u0301'.repeat(3) }))).toEqual({ name: 'too-long' })
    expect(check({ name: '𠮷a\0' })).toMatchObject({ fields: [{ facts: { position: 3 } }] })
  })

  it('refuses nesting that would break a recursion', () => {
    let deep: unknown = 1
    for (let i = 0; i < 100_000; i++) deep = [deep]
    expect(Object.values(codes(check({ name: 'abc', extra: deep })))).toEqual(['too-deep'])
  })

  it('never throws and never changes its argument, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const before = structuredCloneOrSame(value)
        codes(check(value))
        expect(value).toEqual(before)
      }),
    )
  })
})

describe('choices between shapes', () => {
  const Either = T.Object({
    result: T.Union([
      T.Object({ kind: T.Literal('grant'), licence: T.String() }),
      T.Object({ kind: T.Literal('refuse'), reasons: T.String({ minLength: 5 }) }),
    ]),
  })
  const check = validatorOf(Either)

  it.each([
    [{ result: { kind: 'grant', licence: 'x' } }, {}],
    [{ result: { kind: 'refuse' } }, { 'result.reasons': 'required' }],
    [{ result: { kind: 'refuse', reasons: 'abc' } }, { 'result.reasons': 'too-short' }],
    [{ result: { kind: 'grant', licence: 'x', reasons: 'y' } }, { 'result.reasons': 'not-expected' }],
    [{ result: { kind: 'other' } }, { 'result.kind': 'not-one-of' }],
    [{ result: 5 }, { result: 'wrong-shape' }],
  ])('%j → %j', (value, expected) => {
    expect(codes(check(value))).toEqual(expected)
  })

  it('lists the options of a choice of texts', () => {
    const result = validatorOf(T.Object({ a: T.Union([T.Literal('x'), T.Literal('y')]) }))({ a: 'z' })
    expect(result).toMatchObject({ fields: [{ code: 'not-one-of', facts: { options: ['x', 'y'] } }] })
  })

  it('closes an intersection as a whole', () => {
    const both = validatorOf(T.Intersect([T.Object({ a: T.String() }), T.Object({ b: T.String() })]))
    expect(codes(both({ a: '1', b: '2' }))).toEqual({})
    expect(codes(both({ a: '1', b: '2', c: '3' }))).toEqual({ c: 'not-expected' })
  })

  it('leaves open what the schema leaves open', () => {
    const open = validatorOf(
      T.Object({
        form: T.Record(T.String(), T.Unknown()),
        free: T.Object({}, { additionalProperties: true }),
      }),
    )
    expect(codes(open({ form: { any: 1 }, free: { any: 1 } }))).toEqual({})
  })
})

describe('query strings and plain forms', () => {
  const check = validatorOf(
    T.Object({
      page: T.Integer({ minimum: 1, default: 1 }),
      online: T.Optional(T.Boolean()),
      word: T.Optional(T.String({ minLength: 1 })),
      theme: T.Optional(T.Array(T.String())),
      size: T.Optional(T.Union([T.Literal(20), T.Literal(50)])),
      must: T.Optional(T.String()),
    }),
    { coerce: true },
  )

  it('gives texts the types of the schema, leaves out empty boxes and fills defaults', () => {
    expect(check({ page: '3', online: 'on', word: '', theme: '婚育', size: '50' })).toEqual({
      ok: true,
      value: { page: 3, online: true, theme: ['婚育'], size: 50 },
    })
    expect(check({})).toEqual({ ok: true, value: { page: 1 } })
  })

  it.each([
    [{ page: '0' }, { page: 'too-small' }],
    [{ page: '1e3' }, { page: 'not-a-whole-number' }],
    [{ page: 'x' }, { page: 'not-a-whole-number' }],
    [{ page: ['1', '2'] }, { page: 'not-a-whole-number' }],
    [{ online: 'perhaps' }, { online: 'not-a-boolean' }],
    [{ size: '30' }, { size: 'not-one-of' }],
    [{ other: '' }, { other: 'not-expected' }],
    [JSON.parse('{"__proto__":"1"}'), { ['__proto__']: 'not-expected' }],
  ])('%j → %j', (value, expected) => {
    expect(codes(check(value))).toEqual(expected)
  })

  it('does not coerce where it was not asked to', () => {
    expect(codes(validatorOf(T.Object({ n: T.Integer() }))({ n: '5' }))).toEqual({ n: 'not-a-whole-number' })
  })

  it('fills defaults inside lists and objects without changing what it was given', () => {
    const nested = validatorOf(T.Object({ rows: T.Array(T.Object({ copies: T.Integer({ default: 1 }) })) }))
    const given = { rows: [{}, { copies: 2 }] }
    expect(nested(given)).toEqual({ ok: true, value: { rows: [{ copies: 1 }, { copies: 2 }] } })
    expect(given).toEqual({ rows: [{}, { copies: 2 }] })
  })
})

function structuredCloneOrSame(value: unknown): unknown {
  try {
    return structuredClone(value)
  } catch {
    return value
  }
}
