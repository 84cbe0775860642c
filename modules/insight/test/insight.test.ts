import { isRefusal } from '@mashang/kit'
import { lotOf } from '@mashang/proof'
import { rebuild } from '@mashang/store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CARD_VIEWS } from '../contract/index.ts'
import { aStaffMember, type TestInsight, testInsight } from '../testing/index.ts'
import { dalian } from './city.ts'

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const SUPERVISOR = aStaffMember('data-bureau', ['supervisor'])
const HEAD = aStaffMember('sports-bureau', ['approval-head'])
const STRANGER = aStaffMember('education', ['approval-head'])
let city: TestInsight
let late: string

const at = (day: string) => `2026-11-${day}T02:00:00.000Z`
const RED = { colour: 'red', clock: 'promised', at: at('11'), due: '2026-11-10' } as const

beforeAll(async () => {
  const { calendar, organs } = await dalian()
  city = await testInsight(calendar, organs)
  const accepted = { acceptedAt: at('03'), promisedDue: '2026-11-10', statutoryDue: '2026-12-01' }
  const done = { ...accepted, status: 'granted', steps: aStep('2026-11-03', '2026-11-06') }
  await city.put({ ...done, concludedAt: at('06') })
  late = (await city.put({ ...done, concludedAt: at('13'), cards: [RED] })).id
  await city.put({ ...accepted, status: 'under-review', cards: [RED] })
  await city.put({ ...accepted, promisedDue: '2026-11-24', status: 'under-review' })
  await city.put({ receivedAt: at('24'), organ: 'market-regulation' })
  await city.put({ status: 'withdrawn', concludedAt: at('05'), organ: 'market-regulation' })
  await city.settle()
})
afterAll(() => city.close())

function aStep(from: string, to: string) {
  const instants = { from: `${from}T02:00:00.000Z`, to: `${to}T02:00:00.000Z` }
  return [{ step: 'review', name: { zh: '审查', en: 'Review' }, by: 'handling-officer', ...instants }]
}

function must<T>(answer: T): Exclude<T, { refused: true }> {
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer as Exclude<T, { refused: true }>
}

async function tables() {
  const read = (table: string, order: string) =>
    sql.raw(`select * from insight.${table} order by ${order}`).execute(city.store.db)
  const all = await Promise.all([
    read('"case"', 'id'),
    read('day', 'day, organ, item_code'),
    read('step', 'case_id, place'),
    read('card', 'case_id, colour, clock'),
    read('sample', 'id'),
  ])
  return all.map(({ rows }) => rows)
}

describe('figures', () => {
  it('add up what every case came to', async () => {
    const { total, lines } = must(await city.as(SUPERVISOR).getFigures({ query: { ...YEAR, by: 'organ' } }))
    expect(total).toEqual({
      received: 6,
      accepted: 4,
      concluded: 3,
      granted: 2,
      refused: 0,
      declined: 0,
      notNeeded: 0,
      withdrawn: 1,
      onTime: 1,
      late: 1,
      daysUsed: 3 + 8,
      daysPromised: 5 + 5,
    })
    expect(lines.map(({ label, received }) => [label.zh, received])).toEqual([
      ['大连市体育局', 4],
      ['大连市市场监督管理局', 2],
    ])
    const months = must(await city.as(SUPERVISOR).getFigures({ query: { ...YEAR, by: 'month' } }))
    expect(months.lines.map(({ key }) => key)).toEqual(['2026-11'])
    const items = must(await city.as(SUPERVISOR).getFigures({ query: { ...YEAR, by: 'item' } }))
    expect(items.lines.map(({ label }) => label.en)).toEqual(['Kite-flying permit'])
  })

  it('open their cases, each number as many as it says', async () => {
    const desk = city.as(SUPERVISOR)
    const { total } = must(await desk.getFigures({ query: { ...YEAR, by: 'organ' } }))
    for (const figure of [
      'received',
      'accepted',
      'concluded',
      'granted',
      'withdrawn',
      'onTime',
      'late',
    ] as const) {
      const opened = must(await desk.listFigureCases({ query: { ...YEAR, figure } }))
      expect([figure, opened.total, opened.cases.length]).toEqual([figure, total[figure], total[figure]])
    }
    const board = must(await desk.getBoard({ query: {} }))
    expect(board.total).toEqual({
      receivedToday: 1,
      running: 3,
      dueToday: 1,
      overdue: 1,
      stopped: 0,
      yellow: 0,
      red: 1,
    })
    for (const figure of [
      'receivedToday',
      'running',
      'dueToday',
      'overdue',
      'stopped',
      'yellow',
      'red',
    ] as const) {
      const opened = must(await desk.listFigureCases({ query: { figure } }))
      expect([figure, opened.total]).toEqual([figure, board.total[figure]])
    }
  })

  it('show an office its own organ and nothing of another', async () => {
    const own = must(
      await city.as(HEAD).getFigures({ query: { ...YEAR, organ: 'market-regulation', by: 'organ' } }),
    )
    expect(own.lines.map(({ key }) => key)).toEqual(['sports-bureau'])
    const none = city.as(STRANGER)
    expect(must(await none.getFigures({ query: { ...YEAR, by: 'item' } })).lines).toEqual([])
    expect(must(await none.getBoard({ query: { organ: 'sports-bureau' } })).organs).toEqual([])
    expect(must(await none.listFigureCases({ query: { figure: 'running' } })).total).toBe(0)
    expect(must(await none.listCards({ query: YEAR })).cards).toEqual([])
    expect(must(await none.getStepTimes({ query: YEAR })).steps).toEqual([])
  })

  it('open what a rate and an average are reckoned from: every decided case', async () => {
    const desk = city.as(SUPERVISOR)
    const { lines } = must(await desk.getFigures({ query: { ...YEAR, by: 'organ' } }))
    for (const { key, onTime, late: tardy, daysUsed } of lines) {
      const opened = must(await desk.listFigureCases({ query: { ...YEAR, organ: key, figure: 'decided' } }))
      expect([key, opened.total]).toEqual([key, onTime + tardy])
      expect(opened.cases.reduce((sum, { daysUsed: days = 0 }) => sum + days, 0)).toBe(daysUsed)
    }
  })

  it('open the passes through a step in an office, the longest first', async () => {
    const desk = city.as(SUPERVISOR)
    const { steps } = must(await desk.getStepTimes({ query: YEAR }))
    expect(steps.map(({ organId }) => organId)).toEqual(['sports-bureau'])
    for (const { organId: organ, step, roleId: role, count, days, longest } of steps) {
      const query = { ...YEAR, figure: 'passes', organ, step: step.zh, role } as const
      const opened = must(await desk.listFigureCases({ query }))
      expect([opened.total, opened.cases.length]).toEqual([count, count])
      const passes = opened.cases.map((one) => one.pass?.days ?? Number.NaN)
      expect(passes.reduce((sum, one) => sum + one, 0)).toBe(days)
      expect(passes[0]).toBe(longest)
      const elsewhere = { ...query, organ: 'education' }
      expect(must(await desk.listFigureCases({ query: elsewhere })).total).toBe(0)
    }
    const foreign = { ...YEAR, figure: 'passes', organ: 'sports-bureau', step: '审查' } as const
    expect(must(await city.as(STRANGER).listFigureCases({ query: foreign })).total).toBe(0)
  })

  it('tell how long steps take', async () => {
    const { steps } = must(await city.as(SUPERVISOR).getStepTimes({ query: YEAR }))
    expect(steps).toMatchObject([
      { step: { zh: '审查' }, count: 2, days: 6, longest: 3, role: { en: 'Handling officer' } },
    ])
  })

  it('refuse a time that ends before it begins', async () => {
    const query = { from: '2026-12-01', to: '2026-11-01', by: 'organ' as const }
    expect(await city.as(SUPERVISOR).getFigures({ query })).toMatchObject({ code: 'figures-span-wrong' })
  })

  it('are public by department and month, without a case in them', async () => {
    const { months, lines } = must(await city.as({ kind: 'anonymous' }).getPublicFigures({}))
    expect(months).toHaveLength(12)
    expect(months.at(-1)).toBe('2025-12')
    expect(lines).toMatchObject([
      { month: '2026-11', organ: 'sports-bureau', received: 4, concluded: 2, onTime: 1, late: 1 },
      { month: '2026-11', organ: 'market-regulation', received: 2, concluded: 1, onTime: 0, late: 0 },
    ])
  })
})

describe('the same entry twice', () => {
  it('changes nothing', async () => {
    const before = await tables()
    await sql`delete from journal.subscription where name = 'insight.follow-cases'`.execute(city.store.db)
    await city.settle()
    expect(await tables()).toEqual(before)
  })
})

describe('a sample', () => {
  it('is drawn by the log, inspected case by case, and kept in the journal', async () => {
    const desk = city.as(SUPERVISOR)
    const input = { ...YEAR, size: 2, ofEachOrgan: false }
    const drawn = must(await desk.drawSample({ input, key: 'draw' }))
    expect(drawn).toMatchObject({ population: 3, by: '周监察' })
    const ids = must(await desk.listFigureCases({ query: { ...YEAR, figure: 'concluded' } })).cases.map(
      ({ id }) => id,
    )
    const again = ids.toSorted((one, other) =>
      lotOf(drawn.log.root, one) < lotOf(drawn.log.root, other) ? -1 : 1,
    )
    expect(drawn.cases.map(({ id }) => id)).toEqual(again.slice(0, 2))
    expect(must(await desk.drawSample({ input, key: 'draw' })).id).toBe(drawn.id)

    const params = { id: drawn.id }
    const found = { case: again[0] ?? '', result: 'faults' as const, note: '材料缺少日期' }
    const after = must(await desk.recordInspection({ params, input: found, key: 'found' }))
    expect(after.cases[0]?.inspection).toMatchObject({ result: 'faults', by: '周监察' })
    expect(must(await desk.recordInspection({ params, input: found, key: 'found' })).id).toBe(drawn.id)
    expect(await desk.recordInspection({ params, input: found })).toMatchObject({
      code: 'case-already-inspected',
    })
    const other = { ...found, case: again[2] ?? '' }
    expect(await desk.recordInspection({ params, input: other })).toMatchObject({
      code: 'case-not-in-sample',
    })
    expect(must(await desk.listSamples({})).samples).toEqual([after])
  })

  it('has nothing to draw from where nothing was concluded', async () => {
    const input = { from: '2026-01-01', to: '2026-01-31', size: 5, ofEachOrgan: true }
    expect(await city.as(SUPERVISOR).drawSample({ input })).toMatchObject({ code: 'nothing-to-sample' })
  })
})

describe('a card', () => {
  it('stands in each list that counts it', async () => {
    const desk = city.as(SUPERVISOR)
    const { counts, total } = must(await desk.listCards({ query: YEAR }))
    expect(total).toBe(counts.all)
    for (const view of CARD_VIEWS) {
      const opened = must(await desk.listCards({ query: { ...YEAR, view } }))
      expect([view, opened.total, opened.cards.length]).toEqual([view, counts[view], counts[view]])
    }
    expect(must(await city.as(HEAD).getOffice({})).month).toMatchObject({ cards: counts.all, appealed: 0 })
  })

  it('that is lifted stays to be read and makes its case on time', async () => {
    const desk = city.as(SUPERVISOR)
    const appeal = { grounds: '系统故障', at: at('12'), by: '钱首席' }
    await city.put({ id: late, cards: [{ ...RED, appeal }] })
    await city.settle()
    expect(must(await desk.listCards({ query: YEAR })).counts['to-rule']).toBe(1)
    const ruling = { outcome: 'lifted' as const, reasons: '查证属实', at: at('13'), by: '周监察' }
    await city.put({ id: late, cards: [{ ...RED, appeal, ruling }] })
    await city.settle()
    const { cards, counts } = must(await desk.listCards({ query: { ...YEAR, view: 'lifted' } }))
    expect(cards).toMatchObject([{ caseId: late, ruling: { outcome: 'lifted' }, appeal: { by: '钱首席' } }])
    expect(counts).toMatchObject({
      all: 2,
      red: 2,
      appealed: 1,
      'to-rule': 0,
      upheld: 0,
      lifted: 1,
      standing: 1,
    })
    const { total } = must(await desk.getFigures({ query: { ...YEAR, by: 'organ' } }))
    expect([total.onTime, total.late]).toEqual([2, 0])
  })
})

describe('rebuild', () => {
  it('makes the same tables again from the journal', async () => {
    const before = await tables()
    await sql`update insight.day set received = received + 7`.execute(city.store.db)
    await rebuild(city.store.db, city.insight.summaries)
    expect(await tables()).toEqual(before)
  })
})

describe('the bulletin', () => {
  it('is a PDF of a month that has begun', async () => {
    const desk = city.as(SUPERVISOR)
    expect(must(await desk.getBulletin({ query: { month: '2026-11' } }))).toMatchObject({
      type: 'application/pdf',
    })
    expect(await desk.getBulletin({ query: { month: '2026-12' } })).toMatchObject({ code: 'month-not-begun' })
  })
})

describe('the head’s view of the office', () => {
  it('counts what presses, who has it in hand, and this month beside the same days of the last', async () => {
    const own = aStaffMember('education', ['approval-head'])
    const li = { id: '0193a5c0-0000-7000-8000-00000000f001', name: '李承办' }
    const base = { organ: 'education', acceptedAt: at('16') }
    const open = { ...base, status: 'under-review', holder: 'handling-officer', officer: li }
    await city.put({ ...open, promisedDue: '2026-11-24', receivedAt: at('16') })
    await city.put({ ...open, promisedDue: '2026-11-25', holder: 'approval-head', receivedAt: at('16') })
    await city.put({ ...open, promisedDue: '2026-11-20', receivedAt: at('16') })
    await city.put({ organ: 'education', receivedAt: at('23') })
    for (const day of ['17', '18', '20'])
      await city.put({
        ...base,
        ...{ status: 'granted', promisedDue: '2026-11-30', receivedAt: at('16'), officer: li },
        concludedAt: at(day),
      })
    await city.put({
      ...{ organ: 'education', status: 'granted', officer: li, promisedDue: '2026-10-20' },
      ...{ receivedAt: '2026-10-12T02:00:00.000Z', acceptedAt: '2026-10-12T02:00:00.000Z' },
      concludedAt: '2026-10-15T02:00:00.000Z',
    })
    await city.settle()
    const view = must(await city.as(own).getOffice({}))
    expect(view.organ.id).toBe('education')
    expect(view.tomorrow).toBe('2026-11-25')
    expect(view.now).toMatchObject({
      running: 4,
      dueToday: 1,
      dueTomorrow: 1,
      overdue: 1,
      toDecide: 1,
      followUps: 0,
    })
    expect(view.officers).toEqual([
      { id: li.id, name: '李承办', open: 3, dueSoon: 3, concluded: 3, median: 2 },
      { id: 'none', open: 1, dueSoon: 0, concluded: 0 },
    ])
    expect(view.month).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-24',
      received: 7,
      concluded: 3,
      median: 2,
    })
    expect(view.before).toMatchObject({ from: '2026-10-01', to: '2026-10-24', received: 1, concluded: 1 })
  })

  it('opens the cases of each of its numbers', async () => {
    const own = city.as(aStaffMember('education', ['approval-head']))
    const behind = async (query: Parameters<typeof own.listFigureCases>[0]['query']) =>
      must(await own.listFigureCases({ query })).total
    const view = must(await own.getOffice({}))
    for (const figure of ['running', 'dueToday', 'dueTomorrow', 'overdue', 'toDecide', 'stopped'] as const)
      expect(await behind({ figure }), figure).toBe(view.now[figure])
    for (const { id, open, dueSoon, concluded } of view.officers) {
      expect(await behind({ figure: 'running', officer: id })).toBe(open)
      expect(await behind({ figure: 'dueSoon', officer: id })).toBe(dueSoon)
      const { from, to } = view.month
      expect(await behind({ figure: 'concluded', officer: id, from, to })).toBe(concluded)
    }
    for (const { from, to, ...counted } of [view.month, view.before])
      for (const figure of ['received', 'concluded', 'onTime', 'late'] as const)
        expect(await behind({ figure, from, to }), figure).toBe(counted[figure])
  })

  it('asks hall how the own office was rated, and shows no other office', async () => {
    const rated = must(await city.as(HEAD).getOffice({}))
    expect(rated.organ.id).toBe('sports-bureau')
    expect(rated.month).toMatchObject({ rated: 2, bad: 1, satisfaction: 50 })
    expect(rated.now).toMatchObject({ followUps: 1, followUpsOverdue: 1 })
  })
})
