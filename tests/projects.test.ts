/** Projects and approvals together, as the server composes them: one sheet for a stage, applications side by side. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createModules, MIGRATIONS, type Modules, readConfig } from '@mashang/server'
import { createLog, deliverAll, loadLogKey, openStore } from '@mashang/store'
import { testDatabase } from '@mashang/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLogger } from '../apps/server/index.ts'
import type { ApplicationView, approvalsEndpoints } from '../modules/approvals/contract/index.ts'
import { datedValues } from '../modules/approvals/index.ts'
import { anUpload, aPdf } from '../modules/approvals/testing/index.ts'
import type { projectsEndpoints } from '../modules/projects/contract/index.ts'
import { A_BUILDER, FACTS, granted } from '../modules/projects/testing/index.ts'
import { type Client, idCardOf, legalDayOf, type StaffRole, type Who } from '../packages/kit/index.ts'
import { clientAs } from '../packages/kit/testing/index.ts'

let modules: Modules
let close: () => Promise<void>
let settle: () => Promise<void>
let at = new Date('2026-11-23T02:00:00.000Z')
let owner: Who
let project: string

beforeAll(async () => {
  const database = await testDatabase({ migrations: MIGRATIONS })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-projects-'))
  const store = await openStore({ dataFolder: folder, databaseUrl: database.url, migrations: MIGRATIONS })
  const config = readConfig({ DATA: folder, DEMO: 'true', DATABASE_URL: database.url })
  const log = createLogger('silent')
  const publicLog = createLog({
    db: store.db,
    key: await loadLogKey({ folder, origin: 'projects.test/log' }),
  })
  modules = await createModules({ config, store, publicLog, log, clock: { now: () => at } })
  settle = async () => {
    await publicLog.sequencer.sequence()
    await deliverAll(store.db, modules.subscribers)
    await publicLog.sequencer.sequence()
  }
  close = async () => {
    await modules.close()
    await store.close()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
  owner = await aBuilder()
  const registered = await projects(owner).registerProject({ input: { owner: A_BUILDER.uscc, facts: FACTS } })
  project = granted(registered).id
})
afterAll(() => close())

const projects = (who: Who): Client<typeof projectsEndpoints> => clientAs(modules.projects.handlers, who)
const approvals = (who: Who): Client<typeof approvalsEndpoints> => clientAs(modules.approvals.handlers, who)

async function aBuilder(): Promise<Who> {
  const visitor = clientAs(modules.identity.handlers, { kind: 'anonymous' })
  const phone = '13800000009'
  granted(await visitor.sendCode({ input: { phone, purpose: 'sign-up' } }))
  const [message] = granted(await visitor.listDemoMessages({})).messages
  const code = /\d{6}/.exec(message?.text ?? '')?.[0] ?? ''
  const idCard = idCardOf('21020219880307102')
  const person = { phone, code, name: '王小明', idCard, password: 'Mashang-2026' }
  const me = granted(await visitor.signUp({ input: person }))
  const who: Who = { kind: 'citizen', id: me.id, name: '王小明', session: 's' }
  granted(await clientAs(modules.identity.handlers, who).addEnterprise({ input: A_BUILDER }))
  return who
}

/** What the examples of the items of a stage answer. */
function examplesFor(codes: readonly string[]): Record<string, unknown> {
  return Object.assign(
    {},
    ...modules.profile.items
      .filter(({ item }) => codes.includes(item.code))
      .map(({ item }) => datedValues(item.examples?.[0]?.given ?? {}, legalDayOf(at))),
  )
}

async function fill(stage: string, id = project): Promise<void> {
  const params = { id, stage }
  const me = projects(owner)
  const sheet = granted(await me.getSheet({ params }))
  const answers: Record<string, unknown> = {
    ...examplesFor(sheet.items.map(({ code }) => code)),
    ...sheet.answers,
  }
  const begun = granted(await me.saveSheet({ params, input: { answers } }))
  // Two items may ask under one id for different things; the second one has a name of its own here.
  for (const { field, error } of begun.questions)
    if (error) answers[field.id] = field.options?.[0]?.value ?? field.example
  const filled = granted(await me.saveSheet({ params, input: { answers } }))
  for (const { key, missing } of filled.materials)
    if (missing)
      granted(
        await me.addSheetFile({
          params: { ...params, material: key },
          upload: anUpload(`${key}.pdf`, aPdf(key)),
        }),
      )
}

const ROLES: readonly StaffRole[] = ['window-clerk', 'handling-officer', 'inspector', 'approval-head']
const officer = (organ: string): Who => ({
  ...{ kind: 'staff', id: `d-${organ}`, name: '李承办', organ, roles: ROLES, session: 's' },
})

/** Takes an application through its steps to the grant. */
async function grant(id: string, organ: string): Promise<void> {
  const desk = approvals(officer(organ))
  const params = { id }
  let view: ApplicationView = granted(await desk.acceptApplication({ params, input: { expected: 1 } }))
  while (view.actions.includes('concludeStep')) {
    const done = { expected: view.revision, passed: true, findings: '齐全', with: ['钱协查'] }
    view = granted(await desk.concludeStep({ params, input: done }))
  }
  const decision = { expected: view.revision, outcome: 'grant' as const, reasons: '' }
  granted(await desk.decideApplication({ params, input: decision }))
}

describe('a stage of a project', () => {
  it('asks each question and each material once, and answers what is known', async () => {
    const sheet = granted(await projects(owner).getSheet({ params: { id: project, stage: 'land' } }))
    expect(sheet.items.map(({ id, state }) => [id, state])).toEqual([
      ['filing', 'open'],
      ['land-permit', 'waiting'],
      ['environment', 'open'],
      ['soil', 'open'],
    ])
    const keys = sheet.questions.map(({ field }) => field.id)
    expect(new Set(keys).size).toBe(keys.length)
    expect(sheet.answers).toMatchObject({
      'business-name': A_BUILDER.name,
      uscc: A_BUILDER.uscc,
      'project-code': sheet.project.code,
      project: FACTS.name,
    })
    const names = sheet.materials.map(({ material }) => material.name.zh)
    expect(new Set(names).size).toBe(names.length)
    expect(sheet.lacks).toBeGreaterThan(0)
  })

  it('submits nothing while anything lacks, and then all that is open, side by side', async () => {
    const params = { id: project, stage: 'land' }
    const me = projects(owner)
    expect(await me.submitStage({ params, input: {} })).toMatchObject({
      code: 'stage-lacks',
      rule: 'stageIsSubmittedWhole',
    })
    expect(granted(await approvals(owner).listMyApplications({})).applications).toEqual([])
    await fill('land')
    const key = 'submit-land'
    const { submitted } = granted(await me.submitStage({ params, input: {}, key }))
    expect(submitted.map(({ item }) => item)).toEqual([
      '2102-FG-QT-0002',
      '2102-HB-XK-0002',
      '2102-SW-XK-0003',
    ])
    const view = granted(await me.getProject({ params: { id: project } }))
    expect(view).toMatchObject({ status: 'under-way', stage: 'land' })
    expect(view.stages[0]?.items.map(({ state }) => state)).toEqual([
      'running',
      'ahead',
      'running',
      'running',
    ])
    expect(view.actions).not.toContain('withdrawProject')
  })

  it('is followed: each application once, its end, and what may come after it', async () => {
    await settle()
    await settle()
    const me = projects(owner)
    const params = { id: project }
    const before = granted(await me.getProject({ params }))
    expect(before.journal.filter(({ title }) => title.zh === '提交申请')).toHaveLength(3)
    const filing = before.stages[0]?.items.find(({ id }) => id === 'filing')?.application
    await grant(filing?.id ?? '', 'development-reform')
    await settle()
    const after = granted(await me.getProject({ params }))
    expect(after.stages[0]?.items[0]).toMatchObject({ id: 'filing', state: 'done', late: 0 })
    const sheet = granted(await me.getSheet({ params: { id: project, stage: 'land' } }))
    expect(sheet.items.map(({ state }) => state)).toEqual(['applied', 'open', 'applied', 'applied'])
  })

  it('says what is late and why when days have passed', async () => {
    at = new Date('2026-12-10T02:00:00.000Z')
    const view = granted(await projects(owner).getProject({ params: { id: project } }))
    const soil = view.stages[0]?.items.find(({ id }) => id === 'soil')
    expect(soil?.late).toBeGreaterThan(0)
    expect(soil?.why.map(({ cause }) => cause)).toEqual(['intake'])
  })
})

describe('an application for a project', () => {
  it('is not accepted with a code that nobody registered', async () => {
    const item = modules.profile.items.find(({ item }) => item.code === '2102-ZJ-XK-0001')?.item
    const form = datedValues(item?.examples?.[0]?.given ?? {}, legalDayOf(at))
    const input = {
      item: item?.code ?? '',
      applicant: { kind: 'enterprise' as const, uscc: A_BUILDER.uscc },
      form: { ...form, 'project-code': '2411-130202-89-01-637015' },
      materials: [],
    }
    expect(await approvals(owner).submitApplication({ input })).toMatchObject({
      code: 'project-code-not-registered',
      rule: 'applicationNeedsARegisteredProject',
      fields: [{ path: 'form.project-code' }],
    })
    const mine = granted(await projects(owner).getProject({ params: { id: project } })).code
    const answer = await approvals(owner).submitApplication({
      input: { ...input, form: { ...input.form, 'project-code': mine } },
    })
    expect(answer).toMatchObject({ code: 'materials-missing' })
  })
})

const NOBODY: Who = { kind: 'anonymous' }

async function register(facts: object = {}): Promise<{ id: string }> {
  const input = { owner: A_BUILDER.uscc, facts: { ...FACTS, ...facts } }
  return { id: granted(await projects(owner).registerProject({ input })).id }
}

/** All offices agree with the drawings; the joint opinion is issued. */
async function passDrawings(params: { id: string }) {
  const me = projects(owner)
  granted(await me.addDrawing({ params, upload: anUpload('图.pdf', aPdf(params.id)) }))
  const { offices } = granted(await me.giveDrawings({ params, input: { note: '' } }))
  const input = { opinion: '同意', comments: [], settled: [] }
  for (const { organ } of offices) {
    at = new Date(at.getTime() + 1000)
    granted(await projects(officer(organ.id)).reviewDrawings({ params, input }))
  }
  await settle()
  const { document } = granted(await me.getDrawings({ params }))
  if (!document) throw new Error('no joint opinion was issued')
  return document
}

async function bytesOf(stream: { readonly body: AsyncIterable<Uint8Array> }): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of stream.body) parts.push(part)
  return Buffer.concat(parts)
}

describe('the joint opinion on the drawings', () => {
  it('is asked of nobody again: it is in the application that is submitted, and the office opens it there', async () => {
    const { id } = await register({ name: '出过意见书的厂房' })
    const me = projects(owner)
    const document = await passDrawings({ id })
    const opened = granted(await me.openProjectDocument({ params: { id, document: document.id } })) as {
      readonly body: AsyncIterable<Uint8Array>
    }
    const opinion = await bytesOf(opened)
    const params = { id, stage: 'building' }
    await fill('building', id)
    const sheet = granted(await me.getSheet({ params }))
    const served = sheet.materials.filter(({ key }) => sheet.served.includes(key))
    expect(served.map(({ material }) => material.name.zh)).toEqual(['施工图设计文件审查合格书'])
    const { submitted } = granted(await me.submitStage({ params, input: {} }))
    const quality = submitted.find(({ item }) => item === '2102-ZJ-QT-0002')
    const application = { id: quality?.id ?? '' }
    const desk = approvals(officer('housing-construction'))
    const { materials } = granted(await desk.getApplication({ params: application }))
    const file = materials.find((one) => one.id === 'drawing-certificate')?.files[0]
    expect(file?.name).toBe(`${document.number}.pdf`)
    const atDesk = granted(await desk.openFile({ params: { ...application, digest: file?.digest ?? '' } }))
    expect(await bytesOf(atDesk as { readonly body: AsyncIterable<Uint8Array> })).toEqual(opinion)
  })
})

describe('一次告知: what the list left out', () => {
  it('is counted when a correction asks for it, once, and what stood on it is not', async () => {
    const { id } = await register({ name: '要砍树的厂房' })
    const me = projects(owner)
    const params = { id }
    const input = {
      account: 'fudao',
      name: '沈自然',
      organ: 'natural-resources',
      roles: ROLES,
      password: 'Mashang-2026',
    }
    const member = granted(await modules.identity.addStaff(input, { kind: 'system', id: 'test', name: '' }))
    const guide: Who = { ...officer('natural-resources'), id: member.id } as Who
    granted(await me.requestGuidance({ params, input: { question: '' } }))
    granted(await projects(guide).assignAssistant({ params, input: { assistant: member.id, phone: '' } }))
    const { list } = granted(await projects(guide).giveList({ params, input: { note: '' } }))
    const listed = list?.materials.map(({ name }) => name.zh) ?? []
    expect(listed).not.toContain('树木现状照片')
    const { id: felling } = granted(await applyToFell(granted(await me.getProject({ params })).code ?? ''))
    await settle()
    const desk = approvals(officer('urban-management'))
    const points = [
      { target: 'materials.photos', what: '补拍编号' },
      { target: 'form.species', what: '写明胸径' },
    ]
    granted(await desk.requestCorrection({ params: { id: felling }, input: { expected: 1, points } }))
    await settle()
    await settle()
    const { later } = granted(await me.getGuidance({ params }))
    expect(later).toMatchObject([
      { material: '树木现状照片', reason: '补拍编号', organ: { id: 'urban-management' } },
    ])
    expect(later[0]?.number).toMatch(/^\d{6}-/)
  })
})

/** An application that the project's facts do not call for; with its code it belongs to the project all the same. */
async function applyToFell(code: string) {
  const me = approvals(owner)
  const item = modules.profile.items.find(({ item }) => item.code === '2102-CG-XK-0003')?.item
  const form = datedValues(item?.examples?.[0]?.given ?? {}, legalDayOf(at))
  const materials = []
  for (const { id } of item?.materials ?? []) {
    const upload = anUpload(`${id}.pdf`, aPdf(id))
    materials.push({ material: id, files: [granted(await me.uploadFile({ upload }))] })
  }
  return me.submitApplication({
    input: {
      item: item?.code ?? '',
      applicant: { kind: 'enterprise', uscc: A_BUILDER.uscc },
      form: { ...form, reason: 'building', 'project-code': code },
      materials,
    },
  })
}

describe('documents of a project', () => {
  it('are verified by anyone, by the code and by the file', async () => {
    const params = await register({ name: '公开核验的厂房' })
    const { id: document, code, number } = await passDrawings(params)
    const anyone = approvals(NOBODY)
    const found = granted(await anyone.verifyDocument({ params: { code } }))
    expect(found).toMatchObject({ number, status: 'valid', organ: { id: 'housing-construction' } })
    expect(found.shows).toContainEqual({ label: '项目名称', text: '公开核验的厂房' })
    expect(found.log?.digest).toMatch(/^[0-9a-f]{64}$/)
    const opened = granted(await projects(owner).openProjectDocument({ params: { ...params, document } }))
    const pdf = await bytesOf(opened as { readonly body: AsyncIterable<Uint8Array> })
    const byFile = granted(await anyone.verifyFile({ upload: anUpload('意见书.pdf', pdf) }))
    expect(byFile).toMatchObject({ signature: 'valid', issued: { code, number } })
  })

  it('of a secret project are genuine to nobody outside, not even by their name', async () => {
    const params = await register({ name: '不可核验的工程', secret: true })
    const { id: document, code } = await passDrawings(params)
    const anyone = approvals(NOBODY)
    expect(await anyone.verifyDocument({ params: { code } })).toMatchObject({ code: 'nothing-to-verify' })
    const opened = granted(await projects(owner).openProjectDocument({ params: { ...params, document } }))
    const pdf = await bytesOf(opened as { readonly body: AsyncIterable<Uint8Array> })
    const byFile = granted(await anyone.verifyFile({ upload: anUpload('意见书.pdf', pdf) }))
    expect(byFile.issued).toBeUndefined()
    expect(JSON.stringify(byFile)).not.toContain('不可核验')
  })
})
