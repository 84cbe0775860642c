import { isRefusal, type Refusal, type Who } from '@mashang/kit'
import { rebuild } from '@mashang/store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHall, testHall } from '../testing/index.ts'
import { dalian } from './dalian.ts'

const NOBODY: Who = { kind: 'anonymous' }
let city: TestHall
let owner: Extract<Who, { kind: 'citizen' }>
let head: Who
let officer: Who
let clerk: Who
let supervisor: Who

beforeAll(async () => {
  city = await testHall(await dalian())
  owner = city.aCitizen()
  head = city.aStaffMember('sports-bureau', ['approval-head'])
  officer = city.aStaffMember('sports-bureau', ['handling-officer'])
  clerk = city.aStaffMember('data-bureau', ['window-clerk'])
  supervisor = city.aStaffMember('data-bureau', ['supervisor'])
})
afterAll(() => city.close())

function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

/** A concluded case of the owner, opened for rating. */
async function concluded(change: Parameters<TestHall['aCase']>[1] = {}, of: Who = owner) {
  const facts = await city.aCase(of, change)
  await city.settle()
  const { ratings } = must(await city.as(of).listMyRatings({ query: { application: facts.id } }))
  return { application: facts.id, number: facts.number, ratings }
}

async function aBadRating(words = '等了四十分钟') {
  const { ratings, application } = await concluded()
  const params = { id: ratings[0]?.id ?? '' }
  must(await city.as(owner).rate({ params, input: { level: 'dissatisfied', tags: ['slow'], words } }))
  return { params, application }
}

describe('a case and its visits', () => {
  it('are opened for rating one by one, and rated once each', async () => {
    const by = { id: 'c', name: '林窗口' }
    const visits = [
      { revision: 1, what: 'intake' as const, at: '2026-11-20T02:00:00.000Z', by },
      { revision: 7, what: 'delivery' as const, at: '2026-11-23T02:00:00.000Z', by },
    ]
    const { ratings } = await concluded({ visits })
    expect(ratings.map(({ kind, actions }) => [kind, actions])).toEqual([
      ['case', ['rate']],
      ['delivery', ['rate']],
      ['intake', ['rate']],
    ])
    for (const { id } of ratings) {
      const call = { params: { id }, input: { level: 'satisfied' as const, tags: ['quick'] } }
      expect(must(await city.as(owner).rate(call)).given).toMatchObject({ level: 'satisfied' })
      expect(await city.as(owner).rate(call)).toMatchObject({ code: 'already-rated' })
    }
  })

  it('are nobody else’s, and nothing of them is invented where nobody rates', async () => {
    const { ratings } = await concluded()
    const params = { id: ratings[0]?.id ?? '' }
    const stranger = city.as(city.aCitizen('刘大连'))
    expect(await stranger.rate({ params, input: { level: 'satisfied' } })).toMatchObject({
      code: 'rating-not-found',
    })
    expect(await stranger.getMyRating({ params })).toMatchObject({ code: 'rating-not-found' })
    expect(await city.as(head).getRating({ params })).toMatchObject({ code: 'rating-not-found' })
    const { total } = must(await city.as(NOBODY).getPublicRatings({ query: {} }))
    expect(total.asked).toBe(4)
    expect(total.rated).toBe(3)
  })

  it('answer the same key once', async () => {
    const { ratings } = await concluded()
    const call = { params: { id: ratings[0]?.id ?? '' }, input: { level: 'satisfied' as const }, key: 'k-1' }
    must(await city.as(owner).rate(call))
    expect(must(await city.as(owner).rate(call)).given?.level).toBe('satisfied')
  })
})

describe('a code', () => {
  it('is given to whoever serves, rates once without signing in, and tells the person served', async () => {
    const { application, ratings } = await concluded()
    const stranger = city.aStaffMember('education', ['handling-officer'])
    expect(await city.as(stranger).openRating({ input: { application } })).toMatchObject({
      code: 'case-not-found',
    })
    const opened = must(await city.as(clerk).openRating({ input: { application } }))
    const code = opened.code ?? ''
    expect(opened).toMatchObject({ state: 'open', kind: 'case', until: '2026-12-24' })
    expect(opened.address).toBe(`https://mashang.test/rate/${code}`)
    const shown = must(await city.as(NOBODY).getByCode({ params: { code: code.toLowerCase() } }))
    expect(shown).toMatchObject({ rated: false, id: ratings[0]?.id })
    expect(JSON.stringify(shown)).not.toContain(application)

    const input = { level: 'very-satisfied' as const, device: true }
    expect(await city.as(clerk).rateByCode({ params: { code }, input })).toMatchObject({
      code: 'staff-does-not-rate',
      rule: 'nobodyRatesInTheCitizensPlace',
    })
    expect(must(await city.as(NOBODY).rateByCode({ params: { code }, input })).rated).toBe(true)
    expect(await city.as(NOBODY).rateByCode({ params: { code }, input })).toMatchObject({
      code: 'already-rated',
    })
    expect(city.told.at(-1)).toMatchObject({ person: owner.id })
    expect(must(await city.as(clerk).openRating({ input: { application } })).state).toBe('rated')
  })

  it('is unknown where it was never given, and over after its days', async () => {
    expect(await city.as(NOBODY).getByCode({ params: { code: '2222-2222-2222' } })).toMatchObject({
      code: 'rating-code-unknown',
    })
    const { application } = await concluded()
    const { code = '' } = must(await city.as(clerk).openRating({ input: { application } }))
    city.clock.set('2026-12-25T02:00:00.000Z')
    expect(await city.as(NOBODY).getByCode({ params: { code } })).toMatchObject({ code: 'rating-code-over' })
    city.clock.set('2026-11-24T02:00:00.000Z')
  })

  it('that somebody else used is disowned by the person served, who then rates himself', async () => {
    const { application, ratings } = await concluded()
    const { code = '' } = must(await city.as(clerk).openRating({ input: { application } }))
    must(await city.as(NOBODY).rateByCode({ params: { code }, input: { level: 'very-satisfied' } }))
    const params = { id: ratings[0]?.id ?? '' }
    expect(must(await city.as(owner).getMyRating({ params }))).toMatchObject({
      byCode: true,
      actions: ['disownRating'],
    })
    expect(must(await city.as(owner).disownRating({ params, input: {} })).actions).toEqual(['rate'])
    expect(must(await city.as(supervisor).getRating({ params }))).toMatchObject({ excluded: 'disowned' })
    must(await city.as(owner).rate({ params, input: { level: 'dissatisfied' } }))
    expect(await city.as(owner).disownRating({ params, input: {} })).toMatchObject({ code: 'rating-was-own' })
  })
})

describe('a bad rating', () => {
  it('is called back about, verified, fixed and answered by the head, and rated once more', async () => {
    const { params, application } = await aBadRating()
    const opened = must(await city.as(head).getRating({ params }))
    expect(opened).toMatchObject({
      person: { name: '王小海', phone: '13800000001' },
      case: { id: application },
      followUp: { due: '2026-12-15', state: 'open', remaining: 15 },
      actions: ['continueFollowUp', 'appealRating'],
    })
    expect(opened.followUp?.explanation.join('')).toContain('15个工作日')
    expect(await city.store.journal.listLooks([application], { limit: 9 })).toMatchObject([
      { reason: 'rating-follow-up', what: 'person' },
    ])
    const step = (input: Parameters<ReturnType<TestHall['as']>['continueFollowUp']>[0]['input']) =>
      city.as(head).continueFollowUp({ params, input })
    expect(await step({ step: { kind: 'answered', text: '好的' } })).toMatchObject({
      code: 'follow-up-out-of-order',
    })
    expect(await city.as(owner).rateAgain({ params, input: { level: 'satisfied' } })).toMatchObject({
      code: 'rating-not-answered',
    })
    must(await step({ step: { kind: 'called-back', reached: true, note: '已致歉' } }))
    must(await step({ step: { kind: 'verified', found: 'true', note: '当日缺岗' } }))
    must(await step({ step: { kind: 'fixed', note: '增设轮岗' } }))
    const done = must(await step({ step: { kind: 'answered', text: '已增设轮岗，向您致歉。' } }))
    expect(done).toMatchObject({ followUp: { state: 'answered' }, actions: [] })
    expect(done.person).toBeUndefined()
    expect(must(await city.as(owner).getMyRating({ params }))).toMatchObject({
      answer: { text: '已增设轮岗，向您致歉。' },
      actions: ['rateAgain'],
    })
    const again = { params, input: { level: 'satisfied' as const } }
    expect(must(await city.as(owner).rateAgain(again)).again?.level).toBe('satisfied')
    expect(await city.as(owner).rateAgain(again)).toMatchObject({ code: 'already-rated-again' })
  })

  it('shows its level and words to the office, and the person to whoever follows it up alone', async () => {
    const { params } = await aBadRating('柜台没人')
    for (const who of [officer, supervisor]) {
      const seen = must(await city.as(who).getRating({ params }))
      expect(seen.given).toMatchObject({ level: 'dissatisfied', words: '柜台没人' })
      expect([seen.person, seen.case]).toEqual([undefined, undefined])
      expect(JSON.stringify(seen)).not.toContain('王小海')
    }
    expect(
      await city.as(city.aStaffMember('education', ['approval-head'])).getRating({ params }),
    ).toMatchObject({
      code: 'rating-not-found',
    })
    const { ratings } = must(await city.as(officer).listRatings({ query: { view: 'open' } }))
    expect(ratings.map(({ id }) => id)).toContain(params.id)
    expect(
      must(await city.as(city.aStaffMember('education', ['approval-head'])).listRatings({ query: {} })).total,
    ).toBe(0)
  })

  it('is overdue after its last day, and stays so to be seen', async () => {
    const { params } = await aBadRating()
    city.clock.set('2026-12-16T02:00:00.000Z')
    expect(must(await city.as(supervisor).getRating({ params })).followUp).toMatchObject({ state: 'overdue' })
    const { counts, ratings } = must(await city.as(supervisor).listRatings({ query: { view: 'overdue' } }))
    expect(counts.overdue).toBe(ratings.length)
    expect(ratings.find(({ id }) => id === params.id)).toMatchObject({ state: 'overdue', due: '2026-12-15' })
    city.clock.set('2026-11-24T02:00:00.000Z')
  })

  it('that is malicious is left out by a signed ruling of another office, kept, counted and listed', async () => {
    const { params } = await aBadRating('给钱就删')
    const before = must(await city.as(NOBODY).getPublicRatings({ query: {} })).total
    const grounds = '办理全程录像，未发现所述情形。'
    must(await city.as(head).appealRating({ params, input: { grounds } }))
    expect(await city.as(head).appealRating({ params, input: { grounds } })).toMatchObject({
      code: 'rating-already-appealed',
    })
    const input = { outcome: 'excluded' as const, reasons: '调阅录像，评价人以差评索要财物，属恶意差评。' }
    const own = city.aStaffMember('sports-bureau', ['supervisor'])
    expect(await city.as(own).ruleOnRating({ params, input })).toMatchObject({
      code: 'rating-ruled-by-own-office',
    })
    const ruled = must(await city.as(supervisor).ruleOnRating({ params, input }))
    expect(ruled).toMatchObject({
      excluded: 'ruled',
      followUp: { state: 'closed' },
      ruling: { by: '周监察' },
    })
    expect(await city.as(supervisor).ruleOnRating({ params, input })).toMatchObject({
      code: 'rating-already-ruled',
    })
    const after = must(await city.as(NOBODY).getPublicRatings({ query: { month: '2026-11' } }))
    expect([after.total.rated, after.total.excluded]).toEqual([before.rated - 1, before.excluded + 1])
    expect(after.excluded).toMatchObject([{ level: 'dissatisfied', reasons: input.reasons }])
    expect(must(await city.as(owner).getMyRating({ params })).ruling).toMatchObject({
      reasons: input.reasons,
    })
  })
})

describe('words of citizens', () => {
  it('are published with consent, once reviewed, without what tells who somebody is', async () => {
    const { ratings } = await concluded()
    const params = { id: ratings[0]?.id ?? '' }
    const words = '窗口很耐心，电话 13812345678'
    must(await city.as(owner).rate({ params, input: { level: 'satisfied', words, publish: true } }))
    const published = async () => must(await city.as(NOBODY).getPublicRatings({ query: {} })).words
    expect(await published()).toEqual([])
    const publish = (text: string) =>
      city.as(supervisor).reviewWords({ params, input: { outcome: 'published', text } })
    expect(await publish(words)).toMatchObject({ code: 'words-hold-personal-data' })
    must(await publish('窗口很耐心'))
    expect(await published()).toMatchObject([{ level: 'satisfied', text: '窗口很耐心' }])
    expect(await publish('窗口很耐心')).toMatchObject({ code: 'words-not-to-publish' })
  })
})

describe('two at once', () => {
  it('rate one case once', async () => {
    const { ratings } = await concluded()
    const call = { params: { id: ratings[0]?.id ?? '' }, input: { level: 'satisfied' as const } }
    const answers = await Promise.all([1, 2, 3].map(() => city.as(owner).rate(call)))
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1)
  })
})

describe('rebuild', () => {
  it('makes the same tables and figures again from the journal', async () => {
    const tables = async () => {
      const rows = await sql`select * from hall.rating order by id`.execute(city.store.db)
      const codes = await sql`select * from hall.code order by digest`.execute(city.store.db)
      const figures = must(await city.as(NOBODY).getPublicRatings({ query: {} }))
      return [rows.rows, codes.rows, figures]
    }
    const before = await tables()
    await sql`update hall.rating set level = 'very-satisfied', excluded = null`.execute(city.store.db)
    await rebuild(city.store.db, city.hall.summaries)
    expect(await tables()).toEqual(before)
  })

  it('opens nothing twice when the subscriber begins again', async () => {
    const count = () => sql<{ n: number }>`select count(*)::int as n from hall.rating`.execute(city.store.db)
    const before = (await count()).rows
    await sql`delete from journal.subscription where name = 'hall.open-ratings'`.execute(city.store.db)
    await city.settle()
    expect((await count()).rows).toEqual(before)
  })
})

describe('figures of an organ', () => {
  it('are handed to other modules, of its own ratings alone', async () => {
    const span = { from: '2026-11-01', to: '2026-11-30' }
    const shown = must(await city.as(NOBODY).getPublicRatings({ query: {} }))
    expect(shown.byMonth.map(({ label }) => label.zh)).toEqual(['2026-11'])
    expect(shown.items.map(({ label }) => label.zh)).toEqual(['风筝放飞许可'])
    expect(shown.organs.map(({ label }) => label.zh)).toEqual(['大连市体育局'])
    const own = await city.hall.countRatings({ ...span, organ: 'sports-bureau' })
    expect(own.rated).toBeGreaterThan(0)
    const opened = async (view: 'all' | 'bad') =>
      must(await city.as(head).listRatings({ query: { ...span, view, counted: true } })).total
    expect([await opened('all'), await opened('bad')]).toEqual([own.rated, own.bad])
    expect(await city.hall.countRatings({ ...span, organ: 'education' })).toMatchObject({
      asked: 0,
      rated: 0,
    })
  })
})
