import { isRefusal, type StaffRole } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { accepted, anApplication } from '../testing/state.ts'
import {
  aCaseIsHandedOnWithinItsOrgan,
  aCaseIsTransferredOnce,
  aTransferIsSentBackOnce,
  onlyWhomItIsOfferedToTakesACase,
  theCentreRulesAfterATransferWasSentBack,
  whatWasHandedOnIsItsReceivers,
} from './transfer.ts'

const AT = '2026-11-25T02:00:00.000Z'
const OFFER = { to: 'public-security', reason: '场地归公安管理', basis: '行政许可法 第三十二条' }
const OFFERED = ['transfer-offered', { from: 'sports-bureau', ...OFFER }, AT] as const
const BACK = { from: 'public-security', to: 'sports-bureau', reason: '不归我们' }
const nameOf = (id: string) => (id === 'nowhere' ? undefined : { zh: id, en: id })
const colleague = (roles: readonly StaffRole[], organ = 'sports-bureau') => ({
  id: 's2',
  name: '周同事',
  organ,
  roles,
})

describe('aCaseIsHandedOnWithinItsOrgan', () => {
  const hand = (to: ReturnType<typeof colleague> | undefined, application = anApplication()) =>
    aCaseIsHandedOnWithinItsOrgan(application, 'sports-bureau', to, '出差')
  it('goes to who handles cases there, and nobody else', () => {
    expect(hand(colleague(['handling-officer']))).toEqual([
      { kind: 'reassigned', content: { to: { id: 's2', name: '周同事' }, reason: '出差' } },
    ])
    for (const to of [undefined, colleague(['inspector']), colleague(['handling-officer'], 'health')])
      expect(hand(to)).toMatchObject({ code: 'colleague-not-found' })
    const his = anApplication([['reassigned', { to: { id: 's2', name: '周同事' }, reason: '出差' }, AT]])
    expect(hand(colleague(['handling-officer']), his)).toMatchObject({ code: 'already-in-these-hands' })
  })
})

describe('whatWasHandedOnIsItsReceivers', () => {
  const his = anApplication([['reassigned', { to: { id: 's2', name: '周同事' }, reason: '出差' }, AT]])
  it.each<[string, readonly StaffRole[], boolean]>([
    ['s2', ['handling-officer'], true],
    ['s1', ['handling-officer'], false],
    ['s1', ['handling-officer', 'approval-head'], true],
    ['s1', ['inspector'], true],
  ])('%s as %s: %s', (person, roles, may) =>
    expect(whatWasHandedOnIsItsReceivers(his, person, roles) === undefined).toBe(may),
  )
})

describe('aCaseIsTransferredOnce', () => {
  const offer = (application = anApplication(), to = OFFER.to) =>
    aCaseIsTransferredOnce(application, 'sports-bureau', { ...OFFER, to }, nameOf)
  it('is offered to an organ there is, and neither while it is under way nor after it was settled', () => {
    expect(offer()).toEqual([{ kind: 'transfer-offered', content: { from: 'sports-bureau', ...OFFER } }])
    expect(offer(anApplication(), 'nowhere')).toMatchObject({ code: 'organ-not-found' })
    expect(offer(anApplication(), 'sports-bureau')).toMatchObject({ code: 'organ-not-found' })
    expect(offer(anApplication([[...OFFERED]]))).toMatchObject({ code: 'transfer-under-way' })
    const taken = anApplication([
      [...OFFERED],
      ['transfer-taken', { from: 'sports-bureau', to: 'public-security' }, AT],
    ])
    expect(taken.handling?.organ).toBe('public-security')
    expect(offer(taken)).toMatchObject({ code: 'transfer-settled' })
  })
})

describe('onlyWhomItIsOfferedToTakesACase', () => {
  it('takes what was offered to it', () => {
    const application = anApplication([accepted(), [...OFFERED]])
    expect(isRefusal(onlyWhomItIsOfferedToTakesACase(application, 'public-security'))).toBe(false)
    expect(onlyWhomItIsOfferedToTakesACase(application, 'health')).toMatchObject({
      code: 'no-transfer-offered',
    })
  })
})

describe('aTransferIsSentBackOnce', () => {
  it('goes back, and then waits for a ruling', () => {
    const application = anApplication([[...OFFERED]])
    expect(aTransferIsSentBackOnce(application, 'public-security', '不归我们')).toEqual([
      { kind: 'transfer-sent-back', content: BACK },
    ])
    const back = anApplication([[...OFFERED], ['transfer-sent-back', BACK, AT]])
    expect(aTransferIsSentBackOnce(back, 'public-security', '不归我们')).toMatchObject({
      code: 'no-transfer-offered',
    })
  })
})

describe('theCentreRulesAfterATransferWasSentBack', () => {
  const rule = (application: ReturnType<typeof anApplication>, to = 'public-security') =>
    theCentreRulesAfterATransferWasSentBack(application, 'sports-bureau', { to, reason: '依职责' })
  it('names one of the two, and only then', () => {
    expect(rule(anApplication([[...OFFERED]]))).toMatchObject({ code: 'nothing-to-rule-on' })
    const back = anApplication([[...OFFERED], ['transfer-sent-back', BACK, AT]])
    expect(rule(back, 'health')).toMatchObject({ code: 'organ-not-found' })
    expect(rule(back)).toMatchObject([{ kind: 'transfer-ruled', content: { to: 'public-security' } }])
  })
})
