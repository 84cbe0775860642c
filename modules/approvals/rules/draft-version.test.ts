import { describe, expect, it } from 'vitest'
import { KITE } from '../testing/state.ts'
import { draftIsHeldToTheVersionInForce, leftBehind, partedForm } from './draft-version.ts'

const next = {
  ...KITE,
  version: KITE.version + 1,
  fields: KITE.fields.filter(({ id }) => id !== 'line-length'),
  materials: KITE.materials.filter(({ id }) => id !== 'plan'),
}
const versions = { begun: KITE, item: next }
const file = { digest: 'a'.repeat(64), name: '方案.pdf', size: 1, type: 'application/pdf' }

it('draftIsHeldToTheVersionInForce: what it was begun with gives way as soon as it is superseded', () => {
  expect(draftIsHeldToTheVersionInForce(KITE, { item: next })).toBe(next)
  expect(draftIsHeldToTheVersionInForce(KITE, undefined)).toBe(KITE)
})

describe('what the version in force no longer asks', () => {
  it('is set aside, and kept', () => {
    expect(partedForm(versions, { name: '王小明', 'line-length': 80 })).toEqual({
      asked: { name: '王小明' },
      setAside: { 'line-length': 80 },
    })
  })

  it('is told: nothing that was typed or given goes without a word', () => {
    const given = {
      form: { name: '王小明', 'line-length': 80 },
      materials: [{ material: 'plan', files: [file] }],
    }
    expect(leftBehind(versions, given, () => undefined).map(({ text }) => text.zh)).toEqual([
      '80 米',
      '方案.pdf',
    ])
  })
})
