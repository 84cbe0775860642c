/**
 * The module on a test's own database: real store, a clock moved by hand, people, items and intakes as others answer.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Documents } from '@mashang/document'
import { aKitePermit } from '@mashang/flow/testing'
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
import { openStore } from '@mashang/store'
import { testDatabase } from '@mashang/store/testing'
import type { assistanceEndpoints } from '../contract/index.ts'
import { type Assistance, assistanceMigrations, createAssistance } from '../index.ts'
import type { Person } from '../inside.ts'

export interface TestAssistance {
  readonly assistance: Assistance
  readonly clock: { now(): Date; set(instant: string): void }
  readonly store: Awaited<ReturnType<typeof openStore>>
  as(who: Who): Client<typeof assistanceEndpoints>
  aCitizen(details?: Partial<Person>): Extract<Who, { kind: 'citizen' }>
  aStaffMember(roles?: readonly StaffRole[]): Extract<Who, { kind: 'staff' }>
  close(): Promise<void>
}

export const KITE = '2102-TY-XK-0001'
const CALENDARS = new URL('../../../definitions/dalian/calendars/', import.meta.url)

export async function testAssistance(start = '2026-11-23T02:00:00.000Z'): Promise<TestAssistance> {
  const migrations = [assistanceMigrations]
  const database = await testDatabase({ migrations })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-assistance-'))
  const store = await openStore({ dataFolder: folder, databaseUrl: database.url, migrations })
  const years = await Promise.all(
    (await readdir(CALENDARS)).map(
      async (name) => JSON.parse(await readFile(new URL(name, CALENDARS), 'utf8')) as unknown,
    ),
  )
  const calendar = calendarOf(years)
  if (isRefusal(calendar)) throw new Error(JSON.stringify(calendar))
  let at = new Date(start)
  const clock = {
    now: () => at,
    set: (instant: string) => {
      at = new Date(instant)
    },
  }
  const people = new Map<string, Person>()
  const assistance = createAssistance({
    db: store.db,
    journal: store.journal,
    documents: { render: async () => new TextEncoder().encode('%PDF') } as unknown as Documents,
    clock,
    calendar,
    limit: { days: '1wd', basis: { law: '大连市帮办代办参数（演示）' } },
    centre: { zh: '大连市政务服务中心', en: 'Dalian Service Centre' },
    findPerson: async (id) => people.get(id),
    findItem: async (code) => (code === KITE ? { ...aKitePermit(), code: KITE } : undefined),
    getApplication: async () => refuse('case-not-found'),
    // How approvals asks back is tried where both run together: tests/mandates.test.ts.
    openIntake: async () => refuse('not-allowed'),
    tellPerson: async () => undefined,
  })
  return {
    assistance,
    clock,
    store,
    as: (who) => clientAs(assistance.handlers, who),
    aCitizen: (details = {}) => {
      const person: Person = {
        ...{ id: uuidv7(), name: '王小明', phone: '13800000001', idCard: '210202198803071023' },
        enterprises: [],
        ...details,
      }
      people.set(person.id, person)
      return { kind: 'citizen', id: person.id, name: person.name, session: 'test' }
    },
    aStaffMember: (roles = ['assistant']) => ({
      ...{ kind: 'staff', id: uuidv7(), name: '宋帮办', organ: 'data-bureau', roles, session: 'test' },
    }),
    close: async () => {
      await store.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The answer, where a refusal would be a failed test. */
export function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}
