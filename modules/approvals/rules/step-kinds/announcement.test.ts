import { describe, expect, it } from 'vitest'
import { atStep, conclude, type Happened } from '../../testing/at-step.ts'
import { announcedOnce, objectedWhileAnnounced, objectionIsAnsweredOnce } from './announcement.ts'

const STEP = { kind: 'announcement', announcement: { days: '5wd' } } as const
const ANNOUNCED: Happened = ['announced', { text: '公示内容', from: '2026-11-25', until: '2026-12-02' }]
const OBJECTED: Happened = [
  'objected',
  { number: 1, name: '张三', phone: '13800000009', text: '噪声扰民，请另选地点' },
]
const ANSWERED: Happened = ['objection-answered', { number: 1, answer: '已要求限时', upheld: true }]
const at = (...happened: readonly Happened[]) => atStep(STEP, happened)
const BY = { id: 'c9', name: '张三', phone: '13800000009' }

describe('objectionsAreAnsweredAfterTheAnnouncementEnded', () => {
  it('not before it is announced, nor on its last day, nor with an objection open', () => {
    expect(conclude(at(), '2026-12-03')).toMatchObject({ code: 'not-announced' })
    expect(conclude(at(ANNOUNCED), '2026-12-02')).toMatchObject({ code: 'announcement-runs' })
    expect(conclude(at(ANNOUNCED, OBJECTED), '2026-12-03')).toMatchObject({
      code: 'objections-open',
      facts: { count: 1 },
    })
  })

  it('on the day after, every objection answered', () => {
    expect(conclude(at(ANNOUNCED), '2026-12-03')).toMatchObject([{ kind: 'step-concluded' }])
    expect(conclude(at(ANNOUNCED, OBJECTED, ANSWERED), '2026-12-03')).toMatchObject([
      { kind: 'step-concluded' },
    ])
  })
})

describe('objections', () => {
  it('announcedOnce', () => {
    expect(announcedOnce(at(), '内容', '2026-11-25', '2026-12-02')).toMatchObject([{ kind: 'announced' }])
    expect(announcedOnce(at(ANNOUNCED), '内容', '2026-11-26', '2026-12-03')).toMatchObject({
      code: 'already-announced',
    })
  })

  it('objectedWhileAnnounced, up to the last day, and not by the applicant', () => {
    const object = (today: string, by = BY) => objectedWhileAnnounced(at(ANNOUNCED), by, '噪声扰民', today)
    expect(object('2026-12-02')).toMatchObject([{ kind: 'objected', content: { number: 1 } }])
    expect(object('2026-12-03')).toMatchObject({ code: 'announcement-over' })
    expect(object('2026-12-01', { ...BY, id: 'p1' })).toMatchObject({ code: 'objection-of-applicant' })
    expect(objectedWhileAnnounced(at(), BY, '噪声扰民', '2026-12-01')).toMatchObject({
      code: 'announcement-over',
    })
  })

  it('objectionIsAnsweredOnce', () => {
    expect(objectionIsAnsweredOnce(at(ANNOUNCED, OBJECTED), 1, '已要求限时', true)).toMatchObject([
      { content: { number: 1, upheld: true } },
    ])
    for (const number of [1, 2])
      expect(objectionIsAnsweredOnce(at(ANNOUNCED, OBJECTED, ANSWERED), number, '再答', false)).toMatchObject(
        {
          code: 'objection-not-open',
        },
      )
  })
})
