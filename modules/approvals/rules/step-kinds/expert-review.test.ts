import { describe, expect, it } from 'vitest'
import { atStep, conclude, type Happened } from '../../testing/at-step.ts'
import { resumeClock } from '../review.ts'
import { everyExpertGivesAnOpinion, onlyMembersGiveAnOpinion, panelsAreOdd } from './expert-review.ts'

const experts = (...names: readonly string[]) => names.map((name) => ({ name, field: '气象' }))
const FORMED: Happened = ['panel-formed', { experts: experts('甲', '乙', '丙'), note: '评审安全方案' }]
const STOPPED: Happened = ['clock-stopped', { kind: 'expert-review', reason: '评审', expected: '10wd' }]
const opinion = (expert: string): Happened => [
  'expert-opinion-given',
  { expert, verdict: 'agree', text: '方案可行' },
]
const concluded = (passed: boolean): readonly Happened[] => [
  ['panel-concluded', { passed, text: '结论' }],
  ['clock-resumed', { note: '结论' }],
]
const at = (...happened: readonly Happened[]) => atStep({ kind: 'expert-review', experts: 3 }, happened)
const all = [FORMED, STOPPED, opinion('甲'), opinion('乙'), opinion('丙')]

describe('panelsAreOdd', () => {
  it.each([
    ['an even number', ['甲', '乙', '丙', '丁'], 'panel-not-odd'],
    ['too few', ['甲'], 'panel-not-odd'],
    ['one twice', ['甲', '乙', '甲'], 'panel-not-odd'],
  ])('refuses %s', (_, names, code) => {
    expect(panelsAreOdd(at(), experts(...names), '评审', '10wd')).toMatchObject({ code })
  })

  it('forms one, and the clock stops; no second', () => {
    expect(panelsAreOdd(at(), experts('甲', '乙', '丙'), '评审', '10wd')).toMatchObject([
      { kind: 'panel-formed' },
      { kind: 'clock-stopped', content: { kind: 'expert-review', expected: '10wd' } },
    ])
    expect(panelsAreOdd(at(FORMED), experts('甲', '乙', '丙'), '评审', '10wd')).toMatchObject({
      code: 'panel-already-formed',
    })
  })
})

describe('everyExpertGivesAnOpinion', () => {
  it('onlyMembersGiveAnOpinion', () => {
    expect(onlyMembersGiveAnOpinion(at(FORMED), '戊', 'agree', '可行')).toMatchObject({
      code: 'not-on-the-panel',
    })
  })

  it('no conclusion before the last of them, and the clock is not resumed beside it', () => {
    const waiting = at(FORMED, STOPPED, opinion('甲'))
    expect(everyExpertGivesAnOpinion(waiting, true, '结论')).toMatchObject({
      code: 'experts-outstanding',
      facts: { experts: ['乙', '丙'] },
    })
    expect(resumeClock(waiting.application, waiting.item, '不等了')).toMatchObject({
      code: 'procedure-under-way',
    })
    expect(everyExpertGivesAnOpinion(at(...all), true, '结论')).toMatchObject([
      { kind: 'panel-concluded' },
      { kind: 'clock-resumed' },
    ])
  })

  it('the step rests on the conclusion', () => {
    expect(conclude(at(), '2026-12-01')).toMatchObject({ code: 'panel-not-concluded' })
    expect(conclude(at(...all, ...concluded(false)), '2026-12-01')).toMatchObject({ code: 'panel-against' })
    expect(conclude(at(...all, ...concluded(false)), '2026-12-01', false)).toMatchObject([
      { content: { passed: false } },
    ])
    expect(conclude(at(...all, ...concluded(true)), '2026-12-01')).toMatchObject([
      { content: { passed: true } },
    ])
  })
})
