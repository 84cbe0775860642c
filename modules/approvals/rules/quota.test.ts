import { createHash } from 'node:crypto'
import type { Quota } from '@mashang/flow'
import { isRefusal, type Refusal } from '@mashang/kit'
import type { NewEntry } from '@mashang/store'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUOTA } from '../testing/quota.ts'
import { KITE } from '../testing/state.ts'
import {
  aDrawIsCalledOnceAfterTheLastDay,
  aGrantNeedsAPlace,
  aPlaceIsFreedWhenItIsNotUsed,
  aPlaceIsReservedAtAcceptance,
  applicationsCloseBeforeADraw,
  type Ledger,
  ledgerOf,
  placesGoInTheOrderOfAcceptance,
  poolOf,
  positionOf,
  takenIn,
  thePlacesAreDrawnByTheLog,
} from './quota.ts'

const DRAW: Quota = { ...QUOTA, method: 'draw', closes: '2026-11-30' }
const who = (n: number) => ({ id: `case-${n}`, number: `N${n}` })

function entriesOf(answer: readonly NewEntry[] | Refusal): readonly NewEntry[] {
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}

class Book {
  entries: NewEntry[] = [{ kind: 'opened', content: { item: KITE.code, year: '2026' } }]
  readonly quota: Quota
  constructor(quota: Quota) {
    this.quota = quota
  }
  get ledger(): Ledger {
    const actor = { kind: 'staff', id: 's', name: '' } as const
    const ledger = ledgerOf(
      this.entries.map((one, i) => ({ ...one, revision: i + 1, at: '2026-11-25T02:00:00.000Z', actor })),
    )
    if (!ledger) throw new Error('opened')
    return ledger
  }
  write(entries: readonly NewEntry[]) {
    this.entries = [...this.entries, ...entries]
    this.entries = [...this.entries, ...placesGoInTheOrderOfAcceptance(this.ledger, this.quota)]
  }
  enter(n: number, byLaw = false) {
    const entries = aPlaceIsReservedAtAcceptance(this.ledger, this.quota, who(n), { byLaw })
    if (!isRefusal(entries)) this.write(entries)
    return entries
  }
  leave(n: number) {
    this.write(aPlaceIsFreedWhenItIsNotUsed(this.ledger, who(n), 'withdrawn'))
  }
  states() {
    return this.ledger.line.map(({ number, state }) => `${number} ${state}`)
  }
}

describe('aPlaceIsReservedAtAcceptance', () => {
  it('gives places in order, then lets wait or refuses with the numbers', () => {
    const book = new Book(QUOTA)
    for (const n of [1, 2, 3]) book.enter(n)
    expect(book.states()).toEqual(['N1 placed', 'N2 placed', 'N3 waiting'])
    expect(positionOf(book.ledger, 'case-3')).toBe(1)
    const strict = new Book({ ...QUOTA, beyond: 'refuse' })
    for (const n of [1, 2]) strict.enter(n)
    expect(strict.enter(3)).toMatchObject({
      code: 'quota-is-full',
      article: '行政许可法 第五十七条',
      facts: { places: 2, taken: 2 },
    })
    strict.enter(4, true)
    expect(strict.states().at(-1)).toBe('N4 waiting')
  })
})

describe('aPlaceIsFreedWhenItIsNotUsed', () => {
  it('and goes to the first who waits', () => {
    const book = new Book(QUOTA)
    for (const n of [1, 2, 3, 4]) book.enter(n)
    book.leave(1)
    expect(book.states()).toEqual(['N1 left', 'N2 placed', 'N3 placed', 'N4 waiting'])
    book.leave(1)
    expect(takenIn(book.ledger)).toBe(2)
  })
})

describe('aGrantNeedsAPlace', () => {
  it('grants nothing past the places, nor to who never entered', () => {
    const book = new Book(QUOTA)
    for (const n of [1, 2, 3]) book.enter(n)
    expect(aGrantNeedsAPlace(book.ledger, QUOTA, who(2))).toBeUndefined()
    expect(aGrantNeedsAPlace(book.ledger, QUOTA, who(3))).toMatchObject({
      code: 'no-place-in-quota',
      facts: { position: 1 },
    })
    expect(aGrantNeedsAPlace(undefined, QUOTA, who(9))).toMatchObject({ code: 'no-place-in-quota' })
  })
})

describe('placesGoInTheOrderOfAcceptance', () => {
  it('never more than there are places, and never past one who came before', () => {
    const act = fc.record({ n: fc.integer({ min: 1, max: 12 }), enters: fc.boolean() })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (acts, places) => {
        const book = new Book({ ...QUOTA, places })
        for (const { n, enters } of acts) {
          if (enters) book.enter(n)
          else book.leave(n)
          const here = book.ledger.line.filter(({ state }) => state !== 'left')
          expect(takenIn(book.ledger)).toBe(Math.min(places, here.length))
          const firstWaiting = here.findIndex(({ state }) => state === 'waiting')
          if (firstWaiting >= 0)
            expect(here.slice(firstWaiting).every(({ state }) => state === 'waiting')).toBe(true)
        }
      }),
    )
  })
})

describe('aDrawIsCalledOnceAfterTheLastDay', () => {
  const called = (book: Book, quota: Quota, today: string) =>
    aDrawIsCalledOnceAfterTheLastDay(book.ledger, quota, today)
  it('not before, not of nobody, not of an order', () => {
    const book = new Book(DRAW)
    expect(called(book, DRAW, '2026-12-01')).toMatchObject({ code: 'quota-has-no-entrants' })
    book.enter(1)
    expect(called(book, DRAW, '2026-11-30')).toMatchObject({ code: 'quota-is-open' })
    expect(called(book, QUOTA, '2026-12-01')).toMatchObject({ code: 'quota-is-not-drawn' })
  })

  it('the first call stands, and after the draw there is none', () => {
    const book = new Book(DRAW)
    for (const n of [1, 2, 3]) book.enter(n)
    book.write(entriesOf(called(book, DRAW, '2026-12-01')))
    expect(book.ledger.called).toMatchObject({ places: 2, entrants: 3 })
    expect(takenIn(book.ledger)).toBe(0)
    expect(called(book, DRAW, '2026-12-02')).toEqual([])
    book.write(thePlacesAreDrawnByTheLog(book.ledger, { size: 12, root: 'abc=' }))
    expect(called(book, DRAW, '2026-12-02')).toMatchObject({ code: 'quota-is-drawn' })
  })
})

describe('thePlacesAreDrawnByTheLog', () => {
  const log = { size: 12, root: 'abc=' }
  it('once it is called and not before, once, as anybody can draw it again', () => {
    const book = new Book(DRAW)
    for (const n of [1, 2, 3, 4, 5]) book.enter(n)
    expect(thePlacesAreDrawnByTheLog(book.ledger, log)).toEqual([])
    book.write(entriesOf(aDrawIsCalledOnceAfterTheLastDay(book.ledger, DRAW, '2026-12-01')))
    book.leave(5)
    book.write(thePlacesAreDrawnByTheLog(book.ledger, log))
    const lot = (number: string) => createHash('sha256').update(`abc=\n${number}`).digest('hex')
    const byHand = ['N1', 'N2', 'N3', 'N4'].sort((one, other) => (lot(one) < lot(other) ? -1 : 1))
    // Who left before the draw is not drawn, and still stands there as having left.
    expect(book.states()).toEqual([
      ...byHand.map((n, i) => `${n} ${i < 2 ? 'placed' : 'waiting'}`),
      'N5 left',
    ])
    expect(thePlacesAreDrawnByTheLog(book.ledger, { ...log, root: 'def=' })).toEqual([])
  })
})

describe('applicationsCloseBeforeADraw', () => {
  it.each([
    [DRAW, '2026-11-30', true],
    [DRAW, '2026-12-01', false],
    [QUOTA, '2026-12-01', true],
  ])('%#', (quota, today, open) =>
    expect(applicationsCloseBeforeADraw(quota, today) === undefined).toBe(open),
  )
})

describe('poolOf', () => {
  const form = { site: { region: '210202001002', detail: '' }, land: 'public' } as never
  it.each([
    [QUOTA, { year: '2026' }],
    [{ ...QUOTA, per: 'all' as const }, {}],
    [
      { ...QUOTA, 'by-field': 'site' },
      { year: '2026', value: '210202' },
    ],
    [
      { ...QUOTA, 'by-field': 'land' },
      { year: '2026', value: 'public' },
    ],
  ])('%#', (quota, pool) =>
    expect(poolOf(KITE, quota, form, '2026-11-25')).toEqual({ item: KITE.code, ...pool }),
  )
})
