import { describe, expect, it } from 'vitest'
import { aProject } from '../testing/state.ts'
import {
  anOfficeAnswersEachVersionOnce,
  commentsAreShownTogether,
  everyCommentIsAnsweredWithTheNewVersion,
  jointOpinionNeedsEveryOffice,
  newCommentsAreOnWhatChanged,
  officesTakingPart,
  phaseOf,
} from './drawings.ts'
import type { Comment, Drawings, Round } from './state.ts'

const AT = '2026-11-23T02:00:00.000Z'
const DUE = '2026-12-03'
const office = (organ: string) => ({ organ, looks: { zh: organ }, due: DUE })
const by = (organ: string) => ({ organ, by: '李', at: AT, opinion: '' })
const round = (version: number, ...answered: string[]): Round => ({
  version,
  at: AT,
  files: [],
  note: '',
  within: '8wd',
  offices: [office('fire'), office('air')],
  reviews: answered.map(by),
})
const comment = (id: string, rest: Partial<Comment> = {}): Comment => ({
  id,
  organ: 'fire',
  version: 1,
  sheet: '建施-03',
  place: '',
  text: '疏散宽度不足',
  article: '',
  severity: 'must',
  state: 'open',
  ...rest,
})
const drawings = (rounds: Round[], ...comments: Comment[]): Drawings => ({ rounds, comments })
const given = (text: string) => ({
  sheet: '',
  place: '',
  text,
  article: '',
  severity: 'must' as const,
  id: text,
})

describe('phaseOf', () => {
  it.each([
    ['nothing given', undefined, '2026-11-23', 'not-begun'],
    ['one answered', drawings([round(1, 'fire')], comment('a')), '2026-12-03', 'reviewing'],
    ['all answered', drawings([round(1, 'fire', 'air')], comment('a')), '2026-11-25', 'answering'],
    ['time is up, one silent', drawings([round(1, 'fire')], comment('a')), '2026-12-04', 'answering'],
    ['time is up and nothing said', drawings([round(1)]), '2026-12-04', 'reviewing'],
  ])('%s', (_, one, today, phase) => {
    expect(phaseOf(one, today)).toBe(phase)
  })
})

describe('commentsAreShownTogether', () => {
  it('once everyone has answered, or time is up', () => {
    const one = drawings([round(1, 'fire')], comment('a'))
    expect(commentsAreShownTogether(one, '2026-12-03')).toEqual([])
    expect(commentsAreShownTogether(one, '2026-12-04')).toHaveLength(1)
    expect(
      commentsAreShownTogether(drawings([round(1, 'fire', 'air')], comment('a')), '2026-11-24'),
    ).toHaveLength(1)
  })

  it('and those of the rounds before stay in sight', () => {
    const two = drawings(
      [round(1, 'fire', 'air'), round(2, 'fire')],
      comment('a'),
      comment('b', { version: 2 }),
    )
    expect(commentsAreShownTogether(two, '2026-11-24').map(({ id }) => id)).toEqual(['a'])
  })
})

describe('everyCommentIsAnsweredWithTheNewVersion', () => {
  const asked = drawings([round(1, 'fire', 'air')], comment('a'), comment('b', { severity: 'should' }))
  const files = ['file']
  it.each([
    ['the first version needs no answer', undefined, { files, answers: [] }, undefined],
    ['a file it needs', undefined, { files: [], answers: [] }, 'drawings-no-file'],
    ['one left out', asked, { files, answers: [{ comment: 'a', text: '已改' }] }, 'comments-not-answered'],
    [
      'all answered',
      asked,
      {
        files,
        answers: [
          { comment: 'a', text: '已改' },
          { comment: 'b', text: '采纳' },
        ],
      },
      undefined,
    ],
    [
      'while offices are at work',
      drawings([round(1, 'fire')]),
      { files, answers: [] },
      'drawings-under-review',
    ],
    [
      'after they passed',
      { ...drawings([round(1, 'fire', 'air')]), passedAt: AT },
      { files, answers: [] },
      'drawings-passed-already',
    ],
  ])('%s', (_, one, what, code) => {
    expect(everyCommentIsAnsweredWithTheNewVersion(one, what, '2026-11-24')?.code).toBe(code)
  })
})

describe('anOfficeAnswersEachVersionOnce', () => {
  const nothing = { comments: [], settled: [] }
  it('for itself, on the version at hand', () => {
    expect(anOfficeAnswersEachVersionOnce(drawings([round(1)]), 'fire', nothing)).toBeUndefined()
    expect(anOfficeAnswersEachVersionOnce(drawings([round(1)]), 'water', nothing)?.code).toBe(
      'drawings-not-yours',
    )
    expect(anOfficeAnswersEachVersionOnce(drawings([round(1, 'fire')]), 'fire', nothing)?.code).toBe(
      'drawings-answered-already',
    )
  })

  it('and rules on each of its own comments, no one else’s', () => {
    const two = drawings([round(1, 'fire', 'air'), round(2)], comment('a'), comment('b', { organ: 'air' }))
    const settle = (...settled: { comment: string; resolved: boolean; why: string }[]) =>
      anOfficeAnswersEachVersionOnce(two, 'fire', { comments: [], settled })?.code
    expect(settle()).toBe('comments-not-settled')
    expect(settle({ comment: 'a', resolved: true, why: '' })).toBeUndefined()
    expect(settle({ comment: 'a', resolved: false, why: '' })).toBe('kept-comment-needs-why')
    expect(settle({ comment: 'a', resolved: true, why: '' }, { comment: 'b', resolved: true, why: '' })).toBe(
      'comments-not-settled',
    )
  })

  it('who was silent in the first round still says all he has to say', () => {
    const late = drawings([round(1, 'fire'), round(2)], comment('a'))
    expect(
      anOfficeAnswersEachVersionOnce(late, 'air', { comments: [given('新意见')], settled: [] }),
    ).toBeUndefined()
  })
})

describe('newCommentsAreOnWhatChanged', () => {
  it('and name the change', () => {
    expect(newCommentsAreOnWhatChanged([{ ...given('x'), because: '楼梯移位' }])).toBeUndefined()
    expect(newCommentsAreOnWhatChanged([given('x')])).toMatchObject({
      code: 'comment-needs-its-cause',
      fields: [{ path: 'comments.0.because' }],
    })
  })
})

describe('jointOpinionNeedsEveryOffice', () => {
  const passes = (one: Drawings) => jointOpinionNeedsEveryOffice(aProject({ drawings: one }))
  it('silence is no consent, a must holds it up, a should does not', () => {
    expect(passes(drawings([round(1, 'fire')]))).toBe(false)
    expect(passes(drawings([round(1, 'fire', 'air')], comment('a')))).toBe(false)
    expect(passes(drawings([round(1, 'fire', 'air')], comment('a', { state: 'kept' })))).toBe(false)
    expect(passes(drawings([round(1, 'fire', 'air')], comment('a', { severity: 'should' })))).toBe(true)
    expect(passes(drawings([round(1, 'fire', 'air')], comment('a', { state: 'resolved' })))).toBe(true)
  })
})

describe('officesTakingPart', () => {
  it('by the facts of the project', () => {
    const offices = [
      { organ: 'fire', looks: { zh: '消防' } },
      { organ: 'meteorology', looks: { zh: '防雷' }, when: { field: 'lightning', is: true } },
    ]
    expect(officesTakingPart({ offices }, { lightning: false }).map(({ organ }) => organ)).toEqual(['fire'])
    expect(officesTakingPart({ offices }, { lightning: true })).toHaveLength(2)
  })
})
