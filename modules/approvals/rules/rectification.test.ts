import { describe, expect, it } from 'vitest'
import { accepted, anApplication, KITE } from '../testing/state.ts'
import {
  aDecisionIsNotRectified,
  aSecondPersonRectifies,
  aSlipIsNamedWithWhatIsRight,
} from './rectification.ts'

const AT = '2026-11-26T03:00:00.000Z'
const item = { ...KITE, result: { ...KITE.result, licence: 'kite', shows: ['name'] } }
const SLIP = { target: 'form.line-length', is: 90 }
const propose = (application = anApplication(), slips: { target: string; is: unknown }[] = [SLIP]) =>
  aSlipIsNamedWithWhatIsRight(application, item, { slips, reason: '录入有误', documents: [] }, [])
const PROPOSED = {
  slips: [{ ...SLIP, was: 80 }],
  reason: '录入有误',
  documents: [],
}

describe('aDecisionIsNotRectified', () => {
  it('refuses what was decided by the article on revocation, and what the licence says by that on changes', () => {
    expect(aDecisionIsNotRectified(anApplication(), item, ['decision.reasons'])).toMatchObject({
      code: 'decision-is-not-rectified',
      article: '行政许可法 第六十九条',
    })
    const granted = anApplication([accepted(), ['decided', { outcome: 'grant', reasons: '' }, AT]])
    expect(aDecisionIsNotRectified(granted, item, ['form.name'])).toMatchObject({
      code: 'licence-says-it',
      article: '行政许可法 第四十九条',
    })
    expect(aDecisionIsNotRectified(granted, item, ['form.line-length'])).toBeUndefined()
    expect(aDecisionIsNotRectified(anApplication(), item, ['form.name'])).toBeUndefined()
  })
})

describe('aSlipIsNamedWithWhatIsRight', () => {
  it('keeps what stood there beside what is right', () => {
    expect(propose()).toEqual([{ kind: 'rectification-proposed', content: PROPOSED }])
  })
  it.each([
    ['nothing-to-rectify', [{ target: 'form.line-length', is: 80 }]],
    ['correction-point-unknown', [{ target: 'form.nothing', is: 1 }]],
    ['decision-is-not-rectified', [{ target: 'decision.outcome', is: 'refuse' }]],
  ])('%s', (code, slips) => expect(propose(anApplication(), slips)).toMatchObject({ code }))
  it('waits for the one before', () => {
    const waiting = anApplication([['rectification-proposed', PROPOSED, AT]])
    expect(propose(waiting)).toMatchObject({ code: 'rectification-under-way' })
  })
})

describe('aSecondPersonRectifies', () => {
  const waiting = anApplication([['rectification-proposed', PROPOSED, AT]])
  it('is another one than who proposed it', () => {
    expect(aSecondPersonRectifies(anApplication(), 's2')).toMatchObject({ code: 'no-rectification-proposed' })
    expect(aSecondPersonRectifies(waiting, 's1')).toMatchObject({ code: 'rectification-needs-another' })
    const entries = aSecondPersonRectifies(waiting, 's2')
    expect(entries).toMatchObject([{ kind: 'rectified', content: { proposedBy: { id: 's1' } } }])
    const after = anApplication([
      ['rectification-proposed', PROPOSED, AT],
      ['rectified', { ...PROPOSED, proposedBy: { id: 's1', name: '李承办' } }, AT],
    ])
    expect(after.form).toMatchObject({ 'line-length': 90 })
    expect(after.handling?.proposal).toBeUndefined()
  })
})
