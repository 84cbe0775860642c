/**
 * The module on a test's own database: real store, real log, real documents, a clock that is moved by hand.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDocuments, createSigner } from '@mashang/document'
import type { ServiceItem } from '@mashang/flow'
import { type Client, isRefusal, type Refusal, refuse, type StaffRole, uuidv7, type Who } from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import { createLog, deliverAll, loadLogKey, openStore } from '@mashang/store'
import { testDatabase } from '@mashang/store/testing'
import { loadProfile } from '../catalogue/load-profile.ts'
import type { approvalsEndpoints } from '../contract/index.ts'
import { type Approvals, approvalsMigrations, createApprovals } from '../index.ts'
import type { FeesView, Inside, Person } from '../inside.ts'

export type ApprovalsClient = Client<typeof approvalsEndpoints>

export interface TestOffice {
  readonly approvals: Approvals
  /** The handlers as one caller reaches them, past the door. */
  as(who: Who): ApprovalsClient
  aCitizen(details?: Partial<Person>): Extract<Who, { kind: 'citizen' }>
  aStaffMember(
    roles: readonly StaffRole[],
    details?: { organ?: string; name?: string },
  ): Extract<Who, { kind: 'staff' }>
  readonly clock: { now(): Date; set(instant: string): void }
  /** Messages to holders, in order. */
  readonly told: readonly { readonly code: string; readonly words: string }[]
  /** Sequences the journal and lets the subscribers catch up, as the worker does. */
  settle(): Promise<void>
  readonly store: Awaited<ReturnType<typeof openStore>>
  readonly log: ReturnType<typeof createLog>['reader']
  close(): Promise<void>
}

export const A_PERSON: Person = {
  id: '01890000-0000-7000-8000-000000000001',
  name: '王小明',
  phone: '13800000001',
  idCard: '11010519491231002X',
  enterprises: [{ uscc: '91350100M000100Y43', name: '大连风筝文化有限公司' }],
}

/** The one project code that is registered. */
export const A_PROJECT_CODE = '2111-522323-04-01-342068'

function aClock(start: string): TestOffice['clock'] {
  let at = new Date(start)
  return {
    now: () => at,
    set: (instant) => {
      at = new Date(instant)
    },
  }
}

/** A city with its published items, and these beside them; where it is not asked, it trusts no certificate. */
export async function aTestOffice(
  start = '2026-11-23T02:00:00.000Z',
  items: readonly ServiceItem[] = [],
  checkSignature: Inside['checkSignature'] = async () => refuse('certificate-issuer-unknown'),
  fees: FeesView = NOTHING_OWED,
): Promise<TestOffice> {
  const profile = await loadProfile(new URL('../../../definitions/dalian/', import.meta.url).pathname)
  if (isRefusal(profile)) throw new Error(JSON.stringify(profile))
  const database = await testDatabase({ migrations: [approvalsMigrations] })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-test-'))
  const store = await openStore({
    dataFolder: folder,
    databaseUrl: database.url,
    migrations: [approvalsMigrations],
  })
  const log = createLog({ db: store.db, key: await loadLogKey({ folder, origin: 'mashang.test/log' }) })
  const documents = createDocuments({
    signing: await createSigner(folder),
    cityName: { zh: '大连市', en: 'Dalian' },
    verifyBase: 'http://localhost/verify',
    demo: true,
  })
  const clock = aClock(start)
  const { people, staff, told, ...asked } = identityStandIn()
  const approvals = createApprovals({
    db: store.db,
    journal: store.journal,
    files: store.files,
    documents,
    log,
    profile: { ...profile, items: [...profile.items, ...items.map((item) => ({ file: item.code, item }))] },
    clock,
    publicUrl: 'http://localhost',
    checkMandate: async () => refuse('mandate-missing'),
    isProjectRegistered: async (code) => code === A_PROJECT_CODE,
    fees,
    ...asked,
    checkSignature,
  })
  granted(await approvals.syncProfile())
  return {
    approvals,
    store,
    log: log.reader,
    clock,
    told,
    as: (who) => clientAs(approvals.handlers, who),
    aCitizen: (details = {}) => {
      const person = { ...A_PERSON, id: uuidv7(), ...details }
      people.set(person.id, person)
      return { kind: 'citizen', id: person.id, name: person.name, session: 'test' }
    },
    aStaffMember: (roles, { organ = 'sports-bureau', name = '李承办' } = {}) => {
      const member = { id: uuidv7(), name, organ, roles }
      staff.push(member)
      return { kind: 'staff', ...member, session: 'test' }
    },
    settle: async () => {
      await log.sequencer.sequence()
      await deliverAll(store.db, approvals.subscribers)
      await log.sequencer.sequence()
    },
    close: async () => {
      await documents.close()
      await store.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Fees as one answers who is owed nothing. */
const NOTHING_OWED: FeesView = {
  owes: async () => undefined,
  findOwed: async () => new Map(),
  isReceiptVoid: async () => false,
}

/** What is asked of identity, and told through it. */
function identityStandIn() {
  const people = new Map<string, Person>()
  const told: { code: string; words: string }[] = []
  const staff: { id: string; name: string; organ: string; roles: readonly StaffRole[] }[] = []
  return {
    people,
    staff,
    listStaff: async (organ: string) => staff.filter((one) => one.organ === organ),
    told,
    findPerson: async (id: string) => people.get(id),
    tellHolder: async ({ code }: { code: string }, words: string) => {
      told.push({ code, words })
    },
  }
}

/** The answer, where a refusal would be a failed test. */
export function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

/** 送审、审核、公布: what two editors do to a draft, one after the other. */
export async function publishes(
  office: TestOffice,
  params: { readonly code: string; readonly version: number },
  from?: string,
) {
  const author = office.as(office.aStaffMember(['catalogue-editor'], { name: '周拟制' }))
  const second = office.as(office.aStaffMember(['catalogue-editor'], { name: '吴审核' }))
  const { revision } = granted(await author.checkItem({ params }))
  granted(await author.submitItem({ params, input: { expected: revision, note: '' } }))
  const approve = { expected: revision + 1, approved: true, note: '' }
  granted(await second.reviewItem({ params, input: approve }))
  return granted(await author.publishItem({ params, input: from === undefined ? {} : { from } }))
}

/** An upload of these bytes. */
export function anUpload(name: string, bytes: Uint8Array) {
  return {
    name,
    type: 'application/octet-stream',
    body: (async function* () {
      yield bytes
    })(),
  }
}

/** A PDF of one empty page, `mark` making its bytes differ from another's. */
export function aPdf(mark = ''): Uint8Array {
  const text = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%${mark}\n%%EOF\n`
  return new TextEncoder().encode(text)
}
