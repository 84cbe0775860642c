import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDoor, type Door, type Entrance, mount } from '../apps/server/door.ts'
import { TABLES } from '../apps/server/index.ts'
import { approvalsEndpoints } from '../modules/approvals/contract/index.ts'
import { anUpload, aPdf, aTestOffice, granted, type TestOffice } from '../modules/approvals/testing/index.ts'
import { assistanceEndpoints } from '../modules/assistance/contract/index.ts'
import { type TestAssistance, testAssistance } from '../modules/assistance/testing/index.ts'
import { bundlesEndpoints } from '../modules/bundles/contract/index.ts'
import { aTestBundle, type TestBundles, testBundles } from '../modules/bundles/testing/index.ts'
import { feesEndpoints } from '../modules/fees/contract/index.ts'
import { aFeeCase, type TestFees, testFees } from '../modules/fees/testing/index.ts'
import { hallEndpoints } from '../modules/hall/contract/index.ts'
import { dalian as cityOfRatings } from '../modules/hall/test/dalian.ts'
import { type TestHall, testHall } from '../modules/hall/testing/index.ts'
import { identityEndpoints } from '../modules/identity/contract/index.ts'
import { identityMigrations } from '../modules/identity/index.ts'
import { AN_ENTERPRISE, identityForTest, type TestIdentity } from '../modules/identity/testing/index.ts'
import { insightEndpoints } from '../modules/insight/contract/index.ts'
import { dalian as calendarAndOrgans } from '../modules/insight/test/city.ts'
import { type TestInsight, testInsight } from '../modules/insight/testing/index.ts'
import { knowledgeEndpoints } from '../modules/knowledge/contract/index.ts'
import { type TestKnowledge, testKnowledge } from '../modules/knowledge/testing/index.ts'
import { projectsEndpoints } from '../modules/projects/contract/index.ts'
import { dalian } from '../modules/projects/test/dalian.ts'
import { A_BUILDER, FACTS, type TestProjects, testProjects } from '../modules/projects/testing/index.ts'
import { isRefusal, STAFF_ROLES, type StaffRole, type Who } from '../packages/kit/index.ts'
import { type TestDatabase, testDatabase } from '../packages/store/testing/index.ts'
import { ROW_CALLS } from './row-calls.ts'

/** Whose rows these are: a citizen with a draft, a submitted application, a document and an enterprise. */
interface Owner {
  readonly who: Extract<Who, { kind: 'citizen' }>
  readonly draft: string
  readonly application: string
  readonly document: string
  readonly digest: string
  readonly project: string
  readonly bundle: string
  /** What was said of the application. */
  readonly rating: string
  readonly question: string
  readonly order: string
  /** A request for help that an assistant has taken. */
  readonly help: string
}

const KITE = '2102-TY-XK-0001'
const ROWS = TABLES.flatMap(({ name: module, table }) =>
  Object.entries(table).flatMap(([name, { access }]) =>
    access.for === 'some' && 'row' in access && access.row !== undefined
      ? [[`${module}.${name}`, access] as const]
      : [],
  ),
)

let database: TestDatabase
let office: TestOffice
let people: TestIdentity
let builders: TestProjects
let together: TestBundles
let figures: TestInsight
let hall: TestHall
let questions: TestKnowledge
let fees: TestFees
let helpers: TestAssistance
let door: Door
let owner: Owner

beforeAll(async () => {
  database = await testDatabase({ migrations: [identityMigrations] })
  people = identityForTest(database.db)
  office = await aTestOffice()
  builders = await testProjects(await dalian())
  const { calendar, organs } = await calendarAndOrgans()
  figures = await testInsight(calendar, organs)
  hall = await testHall(await cityOfRatings())
  questions = await testKnowledge()
  fees = await testFees()
  helpers = await testAssistance()
  together = await testBundles({ calendar, organs, bundles: [aTestBundle()] })
  door = createDoor([
    mount('identity', identityEndpoints, people.identity.handlers),
    mount('approvals', approvalsEndpoints, office.approvals.handlers),
    mount('projects', projectsEndpoints, builders.projects.handlers),
    mount('bundles', bundlesEndpoints, together.bundles.handlers),
    mount('insight', insightEndpoints, figures.insight.handlers),
    mount('hall', hallEndpoints, hall.hall.handlers),
    mount('assistance', assistanceEndpoints, helpers.assistance.handlers),
    mount('knowledge', knowledgeEndpoints, questions.knowledge.handlers),
    mount('fees', feesEndpoints, fees.fees.handlers),
  ])
  owner = await anOwner()
})
afterAll(async () => {
  await office.close()
  await builders.close()
  await together.close()
  await figures.close()
  await hall.close()
  await questions.close()
  await fees.close()
  await helpers.close()
  await database.drop()
})

async function anOwner(): Promise<Owner> {
  const { who: citizen } = await people.aCitizen()
  granted(await people.as(citizen).addEnterprise({ input: AN_ENTERPRISE }))
  const who = office.aCitizen({ id: citizen.id })
  const me = office.as(who)
  const draft = granted(await me.startDraft({ input: { item: KITE, applicant: { kind: 'person' } } }))
  const file = granted(await me.uploadFile({ upload: anUpload('方案.pdf', aPdf('rows')) }))
  const site = { region: '210202001002', detail: '人民路 1 号' }
  const input = {
    item: KITE,
    applicant: { kind: 'person' as const },
    form: {
      name: '王小明',
      phone: '13800000001',
      land: 'public',
      site,
      day: '2026-12-20',
      'line-length': 80,
      night: false,
    },
    materials: [{ material: 'plan', files: [{ digest: file.digest, name: '方案.pdf' }] }],
  }
  const { id } = granted(await me.submitApplication({ input }))
  await office.settle()
  const document = granted(await me.getApplication({ params: { id } })).documents[0]?.id ?? ''
  const builder = builders.aBuilder({ id: citizen.id })
  const registration = { owner: A_BUILDER.uscc, facts: FACTS }
  const project = granted(await builders.as(builder).registerProject({ input: registration })).id
  const bundle = await together.submitted(together.aFounder({ id: citizen.id }))
  const card = {
    colour: 'red',
    clock: 'promised',
    at: '2026-11-23T02:00:00.000Z',
    due: '2026-11-20',
  } as const
  fees.put(aFeeCase({ id, payer: { personId: citizen.id, name: '王小明', kind: 'person' } }))
  await fees.fees.followCase(id)
  const order = granted(await fees.as(who).payOnline({ params: { id }, input: {} })).order
  await figures.put({ id, receivedAt: '2026-11-23T02:00:00.000Z', cards: [card] })
  await figures.settle()
  const rating = await aBadRating(who, id)
  const asked = { input: { item: KITE, text: '夜里放飞要另外申请吗？' } }
  const question = granted(await questions.as(who).askQuestion(asked)).id
  const owned = { draft: draft.id, application: id, document, digest: file.digest }
  return { who, ...owned, project, bundle, rating, question, order, help: await aTakenRequest(who) }
}

async function aTakenRequest(who: Owner['who']): Promise<string> {
  const citizen = helpers.aCitizen({ id: who.id })
  const input = { kind: 'agency', item: KITE, circumstance: 'none', text: '不会用电脑' } as const
  const { id } = granted(await helpers.as(citizen).requestHelp({ input }))
  granted(await helpers.as(helpers.aStaffMember()).takeHelp({ params: { id }, input: {} }))
  return id
}

async function aBadRating(who: Owner['who'], application: string): Promise<string> {
  await hall.aCase(who, { id: application })
  await hall.settle()
  const mine = granted(await hall.as(who).listMyRatings({ query: { application } }))
  const params = { id: mine.ratings[0]?.id ?? '' }
  granted(await hall.as(who).rate({ params, input: { level: 'dissatisfied' } }))
  return params.id
}

function entranceOf(name: string): Entrance {
  const entrance = door.entrances.find((one) => `${one.module}.${one.name}` === name)
  if (!entrance) throw new Error(`no endpoint ${name}`)
  return entrance
}

/** One call at the owner's rows, by whoever it is. */
function callAt(name: string, who: Who): Promise<unknown> {
  const entrance = entranceOf(name)
  const ofApprovals = entrance.endpoint.path.includes('/drafts/') ? owner.draft : owner.application
  const ofModule: Readonly<Record<string, string>> = {
    projects: owner.project,
    bundles: owner.bundle,
    hall: owner.rating,
    knowledge: owner.question,
    assistance: owner.help,
  }
  const named: Readonly<Record<string, string>> = {
    id: ofModule[name.split('.')[0] ?? ''] ?? ofApprovals,
    material: 'plan',
    digest: owner.digest,
    document: owner.document,
    uscc: AN_ENTERPRISE.uscc,
    stage: 'land',
    sheet: 'main',
    order: owner.order,
    refund: owner.application,
    meeting: owner.project,
    point: owner.project,
  }
  const params = Object.fromEntries(
    [...entrance.endpoint.path.matchAll(/:(\w+)/g)].map(([, param = '']) => [param, named[param]]),
  )
  const upload = entrance.endpoint.takes === 'multipart' ? anUpload('别人的.pdf', aPdf('other')) : undefined
  return entrance.call(
    { who, expired: false, language: 'zh', csrfToken: '' },
    { ...ROW_CALLS[name], params, upload },
  )
}

/** Clerks and cashiers of the centre's windows take in for every organ, and supervision looks at all of them. */
const CITY_WIDE: readonly StaffRole[] = ['window-clerk', 'cashier', 'supervisor']
/** Of figures also the administrator. */
const SEES_ALL_FIGURES: StaffRole = 'administrator'
/** Of questions often asked the editor. */
const SEES_ALL_FAQS: StaffRole = 'catalogue-editor'

type Given = { readonly citizen?: boolean; readonly staff?: readonly StaffRole[] }

/** Everyone whom the access lets in but who has nothing to do with the owner's rows. */
async function strangersAt(name: string, { citizen, staff = [] }: Given): Promise<Who[]> {
  const strangers: Who[] = []
  if (citizen) {
    const { who } = await people.aCitizen({ name: '张三' })
    office.aCitizen({ id: who.id, name: '张三', enterprises: [] })
    builders.aBuilder({ id: who.id, name: '张三', enterprises: [] })
    together.aFounder({ id: who.id, name: '张三', enterprises: [] })
    strangers.push(who)
  }
  for (const role of STAFF_ROLES) {
    if (!staff.includes(role) || CITY_WIDE.includes(role)) continue
    if (name.startsWith('insight.') && role === SEES_ALL_FIGURES) continue
    if (name.startsWith('knowledge.') && role === SEES_ALL_FAQS) continue
    const organ = 'health-commission'
    const isOfIdentity = name.startsWith('identity.')
    strangers.push(
      isOfIdentity
        ? (await people.aStaffMember({ roles: [role], organ })).who
        : office.aStaffMember([role], { organ }),
    )
  }
  return strangers
}

const NOT_FOUND = /-not-found$/

describe('rows', () => {
  it('have a call in the matrix for every endpoint with a row rule, and for no other', () => {
    expect(Object.keys(ROW_CALLS).sort()).toEqual(ROWS.map(([name]) => name).sort())
  })

  it.each(ROWS)('%s shows and changes nothing of another person or organ', async (name, access) => {
    const marks = [
      owner.application,
      owner.draft,
      owner.document,
      owner.project,
      owner.bundle,
      owner.rating,
      owner.question,
      owner.help,
      owner.who.id,
      '王小明',
    ]
    for (const stranger of await strangersAt(name, access)) {
      const answer = await callAt(name, stranger)
      const told = JSON.stringify(answer)
      if (isRefusal(answer) && !name.startsWith('identity.')) expect(answer.code, told).toMatch(NOT_FOUND)
      else for (const mark of marks) expect(told).not.toContain(mark)
    }
    const mine = granted(await office.as(owner.who).getApplication({ params: { id: owner.application } }))
    expect(mine.status).toBe('submitted')
    const enterprises = granted(await people.as(owner.who).listEnterprises({}))
    expect(enterprises.enterprises).toHaveLength(1)
  })

  it('are there for the one they belong to, so that the refusals above mean something', async () => {
    for (const name of [
      'approvals.getDraft',
      'approvals.getApplication',
      'approvals.openFile',
      'approvals.openDocument',
      'projects.getProject',
      'bundles.getBundle',
      'hall.getMyRating',
      'fees.getMyFees',
      'fees.getDemoOrder',
    ]) {
      expect(isRefusal(await callAt(name, owner.who)), name).toBe(false)
    }
    const officer = office.aStaffMember(['handling-officer'])
    expect(JSON.stringify(await callAt('approvals.listInbox', officer))).toContain(owner.application)
    expect(isRefusal(await callAt('approvals.getCase', officer))).toBe(false)
    for (const name of ['insight.listFigureCases', 'insight.listCards'])
      expect(JSON.stringify(await callAt(name, officer)), name).toContain(owner.application)
    expect(JSON.stringify(await callAt('hall.listRatings', officer))).toContain(owner.rating)
  })

  it('of another organ are not decided by an officer who also serves at a window', async () => {
    const roles: StaffRole[] = ['window-clerk', 'handling-officer', 'inspector', 'approval-head']
    const who = office.aStaffMember(roles, { organ: 'health-commission' })
    const params = { id: owner.application }
    const before = granted(await office.as(owner.who).getApplication({ params }))
    const desk = office.as(who)
    const accepted = granted(await desk.acceptApplication({ params, input: { expected: before.revision } }))
    // Comparing an original is for any window; what decides is not.
    expect(accepted.actions).toEqual(['sawOriginal'])
    const expected = accepted.revision
    const findings = { passed: true, findings: '材料齐全' }
    const kind = 'expert-review' as const
    const refusals = [
      await desk.concludeStep({ params, input: { expected, ...findings } }),
      await desk.stopClock({ params, input: { expected, kind, reason: '专家评审', length: '5wd' } }),
      await desk.resumeClock({ params, input: { expected, note: '评审结束' } }),
      await desk.extendLimit({ params, input: { expected, reason: '情况复杂' } }),
    ]
    const officer = office.as(office.aStaffMember(['handling-officer']))
    const reviewed = granted(await officer.concludeStep({ params, input: { expected, ...findings } }))
    const decision = { expected: reviewed.revision, outcome: 'grant' as const, reasons: '' }
    refusals.push(await desk.decideApplication({ params, input: decision }))
    expect(refusals.map((answer) => (isRefusal(answer) ? answer.code : 'done'))).toEqual([
      'step-not-yours',
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'step-not-yours',
    ])
    const after = granted(await office.as(owner.who).getApplication({ params }))
    expect(after.revision).toBe(reviewed.revision)
  })
})
