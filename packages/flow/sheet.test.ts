import { describe, expect, it } from 'vitest'
import type { Material, ServiceItem } from './definition.ts'
import type { Field } from './field.ts'
import {
  filesOf,
  formOf,
  lacksOf,
  materialsOf,
  NOTHING_SAME,
  questionsOf,
  type SameThings,
  sheetView,
} from './sheet.ts'
import { aKitePermit } from './testing/kite.ts'

const field = (id: string, type: Field['type'] = 'text', rest: Partial<Field> = {}): Field => ({
  id,
  type,
  label: { zh: id },
  ...rest,
})
const paper = (id: string, zh: string, rest: Partial<Material> = {}): Material => ({
  id,
  name: { zh },
  source: 'applicant',
  form: 'electronic',
  copies: 1,
  required: true,
  accepts: ['pdf', 'png'],
  'max-size': '20MB',
  ...rest,
})
const item = (code: string, fields: readonly Field[], materials: readonly Material[] = []): ServiceItem => ({
  ...aKitePermit(),
  code,
  fields: [...fields],
  materials: [...materials],
})

const FOOD = item(
  'FOOD-1',
  [
    field('name', 'text', { 'max-length': 100, section: { zh: '经营者' } }),
    field('premises', 'address', { required: true, level: 'community' }),
    field('area', 'number'),
    field('trade', 'choice', {
      options: [
        { value: 'a', label: { zh: 'a' } },
        { value: 'b', label: { zh: 'b' } },
      ],
    }),
    field('seats', 'number', { required: true, when: { field: 'trade', is: 'a' } }),
  ],
  [paper('licence', '营业执照'), paper('plan', '平面图', { accepts: ['pdf', 'docx'], 'max-size': '10MB' })],
)
const FIRE = item(
  'FIRE-1',
  [
    field('name', 'text', { 'max-length': 40, required: true }),
    field('place', 'address', { level: 'community' }),
    field('area', 'number', { required: true }),
    field('trade', 'choice', {
      options: [
        { value: 'x', label: { zh: 'x' } },
        { value: 'y', label: { zh: 'y' } },
      ],
    }),
  ],
  [paper('licence', '营业执照（法人证书）', { 'max-size': '10MB' }), paper('floor', '平面图')],
)
const SAME: SameThings = {
  ...NOTHING_SAME,
  questions: [{ id: 'place', label: { zh: '店铺地址' }, of: ['FOOD-1.premises', 'FIRE-1.place'] }],
  materials: [{ id: 'licence', of: ['FOOD-1.licence', 'FIRE-1.licence'] }],
}
const CONTEXT = { now: new Date('2026-11-23T02:00:00Z'), regionNames: () => ['大连市'] }

describe('questionsOf', () => {
  it('noQuestionIsAskedTwice: what is mapped together, and what has one id and kind, is one question', () => {
    const questions = questionsOf([FOOD, FIRE], SAME)
    expect(questions.map(({ key, of }) => [key, of.length])).toEqual([
      ['name', 2],
      ['place', 2],
      ['area', 2],
      ['trade', 1],
      ['seats', 1],
      ['trade-2', 1],
    ])
    const asked = questions.flatMap(({ of }) => of.map(({ item: code, field: id }) => `${code}.${id}`))
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked).toHaveLength(FOOD.fields.length + FIRE.fields.length)
  })

  it('asks for what the stricter of two wants', () => {
    const [name] = questionsOf([FOOD, FIRE])
    expect(name?.field).toMatchObject({ 'max-length': 40, required: true, section: { zh: '经营者' } })
  })

  it('keeps apart what is said to be apart, and does not ask what is given', () => {
    const same = { ...SAME, apart: new Set(['FIRE-1.area']), given: { 'FOOD-1.trade': 'b' } }
    expect(questionsOf([FOOD, FIRE], same).map(({ key }) => key)).toEqual([
      'name',
      'place',
      'area',
      'seats',
      'area-2',
      'trade',
    ])
  })
})

describe('materialsOf', () => {
  it('takes one paper for several, in a form that all of them accept', () => {
    const [licence, plan] = materialsOf([FOOD, FIRE], SAME)
    expect(licence?.of).toHaveLength(2)
    expect(licence?.material['max-size']).toBe('10MB')
    expect(plan?.material).toMatchObject({ accepts: ['pdf'], 'max-size': '10MB' })
  })
})

describe('what each application gets', () => {
  const file = { digest: 'a'.repeat(64), name: '执照.pdf', size: 1, type: 'application/pdf' }
  const sheet = {
    questions: questionsOf([FOOD, FIRE], SAME),
    materials: materialsOf([FOOD, FIRE], SAME),
    answers: { name: '海味小馆', place: { region: '210203011003', detail: '1 号' }, trade: 'a' },
    files: { licence: [file] },
    given: { 'FIRE-1.area': 12 },
  }

  it('is the same answer under its own names, and the same file', () => {
    expect(formOf(FIRE, sheet)).toMatchObject({ name: '海味小馆', place: { detail: '1 号' }, area: 12 })
    expect(formOf(FOOD, sheet)).toMatchObject({ premises: { detail: '1 号' }, trade: 'a' })
    for (const one of [FOOD, FIRE])
      expect(filesOf(one, sheet)).toMatchObject([{ material: 'licence', files: [{ name: '执照.pdf' }] }])
  })

  it('lacks what is asked of it and is not there, unless something stands in its place', () => {
    const paths = (covered?: ReadonlySet<string>) =>
      lacksOf(FOOD, { ...sheet, ...(covered ? { covered } : {}) }, CONTEXT).map(({ path }) => path)
    expect(paths()).toEqual(['answers.seats', 'materials.plan'])
    expect(paths(new Set(['FOOD-1.plan']))).toEqual(['answers.seats'])
  })

  it('shows what is asked as things stand, with what is wrong beside it', () => {
    const lacks = lacksOf(FOOD, sheet, CONTEXT)
    const seen = sheetView([FOOD], sheet, lacks, ({ code }) => code)
    expect(seen.questions.find(({ field: { id } }) => id === 'seats')?.error).toBe('required')
    expect(seen.materials.map(({ key, missing }) => [key, missing])).toEqual([
      ['licence', false],
      ['plan', true],
    ])
    const other = { ...sheet, answers: { ...sheet.answers, trade: 'b' } }
    expect(sheetView([FOOD], other, [], ({ code }) => code).questions.map(({ field: { id } }) => id)).toEqual(
      ['name', 'place', 'area', 'trade'],
    )
  })
})
