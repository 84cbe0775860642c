import { describe, expect, it } from 'vitest'
import type { Help, Mandate } from './help.ts'
import {
  aMandateIsRevocableAtAnyTime,
  aMandateNamesItsDays,
  anAgentActsOnlyWithinTheMandate,
  onlyThePrincipalSignsTheMandate,
  personalDataIsShownForTheMandatesTime,
  stateOfMandate,
} from './mandate.ts'

const mandate: Mandate = {
  from: '2026-11-23',
  to: '2026-12-23',
  offeredAt: '2026-11-23T01:00:00.000Z',
  signedAt: '2026-11-23T02:00:00.000Z',
}
const on = (day: string) => new Date(`${day}T04:00:00.000Z`)

function help(rest: Partial<Help> = {}): Help {
  return {
    ...{ revision: 3, number: 'BB1', kind: 'agency', by: 'self', circumstance: 'none', text: '' },
    item: { code: 'kite', version: 1 },
    principal: { personId: 'p', name: '王小明', phone: '13800000001' },
    ...{ requestedAt: '', status: 'taken', intakes: [] },
    assistant: { id: 'a', name: '宋帮办' },
    mandate,
    ...rest,
  }
}

describe('stateOfMandate', () => {
  it.each<[string, Partial<Mandate>, string, string]>([
    ['not signed', { signedAt: undefined }, '2026-11-24', 'offered'],
    ['before its first day', {}, '2026-11-22', 'not-begun'],
    ['on its first day', {}, '2026-11-23', 'in-force'],
    ['on its last day', {}, '2026-12-23', 'in-force'],
    ['the day after', {}, '2026-12-24', 'over'],
    ['revoked', { revokedAt: '2026-11-24T02:00:00.000Z' }, '2026-11-24', 'revoked'],
  ])('%s', (_, change, day, state) => {
    expect(stateOfMandate({ ...mandate, ...change }, on(day))).toBe(state)
  })
})

describe('anAgentActsOnlyWithinTheMandate', () => {
  it.each<[string, Help | undefined, string, string, string, string | undefined]>([
    ['within it', help(), 'a', 'kite', '2026-11-24', undefined],
    ['with none', undefined, 'a', 'kite', '2026-11-24', 'mandate-missing'],
    ['somebody else', help(), 'b', 'kite', '2026-11-24', 'mandate-missing'],
    ['for another item', help(), 'a', 'food', '2026-11-24', 'mandate-missing'],
    ['after its days', help(), 'a', 'kite', '2026-12-24', 'mandate-outside-its-days'],
    ['before its days', help(), 'a', 'kite', '2026-11-22', 'mandate-outside-its-days'],
    [
      'revoked',
      help({ mandate: { ...mandate, revokedAt: '2026-11-24T01:00:00.000Z' } }),
      'a',
      'kite',
      '2026-11-24',
      'mandate-revoked',
    ],
    [
      'not signed',
      help({ mandate: { ...mandate, signedAt: undefined } }),
      'a',
      'kite',
      '2026-11-24',
      'mandate-missing',
    ],
  ])('%s', (_, one, agent, item, day, code) => {
    const refusal = anAgentActsOnlyWithinTheMandate(one, { agent, item, now: on(day) })
    expect(refusal?.code).toBe(code)
    if (code) expect(refusal?.article).toMatch(/^民法典 第一百(六十五|七十一|七十三)条$/)
  })
})

describe('aMandateNamesItsDays', () => {
  const fresh = (rest: Partial<Help> = {}) => help({ mandate: undefined, ...rest })
  it.each<[string, Help, string, string, string | undefined]>([
    ['from today on', fresh(), '2026-11-24', '2026-12-24', undefined],
    [
      'where only guidance was asked for',
      fresh({ kind: 'guided' }),
      '2026-11-24',
      '2026-12-24',
      'mandate-not-for-guided',
    ],
    ['while another is in force', help(), '2026-11-24', '2026-12-24', 'mandate-there-already'],
    ['from yesterday', fresh(), '2026-11-23', '2026-12-24', 'form-has-errors'],
    ['to a day before it begins', fresh(), '2026-11-24', '2026-11-23', 'form-has-errors'],
    ['for more than a year', fresh(), '2026-11-24', '2027-12-24', 'form-has-errors'],
    ['to no day', fresh(), '2026-11-24', '2026-02-31', 'form-has-errors'],
  ])('%s', (_, one, from, to, code) => {
    expect(aMandateNamesItsDays(one, { from, to }, on('2026-11-24'))?.code).toBe(code)
  })
})

describe('onlyThePrincipalSignsTheMandate', () => {
  const offered = help({ mandate: { ...mandate, signedAt: undefined } })
  it.each([
    ['with his own name', offered, ' 王小明 ', undefined],
    ['with another', offered, '王大明', 'form-has-errors'],
    ['what is signed already', help(), '王小明', 'mandate-missing'],
    ['nothing', help({ mandate: undefined }), '王小明', 'mandate-missing'],
  ])('%s', (_, one, name, code) => {
    expect(onlyThePrincipalSignsTheMandate(one, name)?.code).toBe(code)
  })
})

describe('aMandateIsRevocableAtAnyTime', () => {
  it('once', () => {
    expect(aMandateIsRevocableAtAnyTime(help())).toBeUndefined()
    const revoked = help({ mandate: { ...mandate, revokedAt: '2026-11-24T01:00:00.000Z' } })
    expect(aMandateIsRevocableAtAnyTime(revoked)?.code).toBe('mandate-missing')
  })
})

describe('personalDataIsShownForTheMandatesTime', () => {
  it.each<[string, Help, string, string, boolean, boolean]>([
    ['who helps under a mandate', help(), 'a', '2026-11-24', true, true],
    ['who helps without one', help({ mandate: undefined }), 'a', '2026-11-24', true, false],
    ['after its days', help(), 'a', '2026-12-24', true, false],
    ['another', help(), 'b', '2026-11-24', false, false],
    ['after the help', help({ status: 'concluded' }), 'a', '2026-11-24', false, false],
  ])('%s', (_, one, reader, day, contact, idCard) => {
    expect(personalDataIsShownForTheMandatesTime(one, reader, on(day))).toEqual({ contact, idCard })
  })
})
