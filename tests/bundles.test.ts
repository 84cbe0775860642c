import { rebuild } from '@mashang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApplicationView } from '../modules/approvals/contract/index.ts'
import { anUpload, aPdf } from '../modules/approvals/testing/index.ts'
import type { BundleView } from '../modules/bundles/contract/index.ts'
import type { Who } from '../packages/kit/index.ts'

import {
  aDesk,
  aFounder,
  approvals,
  bundles,
  close,
  database,
  fill,
  granted,
  modules,
  openCity,
  owner,
  RESTAURANT,
  SHOP,
  setTime,
  settle,
} from './bundle-city.ts'

beforeAll(openCity)
afterAll(() => close())

async function start(bundle: string, circumstances: object, who: Who = owner): Promise<BundleView> {
  return granted(
    await bundles(who).startBundle({ params: { bundle }, input: { circumstances: { ...circumstances } } }),
  )
}

async function decide(view: BundleView, part: string, outcome: 'grant' | 'refuse' = 'grant'): Promise<void> {
  const one = view.parts.find(({ id }) => id === part)
  const params = { id: one?.application?.id ?? '' }
  const desk = aDesk(one?.item ?? '')
  const before = granted(await desk.getCase({ params }))
  let now: ApplicationView = before
  if (before.actions.includes('acceptApplication'))
    now = granted(await desk.acceptApplication({ params, input: { expected: before.revision } }))
  while (now.actions.includes('concludeStep')) {
    const done = { expected: now.revision, passed: true, findings: '齐全', with: ['钱协查'] }
    now = granted(await desk.concludeStep({ params, input: done }))
  }
  const reasons = outcome === 'grant' ? '' : '不符合设置条件。'
  granted(await desk.decideApplication({ params, input: { expected: now.revision, outcome, reasons } }))
}

const statesOf = ({ parts }: BundleView) => Object.fromEntries(parts.map(({ id, state }) => [id, state]))
const mine = async (id: string) => granted(await bundles(owner).getBundle({ params: { id } }))

describe('opening a restaurant', () => {
  let id: string

  it('says what the circumstances call for, and how much is asked once', async () => {
    const guide = granted(
      await bundles({ kind: 'anonymous' }).describeBundle({
        params: { bundle: 'open-restaurant' },
        input: { circumstances: RESTAURANT },
      }),
    )
    expect(guide.parts.filter(({ needed }) => needed).map((part) => part.id)).toEqual([
      'food',
      'sewer',
      'tobacco',
    ])
    expect(guide).toMatchObject({ days: 8, daysOneByOne: 21, errors: [] })
    expect(guide.questions.asked).toBeLessThan(guide.questions.oneByOne)
    expect(guide.materials.asked.length).toBeLessThan(guide.materials.oneByOne)
  })

  it('asks each question once, and none that is plain from the circumstance', async () => {
    id = (await start('open-restaurant', RESTAURANT)).id
    const sheet = granted(await bundles(owner).getBundleSheet({ params: { id, sheet: 'main' } }))
    const labels = sheet.questions.map(({ field }) => field.label.zh)
    expect(new Set(labels).size).toBe(labels.length)
    expect(sheet.answers).toMatchObject({ 'business-name': SHOP.name, uscc: SHOP.uscc })
    expect(labels).not.toContain('主体业态')
    expect(sheet.materials.filter(({ items }) => items.length === 3)).toHaveLength(1)
  })

  it('submits nothing while anything lacks, and then goes to all offices at once', async () => {
    const me = bundles(owner)
    const input = { consents: [] }
    expect(await me.submitBundle({ params: { id }, input })).toMatchObject({ code: 'bundle-lacks' })
    expect(granted(await approvals(owner).listMyApplications({})).applications).toEqual([])
    await fill(id)
    const view = granted(await me.submitBundle({ params: { id }, input, key: 'at-once' }))
    expect(statesOf(view)).toEqual({ food: 'running', sewer: 'running', tobacco: 'running' })
    granted(await me.submitBundle({ params: { id }, input, key: 'at-once' }))
    await settle()
    expect(granted(await approvals(owner).listMyApplications({})).applications).toHaveLength(3)
    expect(await me.dropBundle({ params: { id }, input: {} })).toMatchObject({ code: 'bundle-submitted' })
  })

  it('aCorrectionIsMadeOnceForAllThatAsk', async () => {
    const before = await mine(id)
    for (const part of ['food', 'sewer']) {
      const one = before.parts.find((found) => found.id === part)
      const points = [{ target: 'materials.business-licence', what: '照片不清楚，请重新上传。' }]
      granted(
        await aDesk(one?.item ?? '').requestCorrection({
          params: { id: one?.application?.id ?? '' },
          input: { expected: 1, points, note: '' },
        }),
      )
    }
    expect(await mine(id)).toMatchObject({ status: 'waiting' })
    const params = { id, sheet: 'correction' as const }
    const me = bundles(owner)
    const sheet = granted(await me.getBundleSheet({ params }))
    expect(sheet.materials.map(({ key }) => key)).toEqual(['business-licence'])
    expect(sheet.questions).toEqual([])
    expect(sheet.notes).toHaveLength(2)
    expect(await me.correctBundle({ params: { id }, input: {} })).toMatchObject({ code: 'bundle-lacks' })
    const upload = anUpload('营业执照.pdf', aPdf('clear'))
    granted(await me.addBundleFile({ params: { ...params, material: 'business-licence' }, upload }))
    const corrected = granted(await me.correctBundle({ params: { id }, input: {} }))
    expect(statesOf(corrected)).toEqual({ food: 'running', sewer: 'running', tobacco: 'running' })
    expect(await me.correctBundle({ params: { id }, input: {} })).toMatchObject({
      code: 'nothing-to-correct',
    })
  })

  it('lets the others go on where one is refused, and says so with rights', async () => {
    await decide(await mine(id), 'tobacco', 'refuse')
    await decide(await mine(id), 'food')
    await settle()
    const under = await mine(id)
    expect(statesOf(under)).toEqual({ food: 'done', sewer: 'running', tobacco: 'failed' })
    expect(under.parts.find((part) => part.id === 'tobacco')?.refusal?.rights?.zh).toContain('复议')
    await decide(under, 'sewer')
    await settle()
    const over = await mine(id)
    expect(over).toMatchObject({ status: 'partly-done', actions: ['submitBundle'] })
    expect(over.sentence.zh).toContain('1 项没有通过')
    expect(over.parts.filter(({ licence }) => licence).map((part) => part.id)).toEqual(['food', 'sewer'])
  })

  it('stands in summaries and public figures as the journal says, made again from it alone', async () => {
    const read = async () => granted(await bundles({ kind: 'anonymous' }).countBundles({}))
    const before = await read()
    expect(before.bundles).toMatchObject([{ id: 'open-restaurant', done: 1, licences: 2, days: 0 }])
    await rebuild(database, modules.bundles.summaries)
    expect(await read()).toEqual(before)
  })
})

describe('opening an internet café', () => {
  let id: string

  it('orders what waits for another office, and hands it on with the licence that came first', async () => {
    id = (await start('open-internet-cafe', { registered: true, drinks: true })).id
    const params = { id, sheet: 'main' as const }
    const sheet = granted(await bundles(owner).getBundleSheet({ params }))
    expect(sheet.results).toMatchObject([{ for: { zh: '互联网上网服务营业场所经营许可' } }])
    expect(sheet.materials.map(({ material }) => material.id)).not.toContain('fire-permit')
    await fill(id)
    granted(await bundles(owner).submitBundle({ params: { id }, input: { consents: [] } }))
    expect(statesOf(await mine(id))).toEqual({ fire: 'running', cafe: 'ordered', food: 'running' })
    await decide(await mine(id), 'fire')
    await settle()
    const after = await mine(id)
    expect(statesOf(after)).toEqual({ fire: 'done', cafe: 'running', food: 'running' })
    const cafe = after.parts.find((part) => part.id === 'cafe')?.application?.id ?? ''
    const { materials } = granted(await approvals(owner).getApplication({ params: { id: cafe } }))
    expect(materials.find((one) => one.id === 'fire-permit')).toMatchObject({ trust: 'A' })
  })

  it('is seen by the offices it concerns without whose it is, and is late by name', async () => {
    const { parts } = await mine(id)
    setTime(new Date('2027-01-15T02:00:00.000Z'))
    const officer: Who = {
      kind: 'staff',
      id: 'fire-officer',
      name: '赵消防',
      organ: 'fire-rescue',
      roles: ['handling-officer'],
      session: 's',
    }
    const fire = parts.find((part) => part.id === 'fire')?.application?.id ?? ''
    const { bundle } = granted(await bundles(officer).findBundleOfCase({ params: { id: fire } }))
    expect(bundle?.parts.map((part) => [part.id, part.state])).toEqual([
      ['fire', 'done'],
      ['cafe', 'running'],
      ['food', 'running'],
    ])
    expect(JSON.stringify(bundle)).not.toContain('王小明')
    expect(bundle?.parts.filter(({ application }) => application).map((part) => part.id)).toEqual(['fire'])
    const listed = granted(await bundles(officer).listBundlesAtDesk({ query: { only: 'late' } })).bundles
    expect(listed[0]?.late.map(({ zh }) => zh)).toContain('食品经营许可（新办）')
    const stranger: Who = { ...officer, organ: 'education' }
    expect(granted(await bundles(stranger).findBundleOfCase({ params: { id: fire } }))).toEqual({})
    expect(await bundles(stranger).getBundleAtDesk({ params: { id } })).toMatchObject({
      code: 'bundle-case-not-found',
    })
  })
})

describe('what is not there yet', () => {
  it('whatIsFoundedIsAskedOnceItIsThere: the company first, the rest in its name', async () => {
    const who = await aFounder()
    const { id } = await start(
      'open-bookshop',
      { registered: false, area: 90, coffee: false, sign: false },
      who,
    )
    const params = { id, sheet: 'main' as const }
    const first = granted(await bundles(who).getBundleSheet({ params }))
    expect(first.items.map(({ id: part, state }) => [part, state])).toEqual([
      ['registration', 'now'],
      ['books', 'later'],
    ])
    await fill(id, who)
    granted(await bundles(who).submitBundle({ params: { id }, input: { consents: [] } }))
    const view = granted(await bundles(who).getBundle({ params: { id } }))
    expect(statesOf(view)).toEqual({ registration: 'running', books: 'later' })
    await decide(view, 'registration')
    await settle()
    const then = granted(await bundles(who).getBundleSheet({ params }))
    expect(then.items.map(({ state }) => state)).toEqual(['applied', 'now'])
    expect(then.answers).toMatchObject({ premises: { detail: '唐山街 1 号 1 层' } })
    expect(granted(await bundles(who).getBundle({ params: { id } })).status).toBe('waiting')
  })

  it('is dropped by its owner alone while nothing was submitted', async () => {
    const { id } = await start('open-restaurant', RESTAURANT)
    const stranger = await aFounder()
    const input = {}
    expect(await bundles(stranger).dropBundle({ params: { id }, input })).toMatchObject({
      code: 'bundle-case-not-found',
    })
    expect(granted(await bundles(owner).dropBundle({ params: { id }, input }))).toMatchObject({
      status: 'dropped',
      actions: [],
    })
    expect(await bundles(owner).getBundleSheet({ params: { id, sheet: 'main' } })).toMatchObject({
      code: 'bundle-dropped',
    })
  })
})
