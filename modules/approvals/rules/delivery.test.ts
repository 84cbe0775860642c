import type { Carrier } from '@mashang/flow'
import { describe, expect, it } from 'vitest'
import type { Collector } from '../contract/index.ts'
import { accepted, anApplication } from '../testing/state.ts'
import { deliver, whatIsPostedCarriesItsTrackingNumber, whoCollectsProvesWhoHeIs } from './delivery.ts'

const AT = '2026-11-25T02:00:00.000Z'
const granted = anApplication([accepted(), ['decided', { outcome: 'grant', reasons: '' }, AT]])
const posted = anApplication([
  accepted(),
  ['decided', { outcome: 'grant', reasons: '' }, AT],
  ['posted', { carrier: 'ems', number: '1234567890123' }, AT],
])
const delivered = anApplication([
  accepted(),
  ['decided', { outcome: 'grant', reasons: '' }, AT],
  ['delivered', { how: 'electronic', note: '' }, AT],
])
const CARRIERS: Carrier[] = [
  { id: 'ems', name: { zh: 'EMS' }, number: '[0-9]{13}|[A-Z]{2}[0-9]{9}CN', example: '1234567890123' },
]
const HOLDER: Collector = { as: 'holder', name: '王小明', idLast4: '002X' }

describe('delivery', () => {
  it('is made once, of what was decided', () => {
    expect(deliver(granted, { how: 'electronic', note: '' })).toMatchObject([{ kind: 'delivered' }])
    expect(deliver(delivered, { how: 'electronic', note: '' })).toMatchObject({ code: 'already-delivered' })
    expect(deliver(anApplication(), { how: 'electronic', note: '' })).toMatchObject({
      code: 'nothing-to-deliver',
    })
  })

  it.each<[string, Collector | undefined, string | undefined]>([
    ['nobody named', undefined, 'collector-missing'],
    ['the holder', HOLDER, undefined],
    ['the holder, x in lower case', { ...HOLDER, idLast4: '002x' }, undefined],
    ['another name', { ...HOLDER, name: '王大明' }, 'collector-not-holder'],
    ['another card', { ...HOLDER, idLast4: '0021' }, 'collector-not-holder'],
    [
      'somebody without authorisation',
      { as: 'agent', name: '李四', idLast4: '1234' },
      'authorisation-missing',
    ],
    [
      'somebody authorised',
      { as: 'agent', name: '李四', idLast4: '1234', authorisation: '授权委托书' },
      undefined,
    ],
  ])('whoCollectsProvesWhoHeIs: %s', (_, collector, code) => {
    expect(whoCollectsProvesWhoHeIs(granted, collector)?.code).toBe(code)
    const answer = deliver(granted, { how: 'window', note: '', ...(collector ? { collector } : {}) })
    if (code) expect(answer).toMatchObject({ code, rule: 'whoCollectsProvesWhoHeIs' })
    else expect(answer).toMatchObject([{ content: { how: 'window', collector } }])
  })

  it('the agent collects for an enterprise', () => {
    const applicant = {
      kind: 'enterprise',
      personId: 'p1',
      name: '大连风筝文化有限公司',
      uscc: '91350100M000100Y43',
      agent: '王小明',
      idCard: '11010519491231002X',
      phone: '13800000001',
    } as const
    expect(whoCollectsProvesWhoHeIs({ applicant }, HOLDER)).toBeUndefined()
    expect(whoCollectsProvesWhoHeIs({ applicant }, { ...HOLDER, name: applicant.name })?.code).toBe(
      'collector-not-holder',
    )
  })

  it.each([
    ['ems', '1234567890123', undefined],
    ['ems', ' ea123456789cn ', undefined],
    ['ems', '12345 67890 123', undefined],
    ['ems', '123', 'tracking-number-wrong'],
    ['ems', '12345678901234', 'tracking-number-wrong'],
    ['pigeon', '1234567890123', 'carrier-unknown'],
  ])('whatIsPostedCarriesItsTrackingNumber: %s %s', (carrier, number, code) => {
    const answer = whatIsPostedCarriesItsTrackingNumber(granted, CARRIERS, { carrier, number })
    if (code) expect(answer).toMatchObject({ code, rule: 'whatIsPostedCarriesItsTrackingNumber' })
    else expect(answer).toMatchObject([{ kind: 'posted', content: { carrier } }])
  })

  it('by post follows the tracking number, which is recorded once', () => {
    expect(deliver(granted, { how: 'post', note: '' })).toMatchObject({ code: 'not-posted-yet' })
    expect(deliver(posted, { how: 'post', note: '' })).toMatchObject([{ content: { how: 'post' } }])
    const again = { carrier: 'ems', number: '1234567890123' }
    expect(whatIsPostedCarriesItsTrackingNumber(posted, CARRIERS, again)).toMatchObject({
      code: 'already-posted',
    })
  })
})
