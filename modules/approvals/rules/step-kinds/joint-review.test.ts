import { isRefusal } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../contract/index.ts'
import { accepted, aKiteWith, anApplication, contextOn } from '../../testing/state.ts'
import { concludeStep } from '../review.ts'
import { onlyWhoWasAskedAnswers, opinionsAreAskedTogether, organsToAsk } from './asked.ts'
import { findStepAt } from './register.ts'

const AT = '2026-11-25T02:00:00.000Z'
const ORGANS = ['public-security', 'natural-resources']
const ITEM = aKiteWith({ review: { kind: 'joint-review', organs: ORGANS } })
const ASKED = { organs: ORGANS, note: '请就场地安全提出意见', due: '2026-11-30' }

const answered = (answers: Readonly<Record<string, Verdict>>) =>
  anApplication([
    accepted(),
    ['opinions-requested', ASKED, AT],
    ...Object.entries(answers).map(
      ([organ, verdict]): ['opinion-given', { organ: string; verdict: Verdict; text: string }, string] => [
        'opinion-given',
        { organ, verdict, text: '意见如下' },
        AT,
      ],
    ),
  ])
const atStep = (application: ReturnType<typeof answered>) => {
  const at = findStepAt(application, ITEM)
  if (!at) throw new Error('the case is at a step')
  return at
}
const conclude = (application: ReturnType<typeof answered>, passed = true, today = '2026-11-26') =>
  concludeStep(
    application,
    ITEM,
    { passed, findings: '所见', staff: [{ id: 's1', name: '李承办' }] },
    ['handling-officer'],
    contextOn(today),
  )

describe('everyOrganThatWasAskedAnswersOrItsTimeIsOver', () => {
  it('not before they were asked', () => {
    expect(conclude(anApplication([accepted()]))).toMatchObject({ code: 'opinions-not-requested' })
  })

  it('not while one is to answer, and no longer once its last day is over: silence is agreement', () => {
    const one = answered({ 'public-security': 'agree' })
    for (const day of ['2026-11-26', '2026-11-30'])
      expect(conclude(one, true, day)).toMatchObject({
        code: 'opinions-outstanding',
        facts: { due: '2026-11-30', organs: [{ zh: 'natural-resources' }] },
      })
    expect(conclude(one, true, '2026-12-01')).toMatchObject([
      { kind: 'step-concluded', content: { silent: ['natural-resources'] } },
    ])
  })

  it('once all have answered', () => {
    const all = answered({ 'public-security': 'agree', 'natural-resources': 'conditions' })
    expect(conclude(all)).toMatchObject([{ content: { passed: true } }])
    expect(conclude(all)).not.toHaveProperty('0.content.silent')
  })
})

describe('nothingPassesOverAnObjection', () => {
  const against = { 'public-security': 'object', 'natural-resources': 'agree' } as const

  it('but it may fail, or pass once the organ has come round', () => {
    expect(conclude(answered(against))).toMatchObject({ code: 'organ-objects' })
    expect(isRefusal(conclude(answered(against), false))).toBe(false)
    const settled = anApplication([
      accepted(),
      ['opinions-requested', ASKED, AT],
      ['opinion-given', { organ: 'public-security', verdict: 'object', text: '人流过于集中' }, AT],
      ['opinion-given', { organ: 'natural-resources', verdict: 'agree', text: '' }, AT],
      ['opinion-given', { organ: 'public-security', verdict: 'conditions', text: '增设两处疏散口' }, AT],
    ])
    expect(isRefusal(conclude(settled))).toBe(false)
  })
})

describe('asking and answering', () => {
  it('opinionsAreAskedTogether, once', () => {
    const first = atStep(anApplication([accepted()]))
    expect(opinionsAreAskedTogether(first, new Map(), '请提出意见', '2026-11-30')).toMatchObject([
      { kind: 'opinions-requested', content: { organs: ORGANS } },
    ])
    expect(
      opinionsAreAskedTogether(atStep(answered({})), new Map(), '请提出意见', '2026-11-30'),
    ).toMatchObject({
      code: 'opinions-already-requested',
    })
  })

  it('onlyWhoWasAskedAnswers, and an objection says why', () => {
    const at = atStep(answered({}))
    expect(onlyWhoWasAskedAnswers(at, 'health', 'agree', '')).toMatchObject({ code: 'not-asked' })
    expect(onlyWhoWasAskedAnswers(at, 'public-security', 'object', '不行')).toMatchObject({
      code: 'opinion-needs-reasons',
    })
    expect(onlyWhoWasAskedAnswers(at, 'public-security', 'agree', '')).toMatchObject([
      { content: { organ: 'public-security', verdict: 'agree' } },
    ])
  })

  it('a lower-level review asks the district in which the address lies, and needs its answer however late', () => {
    const item = aKiteWith({ review: { kind: 'lower-review', 'by-region-of': 'site' } })
    const site = { region: '210203011003', detail: '人民广场' }
    const there = anApplication([accepted()], undefined, { 'line-length': 80, site })
    const at = { ...atStep(there), step: item.steps[0] ?? atStep(there).step }
    const district = { id: 'district-xigang', region: '210203' } as never
    expect(organsToAsk(at, new Map([['district-xigang', district]]))).toEqual(['district-xigang'])
    expect(organsToAsk(at, new Map())).toMatchObject({ code: 'no-lower-organ' })
    const asked = anApplication([
      accepted(),
      ['opinions-requested', { ...ASKED, organs: ['district-xigang'] }, AT],
    ])
    const late = concludeStep(
      asked,
      item,
      { passed: true, findings: '所见', staff: [{ id: 's1', name: '李承办' }] },
      ['handling-officer'],
      contextOn('2027-01-20'),
    )
    expect(late).toMatchObject({ code: 'opinions-outstanding', rule: 'theLowerOrganReviewsFirst' })
  })
})
