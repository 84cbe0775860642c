import type { Field } from '@mashang/flow'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointsOf, targetsOf, unsaid, withPhrase } from '../src/case/actions/correction-points.ts'
import { addressFrom, changesOf, editAs, fenOf, yuanOf } from '../src/case/actions/field-values.ts'
import { newsSince } from '../src/case/actions/news.ts'
import { sectionsOf } from '../src/case/facts/sections.ts'
import { definitionFrom } from '../src/items/definition-from.ts'
import { itemsFrom } from '../src/items/items-filter.ts'
import { newPassword } from '../src/people/password.ts'

const view = {
  answers: [
    { id: 'name', label: { zh: '姓名' }, text: '王小海', section: { zh: '申请人' } },
    { id: 'phone', label: { zh: '电话' }, text: '', section: { zh: '申请人' } },
    { id: 'site', label: { zh: '地点' }, text: '人民广场', section: { zh: '活动' } },
  ],
  materials: [
    { id: 'plan', name: { zh: '方案' }, required: true, files: [] },
    { id: 'photo', name: { zh: '照片' }, required: false, files: [] },
  ],
}

describe('points of a correction', () => {
  const targets = targetsOf(view)

  it('can be anything of the form and of the materials', () => {
    expect(targets.map(({ target }) => target)).toEqual([
      'form.name',
      'form.phone',
      'form.site',
      'materials.plan',
      'materials.photo',
    ])
    expect(targets.filter(({ lacking }) => lacking).map(({ target }) => target)).toEqual(['materials.plan'])
  })

  it('are sent in the order of the case, however they were chosen', () => {
    const asked = { 'materials.plan': ' 缺少 ', 'form.name': '不一致', 'form.gone': '没有此项' }
    expect(pointsOf(targets, asked)).toEqual([
      { target: 'form.name', what: '不一致' },
      { target: 'materials.plan', what: '缺少' },
    ])
  })

  it('must each say what exactly', () => {
    expect(
      unsaid(targets, { 'form.name': ' ', 'form.site': '写明门牌' }).map(({ target }) => target),
    ).toEqual(['form.name'])
  })

  it('take a ready phrase once', () => {
    expect(withPhrase('', '缺少')).toBe('缺少')
    expect(withPhrase('先说明', '缺少')).toBe('先说明\n缺少')
    expect(withPhrase('先说明\n缺少', '缺少')).toBe('先说明\n缺少')
  })
})

describe('values mended on the spot', () => {
  const field = (type: Field['type']): Field => ({ id: 'x', label: { zh: '某' }, type })

  it('are edited by their definition, or else by what they are', () => {
    expect(editAs(field('money'), 1)).toBe('money')
    expect(editAs(field('uscc'), 'x')).toBe('text')
    expect(editAs(undefined, '2026-12-03')).toBe('text')
    expect(editAs(undefined, true)).toBe('yes-no')
    expect(editAs(undefined, { region: '210203', detail: 'x' })).toBe('address')
    expect(editAs(undefined, ['a'])).toBe('none')
  })

  it('send only what differs', () => {
    const form = { a: 'x', b: 1, c: ['p', 'q'], d: { region: 'r', detail: 'e' } }
    expect(changesOf(form, { a: 'x', b: 2, c: ['p', 'q'], d: { region: 'r', detail: 'f' } })).toEqual({
      b: 2,
      d: { region: 'r', detail: 'f' },
    })
  })

  it('keep money whole to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_00 }), (fen) => {
        expect(fenOf(yuanOf(fen) ?? null)).toBe(fen)
      }),
    )
    expect(fenOf(null)).toBeUndefined()
  })

  it('know an address from anything else', () => {
    expect(addressFrom(null)).toBeUndefined()
    expect(addressFrom('x')).toBeUndefined()
    expect(addressFrom({ region: 'r' })).toBeUndefined()
  })
})

describe('what a case shows', () => {
  it('tells what came after the revision one has seen, oldest first', () => {
    const line = (revision: number) => ({
      revision,
      kind: 'k',
      at: '',
      by: '',
      title: { zh: 'x' },
      digest: '',
    })
    expect(newsSince([line(3), line(5), line(4)], 3).map(({ revision }) => revision)).toEqual([4, 5])
    expect(newsSince([line(1)], 1)).toEqual([])
  })

  it('puts answers under their headings', () => {
    expect(sectionsOf(view.answers).map(({ name, answers }) => [name?.zh, answers.length])).toEqual([
      ['申请人', 2],
      ['活动', 1],
    ])
    expect(sectionsOf([])).toEqual([])
  })
})

describe('administration', () => {
  it('makes passwords that pass the rule and differ', () => {
    const made = Array.from({ length: 50 }, () => newPassword())
    for (const password of made) {
      expect(password).toMatch(/^[A-HJ-NP-Za-hjkmnp-z2-9]{14}$/)
      expect(password).toMatch(/[a-z]/)
      expect(password).toMatch(/[A-Z]/)
      expect(password).toMatch(/[2-9]/)
    }
    expect(new Set(made).size).toBe(made.length)
  })

  it('reads the filter of the items from the address', () => {
    expect(itemsFrom(new URLSearchParams('text=%20x%20&page=2'))).toEqual({ text: 'x', page: 2 })
    expect(itemsFrom(new URLSearchParams('page=abc&status='))).toEqual({})
  })

  it('shows by its headings only a definition that has them', () => {
    expect(definitionFrom(null)).toBeUndefined()
    expect(definitionFrom({ name: { zh: 'x' } })).toBeUndefined()
  })
})
