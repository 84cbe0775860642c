import { isRefusal, type StaffRole } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { accepted, anApplication, contextOn, KITE, SUBMITTED } from '../testing/state.ts'
import {
  concludeStep,
  decide,
  extensionIsGrantedOnceInTime,
  onlyNamedProceduresStopTheClock,
  resumeClock,
} from './review.ts'

const SELF = { id: 's1', name: '李承办' }
const LONG = { ...SUBMITTED.form, 'line-length': 400 }
const AT = '2026-11-25T02:00:00.000Z'
const STOP = { kind: 'expert-review' as const, reason: '评审', expected: '10wd' }
const concluded = (step: string, passed: boolean, next: string) =>
  ['step-concluded', { step, passed, findings: '所见', staff: [SELF], next }, AT] as const
const underReview = anApplication([accepted()])
const atSiteCheck = anApplication([accepted(), [...concluded('review', true, 'site-check')]], undefined, LONG)
const atDecision = anApplication([accepted(), [...concluded('review', true, 'decide')]])
const failed = anApplication([accepted(), [...concluded('review', false, 'decide')]])
const stopped = anApplication([accepted(), ['clock-stopped', STOP, AT]])

const conclude = (application: typeof underReview, roles: StaffRole[], passed = true, staff = [SELF]) =>
  concludeStep(application, KITE, { passed, findings: '所见', staff }, roles, contextOn('2026-11-25'))

describe('review', () => {
  it('goes the way the definition says: a long line needs a site check', () => {
    expect(conclude(underReview, ['handling-officer'])).toMatchObject([{ content: { next: 'decide' } }])
    const long = anApplication([accepted()], undefined, LONG)
    expect(conclude(long, ['handling-officer'])).toMatchObject([{ content: { next: 'site-check' } }])
  })

  it('stepBelongsToItsRole', () => {
    expect(conclude(underReview, ['inspector'])).toMatchObject({
      code: 'step-not-yours',
      rule: 'stepBelongsToItsRole',
    })
  })

  it('siteCheckNeedsTwoPeople (行政许可法 第三十四条), and the same name twice is one person', () => {
    const check = (...names: string[]) =>
      conclude(
        atSiteCheck,
        ['inspector'],
        true,
        names.map((name) => ({ id: '', name })),
      )
    expect(check('赵核查')).toMatchObject({
      code: 'too-few-people-on-site',
      article: '行政许可法 第三十四条',
      facts: { needed: 2, found: 1 },
    })
    expect(check('赵核查', '赵核查')).toMatchObject({ code: 'too-few-people-on-site' })
    expect(isRefusal(check('赵核查', '钱协查'))).toBe(false)
  })

  it('a failed step goes to the decision at once', () => {
    expect(conclude(atSiteCheck, ['inspector'], false, [SELF, { id: '', name: '钱协查' }])).toMatchObject([
      { content: { passed: false, next: 'decide' } },
    ])
  })

  it('the step that decides is not concluded but decided', () => {
    expect(conclude(atDecision, ['approval-head'])).toMatchObject({ code: 'step-is-the-decision' })
  })
})

describe('行政许可法 第四十五条: special procedures', () => {
  it('onlyNamedProceduresStopTheClock', () => {
    expect(onlyNamedProceduresStopTheClock(underReview, KITE, STOP)).toMatchObject([
      { kind: 'clock-stopped' },
    ])
    expect(onlyNamedProceduresStopTheClock(underReview, KITE, { ...STOP, kind: 'auction' })).toMatchObject({
      code: 'clock-stop-not-allowed',
    })
  })

  it('nothingIsDecidedWhileTheClockStands', () => {
    expect(conclude(stopped, ['handling-officer'])).toMatchObject({ code: 'clock-is-stopped' })
    expect(decide(stopped, KITE, { outcome: 'grant', reasons: '' }, ['approval-head'], SELF)).toMatchObject({
      code: 'clock-is-stopped',
    })
    expect(onlyNamedProceduresStopTheClock(stopped, KITE, STOP)).toMatchObject({ code: 'clock-is-stopped' })
    expect(resumeClock(stopped, KITE, '评审结束')).toMatchObject([{ kind: 'clock-resumed' }])
    expect(resumeClock(underReview, KITE, '')).toMatchObject({ code: 'clock-not-stopped' })
  })
})

describe('行政许可法 第四十二条: extension', () => {
  const inTime = { due: '2026-12-22', overdue: false }

  it('extensionIsGrantedOnceInTime', () => {
    const extend = (application = underReview, statutory = inTime) =>
      extensionIsGrantedOnceInTime(application, '案情复杂', '10wd', statutory)
    expect(extend()).toEqual([{ kind: 'extended', content: { days: '10wd', reason: '案情复杂' } }])
    const once = anApplication([accepted(), ['extended', { days: '10wd', reason: '案情复杂' }, AT]])
    expect(extend(once)).toMatchObject({ code: 'already-extended' })
    expect(extend(underReview, { ...inTime, overdue: true })).toMatchObject({ code: 'extension-too-late' })
  })
})

describe('decision', () => {
  const say = (
    application: typeof underReview,
    outcome: 'grant' | 'refuse',
    reasons = '',
    roles: StaffRole[] = ['approval-head'],
  ) => decide(application, KITE, { outcome, reasons }, roles, SELF)

  it('everyStepIsConcludedBeforeTheDecision', () => {
    expect(say(underReview, 'grant')).toMatchObject({ code: 'steps-still-open' })
    expect(say(atDecision, 'grant')).toMatchObject([{ kind: 'decided' }])
  })

  it('refusalStatesReasonsAndRights (行政许可法 第三十八条)', () => {
    expect(say(atDecision, 'refuse', '不行')).toMatchObject({
      code: 'refusal-needs-reasons',
      article: '行政许可法 第三十八条',
    })
    expect(say(atDecision, 'refuse', '放飞地点在机场净空保护区内')).toMatchObject([
      { content: { outcome: 'refuse' } },
    ])
  })

  it('nothingIsGrantedOverAFailedCheck', () => {
    expect(say(failed, 'grant')).toMatchObject({ code: 'step-failed' })
    expect(say(failed, 'refuse', '核查不合格，不符合条件')).toMatchObject([{ kind: 'decided' }])
  })

  it('only the role of the step decides', () => {
    expect(say(atDecision, 'grant', '', ['handling-officer'])).toMatchObject({ code: 'step-not-yours' })
  })
})
