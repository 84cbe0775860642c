import { isRefusal } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { accepted, anApplication, KITE, SUBMITTED } from '../testing/state.ts'
import type { Application } from './application.ts'
import {
  aMergeIsUndoneWhileTheKeptCaseIsOpen,
  looksLikeTheSameMatter,
  onlyOneApplicantsSameMatterIsMerged,
} from './merge.ts'

const other = (application = anApplication()): Application => ({ ...application, number: 'B' })
const NIU = { ...SUBMITTED.applicant, idCard: '440524188001010014' } as Application['applicant']

describe('looksLikeTheSameMatter', () => {
  const item = { ...KITE, result: { ...KITE.result, shows: ['name', 'line-length'] } }
  const one = anApplication()
  it.each<[string, Application, boolean]>([
    ['the same', other(), true],
    ['itself', one, false],
    ['another applicant', { ...other(), applicant: NIU }, false],
    ['another item', { ...other(), item: { code: 'X', version: 1 } }, false],
    ['another line', other(anApplication([], undefined, { name: '王小明', 'line-length': 90 })), false],
    ['one that says less', other(anApplication([], undefined, { name: '王小明' })), true],
    ['one that is over', { ...other(), status: 'withdrawn' }, false],
  ])('%s', (_, two, looks) => expect(looksLikeTheSameMatter(one, two, item)).toBe(looks))
})

describe('onlyOneApplicantsSameMatterIsMerged', () => {
  const merge = (from: Application, into: Application) =>
    onlyOneApplicantsSameMatterIsMerged(
      { id: 'a', application: from },
      { id: 'b', application: into },
      '同一件事',
    )
  it.each<[string, Application, Application, string]>([
    ['applicants', anApplication(), { ...other(), applicant: NIU }, 'merge-of-another-applicant'],
    ['items', anApplication(), { ...other(), item: { code: 'X', version: 1 } }, 'merge-of-another-item'],
    ['what is decided', anApplication(), { ...other(), status: 'granted' }, 'case-already-concluded'],
    ['accepted into what is not', anApplication([accepted()]), other(), 'merge-the-other-way'],
  ])('keeps apart: %s', (_, from, into, code) => expect(merge(from, into)).toMatchObject({ code }))

  it('lets the earlier acceptance count', () => {
    const early = anApplication([accepted('2026-11-23T03:00:00.000Z')])
    const late = other(anApplication([accepted('2026-11-25T03:00:00.000Z')]))
    const written = merge(early, late)
    if (isRefusal(written)) throw new Error(written.code)
    const [stays] = written.stays
    expect(stays).toMatchObject({ kind: 'merged-in', content: { from: { acceptedAt: early.acceptedAt } } })
    const after = anApplication([
      accepted('2026-11-25T03:00:00.000Z'),
      ['merged-in', stays?.content as never, '2026-11-26T03:00:00.000Z'],
    ])
    expect(after.acceptedAt).toBe('2026-11-23T03:00:00.000Z')
    const ended = anApplication([['merged', written.ends[0]?.content as never, '2026-11-26T03:00:00.000Z']])
    expect(ended).toMatchObject({ status: 'merged', concludedAt: '2026-11-26T03:00:00.000Z' })
  })
})

describe('aMergeIsUndoneWhileTheKeptCaseIsOpen', () => {
  const at = (day: number) => `2026-11-${day}T03:00:00.000Z`
  const stop = { kind: 'hearing', reason: '听证', expected: '10wd' }
  const intoB = ['merged', { into: { id: 'b', number: 'B' }, reason: '重复' }, at(26)] as const
  const merged = anApplication([accepted(at(24)), ['clock-stopped', stop, at(25)], [...intoB]] as never)
  const kept = { id: 'b', application: other(anApplication([accepted(at(25))])) }
  const undo = (ended: Application, into: typeof kept | undefined, item: object = {}) =>
    aMergeIsUndoneWhileTheKeptCaseIsOpen({ id: 'a', application: ended }, into, item, '不是同一件事')
  const quota = { quota: { places: 1 } }

  it.each<[string, ReturnType<typeof undo>, string]>([
    ['a case that was not merged', undo(anApplication(), kept), 'not-merged'],
    ['a merge into another than is named', undo(merged, { ...kept, id: 'c' }), 'not-merged'],
    [
      'what is decided',
      undo(merged, { ...kept, application: { ...kept.application, status: 'granted' } }),
      'kept-case-concluded',
    ],
    ['a place that others moved up to', undo(merged, kept, quota), 'merge-gave-up-a-place'],
  ])('keeps as it is: %s', (_, refused, code) => expect(refused).toMatchObject({ code }))

  it('takes both back to where they stood', () => {
    const written = undo(merged, kept)
    if (isRefusal(written)) throw new Error(written.code)
    const [ends] = written.ends
    const after = anApplication([
      accepted(at(24)),
      ['clock-stopped', stop, at(25)],
      [...intoB],
      ['merge-undone', ends?.content, at(27)],
    ] as never)
    const before = anApplication([accepted(at(24)), ['clock-stopped', stop, at(25)]] as never)
    const { handling, revision: _, ...stands } = after
    expect({ ...stands, revision: before.revision }).toEqual({ ...before, concludedAt: undefined })
    expect(handling?.mergedInto).toBeUndefined()
  })

  it('lets the own acceptance of the kept case count again, and that of others that stay merged', () => {
    const takes = (id: string, day: number) =>
      [
        'merged-in',
        { from: { id, number: id, submittedAt: at(22), acceptedAt: at(day) }, reason: '' },
        at(26),
      ] as const
    const undone = ['merge-in-undone', { from: { id: 'a', number: 'a' }, reason: '' }, at(27)] as const
    const one = anApplication([accepted(at(25)), [...takes('a', 23)], [...undone]] as never)
    expect(one.acceptedAt).toBe(at(25))
    const two = anApplication([
      accepted(at(25)),
      [...takes('a', 23)],
      [...takes('c', 24)],
      [...undone],
    ] as never)
    expect(two.acceptedAt).toBe(at(24))
  })
})
