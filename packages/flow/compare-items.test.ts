import { describe, expect, it } from 'vitest'
import { compareItems } from './compare-items.ts'
import type { ServiceItem } from './definition.ts'
import { aKitePermit } from './testing/kite.ts'

const before = aKitePermit()
const sentences = (after: Partial<ServiceItem>) =>
  compareItems(before, { ...before, ...after }).map(({ kind, words }) => `${kind} ${words.zh}`)

describe('compareItems', () => {
  it('finds nothing between the same', () => {
    expect(compareItems(before, structuredClone(before))).toEqual([])
    expect(compareItems(before, { ...before, version: 9 })).toEqual([])
  })

  it.each<[string, Partial<ServiceItem>, string[]]>([
    ['a number', { visits: 1 }, ['changed 到场次数：由“0”改为“1”']],
    [
      'a limit in its words',
      { limits: { ...before.limits, promised: { days: '3wd' } } },
      ['changed 办理时限 · 承诺时限 · 期限：由“5 个工作日”改为“3 个工作日”'],
    ],
    [
      'a text of which only the English changed',
      { name: { zh: '风筝放飞许可', en: 'Kite permit' } },
      ['changed 事项名称：英文由“Kite-flying permit”改为“Kite permit”'],
    ],
    [
      'an element that goes',
      { summary: undefined },
      [expect.stringContaining('removed 简介：去掉') as string],
    ],
    [
      'a condition more',
      { conditions: [...before.conditions, { zh: '不在雷雨天放飞。' }] },
      ['added 新增受理条件“不在雷雨天放飞。”'],
    ],
  ])('tells %s', (_, after, expected) => {
    expect(sentences(after)).toEqual(expected)
  })

  it('names the member of a list that changed, and tells additions from removals', () => {
    const [first, ...others] = before.materials
    if (!first) throw new Error('the permit has materials')
    const changed = { ...first, copies: first.copies + 1 }
    expect(sentences({ materials: [changed, ...others] })).toEqual([
      `changed 材料“${first.name.zh}” · 份数：由“${first.copies}”改为“${first.copies + 1}”`,
    ])
    expect(sentences({ materials: others })).toEqual([`removed 删去材料“${first.name.zh}”`])
    const steps = [...before.steps].reverse()
    expect(sentences({ steps })[0]).toMatch(/^changed 办理环节：顺序改为：/)
  })

  it('reads drafts that lack everything', () => {
    expect(compareItems({}, undefined)).toEqual([])
    expect(compareItems(undefined, { name: { zh: '甲' } })).toMatchObject([
      { kind: 'added', element: 'name' },
    ])
  })
})
