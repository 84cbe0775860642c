import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTestOffice, granted, type TestOffice } from '../testing/index.ts'
import { apply, KITE } from './applying.ts'

let office: TestOffice
let numbers: readonly string[]

beforeAll(async () => {
  office = await aTestOffice()
  const names = ['王小明', '王大连', '李星海']
  const ids = []
  for (const name of names) ids.push(await apply(office, office.aCitizen({ name })))
  const officer = office.as(office.aStaffMember(['handling-officer']))
  granted(await officer.acceptApplication({ params: { id: ids[2] ?? '' }, input: { expected: 1 } }))
  const rows = granted(await officer.listInbox({ query: { view: 'all' } })).rows
  numbers = rows.map((row) => row.number)
})
afterAll(() => office.close())

const READERS = [
  ['an officer', ['handling-officer'], 'sports-bureau'],
  ['a window clerk', ['window-clerk'], 'data-bureau'],
] as const

describe.each(READERS)('the inbox of %s', (_, roles, organ) => {
  const list = async (query: object) =>
    granted(await office.as(office.aStaffMember([...roles], { organ })).listInbox({ query }))

  it('counts every view and names the items that occur', async () => {
    const { counts, items } = await list({})
    expect(counts).toMatchObject({ intake: 2, review: 1, overdue: 0, stopped: 0 })
    expect(items.map(({ code }) => code)).toEqual([KITE])
  })

  it.each([
    ['the beginning of a name', () => '王', 2, { intake: 2, review: 0 }],
    ['a whole name', () => '李星海', 1, { intake: 0, review: 1 }],
    ['a number', () => numbers[0] ?? '', 1, { intake: 0, review: 1 }],
    ['a number without its dashes', () => (numbers[0] ?? '').replaceAll('-', ''), 1, { review: 1 }],
    ['the beginning of a number', () => numbers[0]?.slice(0, 8) ?? '', 3, { intake: 2, review: 1 }],
    ['what has a meaning in patterns', () => '%', 0, { intake: 0, review: 0 }],
  ])('finds by %s, and counts what it found', async (__, text, found, counted) => {
    const { rows, counts } = await list({ view: 'all', text: text() })
    expect(rows).toHaveLength(found)
    expect(counts).toMatchObject(counted)
  })

  it('filters by item in every view, also one that nobody applied for', async () => {
    expect((await list({ view: 'intake', item: KITE })).rows).toHaveLength(2)
    expect((await list({ view: 'intake', item: KITE })).counts).toMatchObject({ intake: 2, review: 1 })
    expect((await list({ view: 'intake', item: '2102-XX-XK-0001' })).rows).toEqual([])
  })

  it('goes through what lies in several hands by due day, page by page', async () => {
    const whole = await list({ view: 'to-do' })
    const seen: string[] = []
    for (let after: string | undefined, n = 0; n < 4; n++) {
      const one = await list({ view: 'to-do', limit: 1, after })
      seen.push(...one.rows.map(({ id }) => id))
      after = one.next
      if (!after) break
    }
    expect(seen).toEqual(whole.rows.map(({ id }) => id))
    expect(seen.length).toBeGreaterThanOrEqual(2)
  })

  it('goes on from page to page without a gap', async () => {
    const first = await list({ view: 'intake', limit: 1 })
    const second = await list({ view: 'intake', limit: 1, after: first.next })
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(2)
    expect(second.next).toBeUndefined()
  })
})
