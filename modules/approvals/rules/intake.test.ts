import { isRefusal } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { accepted, anApplication, KITE, SUBMITTED } from '../testing/state.ts'
import {
  accept,
  correctionAnswersEveryPoint,
  correctionMustBeAskedOnceInFull,
  declineNamesTheRightOrgan,
  mistakesOnTheSpotAreCorrectedThere,
  notNeededIsToldAtOnce,
  silenceIsAcceptance,
  withdraw,
} from './intake.ts'

const IN_TIME = { due: '2026-11-30', overdue: false }
const TOO_LATE = { due: '2026-11-30', overdue: true }
const POINTS = [{ target: 'materials.plan', what: '缺应急措施' }]
const asked = anApplication([
  ['correction-requested', { points: POINTS, note: '' }, '2026-11-24T02:00:00.000Z'],
])

describe('行政许可法 第三十二条: the five outcomes of intake', () => {
  it('complete: accept', () => {
    expect(accept(anApplication(), '')).toEqual([
      { kind: 'accepted', content: { silently: false, note: '' } },
    ])
  })

  it('intakeComesFirst: none of them of a case that is under review, or over', () => {
    expect(accept(anApplication([accepted()]), '')).toMatchObject({
      code: 'not-at-intake',
      rule: 'intakeComesFirst',
    })
    const over = anApplication([['withdrawn', { reason: '改期' }, '2026-11-24T02:00:00.000Z']])
    expect(isRefusal(accept(over, ''))).toBe(true)
  })

  it('correctionMustBeAskedOnceInFull', () => {
    const ask = (application = anApplication(), due = IN_TIME, points = POINTS) =>
      correctionMustBeAskedOnceInFull(application, KITE, points, '', due)
    expect(ask()).toEqual([{ kind: 'correction-requested', content: { points: POINTS, note: '' } }])
    expect(ask(asked)).toMatchObject({ code: 'correction-already-asked', article: '行政许可法 第三十二条' })
    const corrected = anApplication([
      ['correction-requested', { points: POINTS, note: '' }, '2026-11-24T02:00:00.000Z'],
      ['corrected', { form: SUBMITTED.form, materials: [] }, '2026-11-25T02:00:00.000Z'],
    ])
    expect(ask(corrected)).toMatchObject({ code: 'correction-already-asked' })
    expect(ask(anApplication(), IN_TIME, [{ target: 'materials.no-such', what: '缺' }])).toMatchObject({
      code: 'correction-point-unknown',
      facts: { target: 'materials.no-such' },
    })
  })

  it('silenceIsAcceptance: after the limit it counts as accepted from the day it was received', () => {
    expect(correctionMustBeAskedOnceInFull(anApplication(), KITE, POINTS, '', TOO_LATE)).toMatchObject({
      code: 'correction-too-late',
      rule: 'silenceIsAcceptance',
      facts: { due: '2026-11-30' },
    })
    expect(silenceIsAcceptance(anApplication(), IN_TIME)).toEqual([])
    expect(silenceIsAcceptance(anApplication(), TOO_LATE)).toMatchObject([
      { kind: 'accepted', content: { silently: true } },
    ])
    const late = anApplication([['accepted', { silently: true, note: '' }, '2026-12-01T00:10:00.000Z']])
    expect(late.acceptedAt).toBe('2026-11-23T02:00:00.000Z')
  })

  it('declineNamesTheRightOrgan', () => {
    expect(declineNamesTheRightOrgan(anApplication(), '不属于本机关职权', '  ')).toMatchObject({
      code: 'right-organ-missing',
    })
    const declined = declineNamesTheRightOrgan(anApplication(), '不属于本机关职权', ' 市水务局 ')
    expect(declined).toEqual([
      { kind: 'declined', content: { reason: '不属于本机关职权', rightOrgan: '市水务局' } },
    ])
  })

  it('notNeededIsToldAtOnce', () => {
    expect(notNeededIsToldAtOnce(anApplication(), '线长不足')).toMatchObject([{ kind: 'found-not-needed' }])
  })

  it('mistakesOnTheSpotAreCorrectedThere, and the application is accepted', () => {
    const entries = mistakesOnTheSpotAreCorrectedThere(anApplication(), { name: '王晓明' }, '姓名当场更正')
    expect(isRefusal(entries) ? [] : entries.map((entry) => entry.kind)).toEqual(['corrected', 'accepted'])
  })

  it.each([
    ['after acceptance', anApplication([accepted()]), 'not-at-intake'],
    ['while it waits for a correction', asked, 'not-at-intake'],
    [
      'once withdrawn',
      anApplication([['withdrawn', { reason: '' }, '2026-11-24T02:00:00.000Z']]),
      'case-already-concluded',
    ],
  ])('intake is over %s', (_, application, code) => {
    expect(accept(application, '')).toMatchObject({ code })
    expect(declineNamesTheRightOrgan(application, '理由', '市水务局')).toMatchObject({ code })
    expect(notNeededIsToldAtOnce(application, '理由')).toMatchObject({ code })
  })
})

describe('the applicant answers', () => {
  const second = [
    {
      material: 'plan',
      files: [{ digest: 'b'.repeat(64), name: '2.pdf', size: 1, type: 'application/pdf' }],
      trust: 'C' as const,
    },
  ]

  it('correctionAnswersEveryPoint', () => {
    expect(correctionAnswersEveryPoint(asked, SUBMITTED.form, SUBMITTED.materials)).toMatchObject({
      code: 'correction-leaves-points-open',
      facts: { count: 1 },
      fields: [{ path: 'materials.plan' }],
    })
    expect(correctionAnswersEveryPoint(asked, SUBMITTED.form, second)).toMatchObject([{ kind: 'corrected' }])
    expect(correctionAnswersEveryPoint(anApplication(), SUBMITTED.form, second)).toMatchObject({
      code: 'not-awaiting-correction',
    })
  })

  it('may withdraw until the decision', () => {
    expect(withdraw(asked, '')).toMatchObject([{ kind: 'withdrawn' }])
    const decided = anApplication([
      accepted(),
      ['decided', { outcome: 'grant', reasons: '' }, '2026-11-25T02:00:00.000Z'],
    ])
    expect(withdraw(decided, '')).toMatchObject({ code: 'case-already-concluded' })
  })
})
