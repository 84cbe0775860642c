import { isRefusal, type Refusal } from '@mashang/kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApprovalsClient, aTestOffice, type TestOffice } from '../testing/index.ts'

let office: TestOffice
let anyone: ApprovalsClient
beforeAll(async () => {
  office = await aTestOffice()
  anyone = office.as({ kind: 'anonymous' })
})
afterAll(() => office.close())

function got<T>(answer: T | Refusal): Exclude<T, Refusal> {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer as Exclude<T, Refusal>
}
const counts = async () => got(await anyone.countEntries({}))
const list = async (query: object) => got(await anyone.listEntries({ query }))

describe('the catalogue of the demo city', () => {
  it('has the entries that the centre reports: 172 licences and 413 public services', async () => {
    expect(await counts()).toMatchObject({ entries: 585, licences: 172, publicServices: 413 })
  })

  it('counts every handling guide once: 29 wholly online, 133 one visit, 437 fewer visits', async () => {
    const { handled, whollyOnline, oneVisit, fewerVisits, depths } = await counts()
    expect({ handled, whollyOnline, oneVisit, fewerVisits }).toEqual({
      handled: 599,
      whollyOnline: 29,
      oneVisit: 133,
      fewerVisits: 437,
    })
    expect(depths.reduce((sum, one) => sum + one, 0)).toBe(599)
    expect(depths[3]).toBe(29)
  })

  it.each([
    [{ type: 'licence', entriesOnly: true }, 172],
    [{ type: 'public-service', entriesOnly: true }, 413],
    [{ entriesOnly: true }, 585],
    [{ class: 'wholly-online' }, 29],
    [{ class: 'one-visit' }, 133],
    [{ class: 'fewer-visits' }, 437],
    [{}, 599],
  ])('opens the list behind each figure: %o', async (query, total) => {
    expect(await list(query)).toMatchObject({ total })
  })

  it('gives all of a list over its pages, each line once', async () => {
    const first = await list({})
    const pages = await Promise.all(
      Array.from({ length: first.pages }, (_, place) => list({ page: place + 1 })),
    )
    const codes = pages.flatMap(({ entries }) => entries.map(({ code }) => code))
    expect(new Set(codes).size).toBe(599)
    expect(codes).toHaveLength(599)
    expect((await list({ page: first.pages + 1 })).entries).toEqual([])
  })

  it('narrows by organ, fee, guide and name, and counts the organs of what fits', async () => {
    const sports = await list({ organ: 'sports-bureau' })
    expect(sports.entries.map(({ code }) => code)).toContain('2102-TY-XK-0001')
    expect(new Set(sports.entries.map(({ organ }) => organ.id))).toEqual(new Set(['sports-bureau']))
    const all = await list({})
    expect(all.organs.find(({ id }) => id === 'sports-bureau')?.count).toBe(sports.total)
    expect(all.organs).toHaveLength(45)
    const paid = await list({ fee: true })
    expect(paid.entries.every(({ fee }) => fee)).toBe(true)
    expect(paid.total + (await list({ fee: false })).total).toBe(599)
    const lacking = await list({ guide: false })
    expect(lacking.total).toBe(599 - (await counts()).guides)
    const named = await list({ text: '我要办结婚登记' })
    expect(named.entries.map(({ name }) => name.zh)).toEqual(['结婚登记'])
    expect((await list({ text: 'registration of a marriage' })).entries[0]?.name.zh).toBe('结婚登记')
    expect((await list({ text: '2102-TY-XK-0001' })).total).toBe(1)
    expect((await list({ text: '，。' })).total).toBe(0)
  })
})

describe('an entry', () => {
  it('without a guide says what it rests on and where to ask', async () => {
    const { entries } = await list({ text: '结婚登记' })
    const code = entries[0]?.code ?? ''
    expect(got(await anyone.getEntry({ params: { code } }))).toMatchObject({
      name: { zh: '结婚登记' },
      guide: false,
      basis: [{ law: '婚姻登记条例' }],
      organ: { id: 'civil-affairs', phone: expect.stringMatching(/^0411-/) },
      situations: [],
    })
  })

  it('is followed by its further situations, which name it', async () => {
    const entry = got(await anyone.getEntry({ params: { code: '2102-SJ-XK-0001' } }))
    expect(entry.situations.map(({ code }) => code)).toContain('2102-SJ-XK-0005')
    const renewal = got(await anyone.getEntry({ params: { code: '2102-SJ-XK-0005' } }))
    expect(renewal).toMatchObject({ partOf: entry.code, whole: { code: entry.code, guide: true } })
    expect(renewal.situations).toEqual(entry.situations)
    const { entries } = await list({ organ: 'market-regulation', type: 'licence' })
    const codes = entries.map(({ code }) => code)
    expect(codes.indexOf('2102-SJ-XK-0005') - codes.indexOf('2102-SJ-XK-0001')).toBe(1)
  })

  it('that is not in the list is refused', async () => {
    expect(await anyone.getEntry({ params: { code: '2102-TY-XK-0999' } })).toMatchObject({
      code: 'entry-not-found',
      facts: { code: '2102-TY-XK-0999' },
    })
  })
})
