import { isRefusal } from '@mashang/kit'
import { describe, expect, it } from 'vitest'
import { accepted, anApplication, KITE, SUBMITTED } from '../testing/state.ts'
import type { Application } from './application.ts'
import { looksLikeTheSameMatter, onlyOneApplicantsSameMatterIsMerged } from './merge.ts'

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
