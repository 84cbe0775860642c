import { type ApplicationRow, INBOX_VIEWS } from '@mashang/approvals/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neighbours, recallOrder } from '../src/inbox/case-order.ts'
import { inboxCsv } from '../src/inbox/inbox-csv.ts'
import { filterFrom, type InboxFilter, isFiltered, searchOf, VIEWS } from '../src/inbox/inbox-filter.ts'
import { readingOf } from '../src/inbox/reading.ts'
import { readFilters, withFilter, withoutFilter, writeFilters } from '../src/inbox/saved-filters.ts'
import { csvOf } from '../src/show/csv.ts'

const word = fc
  .string({ minLength: 1, maxLength: 40 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const filters: fc.Arbitrary<InboxFilter> = fc.record(
  { view: fc.constantFrom(...VIEWS), item: word, organ: word, text: word },
  { requiredKeys: ['view'] },
)

describe('who reads the inbox', () => {
  it.each([
    [['handling-officer'], { works: true, everyOrgan: false }],
    [['handling-officer', 'window-clerk'], { works: true, everyOrgan: true }],
    [['supervisor'], { works: false, everyOrgan: true }],
    [['supervisor', 'approval-head'], { works: true, everyOrgan: false }],
  ] as const)('%s', (roles, reading) => {
    expect(readingOf(roles)).toEqual(reading)
  })
})

describe('the filter of the inbox', () => {
  it('has the views of the contract, in their order', () => {
    expect(VIEWS).toEqual(INBOX_VIEWS)
  })

  it('comes back from the address it was written to', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterFrom(new URLSearchParams(searchOf(filter).toString()))).toEqual(filter)
      }),
    )
  })

  it('takes what is no view for the first one, and cuts what is too long', () => {
    expect(filterFrom(new URLSearchParams('view=nothing&text=%20%20'))).toEqual({ view: 'to-do' })
    expect(filterFrom(new URLSearchParams({ text: 'x'.repeat(99) })).text).toHaveLength(60)
    expect(isFiltered({ view: 'all' })).toBe(false)
    expect(isFiltered({ view: 'all', text: '王' })).toBe(true)
  })
})

describe('saved filters', () => {
  const memory = () => {
    const kept = new Map<string, string>()
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
  }

  it('are read as they were written', () => {
    const storage = memory()
    const saved = [{ name: '食品', filter: { view: 'review', text: '饭店' } as const }]
    writeFilters(storage, saved)
    expect(readFilters(storage)).toEqual(saved)
  })

  it('are none where the browser kept something else', () => {
    expect(readFilters({ getItem: () => '{"a":1}' })).toEqual([])
    expect(readFilters({ getItem: () => 'not json' })).toEqual([])
    expect(readFilters({ getItem: () => '[{"name":1}]' })).toEqual([])
  })

  it('replace one of the same name, and stay within twenty', () => {
    const one = { name: 'a', filter: { view: 'all' } as const }
    const other = { name: 'a', filter: { view: 'review' } as const }
    expect(withFilter([one], other)).toEqual([other])
    const many = Array.from({ length: 20 }, (_, at) => ({ ...one, name: `n${at}` }))
    expect(withFilter(many, one).map(({ name }) => name)).toEqual([
      ...many.slice(1).map(({ name }) => name),
      'a',
    ])
    expect(withoutFilter([one], 'a')).toEqual([])
  })
})

describe('the order of cases', () => {
  it('knows what stands before and after', () => {
    const order = { from: '/inbox', ids: ['a', 'b', 'c'] }
    expect(neighbours(order, 'a')).toEqual({ after: 'b' })
    expect(neighbours(order, 'b')).toEqual({ before: 'a', after: 'c' })
    expect(neighbours(order, 'c')).toEqual({ before: 'b' })
    expect(neighbours(order, 'z')).toEqual({})
  })

  it('leads to the inbox where none was kept', () => {
    expect(recallOrder()).toEqual({ from: '/inbox', ids: [] })
  })
})

describe('CSV', () => {
  it('quotes what needs it and keeps formulas as text', () => {
    expect(csvOf([['a', 'b"c', 'd,e', 'f\ng', '=1+1', '-2', '@x', '王']])).toBe(
      '\uFEFFa,"b""c","d,e","f\ng",\'=1+1,\'-2,\'@x,王\r\n',
    )
  })

  it('shows the list in the words of the reader', () => {
    const organ = { id: 'o', name: { zh: '市监局', en: 'Market regulation' }, short: { zh: '市监' } }
    const row: ApplicationRow = {
      id: 'i',
      number: '210200-1',
      revision: 1,
      item: { code: 'c', name: { zh: '食品经营许可' } },
      organ,
      applicant: '王小海',
      status: 'under-review',
      submittedAt: '2026-11-20T02:05:00.000Z',
      promisedDue: '2026-12-03',
      state: 'yellow',
      cards: ['yellow'],
    }
    const [head, line] = inboxCsv([row], 'en').split('\r\n')
    expect(head).toContain('Number,Item,Applicant,Organ')
    expect(line).toBe(
      '210200-1,食品经营许可,王小海,Market regulation,Under review,,2026-12-03,,2026-11-20 10:05,Yellow card',
    )
  })
})
