/**
 * The module on a test's own database, beside the approvals it asks: real store, real log, a clock moved by hand.
 */

import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDocuments, createSigner } from '@mashang/document'
import type { ServiceItem } from '@mashang/flow'
import {
  type Client,
  calendarOf,
  isRefusal,
  type Refusal,
  refuse,
  type StaffRole,
  uuidv7,
  type Who,
} from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import { createLog, deliverAll, loadLogKey, openStore } from '@mashang/store'
import { testDatabase } from '@mashang/store/testing'
import type { projectsEndpoints } from '../contract/index.ts'
import { createProjects, type Projects, type ProjectsNeeds, projectsMigrations } from '../index.ts'
import type { ApplicationFacts, Person } from '../inside.ts'

export type ProjectsClient = Client<typeof projectsEndpoints>

/** What a test gives the module of the city: its stages, organs and calendar. */
export type CityOfProjects = Pick<ProjectsNeeds, 'stages' | 'organs' | 'region' | 'regionNames'> & {
  readonly calendars: readonly unknown[]
}

export interface TestProjects {
  readonly projects: Projects
  readonly clock: { now(): Date; set(instant: string): void }
  readonly store: Awaited<ReturnType<typeof openStore>>
  /** Applications as approvals would answer for them. */
  readonly applications: Map<string, ApplicationFacts>
  /** Definitions as approvals would know them. */
  readonly items: Map<string, ServiceItem>
  as(who: Who): ProjectsClient
  aBuilder(details?: Partial<Person>): Extract<Who, { kind: 'citizen' }>
  aStaffMember(organ: string, roles?: readonly StaffRole[]): Extract<Who, { kind: 'staff' }>
  /** Sequences the journal and lets the subscribers catch up, as the worker does. */
  settle(): Promise<void>
  close(): Promise<void>
}

export const A_BUILDER = { uscc: '91350100M000100Y43', name: '大连湾区置业有限公司' }

/** Facts of a project that needs what most projects need: the critical path of 38 working days. */
export const FACTS = {
  name: '湾区智能装备厂房',
  kind: 'filing',
  funding: 'private',
  industry: 'factory',
  investment: 12_800_000_000,
  place: { region: '210211016003', detail: '小平岛路 9 号' },
  'floor-area': 18_600,
  'land-area': 12_400,
  land: 'sold',
  'plan-start': '2027-03-01',
  'plan-end': '2028-06-30',
  environment: 'form',
  'fire-special': false,
  'air-defence-offsite': false,
  'lightning-special': false,
  trees: false,
  'digs-road': true,
  sewer: true,
  secret: false,
}

export async function testProjects(
  city: CityOfProjects,
  start = '2026-11-23T02:00:00.000Z',
): Promise<TestProjects> {
  const database = await testDatabase({ migrations: [projectsMigrations] })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-projects-'))
  const store = await openStore({
    dataFolder: folder,
    databaseUrl: database.url,
    migrations: [projectsMigrations],
  })
  const log = createLog({ db: store.db, key: await loadLogKey({ folder, origin: 'mashang.test/log' }) })
  const calendar = granted(calendarOf(city.calendars))
  const clock = aClock(start)
  const people = new Map<string, Person>()
  const staff = staffStandIn()
  const items = new Map<string, ServiceItem>()
  const documents = await documentsIn(folder)
  const applications = new Map<string, ApplicationFacts>()
  const projects = createProjects({
    ...city,
    db: store.db,
    journal: store.journal,
    files: store.files,
    clock,
    calendar,
    findPerson: async (id) => people.get(id),
    findApplications: async (ids) => ids.flatMap((id) => applications.get(id) ?? []),
    findItem: async (code) => items.get(code),
    documents,
    documentWord: '大',
    findColleagues: staff.find,
    approvals: { submitApplication: notHere, uploadFile: keepsAll },
  })
  return {
    projects,
    clock,
    store,
    applications,
    items,
    as: (who) => clientAs(projects.handlers, who),
    aBuilder: (details = {}) => {
      const person = {
        id: uuidv7(),
        name: '王小明',
        phone: '13800000001',
        enterprises: [A_BUILDER],
        ...details,
      }
      people.set(person.id, person)
      return { kind: 'citizen', id: person.id, name: person.name, session: 'test' }
    },
    aStaffMember: staff.add,
    settle: async () => {
      await log.sequencer.sequence()
      await deliverAll(store.db, projects.subscribers)
    },
    close: async () => {
      await documents.close()
      await store.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function documentsIn(folder: string) {
  return createDocuments({
    signing: await createSigner(folder),
    cityName: { zh: '大连市', en: 'Dalian' },
    verifyBase: 'http://localhost/verify',
    demo: true,
  })
}

/** Approvals keep what is uploaded; here it is only named. */
const keepsAll: ProjectsNeeds['approvals']['uploadFile'] = async ({ upload }) => {
  const name = upload?.name ?? ''
  const digest = createHash('sha256').update(name).digest('hex')
  return { digest, name, size: name.length, type: 'application/pdf' }
}

/** What is asked of approvals is tried where both run together: tests/projects.test.ts. */
const notHere = async () => refuse('not-allowed')

function aClock(start: string) {
  let at = new Date(start)
  return {
    now: () => at,
    set: (instant: string) => {
      at = new Date(instant)
    },
  }
}

/** Staff as identity would know them: whoever was made is a colleague from then on. */
function staffStandIn() {
  const known: Extract<Who, { kind: 'staff' }>[] = []
  return {
    find: async (organ: string) => known.filter((one) => one.organ === organ),
    add: (organ: string, roles: readonly StaffRole[] = ['handling-officer']) => {
      const who = { kind: 'staff' as const, id: uuidv7(), name: '李承办', organ, roles, session: 'test' }
      known.push(who)
      return who
    },
  }
}

/** The answer, where a refusal would be a failed test. */
export function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}
