/** Bundles and approvals together, as the server composes them: one form, several offices, one result. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createModules, MIGRATIONS, type Modules, readConfig } from '@mashang/server'
import { createLog, deliverAll, loadLogKey, openStore, rebuild } from '@mashang/store'
import { testDatabase } from '@mashang/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLogger } from '../apps/server/index.ts'
import type { ApplicationView, approvalsEndpoints } from '../modules/approvals/contract/index.ts'
import { datedValues } from '../modules/approvals/index.ts'
import { anUpload, aPdf } from '../modules/approvals/testing/index.ts'
import type { BundleView, bundlesEndpoints } from '../modules/bundles/contract/index.ts'
import {
  type Client,
  idCardOf,
  isRefusal,
  legalDayOf,
  type Refusal,
  type StaffRole,
  type Who,
} from '../packages/kit/index.ts'
import { clientAs } from '../packages/kit/testing/index.ts'

const SHOP = { uscc: '91350100M000100Y43', name: '大连海味小馆餐饮有限公司' }
const RESTAURANT = { registered: true, area: 120, tobacco: true, sign: false }

let modules: Modules
let close: () => Promise<void>
let settle: () => Promise<void>
let database: Awaited<ReturnType<typeof openStore>>['db']
let at = new Date('2026-11-23T02:00:00.000Z')
let owner: Who
let people = 0

beforeAll(async () => {
  const test = await testDatabase({ migrations: MIGRATIONS })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-bundles-'))
  const store = await openStore({ dataFolder: folder, databaseUrl: test.url, migrations: MIGRATIONS })
  const config = readConfig({ DATA: folder, DEMO: 'true', DATABASE_URL: test.url })
  const log = createLogger('silent')
  const key = await loadLogKey({ folder, origin: 'bundles.test/log' })
  const publicLog = createLog({ db: store.db, key })
  database = store.db
  modules = await createModules({ config, store, publicLog, log, clock: { now: () => at } })
  settle = async () => {
    for (let round = 0; round < 3; round++) {
      await publicLog.sequencer.sequence()
      await deliverAll(store.db, modules.subscribers)
    }
  }
  close = async () => {
    await modules.close()
    await store.close()
    await test.drop()
    await rm(folder, { recursive: true, force: true })
  }
  owner = await aFounder()
})
afterAll(() => close())

const bundles = (who: Who): Client<typeof bundlesEndpoints> => clientAs(modules.bundles.handlers, who)
const approvals = (who: Who): Client<typeof approvalsEndpoints> => clientAs(modules.approvals.handlers, who)

function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

async function aFounder(): Promise<Who> {
  const visitor = clientAs(modules.identity.handlers, { kind: 'anonymous' })
  people += 1
  const phone = `1380000002${people}`
  granted(await visitor.sendCode({ input: { phone, purpose: 'sign-up' } }))
  const [message] = granted(await visitor.listDemoMessages({})).messages
  const code = /\d{6}/.exec(message?.text ?? '')?.[0] ?? ''
  const idCard = idCardOf(`2102021988030710${people}`)
  const person = { phone, code, name: '王小明', idCard, password: 'Mashang-2026' }
  const me = granted(await visitor.signUp({ input: person }))
  const who: Who = { kind: 'citizen', id: me.id, name: '王小明', session: 's' }
  granted(await clientAs(modules.identity.handlers, who).addEnterprise({ input: SHOP }))
  return who
}

function aDesk(code: string) {
  const organ = modules.profile.items.find(({ item }) => item.code === code)?.item.organ ?? ''
  const roles: StaffRole[] = ['window-clerk', 'handling-officer', 'inspector', 'approval-head']
  return approvals({ kind: 'staff', id: `desk-${organ}`, name: '李承办', organ, roles, session: 's' })
}

/** Fills in everything by the items' own examples, and uploads what is missing. */
async function fill(id: string, who: Who = owner): Promise<void> {
  const me = bundles(who)
  const params = { id, sheet: 'main' as const }
  const sheet = granted(await me.getBundleSheet({ params }))
  const codes = sheet.items.map(({ code }) => code)
  const examples = modules.profile.items
    .filter(({ item }) => codes.includes(item.code))
    .map(({ item }) => datedValues(item.examples?.[0]?.given ?? {}, legalDayOf(at)))
  const answers: Record<string, unknown> = {
    ...Object.assign({}, ...examples),
    premises: { region: '210203011003', detail: '唐山街 1 号 1 层' },
    responsible: '王小海',
    ...sheet.answers,
  }
  const keys = sheet.questions.map(({ field }) => field.id)
  for (const key of Object.keys(answers)) if (!keys.includes(key)) delete answers[key]
  const begun = granted(await me.saveBundleSheet({ params, input: { answers } }))
  for (const { field, error } of begun.questions)
    if (error) answers[field.id] = field.options?.[0]?.value ?? field.example
  const filled = granted(await me.saveBundleSheet({ params, input: { answers } }))
  for (const { key, missing } of filled.materials)
    if (missing)
      granted(
        await me.addBundleFile({
          params: { ...params, material: key },
          upload: anUpload(`${key}.pdf`, aPdf(key)),
        }),
      )
}

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
    at = new Date('2027-01-15T02:00:00.000Z')
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

describe('a bundle at a window', () => {
  const clerk: Who = {
    kind: 'staff',
    id: 'clerk-1',
    name: '窗口李',
    organ: 'data-bureau',
    roles: ['window-clerk'],
    session: 's',
  }
  const other: Who = { ...clerk, id: 'clerk-2', name: '窗口周' }

  it('is filled in by the clerk, with originals seen, and is its applicant’s to go on with', async () => {
    const walkIn = await aFounder()
    const desk = bundles(clerk)
    const input = {
      bundle: 'open-hr-firm',
      person: walkIn.kind === 'citizen' ? walkIn.id : '',
      circumstances: { registered: true, dispatch: false, abroad: false },
      applicant: SHOP.uscc,
    }
    const { id } = granted(await desk.openBundleAtWindow({ input, key: 'open-at-window' }))
    expect(granted(await desk.openBundleAtWindow({ input, key: 'open-at-window' })).id).toBe(id)
    expect(granted(await desk.listBundlesAtWindow({})).bundles.map((row) => row.id)).toEqual([id])
    expect(granted(await bundles(other).listBundlesAtWindow({})).bundles).toEqual([])
    const params = { id }
    expect(await bundles(other).getWindowSheet({ params })).toMatchObject({ code: 'bundle-case-not-found' })

    const filledIn = granted(await desk.getWindowSheet({ params }))
    expect(filledIn.sheet.applicant).toBe(SHOP.uscc)
    expect(filledIn.signedOnPaper.map(({ zh }) => zh)).toEqual(['人力资源服务许可'])
    await fill(id, walkIn)
    const { sheet } = granted(await desk.getWindowSheet({ params }))
    const [first, second] = sheet.materials.filter(({ files }) => files.length > 0)
    if (!first || !second) throw new Error('two materials were given')
    const seen = { params: { id, material: first.key }, input: { is: true } }
    expect(await bundles(other).markWindowMaterial(seen)).toMatchObject({ code: 'bundle-case-not-found' })
    granted(await desk.markWindowMaterial(seen))
    const looked = granted(await desk.markWindowMaterial({ ...seen, params: { id, material: second.key } }))
    expect(looked.seen.map(({ key }) => key).toSorted()).toEqual([first.key, second.key].toSorted())
    const added = granted(
      await desk.addWindowFile({
        params: { id, material: second.key },
        upload: anUpload('后来.pdf', aPdf('later')),
      }),
    )
    expect(added.seen.map(({ key }) => key)).toEqual([first.key])

    const taken = granted(
      await desk.submitAtWindow({
        params,
        input: { consents: sheet.held.map(({ key }) => key) },
        key: 'take-it-in',
      }),
    )
    const [part] = taken.parts
    expect(part).toMatchObject({ state: 'running', application: { number: expect.any(String) } })
    const found = granted(
      await approvals(walkIn).getApplication({ params: { id: part?.application?.id ?? '' } }),
    )
    expect(found.channel).toBe('window')
    const trusts = found.materials.filter(({ files }) => files.length > 0).map(({ trust }) => trust)
    expect(trusts).toContain('B')
    expect(trusts).toContain('C')
    expect(granted(await bundles(walkIn).listMyBundles({})).bundles.map((row) => row.id)).toEqual([id])
    expect(granted(await desk.listBundlesAtWindow({})).bundles).toEqual([])
    // What was submitted is the applicant's alone to go on with.
    expect(await desk.saveWindowSheet({ params, input: { answers: {} } })).toMatchObject({
      code: 'bundle-case-not-found',
    })
    expect(granted(await desk.getBundleAtDesk({ params })).owner).toMatchObject({
      name: '王小明',
      masked: false,
    })
    expect(await bundles(other).getBundleAtDesk({ params })).toMatchObject({ code: 'bundle-case-not-found' })
  })

  it('that was begun there is gone on with at home', async () => {
    const walkIn = await aFounder()
    const input = {
      bundle: 'open-restaurant',
      person: walkIn.kind === 'citizen' ? walkIn.id : '',
      circumstances: RESTAURANT,
    }
    const { id } = granted(await bundles(clerk).openBundleAtWindow({ input }))
    await fill(id, walkIn)
    const sheet = granted(await bundles(walkIn).getBundleSheet({ params: { id, sheet: 'main' } }))
    const consents = sheet.held.map(({ key }) => key)
    const view = granted(await bundles(walkIn).submitBundle({ params: { id }, input: { consents } }))
    const [part] = view.parts
    const found = granted(
      await approvals(walkIn).getApplication({ params: { id: part?.application?.id ?? '' } }),
    )
    expect(found.channel).toBe('online')
    expect(await bundles(clerk).dropAtWindow({ params: { id }, input: {} })).toMatchObject({
      code: 'bundle-submitted',
    })
  })
})
