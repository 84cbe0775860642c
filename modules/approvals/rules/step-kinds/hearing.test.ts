import { describe, expect, it } from 'vitest'
import { atStep, conclude, type Happened } from '../../testing/at-step.ts'
import { contextOn } from '../../testing/state.ts'
import { actionsOf } from '../reading.ts'
import {
  aHearingIsAskedForInTime,
  aHearingIsCalledAheadAndInTime,
  aHearingMayBeWaived,
  theRecordFollowsTheHearing,
  theRightIsToldOnce,
} from './hearing.ts'

const { limits } = contextOn('2026-11-25')
const OFFERED: Happened = [
  'hearing-offered',
  { parties: ['胜利社区居委会'], note: '封路影响居民出行', until: '2026-12-02' },
]
const REQUESTED: Happened = [
  'hearing-requested',
  { by: '王小明', reason: '希望当面说明', heldBy: '2026-12-23' },
]
const STOPPED: Happened = ['clock-stopped', { kind: 'hearing', reason: '听证', expected: '20wd' }]
const CALL = { on: '2026-12-10', time: '09:00', place: '听证室', chair: '马主持', recorder: '田记录' }
const SET: Happened = ['hearing-set', CALL]
const RECORDED: readonly Happened[] = [
  ['hearing-recorded', { attendees: '王小明', record: '各方陈述完毕' }],
  ['clock-resumed', { note: '听证结束' }],
]
const at = (...happened: readonly Happened[]) => atStep({ kind: 'hearing' }, happened)
const ask = (today: string, ...happened: readonly Happened[]) =>
  aHearingIsAskedForInTime(at(...happened), '王小明', '希望当面说明', { today, heldBy: '2026-12-23', limits })
const set = (call: Partial<typeof CALL>, today = '2026-12-01', reviewers: readonly string[] = ['李承办']) =>
  aHearingIsCalledAheadAndInTime(
    at(OFFERED, REQUESTED, STOPPED),
    { ...CALL, ...call },
    { today, limits, reviewers },
  )

describe('aHearingIsAskedForInTime (行政许可法 第四十七条)', () => {
  it('once, up to the last day, and the clock stops', () => {
    expect(ask('2026-12-02', OFFERED)).toMatchObject([
      { kind: 'hearing-requested' },
      { kind: 'clock-stopped', content: { kind: 'hearing' } },
    ])
    expect(ask('2026-12-03', OFFERED)).toMatchObject({
      code: 'hearing-too-late',
      article: '《行政许可法》第四十七条',
    })
    expect(ask('2026-12-01')).toMatchObject({ code: 'hearing-not-open' })
    expect(ask('2026-12-01', OFFERED, REQUESTED)).toMatchObject({ code: 'hearing-not-open' })
    expect(ask('2026-12-01', OFFERED, ['hearing-waived', { by: '王小明' }])).toMatchObject({
      code: 'hearing-not-open',
    })
  })

  it('does not stop a clock that stands already', () => {
    expect(ask('2026-12-01', OFFERED, STOPPED)).toMatchObject([{ kind: 'hearing-requested' }])
  })
})

describe('aHearingIsCalledAheadAndInTime (行政许可法 第四十八条)', () => {
  it.each([
    ['six days ahead', { on: '2026-12-07' }, 'hearing-too-soon'],
    ['after its last day', { on: '2026-12-24' }, 'hearing-too-late-held'],
  ])('refuses one %s', (_, call, code) => {
    expect(set(call)).toMatchObject({ code })
  })

  it.each(['chair', 'recorder'] as const)('theChairDidNotReviewTheCase: nor did the %s', (role) => {
    expect(set({ [role]: '李承办' })).toMatchObject({
      code: 'chair-reviewed-the-case',
      rule: 'theChairDidNotReviewTheCase',
      facts: { name: '李承办' },
    })
  })

  it('takes seven days ahead, up to the last day', () => {
    expect(set({ on: '2026-12-08' })).toMatchObject([{ kind: 'hearing-set' }])
    expect(set({ on: '2026-12-23' })).toMatchObject([{ kind: 'hearing-set' }])
  })
})

describe('theRightToAHearingIsToldAndAwaited', () => {
  it('theRightIsToldOnce', () => {
    expect(theRightIsToldOnce(at(), [], '利益', '2026-12-02')).toMatchObject([{ kind: 'hearing-offered' }])
    expect(theRightIsToldOnce(at(OFFERED), [], '利益', '2026-12-02')).toMatchObject({
      code: 'hearing-already-offered',
    })
  })

  it('the step waits for the days of the request, the waiver, or the record', () => {
    expect(conclude(at(), '2026-12-10')).toMatchObject({ code: 'hearing-not-offered' })
    expect(conclude(at(OFFERED), '2026-12-02')).toMatchObject({ code: 'hearing-may-be-requested' })
    expect(conclude(at(OFFERED), '2026-12-03')).toMatchObject([{ kind: 'step-concluded' }])
    expect(aHearingMayBeWaived(at(OFFERED), '王小明')).toMatchObject([{ kind: 'hearing-waived' }])
    expect(conclude(at(OFFERED, ['hearing-waived', { by: '王小明' }]), '2026-11-26')).toMatchObject([
      { kind: 'step-concluded' },
    ])
    expect(conclude(at(OFFERED, REQUESTED), '2027-01-10')).toMatchObject({ code: 'hearing-not-held' })
    expect(conclude(at(OFFERED, REQUESTED, STOPPED, SET, ...RECORDED), '2026-12-11')).toMatchObject([
      { kind: 'step-concluded' },
    ])
  })

  it('theRecordFollowsTheHearing, and the clock goes on', () => {
    const record = (today: string) =>
      theRecordFollowsTheHearing(
        at(OFFERED, REQUESTED, STOPPED, SET),
        { attendees: '王小明', record: '各方陈述完毕' },
        today,
        limits,
      )
    expect(record('2026-12-09')).toMatchObject({ code: 'hearing-not-yet' })
    expect(record('2026-12-10')).toMatchObject([{ kind: 'hearing-recorded' }, { kind: 'clock-resumed' }])
  })

  it('the applicant is offered to ask for it, and to waive it', () => {
    const { application, item } = at(OFFERED)
    const who = { kind: 'citizen', id: 'p1', name: '王小明', session: 's' } as const
    expect(actionsOf(who, 'applicant', application, item)).toEqual([
      'requestHearing',
      'waiveHearing',
      'withdrawApplication',
    ])
  })
})
