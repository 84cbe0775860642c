import { createHash } from 'node:crypto'
import { isRefusal } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCaseOfASampleIsInspectedOnce, aReportSpansItsDays, aSampleIsDrawnByTheLog } from './sample.ts'

const CASES = Array.from({ length: 40 }, (_, n) => ({ id: `case-${n}`, organ: `organ-${n % 3}` }))

describe('aSampleIsDrawnByTheLog', () => {
  it('takes those whose lot is lowest, as anybody can reckon', () => {
    const lot = (id: string) => createHash('sha256').update(`root\n${id}`).digest('hex')
    const byHand = CASES.map(({ id }) => id).sort((one, other) => (lot(one) < lot(other) ? -1 : 1))
    expect(aSampleIsDrawnByTheLog('root', CASES, 5, false)).toEqual(byHand.slice(0, 5))
  })

  it('depends on the root and the cases, not on their order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(CASES, { minLength: CASES.length }), (shuffled) => {
        expect(aSampleIsDrawnByTheLog('root', shuffled, 7, false)).toEqual(
          aSampleIsDrawnByTheLog('root', CASES, 7, false),
        )
      }),
    )
    expect(aSampleIsDrawnByTheLog('another', CASES, 7, false)).not.toEqual(
      aSampleIsDrawnByTheLog('root', CASES, 7, false),
    )
  })

  it('takes so many of each organ where that is asked', () => {
    const drawn = aSampleIsDrawnByTheLog('root', CASES, 2, true)
    const organs = drawn.map((id) => CASES.find((one) => one.id === id)?.organ)
    expect(organs.toSorted()).toEqual(['organ-0', 'organ-0', 'organ-1', 'organ-1', 'organ-2', 'organ-2'])
    expect(aSampleIsDrawnByTheLog('root', CASES, 100, false)).toHaveLength(40)
  })
})

describe('aCaseOfASampleIsInspectedOnce', () => {
  const sample = { cases: ['a', 'b'], inspections: { a: {} } }
  const found = (id: string) =>
    aCaseOfASampleIsInspectedOnce(sample, { case: id, result: 'in-order', note: '材料齐全' })
  it.each([
    ['a', 'case-already-inspected'],
    ['c', 'case-not-in-sample'],
  ])('%s: %s', (id, code) => expect(found(id)).toMatchObject({ code }))
  it('takes what was found in another', () => expect(isRefusal(found('b'))).toBe(false))
})

describe('aReportSpansItsDays', () => {
  it.each([
    ['2026-11-01', '2026-11-01', true],
    ['2026-11-01', '2026-11-30', true],
    ['2026-11-02', '2026-11-01', false],
    ['2026-11-01', '2026-12-01', false],
    ['2026-11-31', '2026-13-01', false],
  ])('%s – %s: %s', (from, to, fits) => expect(aReportSpansItsDays(from, to, 30) === undefined).toBe(fits))
})
