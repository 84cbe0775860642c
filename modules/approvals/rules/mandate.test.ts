import { isRefusal } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { accepted, anApplication, KITE } from '../testing/state.ts'
import {
  actsOpenOn,
  actsStayWithinTheMandate,
  aMandateIsGivenOfOnesOwnPower,
  aMandateMayBeRevoked,
  countsOn,
  type Mandate,
  nobodyApprovesTheirOwnMandate,
  whoHandledItDoesNotDecideItForAnother,
} from './mandate.ts'

const TODAY = '2026-11-25'
const head = { id: 'h', name: '孙首席', organ: 'sports-bureau', roles: ['approval-head'] as const }
const officer = { id: 'o', name: '李承办', organ: 'sports-bureau', roles: ['handling-officer'] as const }
const PROPOSAL = {
  kind: 'substitution' as const,
  acts: ['decideApplication'] as const,
  items: [],
  grantsOnly: false,
  starts: '2026-11-25',
  ends: '2026-11-30',
  reason: '出差',
}
const MANDATE: Mandate = {
  ...PROPOSAL,
  organ: 'sports-bureau',
  from: { id: 'h', name: '孙首席' },
  roles: ['approval-head'],
  to: { id: 'o', name: '李承办' },
  revision: 2,
  state: 'approved',
}

describe('aMandateIsGivenOfOnesOwnPower', () => {
  const give = (
    change: Partial<typeof PROPOSAL> = {},
    rest: Partial<Parameters<typeof aMandateIsGivenOfOnesOwnPower>[1]> = {},
  ) =>
    aMandateIsGivenOfOnesOwnPower(
      { ...PROPOSAL, ...change },
      { giver: head, taker: officer, held: [], today: TODAY, longest: 90, ...rest },
    )
  it('to a colleague, for days that end', () => {
    expect(isRefusal(give())).toBe(false)
    expect(give({}, { taker: undefined })).toMatchObject({ code: 'colleague-not-found' })
    expect(give({}, { taker: head })).toMatchObject({ code: 'colleague-not-found' })
    expect(give({ ends: '2026-11-20' })).toMatchObject({ code: 'mandate-days-wrong' })
    expect(give({ ends: '2027-11-20' })).toMatchObject({ code: 'mandate-days-wrong' })
  })
  it('nothing that is not one’s own, and least of all what one was given', () => {
    const swapped = { giver: officer, taker: { ...head, roles: ['handling-officer'] as const } }
    expect(give({}, swapped)).toMatchObject({ code: 'mandate-beyond-own-power' })
    expect(give({}, { ...swapped, held: [MANDATE] })).toMatchObject({
      code: 'mandate-is-not-passed-on',
      rule: 'aSubstituteDoesNotPassItOn',
    })
  })
})

describe('nobodyApprovesTheirOwnMandate', () => {
  const proposed = { ...MANDATE, state: 'proposed' as const }
  it.each([
    [{ ...head }, 'mandate-needs-another'],
    [{ ...officer }, 'mandate-needs-another'],
    [{ ...head, id: 'x', organ: 'health' }, 'not-allowed'],
    [{ ...head, id: 'x' }, undefined],
    [{ ...head, id: 'a', organ: 'data-bureau', roles: ['administrator'] as const }, undefined],
  ])('%#', (by, code) => expect(nobodyApprovesTheirOwnMandate(proposed, by)?.code).toBe(code))
  it('once', () =>
    expect(nobodyApprovesTheirOwnMandate(MANDATE, { ...head, id: 'x' })?.code).toBe('mandate-is-settled'))
})

describe('aMandateMayBeRevoked', () => {
  it('by who gave it, not by who has it', () => {
    expect(aMandateMayBeRevoked(MANDATE, head)).toBeUndefined()
    expect(aMandateMayBeRevoked(MANDATE, officer)?.code).toBe('not-allowed')
    expect(aMandateMayBeRevoked({ ...MANDATE, state: 'revoked' }, head)?.code).toBe('mandate-is-settled')
  })
})

describe('actsStayWithinTheMandate', () => {
  it.each([
    [MANDATE, { act: 'decideApplication', item: 'A', outcome: 'refuse' }, true],
    [MANDATE, { act: 'extendLimit', item: 'A' }, false],
    [{ ...MANDATE, items: ['B'] }, { act: 'decideApplication', item: 'A' }, false],
    [{ ...MANDATE, grantsOnly: true }, { act: 'decideApplication', item: 'A', outcome: 'grant' }, true],
    [{ ...MANDATE, grantsOnly: true }, { act: 'decideApplication', item: 'A', outcome: 'refuse' }, false],
  ] as const)('%#', (mandate, act, within) =>
    expect(actsStayWithinTheMandate(mandate, act) === undefined).toBe(within),
  )
})

describe('whoHandledItDoesNotDecideItForAnother', () => {
  it('keeps review and decision apart', () => {
    const reviewed = anApplication([
      accepted(),
      [
        'step-concluded',
        { step: 'review', passed: true, findings: '', staff: [{ id: 'o', name: '' }], next: 'decide' },
        '2026-11-25T02:00:00.000Z',
      ],
    ])
    expect(whoHandledItDoesNotDecideItForAnother(reviewed, KITE, 'o')?.code).toBe('handled-it-oneself')
    expect(whoHandledItDoesNotDecideItForAnother(reviewed, KITE, 'p')).toBeUndefined()
    expect(actsOpenOn(MANDATE, reviewed, KITE, 'o')).toEqual([])
    expect(actsOpenOn(MANDATE, reviewed, KITE, 'p')).toEqual(['decideApplication'])
  })
})

describe('countsOn', () => {
  it.each([
    ['2026-11-24', false],
    ['2026-11-25', true],
    ['2026-11-30', true],
    ['2026-12-01', false],
  ])('%s: %s', (day, counts) => expect(countsOn(MANDATE, day)).toBe(counts))
})
