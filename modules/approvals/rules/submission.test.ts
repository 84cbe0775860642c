import { describe, expect, it } from 'vitest'
import { KITE } from '../testing/state.ts'
import {
  canBeAppliedForOnline,
  everyRequiredMaterialIsGiven,
  formFitsItsDefinition,
  itemServesThisApplicant,
  onlyPublishedItemsCanBeAppliedFor,
} from './submission.ts'

const FROM = KITE.effective.from
const TO = '2027-06-30'

describe('onlyPublishedItemsCanBeAppliedFor: outside the catalogue there is no power, and a refusal names its dates', () => {
  const item = { ...KITE, effective: { from: FROM, to: TO } }
  it.each([
    ['on its first day', { item }, FROM, undefined, {}],
    ['on its last day', { item }, TO, undefined, {}],
    ['the day before it comes into force', { item }, '1999-12-31', 'item-not-in-effect', { from: FROM }],
    ['the day after its last', { item }, '2027-07-01', 'item-cancelled', { since: TO }],
    [
      'while it is suspended',
      { item, suspended: { since: '2026-11-01', reason: '系统升级' } },
      '2026-11-23',
      'item-suspended',
      { since: '2026-11-01', reason: '系统升级' },
    ],
    [
      'once it is cancelled, whatever else it is',
      { item, suspended: { since: '2026-11-01', reason: '' }, cancelled: { since: '2026-11-10' } },
      '2026-11-23',
      'item-cancelled',
      { since: '2026-11-10' },
    ],
  ])('%s', (_, standing, today, code, facts) => {
    const refused = onlyPublishedItemsCanBeAppliedFor(standing, today)
    expect(refused?.code).toBe(code)
    if (refused) expect(refused).toMatchObject({ rule: 'onlyPublishedItemsCanBeAppliedFor', facts })
  })
})

it('canBeAppliedForOnline: depth III and IV are applied for online, below that the window', () => {
  expect([1, 2, 3, 4].map((depth) => canBeAppliedForOnline({ depth }))).toEqual([false, false, true, true])
})

it('itemServesThisApplicant: and a refusal says whom it serves', () => {
  expect(itemServesThisApplicant(KITE, 'enterprise')).toBeUndefined()
  const forPersons = { ...KITE, applicants: ['person' as const] }
  expect(itemServesThisApplicant(forPersons, 'person')).toBeUndefined()
  expect(itemServesThisApplicant(forPersons, 'enterprise')).toMatchObject({
    code: 'applicant-kind-not-served',
    facts: { served: { zh: '个人', en: 'persons' } },
  })
})

describe('formFitsItsDefinition', () => {
  const context = {
    now: new Date('2026-11-23T02:00:00Z'),
    regionNames: (code: string) =>
      code === '210202001002' ? ['大连市', '中山区', '街道', '社区'] : undefined,
  }
  const form = {
    name: '王小明',
    phone: '13800000001',
    land: 'public',
    site: { region: '210202001002', detail: '人民路 1 号' },
    day: '2027-01-20',
    'line-length': 80,
    night: false,
  }

  it('keeps what the definition asks, and takes nothing else', () => {
    expect(formFitsItsDefinition(KITE, form, context)).toEqual(form)
    expect(formFitsItsDefinition(KITE, { ...form, colour: 'red' }, context)).toMatchObject({
      fields: [{ path: 'form.colour', code: 'not-expected' }],
    })
  })

  it('names every field that is wrong at once', () => {
    const wrong = formFitsItsDefinition(KITE, { ...form, phone: '12', 'line-length': undefined }, context)
    expect(wrong).toMatchObject({ code: 'form-has-errors', facts: { count: 2 } })
    expect('fields' in wrong && (wrong.fields as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      'form.line-length',
      'form.phone',
    ])
  })
})

describe('everyRequiredMaterialIsGiven (行政许可法 第三十一条)', () => {
  const file = { digest: 'a'.repeat(64), name: '方案.pdf', size: 1, type: 'application/pdf' }
  const required = KITE.materials.filter((material) => material.required === true)
  const given = required.map(({ id }) => ({ material: id, files: [file] }))
  const ask = (materials: Parameters<typeof everyRequiredMaterialIsGiven>[2], item = KITE, land = 'public') =>
    everyRequiredMaterialIsGiven(item, { land }, materials)

  it('as files, or as what the city holds already', () => {
    expect(ask(given)).toBeUndefined()
    expect(ask(given.map((one) => ({ ...one, files: [], held: 'held' })))).toBeUndefined()
  })

  it('names each one that is missing', () => {
    expect(ask([])).toMatchObject({
      code: 'materials-missing',
      fields: required.map(({ id }) => ({ path: `materials.${id}`, code: 'material-missing' })),
    })
    expect(ask(given.map((one) => ({ ...one, files: [] })))?.code).toBe('materials-missing')
  })

  it('asks for what a condition on the form makes necessary', () => {
    expect(ask(given, KITE, 'private')).toMatchObject({ fields: [{ path: 'materials.landlord' }] })
  })

  it('by a declaration only where the item lets it be declared (告知承诺)', () => {
    const declared = given.map(({ material }) => ({ material, files: [], trust: 'D' as const }))
    expect(ask(declared)?.code).toBe('materials-missing')
    const declarable = { ...KITE, materials: KITE.materials.map((one) => ({ ...one, declarable: true })) }
    expect(ask(declared, declarable)).toBeUndefined()
  })

  it('takes nothing the item does not know, and no more files than it allows', () => {
    expect(ask([...given, { material: 'poem', files: [file] }])?.code).toBe('material-not-in-item')
    const many = Array.from({ length: 51 }, () => file)
    expect(ask(given.map((one) => ({ ...one, files: many })))?.code).toBe('too-many-files')
  })
})
