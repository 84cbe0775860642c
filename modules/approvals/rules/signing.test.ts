import { describe, expect, it } from 'vitest'
import { accepted, aKiteWith, anApplication } from '../testing/state.ts'
import { decide } from './review.ts'
import { aCaseReturnsOnlyToAStepBehindIt, maySign } from './signing.ts'

const AT = '2026-11-25T02:00:00.000Z'
const ITEM = aKiteWith({ decide: { signers: 3 } })
const concluded = (step: string, passed: boolean, next: string) =>
  ['step-concluded', { step, passed, findings: '所见', staff: [], next }, AT] as const
const atDecision = (...signed: readonly ('grant' | 'refuse')[]) =>
  anApplication([
    accepted(),
    [...concluded('review', true, 'decide')],
    ...signed.map((outcome): ['signed', { outcome: 'grant' | 'refuse'; reasons: string }, string] => [
      'signed',
      { outcome, reasons: '理由充分' },
      AT,
    ]),
  ])
const sign = (application: ReturnType<typeof atDecision>, outcome: 'grant' | 'refuse', id = 'h9') =>
  decide(application, ITEM, { outcome, reasons: '不符合放飞条件' }, ['approval-head'], { id, name: id })

describe('allSignersSignTheSame', () => {
  it('the last signature decides, the ones before are only signatures', () => {
    expect(sign(atDecision(), 'grant')).toMatchObject([{ kind: 'signed' }])
    expect(sign(atDecision('grant', 'grant'), 'grant')).toMatchObject([
      { kind: 'signed' },
      { kind: 'decided', content: { outcome: 'grant', reasons: '理由充分\n不符合放飞条件' } },
    ])
  })

  it('nobody signs twice', () => {
    expect(sign(atDecision('grant'), 'grant', 's1')).toMatchObject({ code: 'already-signed' })
  })

  it('is offered to those whose signature still counts', () => {
    expect(maySign(atDecision(), 's1')).toBe(true)
    expect(maySign(atDecision('grant'), 's1')).toBe(false)
    expect(maySign(atDecision('grant'), 'h9')).toBe(true)
    expect(maySign(atDecision('grant', 'refuse'), 'h9')).toBe(false)
  })

  it('a dissent is recorded and stops the case, whoever signs next', () => {
    expect(sign(atDecision('grant', 'grant'), 'refuse')).toMatchObject([{ kind: 'signed' }])
    expect(sign(atDecision('grant', 'refuse'), 'grant')).toMatchObject({ code: 'signers-disagree' })
  })
})

describe('aCaseReturnsOnlyToAStepBehindIt', () => {
  const back = (to: string) => aCaseReturnsOnlyToAStepBehindIt(atDecision(), ITEM, to, '材料前后矛盾')

  it('to a step that was concluded, and to no other', () => {
    expect(back('review')).toMatchObject([{ kind: 'returned', content: { from: 'decide', to: 'review' } }])
    for (const step of ['decide', 'site-check', 'dance'])
      expect(back(step)).toMatchObject({ code: 'step-not-behind' })
  })

  it('what came after is done again: a failed check and signatures no longer count', () => {
    const again = anApplication([
      accepted(),
      [...concluded('review', false, 'decide')],
      ['signed', { outcome: 'grant', reasons: '' }, AT],
      ['returned', { from: 'decide', to: 'review', reason: '重新审查' }, AT],
      [...concluded('review', true, 'decide')],
    ])
    expect(again.stepsDone).toMatchObject([{ step: 'review', passed: true }])
    expect(again.proceedings).toBeUndefined()
    expect(again.pastProceedings).toMatchObject([{ step: 'decide', signatures: [{ outcome: 'grant' }] }])
    expect(sign(again, 'grant', 's1')).toMatchObject([{ kind: 'signed' }])
  })
})
