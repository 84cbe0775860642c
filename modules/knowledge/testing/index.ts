/**
 * The module on a test's own database: real store, a clock moved by hand, items and cases as approvals would answer.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServiceItem } from '@mashang/flow'
import { aKitePermit } from '@mashang/flow/testing'
import { type Client, isRefusal, type Refusal, refuse, type StaffRole, uuidv7, type Who } from '@mashang/kit'
import { clientAs } from '@mashang/kit/testing'
import { openStore } from '@mashang/store'
import { testDatabase } from '@mashang/store/testing'
import type { knowledgeEndpoints } from '../contract/index.ts'
import { createKnowledge, type Knowledge, knowledgeMigrations } from '../index.ts'
import { dalian } from './city.ts'

export interface TestKnowledge {
  readonly knowledge: Knowledge
  readonly clock: { now(): Date; set(instant: string): void }
  readonly store: Awaited<ReturnType<typeof openStore>>
  /** Items in force by their code; the kite permit stands there from the beginning. */
  readonly items: Map<string, ServiceItem>
  /** Messages that were sent, with the person they went to. */
  readonly told: { readonly personId: string; readonly words: string }[]
  as(who: Who): Client<typeof knowledgeEndpoints>
  aCitizen(details?: { readonly id?: string; readonly name?: string }): Extract<Who, { kind: 'citizen' }>
  aStaffMember(organ: string, roles?: readonly StaffRole[]): Who
  close(): Promise<void>
}

export const KITE = '2102-TY-XK-0001'
export const SPORTS = 'sports-bureau'

export async function testKnowledge(
  { calendar, organs } = dalian(),
  start = '2026-11-23T02:00:00.000Z',
): Promise<TestKnowledge> {
  const database = await testDatabase({ migrations: [knowledgeMigrations] })
  const folder = await mkdtemp(join(tmpdir(), 'mashang-knowledge-'))
  const store = await openStore({
    dataFolder: folder,
    databaseUrl: database.url,
    migrations: [knowledgeMigrations],
  })
  let at = new Date(start)
  const clock = {
    now: () => at,
    set: (instant: string) => {
      at = new Date(instant)
    },
  }
  const items = new Map([[KITE, { ...aKitePermit(), code: KITE, organ: SPORTS }]])
  const told: { personId: string; words: string }[] = []
  const knowledge = createKnowledge({
    db: store.db,
    journal: store.journal,
    clock,
    calendar,
    organs,
    limit: { days: '2wd', further: 1, basis: { law: '大连市政务咨询参数（演示）' } },
    laws: [{ name: '行政许可法', en: 'Administrative Licensing Law', from: '2019-04-23' }],
    findItem: async (code) => items.get(code),
    getApplication: async () => refuse('case-not-found'),
    tellPerson: async (personId, words) => told.push({ personId, words }),
  })
  return {
    knowledge,
    clock,
    store,
    items,
    told,
    as: (who) => clientAs(knowledge.handlers, who),
    aCitizen: ({ id = uuidv7(), name = '王小明' } = {}) => ({ kind: 'citizen', id, name, session: 'test' }),
    aStaffMember: (organ, roles = ['handling-officer']) => ({
      ...{ kind: 'staff', id: uuidv7(), name: '钱体育', organ, roles, session: 'test' },
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
