import type { Who } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { dalian } from '../test/dalian.ts'
import { aRating, GOOD, LAW } from '../test/rating.ts'
import {
  aBadRatingIsAppealedOnceInTime,
  aBadRatingIsFollowedUpInTime,
  aFollowUpGoesInOrder,
  aRatingIsRuledOnByAnotherOffice,
} from './follow-up.ts'

const { calendar } = await dalian()
const on = (day: string) => ({ calendar, now: new Date(`${day}T02:00:00.000Z`) })
const bad = { rated: { level: 'dissatisfied' as const } }
const appealed = { ...bad, appealed: '申请人弄错了部门' }
const supervisorOf = (organ: string): Who => ({
  ...{ kind: 'staff', id: 's', name: '周监察', organ, roles: ['supervisor'], session: 's' },
})

describe('aBadRatingIsFollowedUpInTime', () => {
  it('counts fifteen working days from the day after the rating, and tells why', () => {
    const followed = aBadRatingIsFollowedUpInTime(aRating(bad), on('2026-11-25'))
    expect(followed).toMatchObject({ state: 'open', clock: { start: '2026-11-24', due: '2026-12-15' } })
    expect(followed?.clock.explanation.find(({ kind }) => kind === 'period')).toMatchObject({
      days: 15,
      article: expect.stringContaining('51号'),
    })
  })

  it('is overdue the day after the last one, and an answer or a ruling ends it', () => {
    const stateOn = (day: string, rating = aRating(bad)) =>
      aBadRatingIsFollowedUpInTime(rating, on(day))?.state
    expect([stateOn('2026-12-15'), stateOn('2026-12-16')]).toEqual(['open', 'overdue'])
    expect(stateOn('2026-12-16', aRating({ ...bad, answered: true }))).toBe('answered')
    expect(stateOn('2026-12-16', aRating({ ...appealed, ruled: 'excluded' }))).toBe('closed')
    expect(stateOn('2026-12-16', aRating({ ...appealed, ruled: 'stands' }))).toBe('overdue')
  })

  it('is not for a good rating, nor for none', () => {
    expect(aBadRatingIsFollowedUpInTime(aRating({ rated: GOOD }), on('2026-11-25'))).toBeUndefined()
    expect(aBadRatingIsFollowedUpInTime(aRating(), on('2026-11-25'))).toBeUndefined()
  })
})

describe('aFollowUpGoesInOrder', () => {
  const call = { kind: 'called-back', reached: true, note: '已致歉' } as const
  const check = (found: 'true' | 'not-true') => ({ kind: 'verified', found, note: '属实' }) as const
  const fix = { kind: 'fixed', note: '增开窗口' } as const
  const answer = { kind: 'answered', text: '已增开窗口' } as const

  it('takes the call, the check, the fix and the answer one after the other', () => {
    const first = { code: 'follow-up-out-of-order' }
    expect(aFollowUpGoesInOrder(aRating(bad), check('true'))).toMatchObject(first)
    expect(aFollowUpGoesInOrder(aRating(bad), call)).toMatchObject([{ kind: 'called-back' }])
    const called = { ...bad, steps: [call] }
    expect(aFollowUpGoesInOrder(aRating(called), fix)).toMatchObject(first)
    const checked = { ...bad, steps: [call, check('true')] }
    expect(aFollowUpGoesInOrder(aRating(checked), answer)).toMatchObject(first)
    expect(aFollowUpGoesInOrder(aRating({ ...bad, steps: [call, check('true'), fix] }), answer)).toEqual([
      { kind: 'answered', content: { text: '已增开窗口' } },
    ])
  })

  it('asks for no fix where there was nothing to mend, and for nothing once it is over', () => {
    const unfounded = { ...bad, steps: [call, check('not-true')] }
    expect(aFollowUpGoesInOrder(aRating(unfounded), answer)).toMatchObject([{ kind: 'answered' }])
    expect(aFollowUpGoesInOrder(aRating({ ...bad, answered: true }), call)).toMatchObject({
      code: 'no-follow-up',
    })
    expect(aFollowUpGoesInOrder(aRating({ rated: GOOD }), call)).toMatchObject({ code: 'no-follow-up' })
  })
})

describe('aBadRatingIsAppealedOnceInTime', () => {
  it('is appealed within five working days, once, where it is bad', () => {
    const appeal = (rating = aRating(bad), day = '2026-12-01') =>
      aBadRatingIsAppealedOnceInTime(rating, '弄错了部门', LAW, on(day))
    expect(appeal()).toEqual([{ kind: 'appealed', content: { grounds: '弄错了部门' } }])
    expect(appeal(aRating(bad), '2026-12-02')).toMatchObject({
      code: 'rating-appeal-too-late',
      facts: { due: '2026-12-01', today: '2026-12-02' },
    })
    expect(appeal(aRating(appealed))).toMatchObject({ code: 'rating-already-appealed' })
    expect(appeal(aRating({ rated: GOOD }))).toMatchObject({ code: 'no-follow-up' })
  })
})

describe('aRatingIsRuledOnByAnotherOffice', () => {
  const ruling = { outcome: 'excluded', reasons: '查明评价对象有误' } as const
  it('is not for the office that was rated, nor twice, nor without an appeal', () => {
    const rule = (rating = aRating(appealed), organ = 'data-bureau') =>
      aRatingIsRuledOnByAnotherOffice(rating, ruling, supervisorOf(organ))
    expect(rule()).toEqual([{ kind: 'ruled', content: ruling }])
    expect(rule(aRating(appealed), 'sports-bureau')).toMatchObject({ code: 'rating-ruled-by-own-office' })
    expect(rule(aRating({ ...appealed, ruled: 'stands' }))).toMatchObject({ code: 'rating-already-ruled' })
    expect(rule(aRating(bad))).toMatchObject({ code: 'rating-not-appealed' })
  })
})
