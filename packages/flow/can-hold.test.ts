import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canHold } from './can-hold.ts'
import { holds } from './condition.ts'
import type { Comparison, Field, FormValues } from './field.ts'

const label = { zh: '字段', en: 'Field' }
const options = ['sea', 'land'].map((value) => ({ value, label }))
const FIELDS: readonly Field[] = [
  { id: 'number', label, type: 'number', min: 1, max: 5 },
  { id: 'night', label, type: 'yes-no' },
  { id: 'place', label, type: 'choice', options },
  { id: 'places', label, type: 'choices', options },
]

const someValues: fc.Arbitrary<FormValues> = fc.record(
  {
    number: fc.integer({ min: 1, max: 5 }),
    night: fc.boolean(),
    place: fc.constantFrom('sea', 'land'),
    places: fc.constantFrom(['sea'], ['land'], ['sea', 'land']),
  },
  { requiredKeys: [] },
)
const wanted = fc.constantFrom<string | number | boolean>('sea', 'air', 0, 3, 9, true)
const someField = fc.constantFrom('number', 'night', 'place', 'places')
const someComparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({ field: someField, is: wanted }),
  fc.record({ field: someField, 'is-not': wanted }),
  fc.record({
    field: someField,
    'one-of': fc.array(fc.constantFrom<string | number>('sea', 'air', 3, 9), { maxLength: 2 }),
  }),
  fc.record({
    field: someField,
    over: fc.integer({ min: -2, max: 8 }),
    under: fc.integer({ min: -2, max: 8 }),
  }),
  fc.record({ field: someField, over: fc.integer({ min: -2, max: 8 }) }),
  fc.record({ field: someField, filled: fc.boolean() }),
)
const someCondition = fc.oneof(
  someComparison,
  fc.array(someComparison, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
  fc.array(someComparison, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
)

describe('canHold', () => {
  it('never calls a condition impossible that some values meet', () => {
    fc.assert(
      fc.property(someCondition, someValues, (condition, values) => {
        if (holds(condition, values)) expect(canHold(condition, FIELDS)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('sees what no value can meet', () => {
    for (const never of [
      { field: 'place', is: 'air' },
      { field: 'night', is: 'true' },
      { field: 'number', over: 5 },
      { field: 'number', under: 1 },
      { field: 'place', over: 3 },
      { field: 'place.region', filled: true },
      { field: 'nowhere', filled: false },
      { field: 'places', 'one-of': ['air', 'moon'] },
    ]) {
      expect(canHold(never, FIELDS), JSON.stringify(never)).toBe(false)
    }
  })
})
