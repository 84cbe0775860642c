import { isRefusal } from '@mashang/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BANK_COLUMNS, bankFileIsWhole, textOfBankFile } from './bank-file.ts'
import {
  aClosedDayTakesNoMoreChanges,
  aDayIsSignedWhenEverythingIsSettled,
  linesMatchToTheFen,
} from './reconcile.ts'

const ours = (order: string, amount: number, kind: 'in' | 'out' = 'in') => ({ order, kind, amount, at: '' })
const bank = (order: string, amount: number, kind: 'in' | 'out' = 'in') => ({
  ...ours(order, amount, kind),
  reference: '',
})

describe('linesMatchToTheFen', () => {
  it('tells matched, ours only, the bank’s only, and another amount', () => {
    const found = linesMatchToTheFen(
      [ours('1', 100), ours('2', 100), ours('3', 100), ours('4', 100), ours('4', 100, 'out')],
      [bank('1', 100), bank('3', 101), bank('4', 100), bank('4', 100, 'out'), bank('5', 7), bank('1', 100)],
    )
    expect(found.map(({ order, kind, state }) => [order, kind, state])).toEqual([
      ['1', 'in', 'matched'],
      ['1', 'in', 'bank-only'],
      ['2', 'in', 'ours-only'],
      ['3', 'in', 'amount-differs'],
      ['4', 'in', 'matched'],
      ['4', 'out', 'matched'],
      ['5', 'in', 'bank-only'],
    ])
  })
  it('names every line of both exactly once', () => {
    const line = fc.record({ order: fc.constantFrom('1', '2', '3'), amount: fc.integer({ min: 1, max: 3 }) })
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (a, b) => {
        const found = linesMatchToTheFen(
          a.map(({ order, amount }) => ours(order, amount)),
          b.map(({ order, amount }) => bank(order, amount)),
        )
        expect(found.filter((one) => one.ours !== undefined)).toHaveLength(a.length)
        expect(found.filter((one) => one.bank !== undefined)).toHaveLength(b.length)
        for (const one of found) if (one.state === 'matched') expect(one.ours).toBe(one.bank)
      }),
    )
  })
})

describe('aClosedDayTakesNoMoreChanges', () => {
  it('once it is signed', () => {
    expect(aClosedDayTakesNoMoreChanges({ day: '2026-11-23' })).toBeUndefined()
    expect(aClosedDayTakesNoMoreChanges({ day: '2026-11-23', signed: {} })).toMatchObject({
      code: 'day-is-closed',
    })
  })
})

describe('aDayIsSignedWhenEverythingIsSettled', () => {
  const day = { hasFile: true, throughBank: 1, open: 0, tillsToCount: [] }
  it.each([
    [{}, undefined],
    [{ hasFile: false }, 'bank-file-missing'],
    [{ hasFile: false, throughBank: 0 }, undefined],
    [{ open: 1 }, 'differences-open'],
    [{ tillsToCount: ['李收费'] }, 'till-not-counted'],
  ])('%j', (change, code) => {
    expect(aDayIsSignedWhenEverythingIsSettled({ ...day, ...change })?.code).toBe(code)
  })
})

describe('bankFileIsWhole', () => {
  const head = BANK_COLUMNS.join(',')
  it('reads orders, kinds and amounts to the fen, quoted or with a tab before the number', () => {
    const text = `\uFEFF${head}\r\n"\t261128000000017",收款,"1,234.50",2026-11-28 10:30:00,B1\n261128000000018,退款,0.01,,\n`
    expect(bankFileIsWhole(text)).toMatchObject([
      { order: '261128000000017', kind: 'in', amount: 123_450 },
      { order: '261128000000018', kind: 'out', amount: 1 },
    ])
  })
  it('names the lines it cannot read, and a head that is not the template’s', () => {
    expect(bankFileIsWhole(`${head}\n1,收款,1.00,,\n261128000000017,收款,1.001,,`)).toMatchObject({
      code: 'bank-file-lines-wrong',
      facts: { lines: [2, 3], count: 2 },
    })
    expect(bankFileIsWhole('a,b\n')).toMatchObject({ code: 'bank-file-columns-wrong' })
  })
  it('reads GBK as banks write it', () => {
    // 收款 in GBK.
    const gbk = Uint8Array.from([0xca, 0xd5, 0xbf, 0xee])
    expect(textOfBankFile(gbk)).toEqual({ text: '收款', encoding: 'gb18030' })
    expect(textOfBankFile(new TextEncoder().encode('收款')).encoding).toBe('utf-8')
    expect(isRefusal(bankFileIsWhole(head))).toBe(false)
  })
})
